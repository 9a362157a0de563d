"""Places: where in the draft something stands, for people, for the window and for the JSON result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol, cast


class Origin(Protocol):
    """Where a paragraph or a table cell stands in the file, in the file's own terms."""

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """Return the format's fields of the contract's PLACE for the characters ``start:end``."""
        ...

    def label(self) -> str:
        """Return a Chinese label a person finds the place with, such as ``第12行``."""
        ...


@dataclass(frozen=True, slots=True)
class ParagraphOrigin:
    """A body paragraph of a Word file. ``paragraph`` is its 0-based index in the document body.

    ``skip`` characters at the start of the shown text are Word's automatic number, not in the file.
    ``name`` labels a paragraph people cannot count (in a text box or content control).
    """

    paragraph: int
    skip: int = 0
    name: str = ""

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        found: dict[str, Any] = {"paragraph": self.paragraph}
        if start is not None and end is not None:
            found["start"] = max(0, start - self.skip)
            found["end"] = max(0, end - self.skip)
        return found

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return self.name or f"第{self.paragraph + 1}段"


@dataclass(frozen=True, slots=True)
class GridOrigin:
    """A cell of a Word table; table, row and grid column are 0-based.

    ``name`` labels a table people cannot count (nested in another, in a content control).
    """

    table: int
    row: int = 0
    column: int = 0
    name: str = ""

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        return {"table": self.table, "row": self.row, "column": self.column}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return f"{self.name or f'第{self.table + 1}个表格'}第{self.row + 1}行第{self.column + 1}列"


class _NewSheetOrigin:
    """A :class:`SheetOrigin` until its fields are set; frozen ones take thrice the time to set."""

    __slots__ = ("cell", "sheet")

    def __init__(self, sheet: str, cell: str) -> None:
        self.sheet, self.cell = sheet, cell
        self.__class__ = SheetOrigin


@dataclass(frozen=True, slots=True)
class SheetOrigin(_NewSheetOrigin):
    """A cell of a workbook: sheet name and cell address such as ``F12``."""

    sheet: str
    cell: str

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        return {"sheet": self.sheet, "cell": self.cell}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return f"工作表“{self.sheet}”{self.cell}"


new_sheet_origin = cast("type[SheetOrigin]", _NewSheetOrigin)
"""Makes a :class:`SheetOrigin` from the same arguments, for readers that make hundreds."""


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """Text of a physical line of a text file: 1-based ``line``, 1-based ``column`` of its first character."""

    line: int
    column: int = 1

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        return {"line": self.line, "column": self.column + (start or 0)}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return f"第{self.line}行"


@dataclass(frozen=True, slots=True)
class PartOrigin:
    """Text beside the body of a Word file: a footnote, an endnote, a header or footer.

    ``part`` is its id in the file (``footnote 2``), ``name`` what a person looks for (``脚注2``).
    """

    part: str
    name: str

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        found: dict[str, Any] = {"part": self.part}
        return found if start is None or end is None else {**found, "start": start, "end": end}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return self.name


@dataclass(frozen=True, slots=True)
class PageOrigin:
    """A paragraph of a saved web page: 0-based ``paragraph`` among those shown, 1-based source ``line``."""

    paragraph: int
    line: int | None = None

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        found: dict[str, Any] = {"paragraph": self.paragraph}
        if start is not None and end is not None:
            found.update(start=start, end=end)
        return found if self.line is None else {**found, "line": self.line}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return f"第{self.paragraph + 1}段" + _source_line(self.line)


@dataclass(frozen=True, slots=True)
class PageCellOrigin:
    """A cell of a table of a saved web page; table, row and column are 0-based, ``line`` as above."""

    table: int
    row: int = 0
    column: int = 0
    line: int | None = None

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        found: dict[str, Any] = {"table": self.table, "row": self.row, "column": self.column}
        return found if self.line is None else {**found, "line": self.line}

    def label(self) -> str:
        """See :meth:`Origin.label`."""
        return f"第{self.table + 1}个表格第{self.row + 1}行第{self.column + 1}列" + _source_line(self.line)


def _source_line(line: int | None) -> str:
    return "" if line is None else f"（网页源文件第{line}行）"


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a draft.

    ``label`` is for people. ``block`` is the index into ``Document.blocks`` (``None``: the whole draft);
    ``row`` and ``column`` point into the grid of a table block; ``start:end`` are characters of the block's
    (or the cell's) text. ``gap`` names what should stand *before* ``block`` but is missing
    (``section.overview``, ``table.applications``): the window draws a placeholder there.
    """

    label: str
    block: int | None = None
    row: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None
    origin: Origin | None = None
    gap: str | None = None

    def named(self, label: str) -> Place:
        """Return the same place under another label."""
        return replace(self, label=label)

    def to_json(self) -> dict[str, Any]:
        """Return the contract's PLACE object."""
        fields: dict[str, Any] = {"label": self.label}
        if self.origin is not None and self.gap is None:
            fields.update(self.origin.locate(self.start, self.end))
        return fields


WHOLE_DRAFT = Place("全文")
