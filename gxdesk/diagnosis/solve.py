"""The search: the smallest sets of cells whose change makes every equation of a table balance.

Plain data only. An equation is a mapping from cell to +1 or -1 whose weighted sum must be 0. What an equation
is off by is its residual; changing a cell by ``d`` moves the residual of each of its equations by ``±d``.

In any explanation of up to three cells some equation contains just one of the changed cells (a cell is an
edge between a row and a column equation, and three edges make no cycle). That equation fails, and what it is
off by is what its cell is off by. So trying, again and again, to mend one failing equation by one of its
cells finds every such explanation. It stays fast because failing equations without a common cell need a cell
each: where more of them are left than changes, a branch is given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

Equation = Mapping[str, int]
Changes = Mapping[str, Decimal]  # cell -> what is to be added to it

DEEPEST = 8
_MOST_FOUND = 200
_MOST_STEPS = 1500


@dataclass(frozen=True, slots=True)
class Outcome:
    """The smallest explanations found, in no order of merit; ``complete`` is false if there may be more."""

    explanations: tuple[Changes, ...]
    complete: bool = True


class System:
    """The equations of a table and the numbers in its cells.

    Every cell of every equation must be in ``values``. ``residuals`` tells, for each failing equation by its
    index, by how much its weighted sum differs from 0.
    """

    def __init__(self, equations: Sequence[Equation], values: Mapping[str, Decimal]) -> None:
        """Put the numbers into the equations."""
        self.equations = equations
        self.values = values
        self.touches: dict[str, list[tuple[int, int]]] = {}
        for index, equation in enumerate(equations):
            for cell, sign in equation.items():
                self.touches.setdefault(cell, []).append((index, sign))
        self.residuals = self._residuals()
        self._meets = {index: self._neighbours(index) for index in self.residuals}

    def _residuals(self) -> dict[int, Decimal]:
        sums = (
            (index, sum((self.values[cell] * sign for cell, sign in equation.items()), Decimal(0)))
            for index, equation in enumerate(self.equations)
        )
        return {index: residual for index, residual in sums if residual}

    def _neighbours(self, index: int) -> frozenset[int]:
        return frozenset(other for cell in self.equations[index] for other, _ in self.touches[cell])

    def meets(self, index: int) -> frozenset[int]:
        """Return the equations that share a cell with this one, itself included."""
        if index not in self._meets:
            self._meets[index] = self._neighbours(index)
        return self._meets[index]

    def apply(self, residuals: Mapping[int, Decimal], cell: str, delta: Decimal) -> dict[int, Decimal]:
        """Return what is left failing when ``delta`` is added to ``cell``."""
        left = dict(residuals)
        for index, sign in self.touches.get(cell, ()):
            residual = left.get(index, Decimal(0)) + sign * delta
            if residual:
                left[index] = residual
            else:
                left.pop(index, None)
        return left

    def mends(self, residuals: Mapping[int, Decimal], changes: Changes) -> bool:
        """Whether the changes settle exactly these residuals and every new number is possible."""
        left = dict(residuals)
        for cell, delta in changes.items():
            if not self.possible(cell, delta):
                return False
            for index, sign in self.touches.get(cell, ()):
                left[index] = left.get(index, Decimal(0)) + sign * delta
        return not any(left.values())

    def possible(self, cell: str, delta: Decimal) -> bool:
        """Whether the cell may hold its number plus ``delta``: a count, not negative, not fractional."""
        value = self.values[cell] + delta
        return value >= 0 and value == value.to_integral_value()

    def least(self, failing: Iterable[int]) -> int:
        """Return a number of changes that is certainly needed: failing equations without a common cell."""
        ordered = sorted(failing)
        return max(self._apart(ordered), self._apart(reversed(ordered)))

    def _apart(self, failing: Iterable[int]) -> int:
        count, taken = 0, set[int]()
        for index in failing:
            if index not in taken:
                count += 1
                taken |= self.meets(index)
        return count

    def groups(self, residuals: Mapping[int, Decimal]) -> list[dict[int, Decimal]]:
        """Split failing equations into groups that have no cell in common."""
        left = dict(residuals)
        found = []
        while left:
            frontier = [next(iter(left))]
            group: dict[int, Decimal] = {}
            while frontier:
                index = frontier.pop()
                if index in left:
                    group[index] = left.pop(index)
                    frontier += [other for other in left if other in self.meets(index)]
            found.append(dict(sorted(group.items())))
        return found


def smallest(system: System, residuals: Mapping[int, Decimal], limit: int = 3) -> Outcome:
    """Return all explanations of these residuals with as few cells as possible, at most ``limit``.

    More than ``limit`` cells (up to :data:`DEEPEST`) are tried only when that many are certainly needed, as
    with several slips in different rows and columns. None is found when the changes are too many.
    """
    least = system.least(residuals)
    if not residuals or least > DEEPEST:
        return Outcome((), complete=not residuals)
    for size in range(least, max(limit, least) + 1):
        search = _Search(system)
        search.extend(dict(residuals), {}, size)
        if search.found or search.exhausted:
            return Outcome(tuple(search.found.values()), not search.exhausted)
    return Outcome(())


@dataclass(slots=True)
class _Search:
    """Explanations of one size."""

    system: System
    found: dict[frozenset[tuple[str, Decimal]], Changes] = field(default_factory=dict)
    seen: set[frozenset[tuple[str, Decimal]]] = field(default_factory=set)
    steps: int = 0

    @property
    def exhausted(self) -> bool:
        """Whether the search was cut off."""
        return self.steps > _MOST_STEPS or len(self.found) > _MOST_FOUND

    def extend(self, left: dict[int, Decimal], chosen: dict[str, Decimal], budget: int) -> None:
        """Add one more cell to ``chosen`` in every way that may still lead to an explanation."""
        failing = sorted(left, key=lambda index: len(self.system.equations[index]))
        for index in failing if budget > 1 else failing[:1]:
            for cell, sign in self.system.equations[index].items():
                if self.exhausted:
                    return
                delta = -left[index] * sign
                if cell not in chosen and self.system.possible(cell, delta):
                    self._take(left, {**chosen, cell: delta}, cell, budget - 1)

    def _take(self, left: dict[int, Decimal], chosen: dict[str, Decimal], cell: str, budget: int) -> None:
        key = frozenset(chosen.items())
        if key in self.seen:
            return
        self.seen.add(key)
        self.steps += 1
        rest = self.system.apply(left, cell, chosen[cell])
        if not rest:
            self.found[key] = chosen
        elif budget and self.system.least(rest) <= budget:
            self.extend(rest, chosen, budget)
