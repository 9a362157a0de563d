"""Rule ``balance.suits_after_review``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.crossyear import last_report
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """Report more suits after review than there were reviews, last year's open ones included (C6)."""
    table = report.table("review_litigation")
    if table is None or not table.present:
        return
    suits, reviews = table.value("suit_after_review.total"), table.value("review.total")
    if suits is None or reviews is None or suits <= reviews:
        return
    previous = last_report(report)
    then = previous.table("review_litigation") if previous else None
    pending = then.value("review.pending") if then else None
    if pending is None:
        yield Unchecked("复议后起诉多于本年复议，要有上年报告的“尚未审结”数才能判断")
    elif suits > reviews + pending:
        yield Hit(
            f"表四「复议后起诉」总计{plain(suits)}件，多于本年行政复议{plain(reviews)}件"
            f"与上年尚未审结{plain(pending)}件之和。",
            (table.cells["suit_after_review.total"].place, table.cells["review.total"].place),
            "after",
            expected=f"不多于{plain(reviews + pending)}",
            actual=plain(suits),
        )


RULE = Rule(
    id="balance.suits_after_review",
    title="复议后起诉多于复议",
    severity=Severity.WARNING,
    requirement="复议后起诉件数不多于本年复议与上年未审结之和",
    basis="国家统一的年度报告格式：表四",
    explanation="先复议才会有“复议后起诉”。上年复议、本年起诉的也计入本年，因此要与上年报告一起核对；"
    "没有上年报告而又超出的，不作判断。",
    advice="核对案件台账，看是否把直接起诉的填进了“复议后起诉”。",
    check=check,
    when=lambda standard: any(table.id == "review_litigation" for table in standard.tables),
)
