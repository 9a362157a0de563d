"""Figures that are right but stand in the wrong place: one slip that changes many cells.

A row's figures moved by one column, a column's by one row, two rows exchanged, a row's figures written a
second time in the next row, or not at all. Each is one mistake, however many cells it changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from gxdesk.diagnosis.plausible import DISPLACED, ROW_LEFT_OUT, TELLING, Grid
from gxdesk.diagnosis.solve import Changes, System


def displacements(
    system: System, residuals: Mapping[int, Decimal], grids: Sequence[Grid]
) -> Iterator[tuple[Changes, str, int]]:
    """Yield the displacements that settle exactly these residuals, each with Chinese phrase and cost."""
    seen: list[Changes] = []
    for grid in grids:
        for changes, reason, cost in _guesses(system, residuals, grid):
            if changes and changes not in seen and system.mends(residuals, changes):
                seen.append(changes)
                yield changes, reason, cost


def _guesses(
    system: System, residuals: Mapping[int, Decimal], grid: Grid
) -> Iterator[tuple[Changes, str, int]]:
    rows = [row for row in grid if all(cell in system.values for cell in row)]
    for row in rows:
        for changes in _moved(system, residuals, row):
            yield changes, "疑似整行数字错了一列", DISPLACED
    for column in zip(*rows, strict=True):
        for changes in _moved(system, residuals, column):
            yield changes, "疑似整列数字错了一行", DISPLACED
    for one, two in combinations(range(len(rows)), 2):
        near = two == one + 1
        if near or any(system.values[cell] for cell in rows[one]):
            reason = "疑似相邻两行的数字填颠倒" if near else "疑似两行的数字填颠倒"
            yield _exchanged(system, rows[one], rows[two]), reason, DISPLACED
    for row in rows:
        if not any(system.values[cell] for cell in row):
            yield _by_crossing(system, residuals, row, row), "疑似整行漏填", ROW_LEFT_OUT
    for above, below in pairwise(rows):
        yield _repeated(system, residuals, above, below), "疑似照抄了上一行的数字", DISPLACED
        yield _repeated(system, residuals, below, above), "疑似照抄了下一行的数字", DISPLACED


def _moved(system: System, residuals: Mapping[int, Decimal], line: Sequence[str]) -> Iterator[Changes]:
    """Yield the changes that move the stretch of a line whose cross equations fail one place back or on."""
    failing = [place for place, cell in enumerate(line) if _fails_across(system, residuals, cell, line)]
    if len(failing) < 3:
        return
    stretch = line[failing[0] : failing[-1] + 1]
    old = [system.values[cell] for cell in stretch]
    for new in (old[1:] + old[:1], old[-1:] + old[:-1]):
        yield _changes(stretch, old, new)
    for end, kept in (
        (stretch[-1], _changes(stretch[:-1], old[:-1], old[1:])),
        (stretch[0], _changes(stretch[1:], old[1:], old[:-1])),
    ):
        yield kept | _by_crossing(system, residuals, [end], line)  # the number at the end got lost


def _fails_across(system: System, residuals: Mapping[int, Decimal], cell: str, line: Sequence[str]) -> bool:
    """Whether an equation fails that has this cell but no other of the line."""
    return bool(_by_crossing(system, residuals, [cell], line))


def _by_crossing(
    system: System, residuals: Mapping[int, Decimal], cells: Sequence[str], line: Sequence[str]
) -> dict[str, Decimal]:
    """Return what the failing equations across the line say the cells are off by."""
    return {
        cell: -residuals[index] * sign
        for cell in cells
        for index, sign in system.touches.get(cell, ())
        if index in residuals and not any(other in system.equations[index] for other in line if other != cell)
    }


def _exchanged(system: System, one: Sequence[str], two: Sequence[str]) -> Changes:
    old = [system.values[cell] for cell in (*one, *two)]
    return _changes((*one, *two), old, old[len(one) :] + old[: len(one)])


def _repeated(
    system: System, residuals: Mapping[int, Decimal], source: Sequence[str], copy: Sequence[str]
) -> Changes:
    """Return what the row ``copy`` should be, by its columns, if it clearly repeats ``source``."""
    figures = [system.values[cell] for cell in copy]
    if figures != [system.values[cell] for cell in source] or max(figures) < TELLING:
        return {}
    return _by_crossing(system, residuals, copy, copy)


def _changes(cells: Sequence[str], old: Sequence[Decimal], new: Sequence[Decimal]) -> dict[str, Decimal]:
    return {
        cell: after - before for cell, before, after in zip(cells, old, new, strict=True) if after != before
    }
