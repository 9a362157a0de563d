"""Rule structure.section.title: section headings use the official titles (M02)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.text import label_key
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report misworded headings as errors and tolerated variants as hints."""
    for section in report.sections:
        if not section.present or section.exact or not section.heading:
            continue
        wrong = section.misnamed
        longer = label_key(section.title) in label_key(section.heading)  # 一、2024年政务公开总体情况
        yield Hit(
            f"章标题写作“{section.heading}”，规定的标题是“{section.title}”。"
            + ("" if wrong else "这种写法常见，意思相同，建议统一。"),
            (section.place,),
            section.id,
            severity=Severity.WARNING if wrong and longer else Severity.ERROR if wrong else Severity.INFO,
            title="章标题写错" if wrong else "章标题与规定写法略有不同",
            item=f"section.{section.id}",
            expected=section.title,
            actual=section.heading,
            advice=f"把标题改为“{section.title}”。",
        )


RULE = Rule(
    id="structure.section.title",
    title="章标题写错",
    severity=Severity.ERROR,
    requirement="章标题与规定一致",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="章标题由统一格式规定。意思相同的常见写法只作提示，在规定的标题上加字的报存疑。",
    advice="按规定的标题改正。",
    check=check,
    when=lambda standard: standard.sections_fixed,
)
