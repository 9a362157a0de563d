"""A document as text files: every way tables come when they are copied into Notepad or out of a PDF."""

from __future__ import annotations

from collections.abc import Callable

from gxdesk.document.model import Document, Paragraph, Table


def _lines(document: Document, table_lines: Callable[[Table], list[str]]) -> list[str]:
    lines: list[str] = []
    for block in document.blocks:
        lines += [block.text] if isinstance(block, Paragraph) else table_lines(block)
    return lines


def rows(table: Table) -> list[list[str]]:
    """The text of every grid position; a merged cell's at its first, as programs paste it."""
    texts = {(cell.row, cell.column): cell.text.replace("\n", "") for cell in table.cells}
    return [[texts.get((r, c), "") for c in range(table.columns)] for r in range(table.rows)]


def filled(table: Table) -> list[list[str]]:
    return [[text for text in row if text] for row in rows(table)]


def one_cell_a_line(document: Document) -> bytes:
    """As a web page pasted into Notepad; GB18030 with CRLF and blank lines between."""
    lines = _lines(document, lambda table: [text for row in filled(table) for text in row])
    return "\r\n\r\n".join(lines).encode("gb18030")


def labels_broken(document: Document) -> bytes:
    """One cell a line, long labels broken over two lines."""

    def broken(table: Table) -> list[str]:
        pieces = []
        for text in (text for row in filled(table) for text in row):
            half = len(text) // 2
            pieces += [text[:half], text[half:]] if len(text) > 8 else [text]
        return pieces

    return "\n".join(_lines(document, broken)).encode("utf-16")


def figures_on_one_line(document: Document) -> bytes:
    """Labels one a line, the figures of a row together on the next line; mixed line ends."""

    def together(table: Table) -> list[str]:
        lines = []
        for row in filled(table):
            figures = [text for text in row if text.replace(".", "").isdecimal()]
            lines += [text for text in row if text not in figures]
            lines += [" ".join(figures)] * bool(figures)
        return lines

    lines = _lines(document, together)
    return "".join(line + ("\n", "\r\n", "\r")[n % 3] for n, line in enumerate(lines)).encode("utf-8")


def tabs(document: Document) -> bytes:
    """As a table copied out of Word or Excel; UTF-8 with byte order mark."""
    lines = _lines(document, lambda table: ["\t".join(row) for row in rows(table)])
    return "\n".join(lines).encode("utf-8-sig")


def bars(document: Document) -> bytes:
    """Cells apart by bars without a frame; UTF-16 without byte order mark."""
    lines = _lines(document, lambda table: ["|".join(row) for row in rows(table)])
    return "\n".join(lines).encode("utf-16-le")


def commas(document: Document) -> bytes:
    """Comma-separated values; GB18030."""
    lines = _lines(document, lambda table: [",".join(row) for row in rows(table)])
    return "\r\n".join(lines).encode("gb18030")


def spaces(document: Document) -> bytes:
    """As copied out of a PDF: cells apart by runs of spaces, nothing left of blank ones; some NUL bytes."""
    lines = _lines(document, lambda table: ["    ".join(row) for row in filled(table)])
    return "\n".join(lines).encode("utf-8").replace(b"\n", b"\n\x00", 3)


def markdown(document: Document) -> bytes:
    """As Markdown: headings with #, tables with bars and a ruling."""

    def ruled(table: Table) -> list[str]:
        lines = [f"| {' | '.join(row)} |" for row in rows(table)]
        return [lines[0], "|" + "---|" * table.columns, *lines[1:]]

    marks = iter(["# "])
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            mark = next(marks, "") or ("## " if block.text[1:2] == "、" else "")
            lines += [mark + block.text, ""]
        else:
            lines += [*ruled(block), ""]
    return "\n".join(lines).encode()


ALL = {
    "cells.txt": one_cell_a_line,
    "broken.txt": labels_broken,
    "figures.txt": figures_on_one_line,
    "tabs.txt": tabs,
    "bars.txt": bars,
    "commas.txt": commas,
    "spaces.txt": spaces,
    "marked.md": markdown,
}
