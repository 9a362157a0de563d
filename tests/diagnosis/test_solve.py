"""The search on hand-made equations."""

from __future__ import annotations

from decimal import Decimal

from gxdesk.diagnosis.solve import System, smallest


def square(**values: int) -> System:
    """A 2x2 table with totals: rows ab|r, cd|s; columns ac|u, bd|v; corner t."""
    equations = [
        {"a": 1, "b": 1, "r": -1},
        {"c": 1, "d": 1, "s": -1},
        {"u": 1, "v": 1, "t": -1},
        {"a": 1, "c": 1, "u": -1},
        {"b": 1, "d": 1, "v": -1},
        {"r": 1, "s": 1, "t": -1},
    ]
    balanced = {"a": 1, "b": 2, "r": 3, "c": 30, "d": 40, "s": 70, "u": 31, "v": 42, "t": 73}
    return System(equations, {cell: Decimal(value) for cell, value in {**balanced, **values}.items()})


def answers(system: System) -> list[dict[str, int]]:
    outcome = smallest(system, system.residuals)
    assert outcome.complete
    return [{cell: int(delta) for cell, delta in sorted(one.items())} for one in outcome.explanations]


def test_a_balanced_table_has_nothing_to_explain():
    assert not square().residuals
    assert answers(square()) == []


def test_one_wrong_cell_is_the_only_smallest_explanation():
    assert answers(square(d=43)) == [{"d": -3}]
    assert answers(square(t=37)) == [{"t": 36}]


def test_two_wrong_cells_of_different_size_are_found_together():
    assert answers(square(a=6, d=47)) == [{"a": -5, "d": -7}]


def test_two_wrong_cells_of_the_same_size_have_two_explanations():
    found = answers(square(a=2, d=41))
    assert sorted(found, key=str) == [{"a": -1, "d": -1}, {"b": -1, "c": -1}]


def test_a_count_never_becomes_negative():
    # b and c would both have to lose 5, but b is only 2.
    assert answers(square(a=6, d=45)) == [{"a": -5, "d": -5}]


def test_a_fraction_is_mended_where_it_stands():
    system = square()
    odd = System(system.equations, {**system.values, "d": Decimal("40.5")})
    assert smallest(odd, odd.residuals).explanations == ({"d": Decimal("-0.5")},)


def test_groups_without_a_common_cell_are_told_apart():
    equations = [{"a": 1, "b": -1}, {"b": 1, "c": -1}, {"x": 1, "y": -1}]
    values = {cell: Decimal(n) for cell, n in {"a": 1, "b": 2, "c": 3, "x": 1, "y": 2}.items()}
    system = System(equations, values)
    assert [sorted(group) for group in system.groups(system.residuals)] == [[0, 1], [2]]


def test_hopeless_tables_are_given_up_at_once():
    equations = [{f"a{i}": 1, f"b{i}": -1} for i in range(30)]
    values = {cell: Decimal(i) for i, equation in enumerate(equations) for cell in equation}
    values |= {f"a{i}": Decimal(i + 1) for i in range(30)}
    system = System(equations, values)
    outcome = smallest(system, system.residuals)
    assert len(system.residuals) == 30
    assert outcome.explanations == ()
