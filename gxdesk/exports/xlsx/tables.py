"""Sheet 表格数据: the statutory tables as they were understood, wrong and missing cells marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gxdesk.checklist.result import Result
from gxdesk.exports.xlsx.band import band
from gxdesk.exports.xlsx.checks import OK, Spots, formula, put_check
from gxdesk.exports.xlsx.look import AMBER, GREY, INK, RED, Tone, align, boxed, font, heading
from gxdesk.exports.xlsx.marks import Mark, marks
from gxdesk.exports.xlsx.page import height, merged, sheet
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.report.balances import Balance, evaluate, instances
from gxdesk.report.model import CellValue, StatutoryTable
from gxdesk.standards.model import PartForm, RowForm

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LABEL_WIDTHS = (14.0, 13.0, 36.0)
DATA_WIDTH = 11.0
CHECK_WIDTH = 10.0
NOTE_WIDTH = 44.0
NOT_CHECKABLE = "无法核对"
MOST_DIGITS = 15  # Excel keeps no more digits of a number
_FIRST_ROW = 5
_LONG = 12  # a table of more rows starts a page of its own
_TONES = {"suspect": RED, "wrong": AMBER, "unbalanced": AMBER, "missing": GREY}


@dataclass
class _Canvas:
    """The sheet being drawn: its next free ``row``, and where data, checks of rows and notes stand.

    ``spots`` are the places of the current table's figures; ``results`` those of formulas, by address.
    """

    ws: Worksheet
    data: int
    check: int
    note: int
    row: int = _FIRST_ROW
    marks: dict[str, Mark] = field(default_factory=dict)
    spots: Spots = field(default_factory=dict)
    results: dict[str, str | int | float] = field(default_factory=dict)

    def slots(self, part: PartForm, column: int) -> tuple[int, int]:
        """Return the first and last sheet column of a table column: few columns share the whole width."""
        wide, count = self.check - self.data, len(part.columns)
        return self.data + wide * column // count, self.data + wide * (column + 1) // count - 1


def add_tables(book: Workbook, result: Result) -> dict[str, str | int | float]:
    """Add the sheet 表格数据; nothing when the format has no tables.

    Returns the results of the formulas by address.
    """
    tables = result.report.tables
    if not tables:
        return {}
    columns = max(len(part.columns) for table in tables for part in table.form.parts)
    widths = [*LABEL_WIDTHS, *[DATA_WIDTH] * columns, CHECK_WIDTH, NOTE_WIDTH]
    ws = sheet(book, "表格数据", widths, band(result, "表格数据"))
    found = marks(result)
    canvas = _Canvas(ws, len(LABEL_WIDTHS) + 1, len(widths) - 1, len(widths), marks=found)
    legend = (
        "“缺”：草稿中没有这一格；红色：最可能填错的格；黄色：有问题或勾稽不平的格。说明见各行末尾。"
        f"“勾稽”一栏和各表下面的“核对”行是公式，在本表里改正数字后会随之变成“{OK}”。"
    )
    merged(ws, 4, 1, canvas.note, legend)
    at(ws, 4, 1).font = font(9, "FF595959")
    for table in tables:
        _draw_table(canvas, table)
    ws.freeze_panes = "A4"
    return canvas.results


def _draw_table(canvas: _Canvas, table: StatutoryTable) -> None:
    form = table.form
    if canvas.row > _FIRST_ROW and len(form.rows()) > _LONG:
        _break_page(canvas)
    name = form.name if form.name == form.title else f"{form.name}　{form.title}"
    absent = "" if table.present else "　——　缺：草稿中没有找到本表"
    merged(canvas.ws, canvas.row, 1, canvas.note, name + absent)
    ink = INK if table.present else RED.ink
    at(canvas.ws, canvas.row, 1).font = font(12, ink, bold=True, title=True)
    canvas.ws.row_dimensions[canvas.row].height = 24
    canvas.row += 1
    if not table.present:
        return
    canvas.spots = {}
    for part in form.parts:
        if part.title:
            merged(canvas.ws, canvas.row, 1, canvas.note, part.title)
            _box_row(canvas, canvas.row, heading)
            canvas.ws.row_dimensions[canvas.row].height = 18
            canvas.row += 1
        _draw_header(canvas, part, form.header_note)
        _draw_rows(canvas, table, part)
    _draw_checks(canvas, table)
    canvas.row += 1


def _draw_checks(canvas: _Canvas, table: StatutoryTable) -> None:
    """Add the live checks: of a row in the column beside it, of columns in rows of their own below."""
    below: dict[str, list[Balance]] = {}
    for balance in instances(table.form):
        rows = {canvas.spots[cell][0] for cell in balance.cells()}
        if len(rows) == 1:
            _check(canvas, table, balance, min(rows), canvas.check)
        else:
            below.setdefault(balance.text, []).append(balance)
    for text, balances in below.items():
        _box_row(canvas, canvas.row, boxed)
        merged(canvas.ws, canvas.row, 1, canvas.data - 1, f"核对：{text}")
        canvas.ws.row_dimensions[canvas.row].height = height(text, sum(LABEL_WIDTHS), 24)
        for balance in balances:
            _check(canvas, table, balance, canvas.row, canvas.spots[balance.left[0]][1])
        canvas.row += 1


def _check(canvas: _Canvas, table: StatutoryTable, balance: Balance, row: int, column: int) -> None:
    spot = put_check(canvas.ws, row, column, formula(balance, canvas.spots, NOT_CHECKABLE), NOT_CHECKABLE)
    found = evaluate(balance, table)
    if found.left_sum is None or found.right_sum is None:
        canvas.results[spot] = NOT_CHECKABLE
    else:
        canvas.results[spot] = OK if found.holds else f"差{found.left_sum - found.right_sum}"


def _break_page(canvas: _Canvas) -> None:
    from openpyxl.worksheet.pagebreak import Break

    canvas.ws.row_breaks.append(Break(id=canvas.row - 1))


def _draw_header(canvas: _Canvas, part: PartForm, corner: str) -> None:
    depth = 1 + max(len(column.groups) for column in part.columns)
    top = canvas.row
    paths = [(*column.groups, column.label) for column in part.columns]
    for row in range(top, top + depth):
        _box_row(canvas, row, heading)
    text = corner or "信息内容"
    merged(canvas.ws, top, 1, canvas.data - 1, text, depth)
    for level in range(depth):
        for first, last, label, deepest in _runs(paths, level):
            rows = depth - level if deepest else 1
            left, right = canvas.slots(part, first)[0], canvas.slots(part, last)[1]
            merged(canvas.ws, top + level, left, right, label, rows)
    merged(canvas.ws, top, canvas.check, canvas.check, "勾稽", depth)
    merged(canvas.ws, top, canvas.note, canvas.note, "说明", depth)
    needed = height(text, sum(LABEL_WIDTHS), 20 * depth)
    wide = DATA_WIDTH * (canvas.check - canvas.data) / len(part.columns)
    needed = max(needed, *(height(c.label, wide) + 20 * len(c.groups) for c in part.columns))
    for row in range(top, top + depth):
        canvas.ws.row_dimensions[row].height = needed / depth
    canvas.row = top + depth


def _draw_rows(canvas: _Canvas, table: StatutoryTable, part: PartForm) -> None:
    top = canvas.row
    paths = [(*row.groups, row.label) for row in part.rows]
    for row in part.rows:
        _box_row(canvas, canvas.row, boxed)
        note = _draw_cells(canvas, table, part, row)
        put(at(canvas.ws, canvas.row, canvas.note), note)
        width = sum(LABEL_WIDTHS[len(row.groups) :])
        canvas.ws.row_dimensions[canvas.row].height = max(height(row.label, width), height(note, NOTE_WIDTH))
        canvas.row += 1
    for level in range(canvas.data - 1):
        for first, last, label, deepest in _runs(paths, level):
            end = canvas.data - 1 if deepest else level + 1
            merged(canvas.ws, top + first, level + 1, end, label, last - first + 1)
            at(canvas.ws, top + first, level + 1).alignment = align("left" if deepest else "center")


def _draw_cells(canvas: _Canvas, table: StatutoryTable, part: PartForm, row: RowForm) -> str:
    """Write the row's cells and return what is to be said about them."""
    notes: list[str] = []
    for offset, column in enumerate(part.columns):
        cell_id = f"{row.id}.{column.id}"
        left, right = canvas.slots(part, offset)
        cell = at(canvas.ws, canvas.row, left)
        canvas.spots[cell_id] = (canvas.row, left)
        value = table.cells.get(cell_id)
        mark = canvas.marks.get(f"{table.id}/{cell_id}")
        if right > left:
            merged(canvas.ws, canvas.row, left, right, "")
        if value is None:
            put(cell, "缺")
            boxed(cell, "center", _TONES["missing"])
            continue
        _put_value(cell, value)
        tone: Tone | None = _TONES[mark.kind] if mark else None
        boxed(cell, "right" if value.value is not None else "center", tone, bold=mark is not None)
        if mark is not None:
            notes.append(f"{column.label}：{mark.text}")
    return "；".join(notes)


