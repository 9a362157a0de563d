"""Grids of statutory tables laid out the other way round: its rows as columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gxdesk.document.model import Cell
from gxdesk.report.labels import form_labels
from gxdesk.standards.model import TableForm

FEWEST = 3  # column labels below each other that make a grid a transposed one

Grid = list[list[Cell | None]]


def is_transposed(form: TableForm, grid: Grid) -> bool:
    """Tell whether the form's column labels stand below each other, not side by side."""
    if any(_columns(form, row) > 1 for row in grid):
        return False
    return any(_columns(form, column) >= FEWEST for column in zip(*grid, strict=True))


def _columns(form: TableForm, line: Iterable[Cell | None]) -> int:
    """Return how many different columns the labels of a line name (其他 and 总计 name rows too)."""
    labels = form_labels(form)
    texts = {cell.text for cell in line if cell is not None and cell.text}
    return len({m.id for text in texts if (m := labels.columns.exact(text)) and not labels.rows.exact(text)})


def transposed(grid: Grid) -> Grid:
    """Return the grid turned over its diagonal; a merged cell stays one cell."""
    turned = {id(cell): turn(cell) for row in grid for cell in row if cell is not None}
    return [
        [None if cell is None else turned[id(cell)] for cell in column] for column in zip(*grid, strict=True)
    ]


def turn(cell: Cell) -> Cell:
    """Return a cell with its row and column exchanged."""
    return replace(
        cell, row=cell.column, column=cell.row, row_span=cell.column_span, column_span=cell.row_span
    )
