"""A Word table as a grid: spans from ``gridSpan``, ``vMerge`` and ``hMerge``, widths not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gxdesk.document.model import Cell, Table
from gxdesk.document.place import GridOrigin
from gxdesk.readers.package import Element
from gxdesk.readers.word.names import DEL, INS, SDT, SDT_CONTENT, TC, TR, VAL, P, W, integer

MAX_COLUMNS = 4096
_WRAPPERS = frozenset({W + "customXml", W + "smartTag", SDT_CONTENT})
_TC_PR, _TR_PR = W + "tcPr", W + "trPr"
_GRID_SPAN, _V_MERGE, _H_MERGE = W + "gridSpan", W + "vMerge", W + "hMerge"

Texts = Callable[[Element, int, int], str]


@dataclass(slots=True)
class _Open:
    """A cell while its spans still grow."""

    element: Element
    row: int
    column: int
    width: int
    height: int = 1


def members(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or cells of a row (or paragraphs of a cell), content controls opened."""
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from members(content, wanted)
        elif tag in _WRAPPERS:
            yield from members(child, wanted)


def kept_rows(table: Element) -> tuple[list[Element], bool]:
    """Return the rows that stay (rows deleted with tracked changes go) and whether any row is tracked."""
    rows: list[Element] = []
    tracked = False
    for row in members(table, TR):
        properties = row.find(_TR_PR)
        if properties is not None:
            tracked = tracked or properties.find(INS) is not None
            if properties.find(DEL) is not None:
                tracked = True
                continue
        rows.append(row)
    return rows, tracked


def read_table(rows: list[Element], origin: GridOrigin, text: Texts) -> Table:
    """Build the grid of ``rows``. ``text(cell element, row, column)`` reads a cell; asked in reading order.

    A vertically merged cell shows the text of its first cell, as Word does. Cells that run on without a
    beginning count as cells of their own.
    """
    found: list[_Open] = []
    above: dict[int, _Open] = {}
    columns = 0
    for number, row in enumerate(rows):
        below: dict[int, _Open] = {}
        for cell in _row(row, number):
            upper = above.get(cell.column)
            if _merge(cell.element, _V_MERGE) == "continue" and upper is not None:
                upper.height = number - upper.row + 1
                below[cell.column] = upper
            else:
                found.append(cell)
                if _merge(cell.element, _V_MERGE) is not None:
                    below[cell.column] = cell
            columns = max(columns, cell.column + cell.width)
        above = below
    cells = tuple(
        Cell(
            text(cell.element, cell.row, cell.column),
            cell.row,
            cell.column,
            GridOrigin(origin.table, cell.row, cell.column, origin.name),
            cell.height,
            cell.width,
        )
        for cell in found
    )
    return Table(len(rows), columns, cells, origin)


def _row(row: Element, number: int) -> Iterator[_Open]:
    properties = row.find(_TR_PR)
    column = 0
    if properties is not None:
        before = properties.find(W + "gridBefore")
        column = 0 if before is None else _width(before)
    last: _Open | None = None
    for element in members(row, TC):
        if column >= MAX_COLUMNS:
            break
        span = _property(element, _GRID_SPAN)
        width = 1 if span is None else max(1, _width(span))
        if _merge(element, _H_MERGE) == "continue" and last is not None:
            last.width += width
        else:
            if last is not None:
                yield last
            last = _Open(element, number, column, width)
        column += width
    if last is not None:
        yield last


def _width(element: Element) -> int:
    return min(max(0, integer(element.get(VAL))), MAX_COLUMNS)


def _property(cell: Element, name: str) -> Element | None:
    properties = cell.find(_TC_PR)
    return None if properties is None else properties.find(name)


def _merge(cell: Element, name: str) -> str | None:
    """Return ``restart``, ``continue`` or ``None`` (not merged)."""
    merge = _property(cell, name)
    return None if merge is None else merge.get(VAL, "continue")


def cell_paragraphs(cell: Element) -> Iterator[Element]:
    """Yield the paragraphs of a cell; nested tables are blocks of their own."""
    return members(cell, P)
