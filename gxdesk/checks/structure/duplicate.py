"""Rule structure.duplicate: no part of the text stands twice (M66)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.model import Paragraph
from gxdesk.report.model import Report
from gxdesk.report.regions import repeats

MOST_PLACES = 25  # more are counted, not listed
SHORTEST = 40  # folded characters of a single paragraph whose repetition is reported


def check(report: Report) -> Iterator[Hit]:
    """Report a second copy of the text as one finding, and single repeated paragraphs each."""
    document = report.document
    outside = report.furniture | report.foreign
    pairs = list(repeats(document, outside))
    if report.copies:
        blocks = sorted(report.copies)
        same = sum(second in report.copies for _, second in pairs)
        places = tuple(document.place(block) for block in blocks[:MOST_PLACES])
        first, last = document.place(blocks[0]), document.place(blocks[-1])
        yield Hit(
            f"从{first.label}到{last.label}，有{same}段与前文逐字相同，正文整体重复了一遍。",
            places,
            "copy",
            title="正文整体重复",
        )
    for first_block, second in pairs:
        if second in report.copies or len(report.folded[second].text) < SHORTEST:
            continue
        here, there = document.place(second), document.place(first_block)
        yield Hit(
            f"{here.label}与{there.label}的文字完全相同：“{_opening(report, second)}…”。",
            (here, there),
            report.folded[second].text[:60],
            title="段落重复",
        )


def _opening(report: Report, block: int) -> str:
    """Return the first words of a paragraph as written."""
    paragraph = report.document.blocks[block]
    return paragraph.text.strip()[:30] if isinstance(paragraph, Paragraph) else ""


RULE = Rule(
    id="structure.duplicate",
    title="文字重复",
    severity=Severity.ERROR,
    requirement="正文没有重复的段落",
    basis="国办公开办函〔2021〕30号：年度报告内容应当准确、规范",
    explanation="整段重复多由粘贴两次或从网页复制造成。标题、短句的重复不报。",
    advice="核对后删去重复的部分。",
    check=check,
    any_text=True,
)
