"""The statutory tables as merged grids: the same layout the program's own templates have."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gxdesk.exports.layout import Grid, GridCell
from gxdesk.exports.layout import grid as layout
from gxdesk.standards.load import load
from gxdesk.standards.model import TableForm

__all__ = ["Grid", "GridCell", "grid", "load"]


@cache
def grid(standard: str, table: str, dropped: frozenset[str] = frozenset()) -> Grid:
    """Return the official layout of a table, without the rows in ``dropped``."""
    if table == "statistics":
        return _statistics(load(standard).table(table))
    return layout(load(standard).table(table), lambda row: row not in dropped)


def _statistics(form: TableForm) -> Grid:
    """Return the table of 2014 to 2018 as it was handed in: every heading and every item on a line with its
    unit and its figure."""
    lines = [("统计指标", "单位", "统计数", "")]
    for row in form.rows():
        written = {label for label, *_ in lines}
        lines += [(group, "", "", "") for group in row.groups if group not in written]
        lines.append((row.label, row.unit, "", row.id))
    cells = [
        GridCell(at, column, line[column], id=f"{line[3]}.value" if column == 2 and line[3] else "")
        for at, line in enumerate(lines)
        for column in range(3)
    ]
    return Grid(form.id, form.title, len(lines), 3, 1, 1, tuple(cells))
