"""Rule ``prose.fee_scale``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.fees import fees
from gxdesk.report.model import Report

TEN_THOUSAND = Decimal(10000)


def check(report: Report) -> Iterator[Hit]:
    """Report a fee above all administrative charges of table two, of which it is one (D11)."""
    table = report.table("disclosure")
    cell = table.cells.get("fees.amount") if table else None
    if cell is None or cell.value is None or cell.number.unit == "元":
        return
    for fee in fees(report):
        if fee.yuan / TEN_THOUSAND > cell.value:
            amount, most = plain(fee.yuan / TEN_THOUSAND), plain(cell.value)
            yield Hit(
                f"“{fee.words}”合{amount}万元，多于表二行政事业性收费金额{most}万元。",
                (fee.place, cell.place),
                fee.words,
                actual=amount,
                expected=f"不多于{most}",
            )


RULE = Rule(
    id="prose.fee_scale",
    title="信息处理费多于行政事业性收费",
    severity=Severity.WARNING,
    requirement="信息处理费不多于表二的行政事业性收费金额",
    basis="国办函〔2020〕109号（信息处理费属行政事业性收费）；国办公开办函〔2021〕30号",
    explanation="信息处理费属行政事业性收费。有的地方统计行政事业性收费时不含信息处理费，因此只作存疑。"
    "反过来表二有收费而没有收信息处理费是正常的，不报。",
    advice="核对两个金额的单位和口径。",
    check=check,
    when=lambda standard: any("fees.amount" in table.cell_ids() for table in standard.tables),
)
