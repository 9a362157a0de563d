"""Figures that are right but stand in the wrong place: one slip that changes many cells.

A row's figures moved by one column, a column's by one row, two rows exchanged, a row's figures written a
second time in the next row. Each is one mistake, however many cells it changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from gxdesk.diagnosis.plausible import Grid
from gxdesk.diagnosis.solve import Changes, System


def displacements(
    system: System, residuals: Mapping[int, Decimal], grids: Sequence[Grid]
) -> Iterator[tuple[Changes, str]]:
    """Yield the displacements that settle exactly these residuals, each with a Chinese phrase."""
    seen: list[Changes] = []
    for grid in grids:
        for changes, reason in _guesses(system, residuals, grid):
            if changes and changes not in seen and system.mends(residuals, changes):
                seen.append(changes)
                yield changes, reason


def _guesses(system: System, residuals: Mapping[int, Decimal], grid: Grid) -> Iterator[tuple[Changes, str]]:
    rows = [row for row in grid if all(cell in system.values for cell in row)]
    for row in rows:
        for changes in _moved(system, residuals, row):
            yield changes, "疑似整行数字错了一列"
    for column in zip(*rows, strict=True):
        for changes in _moved(system, residuals, column):
            yield changes, "疑似整列数字错了一行"
    for one, two in combinations(range(len(rows)), 2):
        near = two == one + 1
        if near or any(system.values[cell] for cell in rows[one]):
            reason = "疑似相邻两行的数字填颠倒" if near else "疑似两行的数字填颠倒"
            yield _exchanged(system, rows[one], rows[two]), reason
    for above, below in pairwise(rows):
        yield _repeated(system, residuals, above, below), "疑似照抄了上一行的数字"
        yield _repeated(system, residuals, below, above), "疑似照抄了下一行的数字"


def _moved(system: System, residuals: Mapping[int, Decimal], line: Sequence[str]) -> Iterator[Changes]:
    """Yield the changes that move the stretch of a line whose cross equations fail one place back or on."""
    failing = [place for place, cell in enumerate(line) if _fails_across(system, residuals, cell, line)]
    if len(failing) < 3:
        return
    stretch = line[failing[0] : failing[-1] + 1]
    old = [system.values[cell] for cell in stretch]
    for new in (old[1:] + old[:1], old[-1:] + old[:-1]):
        yield _changes(stretch, old, new)


def _fails_across(system: System, residuals: Mapping[int, Decimal], cell: str, line: Sequence[str]) -> bool:
    """Whether an equation fails that has this cell but no other of the line."""
    return any(
        index in residuals and _only(system, index, cell, line) for index, _ in system.touches.get(cell, ())
    )


def _only(system: System, index: int, cell: str, line: Sequence[str]) -> bool:
    """Whether the equation has no cell of the line besides this one."""
    return not any(other in system.equations[index] for other in line if other != cell)


def _exchanged(system: System, one: Sequence[str], two: Sequence[str]) -> Changes:
    old = [system.values[cell] for cell in (*one, *two)]
    return _changes((*one, *two), old, old[len(one) :] + old[: len(one)])


def _repeated(
    system: System, residuals: Mapping[int, Decimal], source: Sequence[str], copy: Sequence[str]
) -> Changes:
    """Return what the row ``copy`` should be, by its columns, if it merely repeats ``source``."""
    values = system.values
    if not any(values[cell] for cell in copy) or any(
        values[one] != values[two] for one, two in zip(source, copy, strict=True)
    ):
        return {}
    changes: dict[str, Decimal] = {}
    for cell in copy:
        for index, sign in system.touches.get(cell, ()):
            if index in residuals and _only(system, index, cell, copy):
                changes[cell] = -residuals[index] * sign
    return changes


def _changes(cells: Sequence[str], old: Sequence[Decimal], new: Sequence[Decimal]) -> Changes:
    return {
        cell: after - before for cell, before, after in zip(cells, old, new, strict=True) if after != before
    }
