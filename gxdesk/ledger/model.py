"""What is known of one application, how it was counted, and the tables that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gxdesk.document.place import Origin
from gxdesk.standards.model import Standard

APPLICATIONS, REVIEW = "applications", "review_litigation"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the register as written: texts by column (``received``, ``kind``, ``result``...)."""

    where: str
    origin: Origin
    texts: dict[str, str]

    def text(self, column: str) -> str:
        """Return what stands in a column, stripped; ``""`` when there is no such column."""
        return self.texts.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class Register:
    """The rows of a register; ``columns`` are the headers as written by meaning, ``notes`` what to know."""

    entries: tuple[Entry, ...]
    columns: dict[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """How a row was counted: ``cells`` are ``table/row.column``; ``problems`` say why a row is doubtful.

    ``days`` are the working days it took (Monday to Friday; holidays are not known), ``late`` whether that
    is more than allowed. ``note`` says why a row belongs to another year.
    """

    entry: Entry
    cells: tuple[str, ...]
    problems: tuple[str, ...] = ()
    received: date | None = None
    closed: date | None = None
    days: int | None = None
    late: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The register of one report year, counted. ``tables`` holds figures by table and cell id."""

    standard: Standard
    year: int
    rows: tuple[Counted, ...]
    tables: dict[str, dict[str, int]]
    notes: tuple[str, ...]

    @property
    def doubtful(self) -> tuple[Counted, ...]:
        """The rows a person has to look at."""
        return tuple(row for row in self.rows if row.problems)

    def texts(self) -> dict[str, dict[str, str]]:
        """Return the figures as text, for drawing tables."""
        return {table: {cell: str(n) for cell, n in cells.items()} for table, cells in self.tables.items()}


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which register and draft differ; ``draft`` is its text, ``None`` when the cell is missing."""

    cell: str
    name: str
    ledger: int
    draft: str | None
    entries: tuple[str, ...]
