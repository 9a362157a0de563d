"""A small seeded sample of the measurement in mutations.py, held to what the program promises."""

from __future__ import annotations

import random
from decimal import Decimal

import mutations
import pytest

from gxdesk.diagnosis.solve import System, smallest


@pytest.fixture(scope="module")
def tallies():
    return mutations.measure(40, seed=20260115, pairs=25)


def test_random_tables_balance_before_they_are_mutated():
    rng = random.Random(7)
    for _ in range(20):
        table = mutations.balanced(rng)
        assert mutations.explain(mutations.FORM, {c: Decimal(v) for c, v in table.items()}) == ()


@pytest.mark.parametrize("kind", [kind.__name__ for kind in mutations.SINGLE])
def test_every_slip_in_one_cell_is_noticed_and_named(tallies, kind):
    tally = tallies[kind]
    assert tally.slips >= 20
    assert tally.noticed == tally.slips
    assert tally.sure.total() == tally.slips  # a single cell is always determined in a full table three
    assert tally.named >= 0.97


def test_the_search_finds_exactly_what_trying_all_pairs_finds():
    rng = random.Random(2)
    several = 0
    for _ in range(25):
        wrong = mutations.two_by_one(mutations.balanced(rng), rng)
        tried = mutations.smallest_by_trying(wrong)
        system = System(mutations.EQUATIONS, {cell: Decimal(value) for cell, value in wrong.items()})
        found = smallest(system, system.residuals).explanations
        assert {frozenset(one.items()) for one in found} == {frozenset(one.items()) for one in tried}
        several += len(tried) > 1
    assert several >= 2


def test_two_independent_slips_are_named_where_determined(tallies):
    tally = tallies["two_slips"]
    assert tally.noticed == tally.slips >= 40
    assert tally.sure.total() >= 0.8 * tally.slips
    assert tally.named >= 0.85


def test_where_several_explanations_are_as_simple_the_clerk_is_told_so(tallies):
    unsure = tallies["two_by_one"].unsure
    assert unsure.total() >= 2
    assert unsure["listed"] + unsure["named"] >= 0.85 * unsure.total()


@pytest.mark.parametrize("kind", ["swapped_neighbours", "wrong_row", "shifted_row", "shifted_column"])
def test_displaced_figures_are_seldom_blamed_on_the_wrong_cells(tallies, kind):
    tally = tallies[kind]
    every = tally.sure + tally.unsure
    assert every.total() == tally.slips
    assert every["named"] + every["listed"] >= 0.85 * every.total()
    assert every["accused wrongly"] <= 0.05 * every.total()


def test_a_full_table_is_diagnosed_in_milliseconds(tallies):
    seconds = sorted(second for tally in tallies.values() for second in tally.seconds)
    assert seconds[len(seconds) // 2] < 0.02
