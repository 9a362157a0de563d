"""The frame all sheets share: a band with draft and verdict, a header row, and how it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from gxdesk.exports.xlsx.look import BAND, Tone, align, boxed, fill, font, heading
from gxdesk.exports.xlsx.safe import at, clean, put

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROW = 4
POINTS_A_LINE = 14.0


@dataclass(frozen=True, slots=True)
class Band:
    """The top of every sheet: ``title``, the ``verdict`` in its ``tone``, a line of ``details``."""

    title: str
    verdict: str
    tone: Tone
    details: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its title, width in characters and alignment."""

    title: str
    width: float
    align: str = "left"


def new_book(title: str) -> Workbook:
    """Return an empty workbook (without sheets) that names this program as its maker."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "GxDesk"
    book.properties.title = clean(title)
    return book


def sheet(book: Workbook, name: str, widths: Sequence[float], band: Band, upright: bool = False) -> Worksheet:
    """Add a sheet with its band in rows 1 to 3, set to print on A4, as wide as the paper."""
    ws: Worksheet = book.create_sheet(name)
    ws.sheet_view.showGridLines = False
    for number, width in enumerate(widths, 1):
        ws.column_dimensions[letter(number)].width = width
    _draw_band(ws, widths, band)
    _page(ws, name, upright)
    return ws


def listing(ws: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[str | int]]) -> None:
    """Write a list from row 4 on: header, rows of text; frozen, filterable, header repeated on each page."""
    for number, column in enumerate(columns, 1):
        cell = at(ws, HEADER_ROW, number)
        put(cell, column.title)
        heading(cell)
    ws.row_dimensions[HEADER_ROW].height = 24
    for offset, row in enumerate(rows, 1):
        for number, (column, text) in enumerate(zip(columns, row, strict=True), 1):
            cell = at(ws, HEADER_ROW + offset, number)
            if isinstance(text, int):
                cell.value = text
            else:
                put(cell, text)
            boxed(cell, column.align)
        # Excel fits rows to their text by itself, LibreOffice and some WPS versions do not.
        needs = (height(str(text), column.width) for column, text in zip(columns, row, strict=True))
        ws.row_dimensions[HEADER_ROW + offset].height = max(needs, default=18)
    ws.freeze_panes = f"A{HEADER_ROW + 1}"
    ws.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    if rows:
        ws.auto_filter.ref = f"A{HEADER_ROW}:{letter(len(columns))}{HEADER_ROW + len(rows)}"


def merged(ws: Worksheet, row: int, first: int, last: int, text: str, rows: int = 1) -> None:
    """Write text into ``rows`` x ``first..last`` as one cell; style its top left cell afterwards."""
    put(at(ws, row, first), text)
    if last > first or rows > 1:
        ws.merge_cells(start_row=row, start_column=first, end_row=row + rows - 1, end_column=last)


def height(text: str, width: float, least: float = 18) -> float:
    """Return the height in points ``text`` needs when wrapped (merged cells do not grow by themselves)."""
    lines = sum(max(1, ceil(columns_of(line) / max(1.0, width - 1))) for line in text.split("\n"))
    return min(400.0, max(least, lines * POINTS_A_LINE + 4))


def columns_of(text: str) -> int:
    """Return how wide text is in character cells: a Chinese character takes two."""
    return sum(2 if east_asian_width(ch) in "WFA" else 1 for ch in text)


def letter(column: int) -> str:
    """Return the letters of a column, 1 -> ``A``."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _draw_band(ws: Worksheet, widths: Sequence[float], band: Band) -> None:
    total = sum(widths)
    merged(ws, 1, 1, len(widths), band.title)
    top = at(ws, 1, 1)
    top.font, top.fill = font(15, "FFFFFFFF", bold=True, title=True), fill(BAND)
    top.alignment = align("left")
    ws.row_dimensions[1].height = height(band.title, total / 1.6, 30)
    merged(ws, 2, 1, len(widths), band.verdict)
    verdict = at(ws, 2, 1)
    verdict.font, verdict.fill = font(12, band.tone.ink, bold=True), fill(band.tone.fill)
    verdict.alignment = align("left")
    ws.row_dimensions[2].height = height(band.verdict, total / 1.2, 24)
    merged(ws, 3, 1, len(widths), band.details)
    details = at(ws, 3, 1)
    details.font, details.alignment = font(9, "FF595959"), align("left")
    ws.row_dimensions[3].height = height(band.details, total * 1.1, 20)


def _page(ws: Worksheet, name: str, upright: bool) -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    ws.page_setup.paperSize = 9  # A4
    ws.page_setup.orientation = "portrait" if upright else "landscape"
    ws.page_setup.fitToWidth = 1
    ws.page_setup.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_options.horizontalCentered = True
    margins = ws.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.65, 0.3, 0.3
    ws.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(name, size=8),
        center=_HeaderFooterPart("第 &P 页，共 &N 页", size=8),
        right=_HeaderFooterPart("GxDesk", size=8),
    )
