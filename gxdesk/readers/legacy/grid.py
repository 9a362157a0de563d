"""Rows of cells with positions to a grid: every position any row uses begins a column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from gxdesk.document.model import Cell, Table
from gxdesk.document.place import GridOrigin
from gxdesk.readers.legacy.body import CONTINUE, Content, RawRow, RawTable
from gxdesk.readers.word.tables import MAX_COLUMNS

SLIVER = 120  # twips, about 2 mm: rows put in later stand further left by the padding of a cell (108)
MAX_BORDERS = 1024
DEFAULT_WIDTH = 1000  # twips; of a cell whose row does not say

Texts = Callable[[Content, int, int], str]


@dataclass(slots=True)
class _Laid:
    """A cell between two positions; its columns are known when all rows are."""

    content: Content
    row: int
    left: int
    right: int
    down: int
    height: int = 1


def read_grid(table: RawTable, origin: GridOrigin, text: Texts) -> Table:
    """Build the grid of ``table``. ``text(content, row, column)`` is asked for every cell in reading order.

    Positions closer than a sliver (and than the narrowest cell) count as one: programs round them
    differently from row to row. Vertically merged cells show the text of the first; one that runs on
    without a beginning counts as a cell of its own.
    """
    rows = [_laid(row, number) for number, row in enumerate(table.rows)]
    borders = _borders(rows)
    found: list[_Laid] = []
    above: dict[int, _Laid] = {}
    for number, row in enumerate(rows):
        below: dict[int, _Laid] = {}
        for cell in row:
            cell.left, cell.right = _column(borders, cell.left), _column(borders, cell.right)
            upper = above.get(cell.left)
            if cell.down == CONTINUE and upper is not None:
                upper.height = number - upper.row + 1
                below[cell.left] = upper
            else:
                found.append(cell)
                if cell.down:
                    below[cell.left] = cell
        above = below
    cells = tuple(
        Cell(
            text(cell.content, cell.row, cell.left),
            cell.row,
            cell.left,
            GridOrigin(origin.table, cell.row, cell.left, origin.name),
            cell.height,
            max(1, cell.right - cell.left),
        )
        for cell in found
    )
    return Table(len(rows), max((cell.column + cell.column_span for cell in cells), default=0), cells, origin)


def _laid(row: RawRow, number: int) -> list[_Laid]:
    """Place the cells of a row, cells merged across made one."""
    edges = _edges(row)
    cells: list[_Laid] = []
    for index, content in enumerate(row.cells[: len(edges) - 1]):
        across = _flag(row.shape.across, index)
        if across == CONTINUE and cells:
            cells[-1].right = edges[index + 1]
        else:
            cells.append(_Laid(content, number, edges[index], edges[index + 1], _flag(row.shape.down, index)))
    return cells


def _flag(flags: list[int], index: int) -> int:
    return flags[index] if index < len(flags) else 0


def _edges(row: RawRow) -> list[int]:
    """Return a position before and after every cell, each right of the one before."""
    count = min(len(row.cells), MAX_COLUMNS)
    edges = list(row.shape.edges[: count + 1]) or [0]
    while len(edges) <= count:
        edges.append(edges[-1] + DEFAULT_WIDTH)
    for index in range(count):
        edges[index + 1] = max(edges[index + 1], edges[index] + 1)
    return edges


def _borders(rows: list[list[_Laid]]) -> list[int]:
    """Return the positions where columns begin (and the last one ends)."""
    narrowest = min((cell.right - cell.left for row in rows for cell in row), default=SLIVER)
    positions = sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)})
    step = min(SLIVER, narrowest)
    while True:
        borders: list[int] = []
        for position in positions:
            if not borders or position - borders[-1] >= step:
                borders.append(position)
        if len(borders) <= MAX_BORDERS:
            return borders
        step *= 2  # no table of a draft; only the grid must not become enormous


def _column(borders: list[int], position: int) -> int:
    return bisect_right(borders, position) - 1
