"""Rule ``structure.aspect_text``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import paragraphs
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report

LEAST, HARDLY = 15, 8  # folded characters of text under a sub-heading (formats M08)
LONGEST_TITLE = 15
_KINDS = ("（一）", "1.", "（1）")
_SENTENCE = re.compile(r"[,:;\d]")  # a title has none of these


class _Under(NamedTuple):
    """A sub-heading: ``stated`` when it ends like a sentence, which may be all there is to say."""

    block: int
    title: str
    length: int
    stated: bool


def check(report: Report) -> Iterator[Hit]:
    """Report sub-headings of the overview with nothing or half a sentence under them (M08)."""
    own = paragraphs(report, report.section("overview"))
    under = _sub_headings(own)
    if len(under) < 2 or sum(one.length >= LEAST for one in under) * 2 < len(under):
        return  # a list of short items is no row of sub-headings
    for one in under:
        if one.length < LEAST:
            yield Hit(
                f"小标题“{one.title}”下面{f'只有{one.length}个字' if one.length else '没有内容'}。",
                (report.document.place(one.block),),
                one.title,
                severity=Severity.WARNING if one.length >= HARDLY or one.stated else None,
                item="section.overview",
                actual=str(one.length),
            )


def _sub_headings(own: list[tuple[int, str]]) -> list[_Under]:
    """Return the sub-headings of the first kind of number used, with the length of the text under each."""
    numbers = [(block, text, enumerator(text)) for block, text in own]
    kinds = [number.kind for _, _, number in numbers if number and number.kind in _KINDS]
    under: list[_Under] = []
    for block, text, number in numbers:
        if number is not None and kinds and number.kind == kinds[0]:
            title, stop, rest = text[number.length :].partition("。")
            if len(title) > LONGEST_TITLE or _SENTENCE.search(title):
                title, stop, rest = title[:LONGEST_TITLE], "", text
            under.append(_Under(block, title, len(rest), bool(stop) and not rest))
        elif under:
            under[-1] = under[-1]._replace(length=under[-1].length + len(text), stated=False)
    return under


RULE = Rule(
    id="structure.aspect_text",
    title="小标题下没有内容",
    severity=Severity.ERROR,
    requirement="总体情况的每个方面都有实际内容",
    basis="国办公开办函〔2021〕30号：总体情况包括五个方面，不能遗漏",
    explanation="总体情况各方面的小标题下不足15个字的，只有标题或者半句话，等于没有写。不足8个字的为要改。",
    advice="补写这一方面的情况；确实没有的写明“无”及原因。",
    check=check,
    item="section.overview",
    when=lambda standard: standard.sections_fixed,
)
