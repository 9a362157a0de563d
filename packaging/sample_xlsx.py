"""Writes a draft as a workbook: the text on one sheet, each table on a sheet of its own.

Totals are formulas wherever the formula gives the figure in the cell, so a total that was typed over stays
a figure. openpyxl stores no results with formulas; they are added to the sheets' XML afterwards, and the
files look as if a spreadsheet program had saved them.
"""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from sample_draft import Block, Draft
from sample_tables import Grid, GridCell, grid
from sample_zip import settle

SHEETS = {
    "disclosure": "表二 主动公开",
    "applications": "表三 依申请公开",
    "review_litigation": "表四 复议诉讼",
}
WIDTHS = {
    "disclosure": [28, 18, 18, 18],
    "applications": [9, 13, 38] + [9] * 7,
    "review_litigation": [7.5] * 15,
}
FIRST = 2  # the row below the sheet's title
TEXT_WIDTH = 36  # Chinese characters on a line of the text sheet
THIN = Side(style="thin")
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)


def write(draft: Draft, target: Path) -> None:
    """Write the workbook; the cached results of its formulas go in last."""
    book = Workbook()
    text = book.active
    text.title = "报告正文"
    _text(text, draft.blocks)
    results: dict[str, dict[str, str]] = {}
    for block in draft.blocks:
        if block.kind == "table":
            sheet = book.create_sheet(SHEETS[block.text])
            number = len(book.sheetnames)
            results[f"xl/worksheets/sheet{number}.xml"] = _table(sheet, draft, block.text)
    book.properties.creator = "办公室"
    book.properties.title = draft.blocks[0].text
    book.save(target)
    settle(target, lambda name, data: _cached(data, results.get(name, {})))


def _text(sheet: Worksheet, blocks: list[Block]) -> None:
    sheet.column_dimensions["A"].width = TEXT_WIDTH * 2.25  # a character takes a little over two columns
    styles = {
        "title": (Font(name="方正小标宋简体", size=20), CENTRED),
        "section": (Font(name="黑体", size=12), LEFT),
        "aspect": (Font(name="楷体_GB2312", size=12), LEFT),
        "sign": (Font(name="仿宋_GB2312", size=12), Alignment(horizontal="right")),
    }
    body = (Font(name="仿宋_GB2312", size=12), LEFT)
    for at, block in enumerate(blocks, start=1):
        text = f"（见“{SHEETS[block.text]}”工作表）" if block.kind == "table" else block.typed
        cell = sheet.cell(at, 1, text)
        cell.font, cell.alignment = styles.get(block.kind, body)
        lines = -(-len(text) // TEXT_WIDTH)
        sheet.row_dimensions[at].height = 44 if block.kind == "title" else 6 + 16 * lines
    _fit(sheet, pages_high=0)


def _fit(sheet: Worksheet, pages_high: int) -> None:
    """Print on A4, one page wide."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages_high
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5


def _table(sheet: Worksheet, draft: Draft, table: str) -> dict[str, str]:
    """Draw one table; return the results of its formulas by coordinate."""
    dropped = frozenset(row.split("/")[1] for row in draft.dropped if row.startswith(f"{table}/"))
    layout = grid(draft.standard, table, dropped)
    for n, width in enumerate(WIDTHS[table], start=1):
        sheet.column_dimensions[letter(n)].width = width
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=layout.columns)
    title = sheet.cell(1, 1, layout.title)
    title.font, title.alignment = Font(name="黑体", size=14), CENTRED
    sheet.row_dimensions[1].height = 30
    results = {}
    formulas = _formulas(layout, draft)
    for cell in layout.cells:
        coordinate = _draw(sheet, cell, LEFT if cell.label and table == "applications" else CENTRED)
        text = draft.cells[f"{table}/{cell.id}"] if cell.id else cell.text
        text = draft.labels.get(f"{table}/{cell.label}", text) if cell.label else text
        if cell.id in formulas:
            results[coordinate] = text
            sheet[coordinate] = formulas[cell.id]
        else:
            sheet[coordinate] = _value(text) if cell.id else text
    _finish(sheet, layout)
    return results


def _draw(sheet: Worksheet, cell: GridCell, alignment: Alignment) -> str:
    """Merge, rule and align the area of a cell; return its coordinate."""
    top, left = cell.row + FIRST, cell.column + 1
    bottom, right = top + cell.rows - 1, left + cell.columns - 1
    for row in sheet.iter_rows(top, bottom, left, right):
        for one in row:
            one.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    if (cell.rows, cell.columns) != (1, 1):
        sheet.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)
    anchor = sheet.cell(top, left)
    anchor.font = Font(name="宋体", size=11)
    anchor.alignment = alignment
    return str(anchor.coordinate)


def _value(text: str) -> int | float | str | None:
    """Return what the spreadsheet would hold: a number where the text is one, nothing for a blank."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    return text or None


def _formulas(layout: Grid, draft: Draft) -> dict[str, str]:
    """Return the sums that give the figure in their cell; a typed-over or spoilt total gets none."""
    spots = {cell.id: (cell.row + FIRST, cell.column + 1) for cell in layout.cells if cell.id}
    found = {}
    for cell_id in spots:
        row, column = cell_id.split(".")
        if layout.table == "disclosure" or "total" not in (row, column):
            continue
        if row == "total" and column != "total":
            parts = [i for i in spots if i.endswith(f".{column}") and _is_result(i)]
        else:
            parts = [i for i in spots if i.startswith(f"{row}.") and i != cell_id]
        figures = [draft.cells[f"{layout.table}/{part}"] for part in parts]
        wanted = draft.cells[f"{layout.table}/{cell_id}"]
        if str(sum(int(figure or 0) for figure in figures)) == wanted:
            (top, left), (bottom, right) = spots[parts[0]], spots[parts[-1]]
            found[cell_id] = f"=SUM({letter(left)}{top}:{letter(right)}{bottom})"
    return found


def _is_result(cell_id: str) -> bool:
    return cell_id.split(".")[0] not in {"new", "carried_in", "total", "carried_out"}


def _finish(sheet: Worksheet, layout: Grid) -> None:
    """Set heights, the print area and the rows repeated on every page."""
    for at in range(FIRST, FIRST + layout.rows):
        sheet.row_dimensions[at].height = 32 if layout.table == "applications" else 28
    sheet.page_setup.orientation = "landscape" if layout.columns == 15 else "portrait"
    _fit(sheet, pages_high=1)
    if layout.header:
        sheet.freeze_panes = (
            f"{letter(layout.columns - 6 if layout.columns == 10 else 1)}{FIRST + layout.header}"
        )
        sheet.print_title_rows = f"1:{FIRST + layout.header - 1}"


def _cached(data: bytes, results: dict[str, str]) -> bytes:
    """Add the results to the formulas of a sheet's XML."""
    xml = data.decode("utf-8")
    for coordinate, value in results.items():
        pattern = rf'(<c r="{coordinate}"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)'
        xml, times = re.subn(pattern, rf"\g<1><v>{value}</v>", xml)
        if times != 1:
            raise ValueError(f"no formula at {coordinate}")
    return xml.encode("utf-8")
