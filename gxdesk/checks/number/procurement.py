"""Rule ``number.procurement``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

CELLS = ("procurement.items", "procurement.amount")


def check(report: Report) -> Iterator[Hit]:
    """Report procurement items without an amount, or an amount without items (D10)."""
    table = report.table("disclosure")
    figures = numbers(table, *CELLS) if table and table.present else None
    if table is None or figures is None or bool(figures[0]) == bool(figures[1]):
        return
    yield Hit(
        f"表二「政府集中采购」项目数量是{plain(figures[0])}，采购总金额是{plain(figures[1])}，一个为0，一个不为0。",
        tuple(table.cells[cell].place for cell in CELLS),
        "procurement",
    )


RULE = Rule(
    id="number.procurement",
    title="采购项目与金额不对应",
    severity=Severity.WARNING,
    requirement="有采购项目就有金额，没有项目金额为0",
    basis="国办公开办函〔2019〕60号：表二第二十条第（九）项",
    explanation="项目数量和总金额应当同为0或者同不为0。只用于2019、2020两个年度的格式。",
    advice="核对政府采购合同，补上漏填的数。",
    check=check,
    when=lambda standard: any("procurement.items" in table.cell_ids() for table in standard.tables),
)
