"""Rule ``language.misspelt``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.language.model import model
from gxdesk.checks.language.slips import Slip, slips
from gxdesk.checks.quote import around, clip
from gxdesk.lexicon import lexicon, triggered
from gxdesk.report.model import Report

OFTEN = 3  # what is written so often is no slip


class _Context(NamedTuple):
    word: str
    expression: re.Pattern[str]
    right: str


def check(report: Report) -> Iterator[Hit]:
    """Report words commonly written wrong, and what the language model takes for a slip (M69)."""
    found = [(block, line, slip) for block, line in report.own for slip in _slips_of(line)]
    written = Counter(line[slip.start : slip.end] for _, line, slip in found if slip.guessed)
    for block, line, slip in found:
        word, quoted = line[slip.start : slip.end], clip(around(line, slip.start, slip.end, reach=10), 40)
        if slip.guessed and written[word] >= OFTEN:
            continue  # written so again and again: a name, or a term of the trade
        yield Hit(
            f"“{word}”疑有错别字或者漏字，可能应为“{slip.right}”：“{quoted}”。",
            (report.folded_span(block, slip.start, slip.end),),
            around(line, slip.start, slip.end),
            severity=None if slip.sure else Severity.INFO,
            expected=slip.right,
            actual=word,
        )


@lru_cache(maxsize=4000)  # a draft is checked again at every save, most of its paragraphs as they were
def _slips_of(line: str) -> tuple[Slip, ...]:
    """Return the likely slips in a paragraph, in their order."""
    found: list[Slip] = []
    known = [*_listed(line, frozenset(line)), *_in_context(line)]
    for slip in sorted(known, key=lambda slip: (slip.start, -slip.end)):
        if not found or slip.start >= found[-1].end:
            found.append(slip)
    found += [slip for slip in slips(line) if not _is_told(line, slip, found)]
    return tuple(sorted(found, key=lambda slip: slip.start))


@cache
def _words() -> dict[str, str]:
    """Return the listed words, and the long names with one of their inner characters lost."""
    words: dict[str, str] = dict(lexicon("misspelt")["words"])
    names = lexicon("misspelt")["names"]
    right = set(names["right"].split())
    for name in names["whole"].split():
        for lost in range(1, len(name) - 1):
            wrong = name[:lost] + name[lost + 1 :]
            if wrong not in right:
                words[wrong] = name
    return words


def _listed(text: str, letters: frozenset[str]) -> Iterator[Slip]:
    for wrong, right in _words().items():
        at = text.find(wrong) if wrong[0] in letters and wrong[1] in letters else -1
        while at >= 0:
            if not _belongs_elsewhere(text, at, wrong):
                yield Slip(at, at + len(wrong), right, guessed=False)
            at = text.find(wrong, at + 1)


def _belongs_elsewhere(text: str, at: int, wrong: str) -> bool:
    """Whether the first or the last character is part of another word: 全部份额 is 全部 and 份额."""
    known = model()
    before, after = text[max(0, at - 1) : at], text[at + len(wrong) : at + len(wrong) + 1]
    first, last = wrong[0], wrong[-1]
    return len(wrong) == 2 and (
        (bool(before) and known.tied(before, first) and not known.tied(before, wrong[1]))
        or (bool(after) and known.tied(last, after))
    )


def _in_context(text: str) -> Iterator[Slip]:
    for context in _contexts():
        if context.word in text:
            for match in context.expression.finditer(text):
                yield Slip(match.start(), match.end(), context.right, guessed=False)


@cache
def _contexts() -> tuple[_Context, ...]:
    return tuple(
        _Context(entry["word"], re.compile(entry["text"]), entry["right"])
        for entry in lexicon("misspelt")["context"]
    )


def _is_told(text: str, slip: Slip, found: list[Slip]) -> bool:
    """Whether the place is reported already: here by a list, or by ``language.doubled``."""
    if any(one.start < slip.end and slip.start < one.end for one in found):
        return True
    words = text[max(0, slip.start - 1) : slip.end + 1]
    return any(word in words for word, _ in triggered("doubled", "characters"))


RULE = Rule(
    id="language.misspelt",
    title="疑有错别字",
    severity=Severity.WARNING,
    requirement="没有错别字、漏字",
    basis="《中华人民共和国国家通用语言文字法》；公文校核惯例",
    explanation="对照常见错别字表（如“做为”“布署”“必需坚持”），并用从法律文本和公文常用语统计出的用字习惯找漏字、错字、颠倒的字。"
    "程序不懂文意：把握大的报存疑，把握小、可能是新词或专名的只作提示，请人工判断；没有报出的不等于没有错字。",
    advice="核对原文，确有错漏的改正。",
    check=check,
    any_text=True,
)