def _put_value(cell: Cell, value: CellValue) -> None:
    """Write plain figures as numbers, so that they can be added up; all else exactly as in the draft."""
    number = value.value
    if number is None or value.number.kind not in ("plain", "grouped") or len(str(number)) > MOST_DIGITS:
        put(cell, value.text)
        return
    whole = number == number.to_integral_value()
    cell.value = int(number) if whole else float(number)
    if value.number.kind == "grouped":
        cell.number_format = "#,##0" if whole else "#,##0.00"


def _runs(paths: list[tuple[str, ...]], level: int) -> list[tuple[int, int, str, bool]]:
    """Return the runs of equal labels at a level: first, last, label, whether it is the innermost label."""
    runs: list[tuple[int, int, str, bool]] = []
    previous: tuple[str, ...] = ()
    for index, path in enumerate(paths):
        if len(path) <= level:
            previous = ()
            continue
        here, deepest = path[: level + 1], len(path) == level + 1
        if runs and here == previous and not deepest:
            runs[-1] = (runs[-1][0], index, path[level], False)
        else:
            runs.append((index, index, path[level], deepest))
        previous = here
    return runs


def _box_row(canvas: _Canvas, row: int, style: Callable[[Cell], None]) -> None:
    """Style a whole row before its cells are merged."""
    for column in range(1, canvas.note + 1):
        style(at(canvas.ws, row, column))
