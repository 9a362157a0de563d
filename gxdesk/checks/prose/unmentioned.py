"""Rule ``prose.unmentioned``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

# table, cells any of which counts, words one of which shows that the prose speaks of it, what it is
_TOLD: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        "applications",
        ("new.total",),
        ("申请",),
        "收到的政府信息公开申请",
    ),
    (
        "review_litigation",
        ("review.total", "suit.total", "suit_after_review.total"),
        ("复议", "诉讼"),
        "行政复议、行政诉讼",
    ),
)


def check(report: Report) -> Iterator[Hit]:
    """Report tables with cases of which the prose says nothing at all (formats 4.2, 4.4)."""
    headings = {section.heading for section in report.sections}
    text = "\n".join(
        report.folded[block].text
        for block, paragraph in report.prose
        if paragraph.text.strip() not in headings and block != report.identity.title_block
    )
    for table_id, cells, words, what in _TOLD:
        table = report.table(table_id)
        counted = [table.cells[cell] for cell in cells if table and table.value(cell)] if table else []
        if counted and not any(word in text for word in words):
            total = sum((cell.value or Decimal(0) for cell in counted), Decimal(0))
            yield Hit(
                f"表中{what}共{plain(total)}件，正文没有提到。",
                tuple(cell.place for cell in counted),
                table_id,
            )


RULE = Rule(
    id="prose.unmentioned",
    title="表中有数而正文没有提到",
    severity=Severity.INFO,
    requirement="总体情况写到表中的申请和案件",
    basis="国办公开办函〔2021〕30号（总体情况包括依申请公开等五个方面）",
    explanation="表三收到申请、表四有复议诉讼，而正文完全没有写到的，提示补写；正文提到即可，不要求逐项写数。",
    advice="在总体情况的依申请公开部分补写件数和结果。",
    check=check,
    when=lambda standard: standard.sections_fixed and bool(standard.tables),
)
