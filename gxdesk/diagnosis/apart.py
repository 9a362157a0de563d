"""Keeps apart what has nothing to do with each other: failures before the search, slips after it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gxdesk.diagnosis.solve import Changes, Outcome, System, smallest

Residuals = dict[int, Decimal]


def solve_apart(system: System, residuals: Residuals) -> list[tuple[Residuals, Outcome]]:
    """Return groups of failing equations, each to be explained apart, with its smallest explanations.

    Groups without a common cell are explained one by one, unless fewer changes explain some of them together
    (two exchanged numbers of a row break two columns that have nothing else to do with each other).
    """
    done: list[tuple[Residuals, Outcome]] = []
    rest: list[tuple[Residuals, Outcome]] = []
    for group in system.groups(residuals):
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


def independent_parts(system: System, explanations: Sequence[Changes]) -> list[list[Changes]]:
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
