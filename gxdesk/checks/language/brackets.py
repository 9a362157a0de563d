"""Rule ``language.brackets``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import around, clip, is_pasted
from gxdesk.document.model import Paragraph
from gxdesk.report.model import Report

MOST = 20  # reported of one paragraph
_PAIRS = {
    "(": ")",
    "[": "]",
    "【": "】",
    "〔": "〕",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "「": "」",
    "『": "』",
}
_OPENERS = {close: opener for opener, close in _PAIRS.items()}
_MARKS = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_OPENERS)) + "]")
_NAMES = {"(": "括号", "[": "方括号", "【": "方头括号", "〔": "六角括号", "《": "书名号", "〈": "书名号"}
_LIST_NUMBER = re.compile(r"(?:^|[\s。；：，、！？;:,!?])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$")
_BROKEN_CITATION = re.compile(r"\([^()]{0,14}[〔\[]\d{4}[〕\]]?(?!第?\d+号)")  # left to citation.number


class _Loose:
    """A bracket without its partner."""

    def __init__(self, block: int, at: int, mark: str) -> None:
        self.block, self.at, self.mark = block, at, mark


def check(report: Report) -> Iterator[Hit]:
    """Report brackets, quotes and title marks without a partner (M70)."""
    loose = [mark for block, _ in report.prose for mark in islice(_loose(report, block), MOST)]
    for mark in _without_pairs_over_two(loose):
        text = report.folded[mark.block].text
        if is_pasted(text):
            continue
        opener = mark.mark in _PAIRS
        kind = _NAMES.get(mark.mark if opener else _OPENERS[mark.mark], "引号")
        lost = f"后面没有配对的“{_PAIRS[mark.mark]}”" if opener else f"前面没有配对的“{_OPENERS[mark.mark]}”"
        quoted = clip(around(text, mark.at, mark.at + 1, reach=14), 40)
        yield Hit(
            message=f"{kind}“{mark.mark}”{lost}：“{quoted}”。",
            places=(report.folded_span(mark.block, mark.at, mark.at + 1),),
            key=around(text, mark.at, mark.at + 1),
        )


def _loose(report: Report, block: int) -> Iterator[_Loose]:
    for at, mark in _unpaired(report.folded[block].text):
        if not (mark in ")]" and _is_list_number(report, block, at)):
            yield _Loose(block, at, mark)


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _unpaired(text: str) -> tuple[tuple[int, str], ...]:
    """Return ``(place, bracket)`` of the brackets of a paragraph that have no partner in it."""
    found: list[tuple[int, str]] = []
    open_marks: dict[str, list[int]] = {}
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark in _PAIRS:
            open_marks.setdefault(mark, []).append(at)
        elif open_marks.get(_OPENERS[mark]):
            open_marks[_OPENERS[mark]].pop()
        else:
            found.append((at, mark))
    for mark, places in open_marks.items():
        found += [(at, mark) for at in places if mark != "(" or not _BROKEN_CITATION.match(text, at)]
    return tuple(found)


def _is_list_number(report: Report, block: int, at: int) -> bool:
    """Whether the bracket closes a list number such as 1) or 一)."""
    place = report.folded_span(block, at, at + 1)
    paragraph = report.document.blocks[block]
    end = place.start or 0
    return isinstance(paragraph, Paragraph) and bool(
        _LIST_NUMBER.search(paragraph.text[max(0, end - 4) : end])
    )


def _without_pairs_over_two(loose: list[_Loose]) -> Iterator[_Loose]:
    """Leave out pairs opened in one paragraph and closed in the next: a line break got between them."""
    closed: set[int] = set()
    for number, mark in enumerate(loose):
        for other in range(number + 1, len(loose)):
            partner = loose[other]
            if partner.block > mark.block + 1:
                break
            if partner.block > mark.block and _PAIRS.get(mark.mark) == partner.mark and other not in closed:
                closed |= {number, other}
                break
    return (mark for number, mark in enumerate(loose) if number not in closed)


RULE = Rule(
    id="language.brackets",
    title="括号、引号或书名号不配对",
    severity=Severity.ERROR,
    requirement="括号、引号、书名号成对使用",
    basis="《标点符号用法》（GB/T 15834）",
    explanation=(
        "只有前半个或者后半个的括号、引号、书名号，多是漏写或者误删了内容。"
        "“1)”一类序号、嵌套的引号和断在相邻两段的括号不报。"
    ),
    advice="补上缺少的一半，或者删去多余的一半，并检查是否漏了内容。",
    check=check,
    any_text=True,
)
