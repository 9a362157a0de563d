"""Explains the failing balances of one table: which cells to change, how sure, and what that mends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gxdesk.diagnosis.apart import Residuals, independent_parts, solve_apart
from gxdesk.diagnosis.displaced import displacements
from gxdesk.diagnosis.plausible import DISPLACED, Explanation, Grid, Judge
from gxdesk.diagnosis.solve import Changes, Outcome, System
from gxdesk.report.balances import Balance, instances
from gxdesk.standards.model import TableForm

CLEARLY_ONE = 2
CLEARLY_SEVERAL = 3
"""By how much an explanation by one cell, or by several, must be likelier than another to be preferred."""


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
    return tuple(_explain(_Group(system, judge, balances, system.residuals), grids(form)))


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


def _explain(group: _Group, table: Sequence[Grid]) -> list[Diagnosis]:
    """Explain failing equations, if need be by setting aside what single cells explain beyond doubt.

    Single cells are only set aside when everything else can be explained then: in a table that is wrong
    throughout, a row and a column are off by the same number by chance.
    """
    found: list[Diagnosis] = []
    for residuals, outcome in solve_apart(group.system, group.residuals):
        part = replace(group, residuals=residuals)
        diagnoses = _diagnose(part, table, outcome)
        if not all(diagnosis.likely for diagnosis in diagnoses) and (slips := _single_slips(part)):
            rest = residuals
            for cell, delta in slips.items():
                rest = group.system.apply(rest, cell, delta)
            others = _explain(replace(group, residuals=rest), table)
            if all(diagnosis.likely for diagnosis in others):
                alone = [[part.judge.explain({cell: delta})] for cell, delta in slips.items()]
                diagnoses = [_rank(part, one, True) for one in alone] + others
        found += diagnoses
    return found


def _single_slips(group: _Group) -> dict[str, Decimal]:
    """Return the cells that alone mend all their equations, two or more, where no other cell mends these."""
    found: dict[str, Decimal] = {}
    for cell, touched in group.system.touches.items():
        off = {-group.residuals.get(index, Decimal(0)) * sign for index, sign in touched}
        if len(touched) > 1 and len(off) == 1 and (delta := off.pop()) and group.system.possible(cell, delta):
            found[cell] = delta
    claims = Counter(index for cell in found for index, _ in group.system.touches[cell])
    return {
        cell: delta
        for cell, delta in found.items()
        if all(claims[index] == 1 for index, _ in group.system.touches[cell])
    }


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


def _diagnose(group: _Group, table: Sequence[Grid], outcome: Outcome) -> list[Diagnosis]:
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
    for part in independent_parts(group.system, plain):
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
    margin = CLEARLY_SEVERAL if len(measure.changes) > 1 else CLEARLY_ONE
    likely = [one for one in ranked if one.cost < measure.cost + margin]
    cells = {change.cell for one in likely for change in one.changes}
    return Diagnosis(group.mended(cells), tuple(likely), len(ranked) - len(likely), complete)


def _separate(group: _Group, whole: Diagnosis) -> list[Diagnosis]:
    """Split one explanation into slips that have nothing to do with each other."""
    changes = {change.cell: change.now - change.was for change in whole.likely[0].changes}
    parts = independent_parts(group.system, [changes])
    if len(parts) == 1:
        return [whole]
    single = [group.judge.explain(part[0]) for part in parts]
    return [
        Diagnosis(group.mended(c.cell for c in one.changes), (one,), whole.others, whole.complete)
        for one in single
    ]
