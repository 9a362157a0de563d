"""What a report format (报告格式) demands, loaded from ``resources/standards/*.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_REMARK = re.compile(r"(?<=.)（[^（）]*）$")


@dataclass(frozen=True, slots=True)
class SectionForm:
    """A section the format demands.

    ``variants`` are whole titles tolerated besides ``title``; ``keywords`` are regular expressions that
    recognise a heading (folded, without its number) as meant for this section even when misworded.
    ``evidence`` (free-form eras only) recognises the content in running text when there is no heading.
    ``absence`` is the severity of its absence (``error``, ``warning``) or ``""`` when it may be absent.
    """

    id: str
    title: str
    number: int
    variants: tuple[str, ...]
    keywords: tuple[str, ...]
    evidence: str
    absence: str
    requirement: str
    basis: str


@dataclass(frozen=True, slots=True)
class RowForm:
    """A row of a statutory table. ``label`` is official (with its number); ``variants`` are equally right.

    ``groups`` are the labels of the merged group cells before it, outermost first. ``unit`` is the unit
    written in the row itself (only tables with a column of units have one).
    """

    id: str
    label: str
    variants: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unit: str = ""

    @property
    def name(self) -> str:
        """The label without the remark in brackets at its end, for messages."""
        return _REMARK.sub("", self.label)


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """A column. ``integer`` false allows decimals (amounts); ``signed`` allows +2 / -1 / 增2 / 减1.

    ``groups`` are the labels of the merged header cells above it, outermost first.
    """

    id: str
    label: str
    variants: tuple[str, ...] = ()
    integer: bool = True
    signed: bool = False
    unit: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # compared and cached by identity
class PartForm:
    """A sub-table with a header of its own (table two has one per item of article 20)."""

    title: str
    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]


@dataclass(frozen=True, slots=True)
class EquationForm:
    """``sum(left) == sum(right)``, once for each ``along``: ``column`` (terms are rows) or ``row``."""

    rule: str
    number: str
    along: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, eq=False)  # compared and cached by identity
class TableForm:
    """A statutory table. ``layout`` is ``rows``, or ``wide`` when the rows stand side by side (table four).

    ``header_note`` is the note in the corner of the header, if any. ``absence`` is as in SectionForm.
    """

    id: str
    name: str
    title: str
    section: str
    layout: str
    parts: tuple[PartForm, ...]
    equations: tuple[EquationForm, ...]
    absence: str
    basis: str
    header_note: str = ""
    groups: tuple[str, ...] = ()

    def rows(self) -> tuple[RowForm, ...]:
        """Return the rows of all parts."""
        return tuple(row for part in self.parts for row in part.rows)

    def row(self, row_id: str) -> RowForm:
        """Return the row with this id; raises ``KeyError``."""
        return _rows_by_id(self)[row_id]

    def column(self, cell_id: str) -> ColumnForm:
        """Return the column form of the cell ``row.column``; raises ``KeyError``."""
        row_id, column_id = cell_id.split(".")
        for part in self.parts:
            if any(row.id == row_id for row in part.rows):
                for column in part.columns:
                    if column.id == column_id:
                        return column
        raise KeyError(cell_id)

    def cell_ids(self) -> tuple[str, ...]:
        """Return every cell id, ``row.column``, in official order."""
        return _cell_ids(self)

    def cell_name(self, cell_id: str) -> str:
        """Return the Chinese name of a cell: ``「（一）予以公开」行「自然人」列``."""
        row_id, _ = cell_id.split(".")
        if self.layout == "wide":
            return f"「{self.row(row_id).name}」的「{self.column(cell_id).label}」"
        return f"「{self.row(row_id).name}」行「{self.column(cell_id).label}」列"


@lru_cache(maxsize=64)
def _cell_ids(form: TableForm) -> tuple[str, ...]:
    return tuple(
        f"{row.id}.{column.id}" for part in form.parts for row in part.rows for column in part.columns
    )


@lru_cache(maxsize=64)
def _rows_by_id(form: TableForm) -> dict[str, RowForm]:
    return {row.id: row for row in form.rows()}


@dataclass(frozen=True, slots=True)
class ManualItem:
    """A checklist item only a person can decide."""

    id: str
    title: str
    group: str
    requirement: str
    basis: str


@dataclass(frozen=True, slots=True, eq=False)  # compared and cached by identity
class Standard:
    """A report format. Years are report years, inclusive; ``until`` is ``None`` while in force.

    ``sections_fixed`` is false for the free-form era, whose headings are not prescribed.
    ``aspects`` are the five aspects the overview must cover, each with the words that show it.
    ``deadlines`` map a level to ``MM-DD`` of the following year.
    """

    id: str
    name: str
    since: int
    until: int | None
    citation: str
    basis: str
    sections_fixed: bool
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]
    manual: tuple[ManualItem, ...]
    aspects: tuple[tuple[str, tuple[str, ...]], ...]
    deadlines: dict[str, str]

    def section(self, section_id: str) -> SectionForm:
        """Return a section by id; raises ``KeyError``."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def table(self, table_id: str) -> TableForm:
        """Return a table by id; raises ``KeyError``."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)
