"""Writes a draft as plain text the way a page copied from a browser looks: tables one cell a line."""

from __future__ import annotations

import re
from pathlib import Path

from sample_draft import Draft
from sample_tables import GridCell, grid

NARROW = 12  # characters that fit a line of the third label column


def write(draft: Draft, target: Path) -> None:
    """Write GB18030 with CRLF and a blank line between paragraphs, as older office programs do."""
    lines: list[str] = []
    for block in draft.blocks:
        lines += _table(draft, block.text) if block.kind == "table" else [block.typed]
    target.write_bytes(("\r\n\r\n".join(lines) + "\r\n").encode("gb18030"))


def _table(draft: Draft, table: str) -> list[str]:
    dropped = frozenset(row.split("/")[1] for row in draft.dropped if row.startswith(f"{table}/"))
    return [_cell(draft, table, cell) for cell in grid(draft.standard, table, dropped).cells]


def _cell(draft: Draft, table: str, cell: GridCell) -> str:
    if cell.id:
        return draft.cells[f"{table}/{cell.id}"]
    text = draft.labels.get(f"{table}/{cell.label}", cell.text) if cell.label else cell.text
    if cell.label and len(text) > NARROW and re.match(r"\d\.|（", text):
        half = max(NARROW, (len(text) + 1) // 2)
        return f"{text[:half]}\r\n\r\n{text[half:]}"
    return text
