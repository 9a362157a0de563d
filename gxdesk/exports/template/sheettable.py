"""A statutory table drawn on a sheet: merged cells, totals as formulas, entries limited to numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gxdesk.exports.layout import Grid, GridCell
from gxdesk.exports.xlsx.checks import Spots, ranges
from gxdesk.exports.xlsx.look import HEADER, align, border, fill, font
from gxdesk.exports.xlsx.page import columns_of, height, letter
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.report.balances import instances
from gxdesk.standards.model import ColumnForm, TableForm

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

TOP = 3  # the first row of the table, below the sheet's title
TOTAL = "FFF2F2F2"
_FIGURE = 9.5


def draw(ws: Worksheet, form: TableForm, layout: Grid, values: Mapping[str, str]) -> Spots:
    """Draw the table and return where its figures stand; ``values`` are figures by cell id."""
    for number, width in enumerate(_widths(layout), 1):
        ws.column_dimensions[letter(number)].width = width
    spots: Spots = {}
    for cell in layout.cells:
        row, column = TOP + cell.row, cell.column + 1
        _frame(ws, cell, layout)
        if cell.id:
            spots[cell.id] = (row, column)
            figure(ws, row, column, values.get(cell.id, ""))
        else:
            put(at(ws, row, column), cell.text)
    for row in range(layout.rows):
        ws.row_dimensions[TOP + row].height = _height(layout, row)
    return spots


def total_formulas(form: TableForm, spots: Spots) -> dict[str, str]:
    """Return the formulas of the totals by cell id: what the balances of the format call a sum."""
    found: dict[str, str] = {}
    for balance in instances(form):
        if len(balance.left) == 1:
            found.setdefault(balance.left[0], f"=SUM({','.join(ranges(spots[c] for c in balance.right))})")
    return found


def put_totals(ws: Worksheet, form: TableForm, spots: Spots) -> None:
    """Write the totals as formulas on a grey ground."""
    for cell_id, formula in total_formulas(form, spots).items():
        cell = at(ws, *spots[cell_id])
        cell.value = formula
        cell.fill = fill(TOTAL)


def limit_entries(ws: Worksheet, form: TableForm, spots: Spots) -> None:
    """Let only numbers be typed in: whole where the format counts, never below zero unless it may."""
    totals = total_formulas(form, spots)
    kinds: dict[tuple[bool, bool], DataValidation] = {}
    for cell_id, (row, column) in spots.items():
        if cell_id in totals:
            continue
        wanted = form.column(cell_id)
        key = (wanted.integer, wanted.signed)
        if key not in kinds:
            kinds[key] = _validation(wanted)
            ws.add_data_validation(kinds[key])
        kinds[key].add(f"{letter(column)}{row}")


def figure(ws: Worksheet, row: int, column: int, text: str) -> None:
    """Write a figure as a number where it is one, else as text."""
    cell = at(ws, row, column)
    plain = text.isascii() and text.replace(".", "", 1).isdigit() and len(text) < 15
    if plain:
        cell.value = float(text) if "." in text else int(text)
    else:
        put(cell, text)


def _validation(column: ColumnForm) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    what = "整数" if column.integer else "数"
    found = DataValidation("whole" if column.integer else "decimal", allow_blank=True)
    if column.signed:
        found.operator, found.formula1, found.formula2 = "between", "-1000000000", "1000000000"
    else:
        found.operator, found.formula1 = "greaterThanOrEqual", "0"
    found.errorTitle, found.error = (
        "填数",
        f"这里只填{'' if column.signed else '不小于0的'}{what}，没有的填0。",
    )
    found.showErrorMessage = True
    return found


def _frame(ws: Worksheet, cell: GridCell, layout: Grid) -> None:
    """Rule, merge and align the area of a cell."""
    row, column = TOP + cell.row, cell.column + 1
    bottom, right = row + cell.rows - 1, column + cell.columns - 1
    for r in range(row, bottom + 1):
        for c in range(column, right + 1):
            at(ws, r, c).border = border()
    if (bottom, right) != (row, column):
        ws.merge_cells(start_row=row, start_column=column, end_row=bottom, end_column=right)
    label = bool(cell.label) and layout.labels > 1
    anchor = at(ws, row, column)
    anchor.alignment = align("left" if label else "center")
    anchor.font = font(10.5, bold=not cell.id and not cell.label)
    if not cell.id and not cell.label:
        anchor.fill = fill(HEADER)


def _widths(layout: Grid) -> list[float]:
    figures = layout.columns - layout.labels
    if layout.labels == 0:
        return [_FIGURE] * figures
    if layout.labels == 1:
        return [26.0, *[20.0] * figures]
    return [*[9.0, 13.0, *[11.0] * (layout.labels - 3)][: layout.labels - 1], 40.0, *[_FIGURE] * figures]


def _height(layout: Grid, row: int) -> float:
    widths = _widths(layout)
    needs = [24.0]
    for cell in layout.cells:
        if cell.row == row and cell.rows == 1 and cell.text:
            needs.append(height(cell.text, sum(widths[cell.column : cell.column + cell.columns])))
        elif cell.row <= row < cell.row + cell.rows and cell.text and not cell.label:
            width = sum(widths[cell.column : cell.column + cell.columns])
            needs.append(height(cell.text, width) / cell.rows if columns_of(cell.text) > width else 0)
    return max(needs)
