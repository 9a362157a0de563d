"""The Report: a document recognised as (or ruled out as) an annual report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from gxdesk.document.model import Cell, Document, Paragraph
from gxdesk.document.numbers import Number
from gxdesk.document.place import WHOLE_DRAFT, Place
from gxdesk.document.text import Folded, fold
from gxdesk.standards.model import Standard, TableForm

if TYPE_CHECKING:
    from gxdesk.report.claims import Claim

ANNUAL_REPORT = "annual-report"
OTHER = "other"
_SENTENCE = re.compile(r"[^。;!?]+")
_LONG_NUMBER = re.compile(r"\d[\d-]{10}|QQ|qq")  # in folded text: 138-0000-0000 and 138 0000 0000 count


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why recognition decided as it did: the words it saw and where."""

    value: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports, for which year, and how we know."""

    kind: str
    kind_reason: str
    title: str
    title_block: int | None
    authority: str | None
    level: str
    year: int | None
    year_evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the standard and where the draft has it.

    ``heading`` is the heading as written (``""`` when absent or when only its content was found).
    Its text is the blocks ``start:end`` (heading excluded). ``exact`` is false for a tolerated variant,
    ``misnamed`` is true when the heading is neither official nor tolerated.
    """

    id: str
    title: str
    heading: str
    present: bool
    place: Place
    start: int = 0
    end: int = 0
    characters: int = 0
    exact: bool = True
    misnamed: bool = False
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class CellValue:
    """A recognised cell of a statutory table."""

    id: str
    text: str
    number: Number
    place: Place

    @property
    def value(self) -> Decimal | None:
        """The number, or ``None`` when the cell holds none."""
        return self.number.value


@dataclass(frozen=True, slots=True)
class LabelProblem:
    """A row or column label found cut short or mistyped. ``written`` against the ``official`` label."""

    kind: str  # "truncated" or "mistyped"
    written: str
    official: str
    place: Place


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """One of the statutory tables as recognised. ``blocks`` are the table blocks it was found in."""

    form: TableForm
    present: bool
    place: Place
    blocks: tuple[int, ...] = ()
    cells: dict[str, CellValue] = field(default_factory=dict)
    missing_rows: tuple[str, ...] = ()
    missing_columns: tuple[str, ...] = ()
    extra_rows: tuple[LabelProblem, ...] = ()
    label_problems: tuple[LabelProblem, ...] = ()
    foreign_labels: tuple[LabelProblem, ...] = ()  # labels of another era's format

    @property
    def id(self) -> str:
        """The table's id."""
        return self.form.id

    def value(self, cell_id: str) -> Decimal | None:
        """Return the number in a cell; ``None`` when the cell is missing, blank or no number."""
        cell = self.cells.get(cell_id)
        return cell.value if cell else None


class Sentence(NamedTuple):
    """A sentence of the report's prose; :meth:`Report.span` leads back to the paragraph's own text.

    ``text`` is folded and without its final mark; it starts at ``offset`` of the paragraph's folded text.
    """

    block: int
    section: str | None
    text: str
    offset: int


