"""Explains the failing balances of one table: which cells to change, how sure, and what that mends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gxdesk.diagnosis.displaced import displacements
from gxdesk.diagnosis.plausible import DISPLACED, Explanation, Judge
from gxdesk.diagnosis.solve import Changes, Outcome, System, smallest
from gxdesk.report.balances import Balance, instances
from gxdesk.standards.model import TableForm

CLEARLY = 3
"""By how much an explanation must be likelier than another of the same size to be preferred to it."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What explains some failing balances of a table, independently of its other failures.

    ``likely`` are the likeliest of the smallest explanations: one when they point at one set of cells,
    several when these are equally simple, none when a few changes cannot explain the failures. ``others``
    counts the explanations of the same size that are clearly less likely; ``complete`` is false if there may
    be more.
    """

    balances: tuple[Balance, ...]
    likely: tuple[Explanation, ...]
    others: int = 0
    complete: bool = True

    @property
    def clear(self) -> bool:
        """Whether it points at one set of cells."""
        return len(self.likely) == 1 and self.complete


def explain(form: TableForm, values: Mapping[str, Decimal | None]) -> tuple[Diagnosis, ...]:
    """Explain the failing balances of a table; ``()`` when every checkable balance holds.

    ``values`` may lack cells or hold ``None`` for blank ones: balances with such a cell take no part.
    """
    known = {cell: value for cell, value in values.items() if value is not None}
    balances = [b for b in instances(form) if all(cell in known for cell in b.cells())]
    system = System([dict.fromkeys(b.left, 1) | dict.fromkeys(b.right, -1) for b in balances], known)
    if not system.residuals:
        return ()
    judge = Judge(known, grids(form), _totals(balances))
    found: list[Diagnosis] = []
    for group, outcome in _solve(system):
        found += _diagnose(_Group(system, judge, balances, group), grids(form), outcome)
    return tuple(found)


def grids(form: TableForm) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the parts of a form as rows of cell ids."""
    return tuple(
        tuple(tuple(f"{row.id}.{column.id}" for column in part.columns) for row in part.rows)
        for part in form.parts
    )


def _totals(balances: Iterable[Balance]) -> frozenset[str]:
    """Return the cells that are the sum of others: alone on their side of an equation."""
    sides = [side for b in balances for side in (b.left, b.right)]
    return frozenset(side[0] for side in sides if len(side) == 1)


Residuals = dict[int, Decimal]


def _solve(system: System) -> list[tuple[Residuals, Outcome]]:
    """Return groups of failing equations, each to be explained apart, with its smallest explanations.

    Groups without a common cell are explained one by one, unless fewer changes explain some of them together
    (two exchanged numbers of a row break two columns that have nothing else to do with each other).
    """
    done: list[tuple[Residuals, Outcome]] = []
    rest: list[tuple[Residuals, Outcome]] = []
    for group in system.groups(system.residuals):
        outcome = smallest(system, group, 1) if system.least(group) == 1 else Outcome(())
        (done if outcome.explanations else rest).append((group, outcome))
    if not rest:
        return done
    apart = [(group, smallest(system, group)) for group, _ in rest]
    merged = {index: residual for group, _ in rest for index, residual in group.items()}
    together = smallest(system, merged) if len(rest) > 1 else Outcome(())
    if together.explanations:
        sizes = [len(outcome.explanations[0]) if outcome.explanations else None for _, outcome in apart]
        if None in sizes or len(together.explanations[0]) < sum(size or 0 for size in sizes):
            return [*done, (merged, together)]
    solved = [(group, outcome) for group, outcome in apart if outcome.explanations]
    unsolved = {i: r for group, outcome in apart if not outcome.explanations for i, r in group.items()}
    return [*done, *solved, *([(unsolved, Outcome(()))] if unsolved else [])]


@dataclass(frozen=True, slots=True)
class _Group:
    """Failing equations of a table that are explained together."""

    system: System
    judge: Judge
    balances: Sequence[Balance]
    residuals: Residuals

    def mended(self, cells: Iterable[str]) -> tuple[Balance, ...]:
        """Return the group's failing balances that contain one of the cells."""
        touched = {index for cell in cells for index, _ in self.system.touches.get(cell, ())}
        return tuple(self.balances[index] for index in sorted(touched & self.residuals.keys()))


def _diagnose(group: _Group, table: Sequence[Sequence[Sequence[str]]], outcome: Outcome) -> list[Diagnosis]:
    """Turn a group's explanations into diagnoses, one for each independent part."""
    plain = outcome.explanations
    moved: list[tuple[Changes, str, int]] = []
    if len(plain) != 1 or len(plain[0]) > 2:
        moved = list(displacements(group.system, group.residuals, table))
    if moved:
        known = [changes for changes, _, _ in moved]
        judged = [group.judge.displaced(*found) for found in moved]
        judged += [group.judge.explain(changes) for changes in plain if changes not in known]
        # Sets of cells that a search cut short has missed would be less likely than a telling displacement.
        complete = outcome.complete or min(one.cost for one in judged) == DISPLACED
        return [_rank(group, judged, complete)]
    if not plain:
        return [Diagnosis(tuple(group.balances[index] for index in group.residuals), ())]
    diagnoses: list[Diagnosis] = []
    for part in _parts(group.system, plain):
        ranked = _rank(group, [group.judge.explain(changes) for changes in part], outcome.complete)
        diagnoses += _separate(group, ranked) if ranked.clear else [ranked]
    return diagnoses


def _rank(group: _Group, explanations: list[Explanation], complete: bool) -> Diagnosis:
    """Keep the likeliest explanations, best first.

    Several slips that have no common reason are never preferred to all others by what each looks like alone:
    the runner-up is kept beside them.
    """
    ranked = sorted(explanations, key=lambda explanation: explanation.cost)
    measure = ranked[0]
    if len(ranked) > 1 and len(measure.changes) > 1 and not measure.reason:
        measure = ranked[1]
    likely = [one for one in ranked if one.cost < measure.cost + CLEARLY]
    cells = {change.cell for one in likely for change in one.changes}
    return Diagnosis(group.mended(cells), tuple(likely), len(ranked) - len(likely), complete)


def _separate(group: _Group, whole: Diagnosis) -> list[Diagnosis]:
    """Split one explanation into slips that have nothing to do with each other."""
    changes = {change.cell: change.now - change.was for change in whole.likely[0].changes}
    parts = _parts(group.system, [changes])
    if len(parts) == 1:
        return [whole]
    single = [group.judge.explain(part[0]) for part in parts]
    return [
        Diagnosis(group.mended(c.cell for c in one.changes), (one,), whole.others, whole.complete)
        for one in single
    ]


def _parts(system: System, explanations: Sequence[Changes]) -> list[list[Changes]]:
    """Split explanations where their cells share no equation; each part has its own alternatives."""
    left = {cell: None for changes in explanations for cell in changes}
    parts = []
    while left:
        part, frontier = set[str](), [next(iter(left))]
        while frontier:
            cell = frontier.pop()
            if cell in left:
                del left[cell]
                part.add(cell)
                frontier += [other for index, _ in system.touches[cell] for other in system.equations[index]]
        alternatives: list[Changes] = []
        for changes in explanations:
            share = {cell: delta for cell, delta in changes.items() if cell in part}
            if share and share not in alternatives:
                alternatives.append(share)
        parts.append(alternatives)
    return parts
