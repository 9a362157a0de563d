"""How a number could have come to stand where another should: ranks explanations of the same size.

Every way has a cost; the lower, the likelier. The costs only order explanations that mend the same equations
with the same number of cells, they are no probabilities.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

Grid = Sequence[Sequence[str]]

ANOTHER_MISTAKE = 3
DISPLACED = 1
ROW_LEFT_OUT = 6
TELLING = 10  # smaller numbers are alike by chance


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that holds ``was`` and should hold ``now``; ``reason`` is a Chinese phrase or ``""``."""

    cell: str
    was: Decimal
    now: Decimal
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Changes that together mend failing equations. ``reason`` tells of them as one slip, or is ``""``."""

    changes: tuple[Change, ...]
    cost: int
    reason: str = ""


def slip(was: Decimal, now: Decimal) -> tuple[int, str]:
    """Return cost and Chinese phrase of the slip that writes ``was`` for ``now``, by the digits alone."""
    old, new = f"{was:f}", f"{now:f}"
    if was == 0:
        return 3, "疑似漏填"
    if now == 0:
        return 3, "疑似多填"
    if _transposed(old, new):
        return 0, "疑似数字颠倒"
    if len(old) > 1 and len(old) == len(new) and _differing(old, new) == 1:
        return 1, "疑似一位数字录错"
    if _without_one(new, old):
        return 1, "疑似漏填一位"
    if _without_one(old, new):
        return 1, "疑似多填一位"
    if abs(was - now) == 1:
        return 2, "疑似少计一件" if was < now else "疑似多计一件"
    if len(old) == len(new) == 1:
        return 2, "疑似数字录错"
    return 5, ""


def _differing(old: str, new: str) -> int:
    return sum(a != b for a, b in zip(old, new, strict=True))


def _transposed(old: str, new: str) -> bool:
    """Whether two neighbouring digits changed places."""
    if len(old) != len(new) or _differing(old, new) != 2:
        return False
    first = next(i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
    return old[first : first + 2] == new[first : first + 2][::-1]


def _without_one(long: str, short: str) -> bool:
    """Whether ``short`` is ``long`` with one digit left out."""
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


class Judge:
    """Knows a table's numbers, where its cells stand and which of them are totals of others."""

    def __init__(
        self, values: Mapping[str, Decimal], grids: Iterable[Grid], totals: AbstractSet[str]
    ) -> None:
        """Remember the table; ``grids`` are the parts of the table as rows of cells."""
        self._values = values
        self._totals = totals
        self._spots = {
            cell: (part, y, x)
            for part, grid in enumerate(grids)
            for y, row in enumerate(grid)
            for x, cell in enumerate(row)
        }
        self._cells = {spot: cell for cell, spot in self._spots.items()}

    def explain(self, changes: Mapping[str, Decimal]) -> Explanation:
        """Return the changes in the table's order, with their cost and the reasons for them."""
        ordered = sorted(changes, key=lambda cell: self._spots.get(cell, (0, 0, 0)))
        todo = [Change(cell, self._values[cell], self._values[cell] + changes[cell]) for cell in ordered]
        if len(todo) == 2 and (swapped := self._swap(*todo)):
            return Explanation(tuple(todo), *swapped)
        costs, done = [], []
        for change in todo:
            cost, reason = self._alone(change)
            costs.append(cost)
            done.append(Change(change.cell, change.was, change.now, reason))
        return Explanation(tuple(done), sum(costs) + ANOTHER_MISTAKE * (len(done) - 1))

    def displaced(self, changes: Mapping[str, Decimal], reason: str, cost: int = DISPLACED) -> Explanation:
        """Return changes that undo one slip that displaced several cells."""
        plain = self.explain(changes)
        bare = tuple(Change(change.cell, change.was, change.now) for change in plain.changes)
        return Explanation(bare, cost, reason)

    def _alone(self, change: Change) -> tuple[int, str]:
        """Return cost and phrase of one change by itself."""
        found = [slip(change.was, change.now)]
        if change.cell in self._totals:
            found.append((2, "疑似总计未更新"))
        around = (self._values.get(cell) for cell in self._around(change.cell))
        if change.was >= TELLING and change.was in around:
            found.append((1, "疑似误抄相邻格的数字"))
        return min(found, key=lambda item: item[0])

    def _around(self, cell: str) -> list[str]:
        if cell not in self._spots:
            return []
        part, y, x = self._spots[cell]
        spots = ((part, y, x - 1), (part, y, x + 1), (part, y - 1, x), (part, y + 1, x))
        return [self._cells[spot] for spot in spots if spot in self._cells]

    def _swap(self, one: Change, two: Change) -> tuple[int, str] | None:
        """Return cost and phrase when two cells of one row or column merely exchange their numbers."""
        if one.now != two.was or two.now != one.was or not {one.cell, two.cell} <= self._spots.keys():
            return None
        (part, y, x), (other, v, u) = self._spots[one.cell], self._spots[two.cell]
        if part != other or (y != v and x != u):
            return None
        near = abs(y - v) + abs(x - u) == 1
        line = "列" if y == v else "行"
        if 0 in (one.was, two.was):
            return (1, f"疑似填错了一{line}") if near else (3, f"疑似填错了{line}")
        return (1, f"疑似相邻两{line}的数字填颠倒") if near else (3, f"疑似两{line}的数字填颠倒")
