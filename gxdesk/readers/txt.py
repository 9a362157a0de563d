"""Text files (.txt, .md): a line is a paragraph, lines of tab- or bar-separated cells are a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import LineOrigin
from gxdesk.errors import ReadError
from gxdesk.readers.broken import note_broken
from gxdesk.readers.encodings import decode
from gxdesk.readers.notes import Notes
from gxdesk.readers.rows import OUTER, Piece, table_at

FORMAT = "txt"
MAX_LINES = 500_000

_LINE_END = re.compile(r"\r\n|\n|\r")


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a text file; lines end with ``\\r\\n``, ``\\n`` or ``\\r``, mixed or not.

    Raises :class:`ReadError` when ``encoding`` is unknown or wrong, and when there is no text at all.
    """
    decoded = decode(data, encoding)
    lines = _LINE_END.split(decoded.text.replace("\x00", ""))
    if len(lines) > MAX_LINES:
        raise ReadError("文本超过 50 万行，不像报告草稿，没有读取。请确认选对了文件。")
    blocks = tuple(_blocks(lines))
    if not blocks:
        raise ReadError("文件里只有空白，没有文字。请确认选对了文件。")
    notes = Notes()
    if decoded.broken:
        note_broken(blocks, decoded.broken, decoded.encoding, notes)
    return Document(blocks, FORMAT, decoded.encoding, notes.done())


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end, rows = table_at(lines, at)
        if rows:
            yield _table(rows)
            at = end
            continue
        kept = lines[at].lstrip(OUTER)
        if kept:
            column = len(lines[at]) - len(kept) + 1
            yield Paragraph(kept.rstrip(OUTER), LineOrigin(at + 1, column))
        at += 1


def _table(rows: list[list[Piece]]) -> Table:
    cells = tuple(
        Cell(piece.text, row, column, LineOrigin(piece.line, piece.column))
        for row, pieces in enumerate(rows)
        for column, piece in enumerate(pieces)
    )
    return Table(len(rows), max(map(len, rows)), cells, LineOrigin(rows[0][0].line))
