"""Rule ``number.amount_scale``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import last_report, place_then
from gxdesk.checks.equations import plain
from gxdesk.document.place import Place
from gxdesk.report.model import CellValue, Report

HUGE = {"department": Decimal(100_000), "unknown": Decimal(100_000), "government": Decimal(1_000_000)}
FACTOR = 1000
AMOUNTS = ("fees.amount", "procurement.amount")


def check(report: Report) -> Iterator[Hit]:
    """Report an amount in 万元 that looks like 元: huge and whole, or 1000 times last year's (D5, M43)."""
    table = report.table("disclosure")
    previous = last_report(report)
    then = previous.table("disclosure") if previous else None
    for key in AMOUNTS if table and table.present else ():
        cell = table.cells.get(key) if table else None
        if cell is None or not cell.value or cell.number.unit == "元":
            continue
        before = then.cells.get(key) if then else None
        if before is not None and before.value:
            if cell.value >= before.value * FACTOR or cell.value * FACTOR <= before.value:
                words = f"上年是{plain(before.value)}，相差千倍以上"
                yield _hit(cell, key, words, (cell.place, place_then(before)))
        elif cell.value >= HUGE[report.identity.level] and cell.value == cell.value.to_integral_value():
            large = f"按万元计是{plain(cell.value / 10000)}亿元"
            yield _hit(cell, key, large, (cell.place,))


def _hit(cell: CellValue, key: str, words: str, places: tuple[Place, ...]) -> Hit:
    value = cell.value or Decimal(0)
    name = "收费金额" if key == "fees.amount" else "采购总金额"
    return Hit(
        f"表二「{name}」填的是{plain(value)}，单位为万元，{words}，可能把元当成了万元。",
        places,
        key,
        expected=plain(value / 10000),
        actual=plain(value),
    )


RULE = Rule(
    id="number.amount_scale",
    title="金额单位可能错成元",
    severity=Severity.WARNING,
    requirement="金额按万元填写",
    basis="国办公开办函〔2021〕30号：表二“本年收费金额（单位：万元）”",
    explanation="部门金额十万（万元）以上且没有小数的，或者与上年相差千倍以上的，多半把元和万元弄混了。"
    "人民政府的汇总金额本来就大，放宽到一百万（万元）。",
    advice="对照财政票据核对金额，按万元填写。",
    check=check,
    when=lambda standard: any(set(AMOUNTS) & set(table.cell_ids()) for table in standard.tables),
)
