"""How well slips in table three are noticed and named: random balanced tables, mutated at random.

Run ``python tests/diagnosis/mutations.py [TABLES] [SEED]``; it prints the figures per kind of slip. A slip is

- *noticed* when some balance fails (every cell of table three is in two or three balances);
- *determined* when the information in the table suffices to tell it: no fewer cells and no other set of as
  many cells, with counts that are not negative, would mend all balances. An independent, plain search over
  all cells and all pairs of cells decides this, not the solver under test. Two slips of the same size in
  different rows and columns are not determined: the other two corners of the rectangle explain them as well;
- *named* when the diagnosis points at exactly the changed cells with their right numbers and nothing else;
- *accused wrongly* when it points at one set of cells, and it is a wrong one;
- *listed* when, saying that there are several explanations, it has the true one among the likeliest;
- *not listed* when it says so, but without the true one; *silent* when it says it has no explanation.

Slips that change more than two cells, and slips that are not determined, can only be guessed from what the
numbers look like; they are counted apart.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations

from gxdesk.diagnosis.explain import Diagnosis, explain
from gxdesk.report.balances import instances
from gxdesk.standards.load import load

Values = dict[str, int]
FORM = load("2021").table("applications")
ROWS = [row.id for row in FORM.parts[0].rows]
COLUMNS = [column.id for column in FORM.parts[0].columns]
PERSONS = COLUMNS[:-1]
OUTCOMES = [row for row in ROWS if row not in ("new", "carried_in", "total", "carried_out")]
FREQUENT = {
    "granted": 1.0,
    "partial": 0.4,
    "unable_not_held": 0.6,
    "other_other": 0.3,
    "refused_petition": 0.2,
}
EQUATIONS = [dict.fromkeys(b.left, 1) | dict.fromkeys(b.right, -1) for b in instances(FORM)]
MASKS = {cell: sum(1 << i for i, e in enumerate(EQUATIONS) if cell in e) for cell in FORM.cell_ids()}


def balanced(rng: random.Random) -> Values:
    """Return a balanced table: of a small department (mostly zeros), a busy one or a big city."""
    size = rng.choice((6, 60, 900))
    weight = {c: 1.0 if c == "natural" else rng.choice((0.0, 0.0, 0.05, 0.3)) for c in PERSONS}
    table = dict.fromkeys(FORM.cell_ids(), 0)
    for column in PERSONS:
        for row in OUTCOMES:
            share = FREQUENT.get(row, rng.choice((0.0, 0.0, 0.02, 0.1)))
            table[f"{row}.{column}"] = int(rng.random() * size * weight[column] * share)
        done = sum(table[f"{row}.{column}"] for row in OUTCOMES)
        out = int(rng.random() * (done * 0.1 + 1.5 * weight[column]))
        came = rng.randint(0, min(done + out, int(done * 0.1) + 1))
        table[f"total.{column}"], table[f"carried_out.{column}"] = done, out
        table[f"carried_in.{column}"], table[f"new.{column}"] = came, done + out - came
    for row in ROWS:
        table[f"{row}.total"] = sum(table[f"{row}.{column}"] for column in PERSONS)
    return table


def digit_by_one(value: int, rng: random.Random) -> int | None:
    return value + rng.choice((-1, 1)) if value else None


def wrong_digit(value: int, rng: random.Random) -> int | None:
    text = str(value)
    place = rng.randrange(len(text))
    return int(text[:place] + rng.choice("123456789") + text[place + 1 :]) if value else None


def transposed(value: int, rng: random.Random) -> int | None:
    text = str(value)
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1]]
    if not places:
        return None
    i = rng.choice(places)
    return int(text[:i] + text[i + 1] + text[i] + text[i + 2 :])


def dropped_digit(value: int, rng: random.Random) -> int | None:
    place = rng.randrange(len(str(value)))
    return int(str(value)[:place] + str(value)[place + 1 :]) if value > 9 else None


def added_digit(value: int, rng: random.Random) -> int | None:
    place = rng.randrange(len(str(value)) + 1)
    return int(str(value)[:place] + rng.choice("0123456789") + str(value)[place:]) if value else None


def left_out(value: int, rng: random.Random) -> int | None:
    return 0 if value else None


def made_up(value: int, rng: random.Random) -> int | None:
    return rng.randint(1, 12) if not value else None


SINGLE: tuple[Callable[[int, random.Random], int | None], ...] = (
    digit_by_one,
    wrong_digit,
    transposed,
    dropped_digit,
    added_digit,
    left_out,
    made_up,
)


def one_slip(table: Values, rng: random.Random, kind: int | None = None) -> Values:
    """Return a changed copy: one random cell with one slip, of the given kind if there is any such cell."""
    cells = list(table)
    for _ in range(2000):
        cell = rng.choice(cells)
        value = SINGLE[rng.randrange(len(SINGLE)) if kind is None else kind](table[cell], rng)
        if value is not None and value != table[cell]:
            return {**table, cell: value}
    return dict(table)


def two_slips(table: Values, rng: random.Random) -> Values:
    while True:
        once = one_slip(table, rng)
        twice = one_slip(once, rng)
        if sum(twice[cell] != table[cell] for cell in table) == 2:
            return twice


def two_by_one(table: Values, rng: random.Random) -> Values:
    """Two numbers off by one each: often not determined, the worst case for telling them."""
    return one_slip(one_slip(table, rng, 0), rng, 0)


def swapped_neighbours(table: Values, rng: random.Random) -> Values:
    row, place = rng.choice(ROWS), rng.randrange(len(PERSONS) - 1)
    one, two = f"{row}.{PERSONS[place]}", f"{row}.{PERSONS[place + 1]}"
    return {**table, one: table[two], two: table[one]}


def wrong_row(table: Values, rng: random.Random) -> Values:
    place, column = rng.randrange(len(ROWS) - 1), rng.choice(COLUMNS)
    one, two = f"{ROWS[place]}.{column}", f"{ROWS[place + 1]}.{column}"
    return {**table, one: table[two], two: table[one]}


def shifted_row(table: Values, rng: random.Random) -> Values:
    row = rng.choice(ROWS)
    cells = [f"{row}.{column}" for column in PERSONS]
    return {**table, **dict(zip(cells, [0, *(table[cell] for cell in cells[:-1])], strict=True))}


def shifted_column(table: Values, rng: random.Random) -> Values:
    column = rng.choice(COLUMNS)
    first = rng.randrange(len(ROWS) - 3)
    cells = [f"{row}.{column}" for row in ROWS[first : first + rng.randint(3, 8)]]
    return {**table, **dict(zip(cells, [table[c] for c in (cells[-1], *cells[:-1])], strict=True))}


def exchanged_rows(table: Values, rng: random.Random) -> Values:
    place = rng.choice([0, 1, 2, 2, 22, 23, 23])
    pairs = [(f"{ROWS[place]}.{c}", f"{ROWS[place + 1]}.{c}") for c in COLUMNS]
    return {**table, **{a: table[b] for a, b in pairs}, **{b: table[a] for a, b in pairs}}


def repeated_row(table: Values, rng: random.Random) -> Values:
    place = rng.randrange(len(ROWS) - 1)
    return {**table, **{f"{ROWS[place + 1]}.{c}": table[f"{ROWS[place]}.{c}"] for c in COLUMNS}}


DISPLACED: tuple[Callable[[Values, random.Random], Values], ...] = (
    swapped_neighbours,
    wrong_row,
    shifted_row,
    shifted_column,
    exchanged_rows,
    repeated_row,
)


def determined(wrong: Values, truth: Values) -> bool:
    """Whether the truth is the only smallest explanation."""
    return smallest_by_trying(wrong) == [{c: truth[c] - wrong[c] for c in truth if truth[c] != wrong[c]}]


def smallest_by_trying(wrong: Values) -> list[Values]:
    """Return the smallest explanations by trying all cells, then all pairs; none if three are needed."""
    residuals = {i: r for i, e in enumerate(EQUATIONS) if (r := sum(wrong[c] * s for c, s in e.items()))}
    failing = sum(1 << i for i in residuals)
    for size in (1, 2):
        found = [
            changes
            for cells in combinations(wrong, size)
            if not failing & ~sum_of_masks(cells) and (changes := solved(cells, residuals, wrong))
        ]
        if found:
            return found
    return []


def sum_of_masks(cells: tuple[str, ...]) -> int:
    return MASKS[cells[0]] | MASKS[cells[-1]]


def solved(cells: tuple[str, ...], residuals: dict[int, int], wrong: Values) -> Values | None:
    """Solve for the changes of one or two cells; ``None`` if there is no solution with changes of both."""
    rows = [
        ([e.get(cell, 0) for cell in cells], -residuals.get(i, 0))
        for i, e in enumerate(EQUATIONS)
        if any(cell in e for cell in cells)
    ]
    changes: Values = {}
    for place, cell in enumerate(cells):
        alone = next(((s[place], r) for s, r in rows if s[place] and sum(map(abs, s)) == 1), None)
        if alone is None:
            return None
        changes[cell] = alone[0] * alone[1]
    fits = all(sum(s * d for s, d in zip(signs, changes.values(), strict=True)) == r for signs, r in rows)
    possible = all(delta and wrong[cell] + delta >= 0 for cell, delta in changes.items())
    return changes if fits and possible else None


def outcome(found: tuple[Diagnosis, ...], wrong: Values, truth: Values) -> str:
    """Return how the diagnosis did, in the words of the module's docstring."""
    right = {(cell, truth[cell]) for cell in truth if truth[cell] != wrong[cell]}
    likely = [[{(c.cell, int(c.now)) for c in one.changes} for one in d.likely] for d in found]
    if any(not sets for sets in likely):
        return "silent"
    if all(d.clear for d in found):
        return (
            "named"
            if set[tuple[str, int]]().union(*(sets[0] for sets in likely)) == right
            else "accused wrongly"
        )
    true = [next((one for one in sets if one <= right), None) for sets in likely]
    listed = None not in true and set[tuple[str, int]]().union(*(one or set() for one in true)) == right
    return "listed" if listed else "not listed"


