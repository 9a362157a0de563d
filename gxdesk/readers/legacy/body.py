"""The body of an older Word file before it becomes blocks: lines, tables by rows, and who stands in whom.

Both the binary .doc and RTF tell a table only by marks in the run of paragraphs (end of cell, end of row)
and their depth; :class:`Builder` turns these marks into nested tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from gxdesk.readers.word.runs import Marks

MAX_DEPTH = 24  # tables in tables; deeper ones are read as if they were this deep

RESTART, CONTINUE = 1, 2  # the first and a further cell of a merged area


@dataclass(slots=True)
class Line:
    """A paragraph: its text, its automatic number as text or as ``(list, level)`` still to be counted.

    An empty one has a number too, if it has a line of its own on the page; a joined one has none.
    ``boxes`` are the text boxes anchored in it. ``joined``: its end was deleted, it goes on with the next.
    """

    text: str
    level: int = 0
    centered: bool = False
    prefix: str = ""
    number: tuple[str, int] | None = None
    marks: Marks | None = None
    boxes: list[Content] = field(default_factory=list)
    joined: bool = False


@dataclass(slots=True)
class Shape:
    """What the end of a row says of its cells: positions from left to right in twips, and merges.

    ``edges`` has one more entry than there are cells; ``across`` and ``down`` hold :data:`RESTART`,
    :data:`CONTINUE` or 0 for every cell. ``apart``: properties all rows of a table share (0: the usual).
    """

    edges: list[int] = field(default_factory=list)
    across: list[int] = field(default_factory=list)
    down: list[int] = field(default_factory=list)
    apart: dict[int, int] = field(default_factory=dict)

    def fits(self, other: Shape) -> bool:
        """Tell whether a row of this shape may stand in one table with a row of the ``other``."""
        return all(self.apart.get(key, 0) == other.apart.get(key, 0) for key in {*self.apart, *other.apart})


@dataclass(slots=True)
class RawRow:
    """A row: the contents of its cells and its shape."""

    cells: list[Content]
    shape: Shape


@dataclass(slots=True)
class RawTable:
    """A table as the file has it, row by row. ``tracked``: rows were added or deleted by tracked changes."""

    rows: list[RawRow] = field(default_factory=list)
    tracked: bool = False


Content: TypeAlias = list[Line | RawTable]


@dataclass(slots=True)
class _Open:
    """A table (or, at the bottom, the body) while it is read."""

    content: Content = field(default_factory=list)
    cells: list[Content] = field(default_factory=list)
    table: RawTable = field(default_factory=RawTable)


class Builder:
    """Collects lines into a body. ``depth`` is 0 in the body, 1 in a table, 2 in a table within a table."""

    def __init__(self) -> None:
        """Begin an empty body."""
        self._open = [_Open()]

    def line(self, line: Line, depth: int) -> None:
        """Add a paragraph that does not end a cell."""
        self._at(depth).content.append(line)

    def cell(self, line: Line, depth: int) -> None:
        """Add the last paragraph of a cell."""
        table = self._at(max(depth, 1))
        table.content.append(line)
        table.cells.append(table.content)
        table.content = []

    def row(self, shape: Shape, depth: int, *, tracked: bool = False, deleted: bool = False) -> None:
        """End a row; a ``deleted`` one is left out."""
        table = self._at(max(depth, 1))
        if table.content:  # a cell without its end mark
            table.cells.append(table.content)
            table.content = []
        rows = table.table.rows
        if rows and table.cells and not shape.fits(rows[-1].shape):  # another table, right after
            self._open[-2].content.append(table.table)
            table.table = RawTable()
        table.table.tracked |= tracked or deleted
        if table.cells and not deleted:
            table.table.rows.append(RawRow(table.cells, shape))
        table.cells = []

    def cells_read(self) -> int:
        """Return how many cells the row that is open in the outermost table has so far."""
        return len(self._open[1].cells) if len(self._open) > 1 else 0

    def done(self) -> Content:
        """Return the body; what is still open ends here."""
        return self._at(0).content

    def _at(self, depth: int) -> _Open:
        depth = min(depth, MAX_DEPTH)
        while len(self._open) - 1 > depth:
            self._close()
        while len(self._open) - 1 < depth:
            self._open.append(_Open())
        return self._open[-1]

    def _close(self) -> None:
        self.row(Shape(), len(self._open) - 1)
        table = self._open.pop().table
        if table.rows:
            self._open[-1].content.append(table)
