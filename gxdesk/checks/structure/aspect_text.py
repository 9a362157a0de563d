"""Rule ``structure.aspect_text``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import paragraphs
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report

LEAST, HARDLY = 15, 8  # folded characters of text under a sub-heading (formats M08)
LONGEST_TITLE = 25
_KINDS = ("（一）", "1.", "（1）")


def check(report: Report) -> Iterator[Hit]:
    """Report sub-headings of the overview with nothing or half a sentence under them (M08)."""
    under: list[tuple[int, str, int]] = []  # block, title, characters of text
    for block, text in paragraphs(report, report.section("overview")):
        number = enumerator(text)
        if number is not None and number.kind in _KINDS:
            title, _, rest = text[number.length :].partition("。")
            if len(title) <= LONGEST_TITLE:
                under.append((block, title, len(rest)))
                continue
        if under:
            block_before, title, length = under[-1]
            under[-1] = (block_before, title, length + len(text))
    if len(under) < 2 or max(length for _, _, length in under) < LEAST:
        return  # a list of short items is no row of sub-headings
    for block, title, length in under:
        if length < LEAST:
            yield Hit(
                f"小标题“{title}”下面{'没有内容' if not length else f'只有{length}个字'}。",
                (report.document.place(block),),
                title,
                severity=Severity.WARNING if length >= HARDLY else None,
                item="section.overview",
                actual=str(length),
            )


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
