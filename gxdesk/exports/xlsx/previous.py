"""Sheet 上年比对: every figure of the tables beside last year's, when last year's report was given."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding
from gxdesk.exports.words import by_gravity
from gxdesk.exports.xlsx.band import band
from gxdesk.exports.xlsx.look import AMBER, GREY, RED, align, boxed
from gxdesk.exports.xlsx.page import HEADER_ROW, Column, listing, sheet
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.report.model import Report, StatutoryTable

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "上年比对"
_LEAST, _MANY = 10, 2  # an increase to more than twice and by at least ten is pointed out
_COLUMNS = (
    Column("表", 7, "center"),
    Column("行", 44),
    Column("列", 24),
    Column("上年", 12, "center"),
    Column("本年", 12, "center"),
    Column("增减", 12, "center"),
    Column("说明", 44),
)
Figure = tuple[StatutoryTable, str, Decimal | None, Decimal | None]


def add_previous(book: Workbook, result: Result) -> dict[str, str | int | float]:
    """Add the sheet; nothing without last year's report. Returns the results of its formulas by address."""
    previous = result.report.previous
    if previous is None:
        return {}
    ws = sheet(book, NAME, [column.width for column in _COLUMNS], band(result, NAME))
    put(at(ws, 3, 1), _about(previous))
    said = _said(result)
    figures = _figures(result.report, previous, said)
    listing(ws, _COLUMNS, [_row(figure) for figure in figures])
    cached: dict[str, str | int | float] = {}
    for row, (table, cell, last, now) in enumerate(figures, HEADER_ROW + 1):
        for column, value in ((4, last), (5, now)):
            if value is not None:
                at(ws, row, column).value = _plain(value)
                at(ws, row, column).alignment = align("right")
        words = said.get(f"{table.id}/{cell}", "")
        if last is not None and now is not None:
            at(ws, row, 6).value = f"=E{row}-D{row}"
            at(ws, row, 6).number_format = "+#,##0.##;-#,##0.##;0"
            at(ws, row, 6).alignment = align("right")
            cached[f"F{row}"] = _plain(now - last)
            if not words and _leaps(last, now):
                words = "变化较大，请核实。"
                boxed(at(ws, row, 6), "right", AMBER)
        else:
            boxed(at(ws, row, 4 if last is None else 5), "center", GREY)
        put(at(ws, row, 7), words)
        if words in said.values():
            boxed(at(ws, row, 5), "right", RED)
    return cached


def _about(previous: Report) -> str:
    identity = previous.identity
    year = f"{identity.year}年度" if identity.year else "年度不明"
    who = identity.authority or "单位不明"
    return f"上年报告：{who}　{year}　{previous.standard.name}。只列两年格式中都有的格；两年都是0的不列。"


def _figures(report: Report, previous: Report, said: dict[str, str]) -> list[Figure]:
    """Return the cells both formats have; those that are 0 in both years only when something is said."""
    found: list[Figure] = []
    for table in report.tables:
        other = previous.table(table.id)
        if other is None or not (table.present or other.present):
            continue
        known = set(other.form.cell_ids())
        for cell in table.form.cell_ids():
            last, now = other.value(cell), table.value(cell)
            idle = last == now == 0 and f"{table.id}/{cell}" not in said
            if cell in known and not idle:
                found.append((table, cell, last, now))
    return found


def _row(figure: Figure) -> list[str | int]:
    table, cell, last, now = figure
    row_id = cell.split(".")[0]
    form = table.form
    return [
        form.name,
        form.row(row_id).name,
        form.column(cell).label,
        "没有这个数" if last is None else "",
        "没有这个数" if now is None else "",
        "",
        "",
    ]


def _said(result: Result) -> dict[str, str]:
    """Return what the cross-year findings say, by the cells they point at."""
    places = {
        (value.place.block, value.place.row, value.place.column): f"{table.id}/{cell}"
        for table in result.report.tables
        for cell, value in table.cells.items()
    }
    found: dict[str, str] = {}
    for finding in by_gravity(result.checklist.findings):
        if finding.rule.startswith("year."):
            for cell in _cells(finding, places):
                found.setdefault(cell, finding.message)
    return found


def _cells(finding: Finding, places: dict[tuple[int | None, int | None, int | None], str]) -> list[str]:
    keys = [(place.block, place.row, place.column) for place in finding.places if place.row is not None]
    return [places[key] for key in keys if key in places]


def _leaps(last: Decimal, now: Decimal) -> bool:
    small, large = sorted((abs(last), abs(now)))
    return large - small >= _LEAST and large > _MANY * small


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
