"""Which cells of the statutory tables are wrong, doubtful or part of an unexplained imbalance, and why."""

from __future__ import annotations

from dataclasses import dataclass

from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding
from gxdesk.document.place import Place


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a cell is marked. ``kind`` is ``suspect``, ``wrong`` or ``unbalanced``."""

    kind: str
    text: str


def marks(result: Result) -> dict[str, Mark]:
    """Return the marked cells by ``table/row.column``; the most telling reason wins.

    The terms of a failing balance are marked only when no cell could be suspected: otherwise one slip would
    colour a whole column.
    """
    at_place = _cells_by_place(result)
    found: dict[str, Mark] = {}
    findings = result.checklist.findings
    for finding in findings:
        for suspect in finding.suspects:
            found.setdefault(suspect.cell, Mark("suspect", f"可能应为 {suspect.should_be}"))
    for finding in findings:
        if finding.equation is None:
            for place in finding.places:
                cell = at_place.get(_key(place))
                if cell is not None:
                    found.setdefault(cell, Mark("wrong", finding.title))
    for finding in findings:
        for cell in _terms(finding):
            found.setdefault(cell, Mark("unbalanced", "勾稽不平"))
    return found


def _terms(finding: Finding) -> list[str]:
    if finding.equation is None or finding.suspects or finding.cause is not None:
        return []
    return [term.cell for term in finding.equation.left + finding.equation.right]


def _cells_by_place(result: Result) -> dict[tuple[int, int, int] | None, str]:
    return {
        _key(cell.place): f"{table.id}/{cell.id}"
        for table in result.report.tables
        for cell in table.cells.values()
        if _key(cell.place) is not None
    }


def _key(place: Place) -> tuple[int, int, int] | None:
    if place.block is None or place.row is None or place.column is None:
        return None
    return place.block, place.row, place.column
