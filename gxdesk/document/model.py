"""The format-blind document: an immutable, ordered list of paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from gxdesk.document.place import Origin, ParagraphOrigin, Place
from gxdesk.document.text import Folded, fold

FURNITURE = "furniture"  # of a web page: navigation, share bars, footers
MARGIN = "margin"  # beside the text: footnotes, endnotes, headers and footers; always the last blocks


OPENING = 10  # folded characters of a paragraph that tell a person which one is meant


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as a reader of the draft sees it (Word's automatic number included in ``text``).

    ``level`` is the outline level (1 = highest heading, 0 = body text) where the format tells it.
    ``centered`` is true for centred lines such as titles, where the format tells it.
    ``role`` is ``""`` for the text itself, else one of :data:`FURNITURE` and :data:`MARGIN`, where the
    format tells it.
    """

    text: str
    origin: Origin
    level: int = 0
    centered: bool = False
    role: str = ""


class _NewCell:
    """A :class:`Cell` until its fields are set; frozen ones take thrice the time to set."""

    __slots__ = ("column", "column_span", "origin", "row", "row_span", "text")

    def __init__(
        self, text: str, row: int, column: int, origin: Origin, row_span: int = 1, column_span: int = 1
    ) -> None:
        self.text, self.row, self.column, self.origin = text, row, column, origin
        self.row_span, self.column_span = row_span, column_span
        self.__class__ = Cell


@dataclass(frozen=True, slots=True)
class Cell(_NewCell):
    """A table cell at its top left grid position; a merged cell spans several rows and columns.

    Several paragraphs in one cell are joined by ``\\n``.
    """

    text: str
    row: int
    column: int
    origin: Origin
    row_span: int = 1
    column_span: int = 1


new_cell = cast("type[Cell]", _NewCell)
"""Makes a :class:`Cell` from the same arguments, for readers that make hundreds."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of ``rows`` x ``columns``; ``cells`` are the anchors in reading order.

    ``restored`` is true when the grid was rebuilt from a table flattened into lines of text.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    origin: Origin
    restored: bool = False

    def grid(self) -> list[list[Cell | None]]:
        """Return the full grid; a merged cell appears at every position it covers."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    grid[row][column] = cell
        return grid


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader noticed about the file itself, for the ``file.*`` rules.

    ``kind`` is one of ``revisions``, ``comments``, ``hidden``, ``image``, ``formula``, ``rounded``,
    ``macro``, ``format`` (extension and content differ), ``encoding``, ``damaged``.
    """

    kind: str
    text: str
    place: Place


@dataclass(frozen=True)
class Document:
    """A draft as read: its blocks in order, its format (``docx``, ``xlsx``, ``txt``...) and encoding."""

    blocks: tuple[Block, ...]
    format: str
    encoding: str | None = None
    notices: tuple[Notice, ...] = field(default=())

    @cached_property
    def folded(self) -> dict[int, Folded]:
        """The folded text of every paragraph, by block index."""
        return {index: fold(paragraph.text) for index, paragraph in self.paragraphs()}

    @cached_property
    def text(self) -> str:
        """The text of every paragraph as it is, one a line: for seeing at once whether a character occurs."""
        return "\n".join(paragraph.text for _, paragraph in self.paragraphs())

    @cached_property
    def aside(self) -> frozenset[int]:
        """The paragraphs that are known not to be the text itself (see :attr:`Paragraph.role`)."""
        return frozenset(index for index, paragraph in self.paragraphs() if paragraph.role)

    @cached_property
    def main(self) -> dict[int, Folded]:
        """:attr:`folded` without :attr:`aside`."""
        aside = self.aside
        return {i: text for i, text in self.folded.items() if i not in aside} if aside else self.folded

    def paragraphs(self) -> Iterator[tuple[int, Paragraph]]:
        """Yield ``(block index, paragraph)`` for every paragraph."""
        for index, block in enumerate(self.blocks):
            if isinstance(block, Paragraph):
                yield index, block

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Yield ``(block index, table)`` for every table."""
        for index, block in enumerate(self.blocks):
            if isinstance(block, Table):
                yield index, block

    def place(
        self, block: int, start: int | None = None, end: int | None = None, label: str | None = None
    ) -> Place:
        """Return the place of a block, or of characters ``start:end`` of a paragraph."""
        origin = self.blocks[block].origin
        return Place(label or self._label(block), block, start=start, end=end, origin=origin)

    def _label(self, block: int) -> str:
        """Return the origin's label; nobody counts Word's paragraphs, so these say how they begin."""
        origin, opening = self.blocks[block].origin, self.folded.get(block)
        if not isinstance(origin, ParagraphOrigin) or opening is None:
            return origin.label()
        cut = "…" if len(opening.text) > OPENING else ""
        return f"{origin.label()}“{opening.text[:OPENING]}{cut}”"

    def cell_place(self, block: int, cell: Cell, label: str | None = None) -> Place:
        """Return the place of a cell of the table at ``block``."""
        return Place(label or cell.origin.label(), block, cell.row, cell.column, origin=cell.origin)
