"""Rule number.format: counts are plain whole numbers, amounts plain numbers (B4, C4, D1, M42)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import CellValue, Report, StatutoryTable
from gxdesk.standards.model import ColumnForm

IRREGULAR = {"wide": "用了全角数字或多余的0", "grouped": "用了千位分隔符"}


def check(report: Report) -> Iterator[Hit]:
    """Report cells whose figure has a unit, a sign, decimals or other text where none may be."""
    for table in report.tables:
        seen: set[tuple[int | None, int | None, int | None]] = (
            set()
        )  # a merged cell is many cells of the form
        for cell in table.cells.values():
            if cell.text.isdecimal() and cell.number.kind == "plain":
                continue
            where = cell.place.block, cell.place.row, cell.place.column
            if where in seen:
                continue
            seen.add(where)
            fault = _fault(cell, table.form.column(cell.id))
            if fault:
                yield _hit(table, cell, *fault)


def _fault(cell: CellValue, column: ColumnForm) -> tuple[Severity, str] | None:
    """Return how grave and what is wrong with the way a figure is written."""
    number = cell.number
    if number.kind == "text":
        return Severity.ERROR, "不是数字"
    if number.value is None:
        return None  # blank: number.blank
    if number.kind == "unit":
        return (Severity.ERROR if column.integer else Severity.WARNING), f"混入了单位“{number.unit}”"
    if column.signed:
        return (Severity.WARNING, "用文字表示增减") if "增" in cell.text or "减" in cell.text else None
    if number.value < 0:
        return Severity.ERROR, "是负数"
    if column.integer and number.value != number.value.to_integral_value():
        return Severity.ERROR, "有小数，件数应为整数"
    if number.kind == "signed":
        return Severity.ERROR, "带有正负号或增减字样"
    if number.kind in IRREGULAR:
        return Severity.INFO, IRREGULAR[number.kind]
    return None


def _hit(table: StatutoryTable, cell: CellValue, severity: Severity, what: str) -> Hit:
    known = cell.value is not None and cell.number.unit != "万"  # 1.2万 is 1.2 only of an amount
    value = str(abs(cell.value)) if known and cell.value is not None else ""
    return Hit(
        f"{table.form.name}{table.form.cell_name(cell.id)}写作“{cell.text}”，{what}。",
        (cell.place,),
        f"{table.id}/{cell.id}",
        severity=severity,
        basis=table.form.basis,
        actual=cell.text,
        expected=value or None,
    )


RULE = Rule(
    id="number.format",
    title="表内数字写法不规范",
    severity=Severity.ERROR,
    requirement="表内只填阿拉伯数字：件数为非负整数，金额为非负数",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="2019、2020年度表二的“本年增/减”可以带正负号。千位分隔符、全角数字只作提示，数值照常核对。",
    advice="只保留数字，单位写在表头。",
    check=check,
)
