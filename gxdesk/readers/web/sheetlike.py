"""Tables that hold a whole draft, as spreadsheets saved as pages do: text between the rows is told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gxdesk.document.model import Cell, Table
from gxdesk.readers.rows import stands_alone

WIDE_SHARE = 0.8  # of the columns a lone text must be merged over, unless it stands in one cell


def pieces(table: Table, whole_page: bool) -> Iterator[Cell | Table]:
    """Yield the table, or its lone texts and the tables between them in order.

    It is taken apart when a section heading or prose stands in a row of its own; ``whole_page`` (there is no
    text outside tables) also makes lone texts at its beginning and end paragraphs: titles and notes.
    """
    lone = _lone_texts(table)
    apart = {row for row, cell in lone.items() if stands_alone(cell.text.strip())}
    if whole_page or apart:
        apart |= _at_the_ends(table, lone)
    if not apart:
        yield table
        return
    start = 0
    for row in [*sorted(apart), table.rows]:
        if row > start:
            yield from _rows(table, start, row)
        if row < table.rows:
            yield lone[row]
        start = row + 1


def _lone_texts(table: Table) -> dict[int, Cell]:
    """Return the rows whose only text stands in one cell of this row alone."""
    found: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip() or cell.row_span > 1:
            for row in range(cell.row, cell.row + cell.row_span):
                found.setdefault(row, []).append(cell)
    return {
        row: cells[0]
        for row, cells in found.items()
        if len(cells) == 1 and cells[0].row_span == 1 and _is_wide(cells[0], table.columns)
    }


def _is_wide(cell: Cell, columns: int) -> bool:
    return cell.column_span == 1 or cell.column_span >= WIDE_SHARE * (columns - cell.column)


def _at_the_ends(table: Table, lone: dict[int, Cell]) -> set[int]:
    filled = sorted({cell.row for cell in table.cells if cell.text.strip()})
    found: set[int] = set()
    for rows in (filled, filled[::-1]):
        for row in rows:
            if row not in lone:
                break
            found.add(row)
    return found


def _rows(table: Table, start: int, end: int) -> Iterator[Table]:
    """Yield the rows ``start:end`` as a table of their own, unless there is nothing in them."""
    cells = [
        replace(cell, row=cell.row - start, row_span=min(cell.row_span, end - cell.row))
        for cell in table.cells
        if start <= cell.row < end
    ]
    if any(cell.text.strip() for cell in cells):
        yield replace(table, rows=end - start, cells=tuple(cells), origin=cells[0].origin)