@dataclass(frozen=True)
class Report:
    """Everything recognised in one draft; what many rules need is computed once here.

    ``body`` are the block indices that belong to the report itself; the others are page furniture
    (``furniture``: web leftovers), a second copy (``copies``) or foreign text (``foreign``).
    """

    document: Document
    identity: Identity
    standard: Standard
    standard_reason: str
    sections: tuple[Section, ...]
    tables: tuple[StatutoryTable, ...]
    furniture: frozenset[int] = frozenset()
    copies: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()
    previous: Report | None = None  # last year's report of the same body, when the user gave one

    @property
    def is_annual_report(self) -> bool:
        """Whether the draft is an annual report at all."""
        return self.identity.kind == ANNUAL_REPORT

    def section(self, section_id: str) -> Section | None:
        """Return a section of the standard, or ``None`` when the standard has none of this id."""
        return next((s for s in self.sections if s.id == section_id), None)

    def table(self, table_id: str) -> StatutoryTable | None:
        """Return a statutory table, or ``None`` when the standard has none of this id."""
        return next((t for t in self.tables if t.id == table_id), None)

    def section_of(self, block: int) -> str | None:
        """Return the id of the section a block belongs to."""
        for section in self.sections:
            if section.present and section.start <= block < section.end:
                return section.id
        return None

    @cached_property
    def folded(self) -> dict[int, Folded]:
        """The folded text of every paragraph, by block index."""
        return self.document.folded

    @cached_property
    def text(self) -> str:
        """All paragraphs, folded, one a line: for seeing at once whether a word stands anywhere."""
        return "\n".join(folded.text for folded in self.folded.values())

    @cached_property
    def prose(self) -> tuple[tuple[int, Paragraph], ...]:
        """The report's own paragraphs: no furniture, no second copy, no foreign text."""
        left_out = self.furniture | self.copies | self.foreign
        return tuple((i, p) for i, p in self.document.paragraphs() if i not in left_out)

    @cached_property
    def own(self) -> tuple[tuple[int, str], ...]:
        """``(block, folded text)`` of :attr:`prose`."""
        folded = self.folded
        return tuple((index, folded[index].text) for index, _ in self.prose)

    @cached_property
    def own_text(self) -> str:
        """The folded text of :attr:`prose`, a paragraph a line: for what must stand in the report itself."""
        return "\n".join(text for _, text in self.own)

    @cached_property
    def own_starts(self) -> list[int]:
        """Where each paragraph of :attr:`own` begins in :attr:`own_text`."""
        return list(accumulate((len(text) + 1 for _, text in self.own), initial=0))[:-1]

    @cached_property
    def long_numbers(self) -> tuple[tuple[int, Cell | None, str], ...]:
        """``(block, cell, text)`` of the paragraphs and cells with eleven digits together or a QQ number."""
        found: list[tuple[int, Cell | None, str]] = []
        if _LONG_NUMBER.search(self.text):
            found += [
                (index, None, paragraph.text)
                for index, paragraph in self.document.paragraphs()
                if _LONG_NUMBER.search(self.folded[index].text)
            ]
        for index, table in self.document.tables():
            for cell in [cell for cell in table.cells if len(cell.text) >= 11]:
                if _LONG_NUMBER.search(fold(cell.text).text):
                    found.append((index, cell, cell.text))
        return tuple(found)

    @cached_property
    def sentences_of(self) -> dict[int, list[Sentence]]:
        """The sentences of each paragraph of :attr:`prose`, cut at 。；！？, by block index."""
        found = {}
        for index, text in self.own:
            section = self.section_of(index)
            found[index] = [
                Sentence(index, section, match[0], match.start()) for match in _SENTENCE.finditer(text)
            ]
        return found

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of :attr:`prose` in reading order."""
        return tuple(sentence for of_block in self.sentences_of.values() for sentence in of_block)

    @cached_property
    def claims(self) -> tuple[tuple[Sentence, Claim], ...]:
        """What the sentences claim about the statutory tables."""
        from gxdesk.report.claims import find_claims

        return tuple(find_claims(self))

    def span(self, sentence: Sentence, start: int, end: int, label: str | None = None) -> Place:
        """Return the place of characters ``start:end`` of a sentence's folded text."""
        first, last = self.folded[sentence.block].original(sentence.offset + start, sentence.offset + end)
        return self.document.place(sentence.block, first, last, label)

    def folded_span(self, block: int, start: int, end: int, label: str | None = None) -> Place:
        """Return the place of characters ``start:end`` of a paragraph's folded text."""
        first, last = self.folded[block].original(start, end)
        return self.document.place(block, first, last, label)

    @property
    def whole(self) -> Place:
        """The place of the whole draft."""
        return WHOLE_DRAFT
