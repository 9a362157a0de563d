"""Rule number.blank: no cell of a statutory table is left blank or filled with a dash (B5, M41)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.blanks import blanks
from gxdesk.report.model import CellValue, Report, StatutoryTable

EMPTY = {"blank": "空白", "dash": "用横线或斜线代替", "word": "用“无”代替"}
MOST_PLACES = 25
MOST_NAMED = 6


def check(report: Report) -> Iterator[Hit]:
    """Report the empty cells of a table as one finding, with the number the balances leave for each."""
    for table in report.tables:
        empty = [cell for cell in table.cells.values() if cell.number.kind in EMPTY]
        if empty and table.form.absence:
            yield _hit(table, empty)


def _hit(table: StatutoryTable, empty: list[CellValue]) -> Hit:
    determined = blanks(table.form, {key: cell.value for key, cell in table.cells.items()})
    named = "；".join(_described(table, cell, determined.get(cell.id)) for cell in empty[:MOST_NAMED])
    more = f"等{len(empty)}格" if len(empty) > MOST_NAMED else ""
    values = "；".join(
        f"{table.form.cell_name(cell.id)}应为{determined[cell.id]}" for cell in empty if cell.id in determined
    )
    return Hit(
        f"{table.form.name}有{len(empty)}格没有填数：{named}{more}。空白、横线和“无”都不等于0。",
        tuple(cell.place for cell in empty[:MOST_PLACES]),
        f"{table.id}:{','.join(cell.id for cell in empty)}",
        basis=table.form.basis,
        expected=values or None,
        actual="、".join(dict.fromkeys(EMPTY[cell.number.kind] for cell in empty)),
    )


def _described(table: StatutoryTable, cell: CellValue, value: object) -> str:
    hint = f"（按勾稽关系应填{value}）" if value is not None else ""
    return f"{table.form.cell_name(cell.id)}{EMPTY[cell.number.kind]}{hint}"


RULE = Rule(
    id="number.blank",
    title="统计表有空格",
    severity=Severity.WARNING,
    requirement="统计表每格都填数，没有的填0",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="空格的意思不明，有关勾稽关系无法核对。能由勾稽关系唯一推出的，一并给出应填的数。",
    advice="没有发生的填0，漏填的补上。",
    check=check,
)
