"""Rule ``injection.spam``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import around, clip, listed
from gxdesk.document.place import Place
from gxdesk.document.text import fold
from gxdesk.lexicon import lexicon, triggered
from gxdesk.report.model import Report

_ODD = re.compile("[\u2460-\u24ff\u3200-\u33ff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]")
_SENTENCE_MARKS = "。;!?\n"


class _Text(NamedTuple):
    """Text made plain for searching; ``offsets`` lead back to the folded text (``None``: same offsets)."""

    text: str
    offsets: tuple[int, ...] | None = None

    def back(self, start: int, end: int) -> tuple[int, int]:
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def check(report: Report) -> Iterator[Hit]:
    """Report words planted by gambling and pornography spammers (M68), by paragraph or table cell."""
    for index, folded in report.folded.items():
        if spans := _planted(folded.text):
            yield _hit(folded.text, spans, tuple(report.folded_span(index, *span) for span in spans))
    for index, table in report.document.tables():
        for cell in table.cells:
            if (
                len(cell.text) > 3
                and not cell.text.isdigit()
                and (spans := _planted(text := fold(cell.text).text))
            ):
                yield _hit(text, spans, (report.document.cell_place(index, cell),))


@lru_cache(maxsize=4000)  # a draft is checked again at every save, most of its paragraphs as they were
def _planted(folded: str) -> tuple[tuple[int, int], ...]:
    """Return where planted words stand in a folded text."""
    text = plain(folded)
    wanted, parted = _present(text)
    return tuple(_spans(text, wanted, parted)) if wanted or parted else ()


def plain(folded: str) -> str:
    """Return folded text in lower case, with traditional and decorated characters made plain; same length."""
    text = folded.lower() if len(folded.lower()) == len(folded) else folded
    characters, table = _traditional()
    if characters.search(text):
        text = text.translate(table)
    return _ODD.sub(_undecorated, text)


def _undecorated(match: re.Match[str]) -> str:
    form = unicodedata.normalize("NFKC", match[0]).lower()
    return form if len(form) == 1 else match[0]


@cache
def _traditional() -> tuple[re.Pattern[str], dict[int, int]]:
    words = lexicon("spam")["words"]
    table = str.maketrans(words["traditional"], words["simplified"])
    changed = "".join(chr(old) for old, new in table.items() if old != new)
    return re.compile(f"[{changed}]"), table


_Entry = tuple[str, re.Pattern[str], bool]


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Return the lexicon's entries by the first character of their word; trade may be lawful, brands not."""
    found: dict[str, list[_Entry]] = {}
    for kind in ("brands", "trade"):
        for word, expression in triggered("spam", kind):
            found.setdefault(word[0], []).append((word, expression, kind == "trade"))
    return found


def _present(text: str) -> tuple[list[_Entry], list[_Entry]]:
    """Return the entries whose word stands in the text, and those found only with separators left out."""
    characters = set(text)  # few drafts have all the characters of any of these words
    entries = [
        entry
        for first in characters.intersection(_entries())
        for entry in _entries()[first]
        if characters.issuperset(entry[0])
    ]
    bare = text
    for mark in characters.intersection(lexicon("spam")["words"]["separators"]):
        bare = bare.replace(mark, "")
    plainly = [entry for entry in entries if entry[0] in text]
    return plainly, [entry for entry in entries if entry[0] not in text and entry[0] in bare]


def _without_separators(text: str) -> _Text:
    """Return the text without separators, with the way back."""
    separators = lexicon("spam")["words"]["separators"]
    kept = tuple(i for i, char in enumerate(text) if char not in separators)
    return _Text("".join(text[i] for i in kept), kept)


def _spans(text: str, wanted: list[_Entry], parted: list[_Entry]) -> list[tuple[int, int]]:
    found = set(_matches(_Text(text), wanted))
    if parted:
        found.update(_matches(_without_separators(text), parted))
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start <= spans[-1][1]:  # overlapping or adjacent words are one
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _matches(view: _Text, entries: list[_Entry]) -> Iterator[tuple[int, int]]:
    for word, expression, lawful in entries:
        if word in view.text:
            for match in expression.finditer(view.text):
                if not (lawful and _is_lawful(view.text, match.start())):
                    yield view.back(*match.span())


def _is_lawful(text: str, at: int) -> bool:
    """Whether the sentence is about fighting the trade, not advertising it."""
    start = max(text.rfind(mark, 0, at) for mark in _SENTENCE_MARKS) + 1
    ends = [end for mark in _SENTENCE_MARKS if (end := text.find(mark, at)) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    return any(word in sentence for word in lexicon("spam")["words"]["lawful"])


def _hit(folded: str, spans: Sequence[tuple[int, int]], places: tuple[Place, ...]) -> Hit:
    words = [folded[start:end] for start, end in spans]
    quoted = clip(around(folded, *spans[0], reach=14), 40)
    return Hit(
        message=f"{listed(words)}是博彩、色情网站植入的文字，与报告无关：“{quoted}”。",
        places=places,
        key="|".join(around(folded, *span, reach=6) for span in spans),
        actual="、".join(dict.fromkeys(words)),
    )


RULE = Rule(
    id="injection.spam",
    title="被植入博彩、色情网站文字",
    severity=Severity.ERROR,
    requirement="没有被植入的博彩、色情网站文字",
    basis="《中华人民共和国网络安全法》；政府网站内容安全要求",
    explanation=(
        "网站被篡改或者从被篡改的网页复制稿件时，文中会夹带博彩、色情网站的名称，有的还替换了原来的词语。"
        "全角字母、繁体字和字间插入空格、符号的写法也会查出。体育馆、体育卫生与艺术、彩票公益金、"
        "成人教育等正常用语，以及打击赌博、扫黄打非等工作内容不报。"
    ),
    advice="删去植入的文字，对照原稿恢复被替换的内容，并报告网站管理人员排查。",
    check=check,
    any_text=True,
)
