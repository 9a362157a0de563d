"""A document as text files: every way tables come when they are copied into Notepad or out of a PDF."""

from __future__ import annotations

import csv
import io
import unicodedata
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
            label = len(text) > 8 and not text.replace(".", "").isdecimal()
            pieces += [text[:half], text[half:]] if label else [text]
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


def pasted_tabs(document: Document) -> bytes:
    """As a table copied out of Word: one tab a cell, however many columns it is merged over."""

    def cells(table: Table) -> list[str]:
        lines = [dict.fromkeys(cell for cell in row if cell is not None) for row in table.grid()]
        return [
            "\t".join(cell.text.replace("\n", "") if cell.row == number else "" for cell in line)
            for number, line in enumerate(lines)
        ]

    return "\r\n".join(_lines(document, cells)).encode("gb18030")


def bars(document: Document) -> bytes:
    """Cells apart by bars without a frame; UTF-16 without byte order mark."""
    lines = _lines(document, lambda table: ["|".join(row) for row in rows(table)])
    return "\n".join(lines).encode("utf-16-le")


def wide_bars(document: Document) -> bytes:
    """Cells apart by full-width bars; UTF-16 big-endian."""
    return "\n".join(_lines(document, lambda table: ["｜".join(row) for row in rows(table)])).encode(
        "utf-16-be"
    )


def commas(document: Document) -> bytes:
    """Comma-separated values as a spreadsheet saves them, cells with commas in quotation marks; GB18030."""

    def saved(table: Table) -> list[str]:
        stream = io.StringIO()
        csv.writer(stream).writerows(rows(table))
        return stream.getvalue().splitlines()

    return "\r\n".join(_lines(document, saved)).encode("gb18030")


def wide_commas(document: Document) -> bytes:
    """Cells apart by full-width commas, which some labels hold too (in brackets)."""
    return "\n".join(_lines(document, lambda table: ["，".join(row) for row in rows(table)])).encode()


def semicolons(document: Document) -> bytes:
    """Cells apart by semicolons; GB18030."""
    return "\n".join(_lines(document, lambda table: [";".join(row) for row in rows(table)])).encode("gb18030")


def wide_semicolons(document: Document) -> bytes:
    """Cells apart by full-width semicolons."""
    return "\n".join(_lines(document, lambda table: ["；".join(row) for row in rows(table)])).encode()


def mixed_white_space(document: Document) -> bytes:
    """Tabs with spaces around them, as an editor leaves them that lines columns up."""
    return "\n".join(_lines(document, lambda table: ["  \t　".join(row) for row in rows(table)])).encode()


def ended_tabs(document: Document) -> bytes:
    """Tabs at the ends of lines cut off, as editors do at saving."""
    return "\n".join(
        _lines(document, lambda table: ["\t".join(row).rstrip() for row in rows(table)])
    ).encode()


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


def unframed_markdown(document: Document) -> bytes:
    """Markdown tables without outer bars, the ruling with colons for alignment."""

    def ruled(table: Table) -> list[str]:
        lines = [" | ".join(row) for row in rows(table)]
        rule = "|".join((":---", ":---:", "---:")[n % 3] for n in range(table.columns))
        return ["", lines[0], rule, *lines[1:], ""]

    return "\n".join(_lines(document, ruled)).encode()


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _wide(text))


def _drawn(table: Table, cells: list[list[list[str]]], between: bool, signs: str) -> list[str]:
    """Draw cells (rows of columns of lines) with the signs of a frame."""
    widths = [max(_wide(line) for row in cells for line in row[c]) for c in range(table.columns)]
    rules = [
        "".join((a, b.join(signs[9] * width for width in widths), c))
        for a, b, c in zip(signs[0:9:3], signs[1:9:3], signs[2:9:3], strict=True)
    ]
    lines = [rules[0]]
    for number, row in enumerate(cells):
        lines += [rules[1]] * (between and number > 0)
        for n in range(max(map(len, row))):
            texts = [
                _padded(cell[n] if n < len(cell) else "", width)
                for cell, width in zip(row, widths, strict=True)
            ]
            lines.append(signs[10] + signs[10].join(texts) + signs[10])
    return [*lines, rules[2]]


def boxes(document: Document) -> bytes:
    """Tables drawn with a frame around every cell."""
    lines = _lines(
        document, lambda t: _drawn(t, [[[x] for x in row] for row in rows(t)], True, "┌┬┐├┼┤└┴┘─│")
    )
    return "\n".join(lines).encode()


def double_boxes(document: Document) -> bytes:
    """Tables drawn with a double frame around the whole; GB18030."""
    lines = _lines(
        document, lambda t: _drawn(t, [[[x] for x in row] for row in rows(t)], False, "╔╦╗╠╬╣╚╩╝═║")
    )
    return "\r\n".join(lines).encode("gb18030")


def narrow_boxes(document: Document) -> bytes:
    """Tables drawn in narrow columns, long labels broken over several lines of their cell."""

    def drawn(table: Table) -> list[str]:
        cells = [[[x[n : n + 6] for n in range(0, len(x), 6)] or [""] for x in row] for row in rows(table)]
        return _drawn(table, cells, True, "+++++++++-|")

    return "\n".join(_lines(document, drawn)).encode()


def aligned(document: Document) -> bytes:
    """Columns lined up with spaces."""

    def padded(table: Table) -> list[str]:
        texts = rows(table)
        widths = [max(_wide(row[c]) for row in texts) for c in range(table.columns)]
        return ["  ".join(map(_padded, row, widths)).rstrip() for row in texts]

    return "\n".join(_lines(document, padded)).encode()


def single_spaces(document: Document) -> bytes:
    """One row a line, cells apart by one full-width space."""
    return "\n".join(_lines(document, lambda table: ["　".join(row) for row in filled(table)])).encode()


def _cell_lines(document: Document, blank: str, between: str = "\n") -> bytes:
    """One cell a line, ``blank`` in the blank ones; covered positions of merged cells leave nothing."""
    lines = _lines(document, lambda table: [cell.text.replace("\n", "") or blank for cell in table.cells])
    return between.join(lines).encode()


def empty_lines(document: Document) -> bytes:
    """One cell a line, an empty line for a blank cell."""
    return _cell_lines(document, "")


def spaced_lines(document: Document) -> bytes:
    """One cell a line with empty lines between, two more for a blank cell."""
    return _cell_lines(document, "", "\n\n")


ALL = {
    "cells.txt": one_cell_a_line,
    "broken.txt": labels_broken,
    "figures.txt": figures_on_one_line,
    "tabs.txt": tabs,
    "pasted.txt": pasted_tabs,
    "bars.txt": bars,
    "commas.txt": commas,
    "spaces.txt": spaces,
    "marked.md": markdown,
    "unframed.md": unframed_markdown,
    "wide-bars.txt": wide_bars,
    "wide-commas.txt": wide_commas,
    "semicolons.txt": semicolons,
    "wide-semicolons.txt": wide_semicolons,
    "mixed.txt": mixed_white_space,
    "ended.txt": ended_tabs,
    "boxes.txt": boxes,
    "double.txt": double_boxes,
    "narrow.txt": narrow_boxes,
    "aligned.txt": aligned,
    "single.txt": single_spaces,
    "empty-lines.txt": empty_lines,
    "spaced-lines.txt": spaced_lines,
}
