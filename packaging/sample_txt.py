"""Writes a draft as plain text the way a page copied from a browser looks: tables a cell or a row a line."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from sample_draft import Draft
from sample_tables import GridCell, grid

NARROW = 12  # characters that fit a line of the third label column


def write(draft: Draft, target: Path, encoding: str, separator: str) -> None:
    """Write the file with CRLF. With a separator a row of a table is a line; without, a cell is, and a blank
    line stands between paragraphs."""
    lines: list[str] = []
    for block in draft.blocks:
        lines += _table(draft, block.text, separator) if block.kind == "table" else [block.typed]
    between = "\r\n" if separator else "\r\n\r\n"
    target.write_bytes((between.join(lines) + "\r\n").encode(encoding))


def _table(draft: Draft, table: str, separator: str) -> list[str]:
    dropped = frozenset(row.split("/")[1] for row in draft.dropped if row.startswith(f"{table}/"))
    cells = grid(draft.standard, table, dropped).cells
    if not separator:
        return [_broken(draft, table, cell) for cell in cells]
    rows = groupby(cells, lambda cell: cell.row)
    return [separator.join(_text(draft, table, cell) for cell in row) for _, row in rows]


def _text(draft: Draft, table: str, cell: GridCell) -> str:
    if cell.id:
        return draft.cells[f"{table}/{cell.id}"]
    return draft.labels.get(f"{table}/{cell.label}", cell.text) if cell.label else cell.text


def _broken(draft: Draft, table: str, cell: GridCell) -> str:
    text = _text(draft, table, cell)
    if cell.label and len(text) > NARROW and re.match(r"\d\.|（", text):
        half = max(NARROW, (len(text) + 1) // 2)
        return f"{text[:half]}\r\n\r\n{text[half:]}"
    return text
