"""Rule ``balance.carried_out``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

SHARE = Decimal("0.3")
FEWEST = 10  # with fewer requests a share says nothing


def check(report: Report) -> Iterator[Hit]:
    """Report that a large part of the year's requests is carried out unanswered (G10)."""
    table = report.table("applications")
    figures = numbers(table, "new.total", "carried_out.total") if table and table.present else None
    if table is None or figures is None:
        return
    new, out = figures
    if out >= FEWEST and out > new * SHARE:
        yield Hit(
            f"表三结转下年度继续办理{plain(out)}件，超过本年新收{plain(new)}件的三成，与二十个工作日的答复期限不大相称。",
            (table.cells["carried_out.total"].place, table.cells["new.total"].place),
            "share",
            actual=plain(out),
        )


RULE = Rule(
    id="balance.carried_out",
    title="结转下年度的申请偏多",
    severity=Severity.WARNING,
    requirement="结转下年度的件数与答复期限相称",
    basis="《中华人民共和国政府信息公开条例》第三十三条",
    explanation="申请应在二十个工作日内答复，通常只有年末收到的才结转。结转10件以上且超过本年新收三成的，"
    "可能填错行或者逾期未答复。",
    advice="核对年末未办结的申请台账；确系集中收到的，在报告中说明。",
    check=check,
    when=lambda standard: any(table.id == "applications" for table in standard.tables),
)
