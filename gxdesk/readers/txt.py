"""Text files (.txt, .md): a line is a paragraph, lines of cells parted by tabs, bars or commas a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import LineOrigin, Origin
from gxdesk.errors import ReadError
from gxdesk.readers.broken import note_broken
from gxdesk.readers.encodings import decode
from gxdesk.readers.notes import Notes
from gxdesk.readers.rows import OUTER, Piece, table_at

FORMAT = "txt"
MAX_BYTES = 16 * 1024 * 1024
MAX_LINES = 300_000
TOO_LONG = "文本超过 30 万行，不像报告草稿，没有读取。请确认选对了文件。"

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")  # of Markdown
_BOLD = re.compile(r"(\*\*)([^*\s][^*]*)\*\*")
_ALONE = re.compile(r""""?([^,"]+?)"?,{2,}""")  # the only filled cell of a line of comma-separated values
_EMPTY_CELLS = ",,"
_LINE_END = re.compile(r"\r\n|\n|\r")
_BREAK = re.compile(r"[\v\f\x85\u2028\u2029]")


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a text file; lines end with ``\\r\\n``, ``\\n`` or ``\\r``, mixed or not.

    Raises :class:`ReadError` when ``encoding`` is unknown or wrong, and when there is no text at all.
    """
    if len(data) > MAX_BYTES:
        raise ReadError("文本超过 16 MB，不像报告草稿，没有读取。请确认选对了文件。")
    decoded = decode(data, encoding)
    text = decoded.text.replace("\x00", "")
    lines = _LINE_END.split(text)
    if len(lines) > MAX_LINES:
        raise ReadError(TOO_LONG)
    blocks = tuple(_broken_lines(lines) if _BREAK.search(text) else _blocks(lines))
    if not blocks:
        raise ReadError("文件里只有空白，没有文字。请确认选对了文件。")
    notes = Notes()
    if decoded.broken:
        note_broken(blocks, decoded.broken, decoded.encoding, notes)
    return Document(blocks, FORMAT, decoded.encoding, notes.done())


def _broken_lines(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of lines with breaks in them, which editors count as one line but show as several."""
    starts: list[tuple[int, int]] = []  # line and column before the first character of each part
    parts: list[str] = []
    for number, line in enumerate(lines, 1):
        column = 0
        for part in _BREAK.split(line):
            starts.append((number, column))
            parts.append(part)
            column += len(part) + 1
    if len(parts) > MAX_LINES:
        raise ReadError(TOO_LONG)

    def moved(origin: Origin) -> LineOrigin:
        assert isinstance(origin, LineOrigin)
        line, before = starts[origin.line - 1]
        return LineOrigin(line, before + origin.column)

    for block in _blocks(parts):
        if isinstance(block, Table):
            cells = tuple(replace(cell, origin=moved(cell.origin)) for cell in block.cells)
            block = replace(block, cells=cells)
        yield replace(block, origin=moved(block.origin))


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end, rows = table_at(lines, at)
        if rows:
            yield _table(rows)
        else:
            yield from filter(None, map(_paragraph, range(at + 1, end + 1), lines[at:end]))
        at = end


def _paragraph(number: int, line: str) -> Paragraph | None:
    """Return a line as a paragraph without Markdown's marks and the commas of empty cells after it."""
    kept = line.strip(OUTER)
    if not kept:
        return None
    column = len(line) - len(line.lstrip(OUTER)) + 1
    level = 0
    if kept[0] in "#*" and (marked := _HEADING.fullmatch(kept) or _BOLD.fullmatch(kept)):
        level = marked.end(1) if kept[0] == "#" else 0
        column, kept = column + marked.start(2), marked[2]
    if kept.endswith(_EMPTY_CELLS) and (alone := _ALONE.fullmatch(kept)):
        column, kept = column + alone.start(1), alone[1]
    return Paragraph(kept, LineOrigin(number, column), level)


def _table(rows: list[list[Piece]]) -> Table:
    cells = tuple(
        Cell(piece.text, row, column, LineOrigin(piece.line, piece.column))
        for row, pieces in enumerate(rows)
        for column, piece in enumerate(pieces)
    )
    return Table(len(rows), max(map(len, rows)), cells, LineOrigin(rows[0][0].line))
