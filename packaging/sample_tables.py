"""The statutory tables as merged grids: the same layout the program's own templates have."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gxdesk.exports.layout import Grid, GridCell
from gxdesk.exports.layout import grid as layout
from gxdesk.standards.load import load

__all__ = ["Grid", "GridCell", "grid", "row_ids"]


@cache
def row_ids(standard: str, table: str) -> list[str]:
    return [row.id for row in load(standard).table(table).rows()]


@cache
def grid(standard: str, table: str, dropped: frozenset[str] = frozenset()) -> Grid:
    """Return the official layout of a table, without the rows in ``dropped``."""
    return layout(load(standard).table(table), lambda row: row not in dropped)
