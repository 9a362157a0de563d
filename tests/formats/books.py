"""A document as workbooks: one sheet or several, away from A1, transposed, figures as text, columns added."""

from __future__ import annotations

import io
from dataclasses import replace
from html import escape
from typing import Any

from gxdesk.document.model import Document, Paragraph, Table

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def one_sheet(document: Document) -> bytes:
    """Everything on one sheet; merged cells stay merged."""
    return _book(document)


def a_sheet_each(document: Document) -> bytes:
    """Each table on a sheet of its own."""
    return _book(document, apart=True)


def away_from_the_corner(document: Document) -> bytes:
    """Tables somewhere on the sheet."""
    return _book(document, left=5)


def figures_as_text(document: Document) -> bytes:
    """Numbers stored as text."""
    return _book(document, number=str)


def full_width_figures(document: Document) -> bytes:
    """Numbers typed in full-width digits."""
    return _book(document, number=lambda text: text.translate(_WIDE))


def transposed(document: Document) -> bytes:
    """Tables three and four with rows as columns."""
    return _book(document, turn=True)


def remarks_beside(document: Document) -> bytes:
    """A running number before and a remark after every row of the tables."""
    return _book(document, extra=True)


def _book(
    document: Document,
    apart: bool = False,
    left: int = 1,
    number: Any = int,
    turn: bool = False,
    extra: bool = False,
) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sheet.cell(row, 1, block.text)
            row += 2
            continue
        table = turned(block) if turn and block.columns > 5 else block
        if apart:
            _put(book.create_sheet(), 1, left, table, number, extra)
        else:
            row = _put(sheet, row, left, table, number, extra) + 1
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def turned(table: Table) -> Table:
    cells = [
        replace(c, row=c.column, column=c.row, row_span=c.column_span, column_span=c.row_span)
        for c in table.cells
    ]
    return replace(table, rows=table.columns, columns=table.rows, cells=tuple(cells))


def _put(sheet: Any, top: int, left: int, table: Table, number: Any, extra: bool) -> int:
    for cell in table.cells:
        row, column = top + cell.row, left + cell.column + extra
        sheet.cell(row, column, number(cell.text) if cell.text.isdecimal() else cell.text)
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )
    figures = {cell.row for cell in table.cells if cell.text.isdecimal()}
    for row in range(table.rows if extra else 0):
        beside = (row, "已核对") if row in figures else ("序号", "备注")
        for column, text in zip((left, left + table.columns + 1), beside, strict=True):
            sheet.cell(top + row, column, text)
    return top + table.rows


def one_xml(document: Document) -> bytes:
    """One XML text, as reporting systems export it under the name .xls."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines += [f"<Row><Cell>{_data(block.text)}</Cell></Row>", "<Row/>"]
            continue
        for number in range(block.rows):
            cells = (
                f'<Cell ss:Index="{cell.column + 1}" ss:MergeAcross="{cell.column_span - 1}" '
                f'ss:MergeDown="{cell.row_span - 1}">{_data(cell.text)}</Cell>'
                for cell in block.cells
                if cell.row == number
            )
            lines.append(f"<Row>{''.join(cells)}</Row>")
        lines.append("<Row/>")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="年报"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode("gb18030")


def _data(text: str) -> str:
    kind = "Number" if text.isdecimal() else "String"
    return f'<Data ss:Type="{kind}">{escape(text)}</Data>'


ALL = {
    "one.xlsx": one_sheet,
    "apart.xlsx": a_sheet_each,
    "away.xlsx": away_from_the_corner,
    "text.xlsx": figures_as_text,
    "wide.xlsx": full_width_figures,
    "turned.xlsx": transposed,
    "remarks.xlsx": remarks_beside,
}
