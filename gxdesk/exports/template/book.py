"""An empty draft as a workbook: the text on one sheet, each table on its own with totals that add up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gxdesk.exports.cached import saved
from gxdesk.exports.layout import grid
from gxdesk.exports.template import sheettable, text, warnings
from gxdesk.exports.xlsx.look import align, font
from gxdesk.exports.xlsx.page import height, letter, new_book
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.standards.model import Standard, TableForm

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT_WIDTH = 84.0
_SHORT = {"disclosure": "主动公开", "applications": "依申请公开", "review_litigation": "复议诉讼"}


def book_template(standard: Standard, year: int) -> bytes:
    """Return the empty draft of a report year."""
    book = new_book(f"政府信息公开工作年度报告（{standard.name}，空白模板）")
    _text_sheet(book, standard, year)
    results = {sheet_name(form): table_sheet(book, form, {}, sheet_name(form)) for form in standard.tables}
    return saved(book, results)


def tables_workbook(standard: Standard, values: Mapping[str, Mapping[str, str]], title: str) -> Workbook:
    """Return a workbook with filled tables; ``values`` are figures by table and cell id."""
    book = new_book(title)
    for form in standard.tables:
        if form.id in values:
            table_sheet(book, form, values[form.id], sheet_name(form), formulas=False)
    return book


def sheet_name(form: TableForm) -> str:
    """Return the name of a table's sheet."""
    short = _SHORT.get(form.id, form.title[:20])
    return f"{form.name} {short}" if form.name != form.title else short


def table_sheet(
    book: Workbook, form: TableForm, values: Mapping[str, str], name: str, formulas: bool = True
) -> dict[str, str | int | float]:
    """Add a sheet with one table; return the results of its formulas by address."""
    ws: Worksheet = book.create_sheet(name)
    layout = grid(form)
    _title(ws, form, layout.columns)
    spots = sheettable.draw(ws, form, layout, values)
    results: dict[str, str | int | float] = {}
    if formulas:
        sheettable.put_totals(ws, form, spots)
        sheettable.limit_entries(ws, form, spots)
        for cell_id in sheettable.total_formulas(form, spots):
            row, column = spots[cell_id]
            results[f"{letter(column)}{row}"] = 0
        top = sheettable.TOP + layout.rows + 1
        results.update(warnings.add_checks(ws, form, spots, top, layout))
    _page(ws, landscape=layout.labels == 0, columns=layout.columns, rows=sheettable.TOP + layout.rows - 1)
    if layout.header and layout.labels:
        ws.freeze_panes = f"{letter(layout.labels + 1)}{sheettable.TOP + layout.header}"
    return results


def _title(ws: Worksheet, form: TableForm, columns: int) -> None:
    ws.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    cell = at(ws, 1, 1)
    put(cell, form.title if form.name == form.title else f"{form.name}　{form.title}")
    cell.font, cell.alignment = font(14, title=True), align("center")
    ws.row_dimensions[1].height = 30


def _page(ws: Worksheet, landscape: bool, columns: int, rows: int) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    ws.page_setup.paperSize = 9  # A4
    ws.page_setup.orientation = "landscape" if landscape else "portrait"
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_options.horizontalCentered = True
    ws.page_margins.left = ws.page_margins.right = 0.5
    ws.print_area = f"A1:{letter(columns)}{rows}"


def _text_sheet(book: Workbook, standard: Standard, year: int) -> None:
    ws: Worksheet = book.create_sheet("报告正文")
    ws.column_dimensions["A"].width = _TEXT_WIDTH
    looks = _looks()
    row = 0
    for row, line in enumerate(text.lines(standard, year), 1):
        form = standard.table(line.text) if line.kind == text.TABLE else None
        shown = line.text if form is None else f"（见“{sheet_name(form)}”工作表）"
        cell = at(ws, row, 1)
        put(cell, shown)
        cell.font, cell.alignment = looks.get(line.kind, looks[text.BODY])
        ws.row_dimensions[row].height = 44 if line.kind == text.TITLE else height(shown, _TEXT_WIDTH * 0.82)
    _page(ws, landscape=False, columns=1, rows=row)


def _looks() -> dict[str, tuple[Font, Alignment]]:
    from openpyxl.styles import Font

    return {
        text.TITLE: (Font(name="方正小标宋简体", size=20), align("center")),
        text.SECTION: (Font(name="黑体", size=12), align()),
        text.ASPECT: (Font(name="楷体_GB2312", size=12), align()),
        text.BODY: (Font(name="仿宋_GB2312", size=12), align()),
        text.SIGN: (Font(name="仿宋_GB2312", size=12), align("right")),
    }
