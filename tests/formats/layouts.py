"""The same draft laid out in every way clerks' drafts come: a document as docx, xlsx and flattened text."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

from gxdesk.document.model import Document, Paragraph, Table

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def as_xlsx(document: Document, sheet_per_table: bool = False) -> bytes:
    """Lay a document out on one sheet, or with each table on a sheet of its own; merged cells stay merged."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sheet.cell(row, 1, block.text)
            row += 2
        elif sheet_per_table:
            _put_table(book.create_sheet(), 1, block)
        else:
            row = _put_table(sheet, row, block) + 1
    return _saved(book)


def _put_table(sheet, top: int, table: Table) -> int:
    for cell in table.cells:
        r, c = top + cell.row, 1 + cell.column
        sheet.cell(r, c, int(cell.text) if cell.text.isdecimal() else cell.text)
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=r,
                start_column=c,
                end_row=r + cell.row_span - 1,
                end_column=c + cell.column_span - 1,
            )
    return top + table.rows


def _saved(book) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_flattened_text(document: Document) -> bytes:
    """One paragraph or one table cell a line, as a web page pasted into Notepad; GB18030 with CRLF."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [cell.text.replace("\n", "") for cell in block.cells if cell.text.strip()]
    return "\r\n\r\n".join(lines).encode("gb18030")


def as_tabbed_text(document: Document) -> bytes:
    """One table row a line, cells apart by tabs, as a table copied out of Word or Excel; UTF-8 with BOM."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
            continue
        anchors = {(cell.row, cell.column): cell.text.replace("\n", "") for cell in block.cells}
        for r in range(block.rows):
            lines.append("\t".join(anchors.get((r, c), "") for c in range(block.columns)))
    return "\n".join(lines).encode("utf-8-sig")


def through_libreoffice(data: bytes, suffix: str, target: str, folder: Path) -> bytes:
    """Return the file LibreOffice makes of ``data``; ``target`` is a filter such as ``docx`` or ``odt``."""
    assert SOFFICE is not None
    source = folder / f"draft{suffix}"
    source.write_bytes(data)
    out = folder / f"to-{target.split(':')[0]}"
    command = [
        SOFFICE,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (out / f"draft.{target.split(':')[0]}").read_bytes()
