"""What the outline lists of one draft: its sections and tables, each with the findings in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result
    from gxdesk.report.model import Section, StatutoryTable

_ORDER = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Row:
    """A section, or a table inside one: where it is, how many findings it has and the gravest of them."""

    text: str
    present: bool
    block: int
    count: int
    state: str
    finding: str
    inside: bool = False

    @property
    def badge(self) -> str:
        """How many findings it has, or that it is missing."""
        return "缺" if not self.present else str(self.count) if self.count else ""

    @property
    def tip(self) -> str:
        """The row in words."""
        if not self.present:
            return f"{self.text}：缺少"
        return f"{self.text}：{self.count}个问题" if self.count else self.text


def rows_of(result: Result) -> list[Row]:
    """Return the rows in the standard's order, tables under their section (indented)."""
    report, rows = result.report, []
    tables = list(report.tables)
    for section in report.sections:
        if not section.present and not _required(result, section):
            continue
        rows.append(_section_row(result, section))
        for table in [table for table in tables if table.form.section == section.id]:
            tables.remove(table)
            if table.present or table.form.absence:
                rows.append(_table_row(result, table))
    rows += [_table_row(result, table) for table in tables if table.present]
    return rows


def _required(result: Result, section: Section) -> bool:
    return any(form.id == section.id and form.absence for form in result.report.standard.sections)


def _section_row(result: Result, section: Section) -> Row:
    name = f"section.{section.id}"
    start = section.place.block if section.place.block is not None else section.start
    blocks = set(range(min(start, section.start), section.end)) if section.present else set()
    for table in result.report.tables:  # counted in their own row
        blocks -= set(table.blocks)
    found = [f for f in result.checklist.findings if _in(f, blocks, name)]
    return _row(section.heading or section.title, section.present, start, found)


def _table_row(result: Result, table: StatutoryTable) -> Row:
    found = [f for f in result.checklist.findings if _in(f, set(table.blocks), f"table.{table.id}")]
    block = table.blocks[0] if table.blocks else 0
    return _row(f"{table.form.name} {table.form.title}", table.present, block, found, inside=True)


def _in(finding: Finding, blocks: set[int], gap: str) -> bool:
    if not finding.places:
        return False
    first = finding.places[0]
    return first.gap == gap if first.gap else first.block in blocks


def _row(text: str, present: bool, block: int, found: list[Finding], inside: bool = False) -> Row:
    worst = min((f.severity.value for f in found), key=lambda s: _ORDER.get(s, 3), default="muted")
    return Row(text, present, block, len(found), worst, found[0].id if found else "", inside)
