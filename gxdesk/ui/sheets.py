"""Cuts a text document into sheets of paper: between rows, and with a table's header again where it goes on.

Qt's own pages cut through rows and draw a repeated header over the first of them. Here the document is laid
out as one endless column. A heading with what follows it stays together, and so do the lines of a row, and a
table, unless it is higher than a sheet or would leave one half empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QTextDocument, QTextFrame, QTextTable, QTextTableCell


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the column."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How long it is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet shows: a stretch of the column, below the header of the table that goes on in it."""

    body: Span
    header: Span | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut, but a table at its ``rows``. One that ``leads`` stays with what follows it."""

    span: Span
    leads: bool = False
    header: Span | None = None
    rows: tuple[_Unit, ...] = ()


def sheets(paper: QTextDocument, width: float, height: float) -> list[Sheet]:
    """Lay ``paper`` out in a column of ``width`` and return the sheets of ``height`` that show all of it."""
    paper.setTextWidth(width)
    units = list(_units(paper.rootFrame()))
    found: list[Sheet] = []
    while units:
        header, top = units[0].header, units[0].span.top
        room = height - (header.height if header else 0)
        count = _fitting(units, room)
        bottom = units[count - 1].span.bottom
        table = _to_cut(units, count, room, height)
        if table is not None:
            units[table : table + 1] = units[table].rows
            continue
        while bottom - top > room:  # a row or a paragraph higher than a sheet
            found.append(Sheet(Span(top, top + room), header))
            top += room
        found.append(Sheet(Span(top, bottom), header))
        units = units[count:]
    return found


def _fitting(units: list[_Unit], room: float) -> int:
    """Return how many units, at least one, go on a sheet."""
    end = 1
    while end < len(units) and units[end].span.bottom - units[0].span.top <= room:
        end += 1
    kept = end
    while kept and end < len(units) and units[kept - 1].leads:
        kept -= 1
    return kept or end


def _to_cut(units: list[_Unit], count: int, room: float, height: float) -> int | None:
    """Return which table is to be cut at its rows, of those on a sheet of ``count`` units or next to it."""
    filled = units[count - 1].span.bottom - units[0].span.top
    after = next((n for n in range(count, len(units)) if not units[n].leads), None)
    table = None
    if filled > room:
        table = 0
    elif after is not None and (filled < room / 2 or units[after].span.height > height):
        table = after
    return table if table is not None and units[table].rows else None


def _units(frame: QTextFrame) -> Iterator[_Unit]:
    layout, walk, titled = frame.document().documentLayout(), frame.begin(), False
    while not walk.atEnd():
        inner, block = walk.currentFrame(), walk.currentBlock()
        if isinstance(inner, QTextTable):
            titled = False
            yield _table_unit(inner)
        elif inner is not None:
            yield from _units(inner)
        elif block.text():  # there is an empty one after every table
            rect, title = layout.blockBoundingRect(block), block.blockFormat().headingLevel() > 0
            yield _Unit(Span(rect.top(), rect.bottom()), title or titled)
            titled = title
        walk += 1


def _table_unit(table: QTextTable) -> _Unit:
    edges, merged = _edges(table)
    count = table.format().toTableFormat().headerRowCount()
    header = Span(edges[0], edges[count]) if count else None
    cuts = [edge for edge in edges[count:] if not any(text.top < edge < text.bottom for text in merged)]
    rows = [_Unit(Span(top, bottom), header=header) for top, bottom in pairwise(cuts)]
    if header is not None:
        rows.insert(0, _Unit(header, leads=True))
    return _Unit(Span(edges[0], edges[-1]), rows=tuple(rows))


def _edges(table: QTextTable) -> tuple[list[float], list[Span]]:
    """Return the middles of the rules between rows, with the outer ones, and the texts of merged cells.

    Qt does not tell where rows begin; they reach half way from the highest text of one to that of the next.
    """
    rows: list[list[Span]] = [[] for _ in range(table.rows())]
    merged: list[Span] = []
    for row, texts in enumerate(rows):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            (texts if cell.rowSpan() == 1 else merged).append(_text(cell))
    tops = [min((text.top for text in texts), default=0.0) for texts in rows]
    bottoms = [max((text.bottom for text in texts), default=0.0) for texts in rows]
    between = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    look = table.format().toTableFormat()
    around = between[0] - bottoms[0] if between else look.cellPadding() + look.cellSpacing() + 1
    return [tops[0] - around, *between, bottoms[-1] + around], merged


def _text(cell: QTextTableCell) -> Span:
    layout = cell.firstCursorPosition().document().documentLayout()
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    return Span(layout.blockBoundingRect(first).top(), layout.blockBoundingRect(last).bottom())
