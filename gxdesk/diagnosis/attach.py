"""Attaches what explains failing balances to the findings about them: one slip, one root finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gxdesk.checks.api import Equation, Finding, Suspect
from gxdesk.checks.equations import plain
from gxdesk.diagnosis.explain import Diagnosis, explain
from gxdesk.diagnosis.wording import verdict
from gxdesk.document.place import Place
from gxdesk.report.model import Report, StatutoryTable

MOST_ALTERNATIVES = 6
"""With more equally likely explanations than this no cell is named a suspect."""


def diagnose(report: Report, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the same order, those about failing balances with suspects and causes.

    Of the balance findings that one explanation mends, the first becomes the root: it gets the suspects and a
    sentence about them; the others get its id as their ``cause``. All other findings are returned unchanged.
    """
    result = list(findings)
    for table in report.tables:
        about = {_cells(f.equation): place for place, f in enumerate(result) if _is_about(f, table)}
        if not about:
            continue
        values = {cell: value.value for cell, value in table.cells.items()}
        claimed: set[int] = set()
        for diagnosis in explain(table.form, values):
            keys = (frozenset(f"{table.id}/{cell}" for cell in b.cells()) for b in diagnosis.balances)
            places = sorted({about[key] for key in keys if key in about} - claimed)
            claimed |= set(places)
            _attach(result, places, diagnosis, table)
    return tuple(result)


def _is_about(finding: Finding, table: StatutoryTable) -> bool:
    """Whether a finding is about a balance of this table and not explained yet."""
    return (
        finding.rule.startswith("balance.")
        and finding.cause is None
        and finding.equation is not None
        and all(cell.startswith(f"{table.id}/") for cell in _cells(finding.equation))
    )


def _cells(equation: Equation | None) -> frozenset[str]:
    return frozenset(term.cell for term in equation.left + equation.right) if equation else frozenset()


def _attach(result: list[Finding], places: list[int], diagnosis: Diagnosis, table: StatutoryTable) -> None:
    if not places:
        return
    suspects = tuple(_suspects(diagnosis, table))
    for place in places:
        result[place] = replace(result[place], places=_suspects_first(result[place], suspects))
    root = result[places[0]]
    message = root.message if root.message.endswith(("。", "！", "？")) else f"{root.message}。"
    result[places[0]] = replace(
        root,
        message=message + verdict(diagnosis, table.form),
        suspects=root.suspects + suspects,
    )
    if diagnosis.likely:
        for place in places[1:]:
            result[place] = result[place].with_cause(root.id)


def _suspects_first(finding: Finding, suspects: Sequence[Suspect]) -> tuple[Place, ...]:
    """Return a finding's places with the suspected cells first: there the clerk looks first."""
    doubted = [suspect.place for suspect in suspects]
    return tuple(sorted(finding.places, key=lambda place: place not in doubted))


def _suspects(diagnosis: Diagnosis, table: StatutoryTable) -> Iterable[Suspect]:
    if len(diagnosis.likely) > MOST_ALTERNATIVES or not diagnosis.complete:
        return
    changes = dict.fromkeys(
        (change.cell, change.was, change.now) for one in diagnosis.likely for change in one.changes
    )
    for cell, was, now in changes:
        yield Suspect(f"{table.id}/{cell}", plain(was), plain(now), table.cells[cell].place)
