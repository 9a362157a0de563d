"""Rule ``structure.parts``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.text import chinese_integer
from gxdesk.report.headings import TOP_KINDS, headings
from gxdesk.report.model import Report

FEWEST = 3  # listed items from which a list is surely one of parts
_OPENING = r"(?:包括|包含|由|分为|内容为|内容有|分别为|分别是)"
_SAID = re.compile(
    rf"{_OPENING}[:,]?(?P<items>(?:(?!{_OPENING})[^。;]){{8,260}}?)[,、]?(?P<etc>等)?(?:共|共计|这)?"
    r"(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})(?:个|大)?(?P<w>部分)"
)
_ONLY = re.compile(r"(?:共|分为?|包括|由)(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})(?:个|大)?(?P<w>部分)")
_SIX = tuple(
    (re.compile(words), section)
    for words, section in (
        ("总体|概[述况]|基本情况", "overview"),
        ("主动公开", "disclosure"),
        ("收到|申请", "applications"),
        ("复议|诉讼", "review_litigation"),
        ("问题|不足|改进", "problems"),
        ("其[他它]|需要", "other"),
    )
)
_LAST = re.compile(r",?(?:以及|[及和]其[他它])")  # joins the last item: ……问题及改进情况以及其他事项


def check(report: Report) -> Iterator[Hit]:
    """Report a number of parts that is neither that of the parts listed nor of the chapters (M05)."""
    if "部分" not in report.text:
        return
    first = (report.identity.title_block or 0) + 8
    preface = [(block, text) for block, text in report.own if block <= first]
    for block, text in preface:
        for match in _SAID.finditer(text) if "部分" in text else ():
            said, listed = chinese_integer(match["n"]), _listed(match["items"])
            chapters = _chapters(report) if said and not listed else 0
            if chapters >= FEWEST and said != chapters:
                hit = _hit(report, block, match, f"正文有{chapters}章", chapters)
                yield (
                    replace(hit, severity=Severity.WARNING) if text[: match.start()].endswith("主要") else hit
                )
            elif said and listed >= FEWEST and said != listed:
                hit = _hit(report, block, match, f"前面列出的是{listed}项", listed)
                partial = match["etc"] and listed < said - 1  # 甲、乙、丙等五部分 may be a choice of them
                yield replace(hit, severity=Severity.WARNING) if partial else hit
            elif said == len(_SIX) != listed and report.standard.sections_fixed:
                yield from _left_out(report, block, match)
            return
    chapters = _chapters(report)
    for block, text in preface if chapters >= FEWEST else ():
        only = _ONLY.search(text) if "部分" in text else None
        if only:
            if chinese_integer(only["n"]) != chapters:
                yield _hit(report, block, only, f"正文有{chapters}章", chapters)
            return


def _left_out(report: Report, block: int, match: re.Match[str]) -> Iterator[Hit]:
    """Report the one of the six sections that a list of all six forgets."""
    titles = {section.id: section.title.split("、", 1)[-1] for section in report.standard.sections}
    missing = [section for words, section in _SIX if not words.search(match["items"])]
    if len(missing) != 1 or missing[0] not in titles:
        return
    title = titles[missing[0]]
    hit = _hit(report, block, match, f"前面列出的没有“{title}”", len(_SIX))
    yield replace(hit, severity=Severity.WARNING, expected=title, advice=f"在前言中补上“{title}”。")


def _listed(items: str) -> int:
    """Count a list by its commas; one by 、 alone is not counted, 复议、诉讼 is one part."""
    if items.count(",") < FEWEST - 1:
        return 0
    listed = [item for item in _LAST.sub(",", items).split(",") if item]
    return len(listed)


def _chapters(report: Report) -> int:
    """Return how many chapters a report numbers, when it numbers them without a gap."""
    outside = report.furniture | report.copies | report.foreign
    numbers = [
        line.enumerator.ordinal
        for line in headings(report.document, outside)
        if line.enumerator is not None and line.enumerator.kind in TOP_KINDS
    ]
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0


def _hit(report: Report, block: int, match: re.Match[str], found: str, number: int) -> Hit:
    words = report.folded[block].text[match.start("n") : match.end("w")]
    return Hit(
        f"报告自称“{words}”，{found}，不一致。",
        (report.folded_span(block, match.start("n"), match.end("w")),),
        words,
        expected=f"{number}个部分",
        actual=words,
    )


RULE = Rule(
    id="structure.parts",
    title="自称的部分数与实际不符",
    severity=Severity.ERROR,
    requirement="前言所说的部分数与列出的和实有的一致",
    basis="公文校核惯例（前后一致）",
    explanation="前言说“由……共几个部分组成”的，数一数前面列出的项；没有列出的，与正文连续编号的章数比。"
    "用顿号连写、分不清项数的不报。",
    advice="改正部分数，或者补上漏写的部分。",
    check=check,
)
