"""A Word table as a grid: spans from ``gridSpan``, ``vMerge`` and ``hMerge``, widths not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gxdesk.document.model import Cell, Table
from gxdesk.document.place import GridOrigin
from gxdesk.readers.limits import MAX_COLUMNS as MAX_COLUMNS
from gxdesk.readers.limits import check_table
from gxdesk.readers.package import Element
from gxdesk.readers.word.names import DEL, INS, SDT, SDT_CONTENT, TC, TR, VAL, P, W, integer, is_on

SLIVER = 60  # twentieths of a point, about 1 mm
_WRAPPERS = frozenset({W + "customXml", W + "smartTag", SDT_CONTENT})
_TC_PR, _TR_PR, _HIDDEN = W + "tcPr", W + "trPr", W + "hidden"
_GRID_SPAN, _V_MERGE, _H_MERGE = W + "gridSpan", W + "vMerge", W + "hMerge"

Texts = Callable[[Element, int, int], str]


@dataclass(slots=True)
class _Open:
    """A cell while its spans still grow."""

    element: Element
    row: int
    column: int
    width: int
    merge: str | None
    height: int = 1


def members(parent: Element, wanted: str) -> list[Element]:
    """Return the rows of a table or cells of a row (or paragraphs of a cell), content controls opened."""
    found = parent.findall(wanted)
    if len(found) + 1 >= len(parent) and parent.find(SDT) is None:
        return found  # nothing else but properties: nearly always
    return list(_opened(parent, wanted))


def _opened(parent: Element, wanted: str) -> Iterator[Element]:
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _opened(content, wanted)
        elif tag in _WRAPPERS:
            yield from _opened(child, wanted)


def kept_rows(table: Element, hidden: list[Element] | None = None) -> tuple[list[Element], bool]:
    """Return the rows that stay and whether any row is tracked.

    Rows deleted with tracked changes go, and hidden rows, which are added to ``hidden``.
    """
    rows: list[Element] = []
    tracked = False
    for row in members(table, TR):
        properties = row.find(_TR_PR)
        if properties is not None:
            tracked = tracked or properties.find(INS) is not None
            if properties.find(DEL) is not None:
                tracked = True
                continue
            vanished = properties.find(_HIDDEN)
            if vanished is not None and is_on(vanished.get(VAL)):
                if hidden is not None:
                    hidden.append(row)
                continue
        rows.append(row)
    return rows, tracked


def read_table(table: Element, rows: list[Element], origin: GridOrigin, text: Texts) -> Table:
    """Build the grid of ``rows`` of ``table``. ``text(cell element, row, column)`` is asked in reading order.

    A vertically merged cell shows the text of its first cell, as Word does. Cells that run on without a
    beginning count as cells of their own. Grid columns no eye can see (left by converters) are closed up;
    a cell's origin keeps the grid column of the file.
    """
    laid: list[list[_Open]] = []
    count = 0
    for number, element in enumerate(rows):
        laid.append(list(_row(element, number)))
        count += len(laid[-1])
        check_table(0, 0, count)
    rank = column_ranks(
        [[(cell.column, cell.column + cell.width) for cell in row] for row in laid], _grid(table)
    )
    found: list[_Open] = []
    above: dict[int, _Open] = {}
    for number, row in enumerate(laid):
        below: dict[int, _Open] = {}
        for cell in row:
            start = rank[cell.column]
            upper = above.get(start)
            if cell.merge == "continue" and upper is not None:
                upper.height = number - upper.row + 1
                below[start] = upper
            else:
                found.append(cell)
                if cell.merge is not None:
                    below[start] = cell
        above = below
    check_table(len(rows), rank[-1])
    cells = tuple(_finished(cell, rank, origin, text) for cell in found)
    return Table(len(rows), max((cell.column + cell.column_span for cell in cells), default=0), cells, origin)


def _finished(cell: _Open, rank: list[int], origin: GridOrigin, text: Texts) -> Cell:
    column = rank[cell.column]
    return Cell(
        text(cell.element, cell.row, column),
        cell.row,
        column,
        GridOrigin(origin.table, cell.row, cell.column, origin.name),
        cell.height,
        max(1, rank[cell.column + cell.width] - column),
    )


def column_ranks(rows: list[list[tuple[int, int]]], widths: list[int]) -> list[int]:
    """Return for every grid boundary the number of the visible column that begins there.

    ``rows`` are the ``(start, end)`` boundaries of the cells. Boundaries no cell uses vanish; so do slivers
    (columns narrower than :data:`SLIVER`), unless a cell would vanish with them.
    """
    last = max((end for row in rows for _, end in row), default=0)
    used = {0, last} | {boundary for row in rows for cell in row for boundary in cell}
    kept = {place for place in used if not 0 < place <= len(widths) or widths[place - 1] >= SLIVER}
    for chosen in (kept | {0}, used):
        rank: list[int] = []
        for boundary in range(last + 1):
            rank.append((rank[-1] if rank else -1) + (boundary in chosen))
        if all(rank[start] < rank[end] for row in rows for start, end in row):
            break
    return rank


def _grid(table: Element) -> list[int]:
    """Return the widths of the grid columns in twentieths of a point; unknown ones are wide."""
    grid = table.find(W + "tblGrid")
    columns = [] if grid is None else grid.findall(W + "gridCol")
    return [integer(column.get(W + "w"), SLIVER) for column in columns]


def _row(row: Element, number: int) -> Iterator[_Open]:
    properties = row.find(_TR_PR)
    column = 0
    if properties is not None:
        before = properties.find(W + "gridBefore")
        column = 0 if before is None else _width(before)
    last: _Open | None = None
    for element in members(row, TC):
        if column > MAX_COLUMNS:
            check_table(0, column)
        width, vertical, horizontal = _spans(element)
        if horizontal == "continue" and last is not None:
            last.width += width
        else:
            if last is not None:
                yield last
            last = _Open(element, number, column, width, vertical)
        column += width
    if last is not None:
        yield last


def _spans(cell: Element) -> tuple[int, str | None, str | None]:
    """Return a cell's width in grid columns and its vertical and horizontal merge (restart, continue)."""
    width, vertical, horizontal = 1, None, None
    properties = cell.find(_TC_PR)
    for child in () if properties is None else properties:
        if child.tag == _GRID_SPAN:
            width = max(1, _width(child))
        elif child.tag == _V_MERGE:
            vertical = child.get(VAL, "continue")
        elif child.tag == _H_MERGE:
            horizontal = child.get(VAL, "continue")
    return width, vertical, horizontal


def _width(element: Element) -> int:
    return min(max(0, integer(element.get(VAL))), MAX_COLUMNS + 1)


def find_cell(table: Element, row: int, column: int) -> Element | None:
    """Return the ``w:tc`` a :class:`~gxdesk.document.place.GridOrigin` speaks of, or ``None``."""
    rows, _ = kept_rows(table)
    if not 0 <= row < len(rows):
        return None
    return next((cell.element for cell in _row(rows[row], row) if cell.column == column), None)


def cell_paragraphs(cell: Element) -> list[Element]:
    """Return the paragraphs of a cell; nested tables are blocks of their own."""
    return members(cell, P)