class Tally:
    """Counts of one kind of slip."""

    def __init__(self) -> None:
        self.slips = self.noticed = 0
        self.sure: Counter[str] = Counter()
        self.unsure: Counter[str] = Counter()
        self.seconds: list[float] = []

    def add(self, wrong: Values, truth: Values) -> None:
        """Count one mutated table; a mutation that changed nothing is no slip."""
        if wrong == truth:
            return
        self.slips += 1
        started = time.perf_counter()
        found = explain(FORM, {cell: Decimal(value) for cell, value in wrong.items()})
        self.seconds.append(time.perf_counter() - started)
        if found:
            self.noticed += 1
            (self.sure if determined(wrong, truth) else self.unsure)[outcome(found, wrong, truth)] += 1

    @property
    def named(self) -> float:
        """The share of determined slips that are named exactly."""
        return self.sure["named"] / max(1, self.sure.total())


def measure(tables: int, seed: int, pairs: int | None = None) -> dict[str, Tally]:
    """Mutate ``tables`` random tables in every way (``pairs`` of them with two independent slips)."""
    rng = random.Random(seed)
    tallies: dict[str, Tally] = {}
    for number in range(tables):
        table = balanced(rng)
        for place, kind in enumerate(SINGLE):
            tallies.setdefault(kind.__name__, Tally()).add(one_slip(table, rng, place), table)
        if pairs is None or number < pairs:
            for _ in range(2):
                tallies.setdefault("two_slips", Tally()).add(two_slips(table, rng), table)
            for move in (two_by_one, *DISPLACED):
                tallies.setdefault(move.__name__, Tally()).add(move(table, rng), table)
    return tallies


def main() -> None:
    """Print the figures."""
    tables, seed = (*map(int, sys.argv[1:]), *(200, 1)[len(sys.argv) - 1 :])
    for kind, tally in measure(tables, seed).items():
        times = sorted(tally.seconds)
        middle, last = times[len(times) // 2] * 1000, times[-1] * 1000
        counts = f"slips {tally.slips:5} noticed {tally.noticed:5}"
        print(f"{kind:20} {counts} | {middle:5.1f} ms, at most {last:.1f} ms")
        for word, counts in (("determined", tally.sure), ("not determined", tally.unsure)):
            if counts:
                print(f"    {word:15} {counts.total():5}: {dict(counts.most_common())}")


if __name__ == "__main__":
    main()
