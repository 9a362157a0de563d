"""Which slip turns one number into another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxdesk.diagnosis.plausible import Judge, slip


@pytest.mark.parametrize(
    ("was", "now", "phrase"),
    [
        (1289, 1298, "疑似数字颠倒"),
        (1288, 1289, "疑似一位数字录错"),
        (128, 1289, "疑似漏填一位"),
        (1, 10, "疑似漏填一位"),
        (12899, 1289, "疑似多填一位"),
        (0, 7, "疑似漏填"),
        (7, 0, "疑似多填"),
        (1299, 1300, "疑似少计一件"),
        (3, 8, "疑似数字录错"),
        (1288, 4310, ""),
    ],
)
def test_a_slip_is_named(was, now, phrase):
    assert slip(Decimal(was), Decimal(now))[1] == phrase


def judge(**values: int) -> Judge:
    grid = (("a", "b", "r"), ("c", "d", "s"))
    return Judge({cell: Decimal(value) for cell, value in values.items()}, [grid], {"r", "s"})


def test_exchanged_neighbours_are_one_slip_and_cheaper_than_two():
    table = judge(a=12, b=47, r=59, c=1, d=2, s=3)
    swapped = table.explain({"a": Decimal(35), "b": Decimal(-35)})
    apart = table.explain({"a": Decimal(35), "d": Decimal(35)})
    assert swapped.reason == "疑似相邻两列的数字填颠倒"
    assert swapped.cost < apart.cost


def test_a_figure_beside_its_cell_was_written_in_the_wrong_column():
    moved = judge(a=0, b=47, r=47, c=1, d=2, s=3).explain({"a": Decimal(47), "b": Decimal(-47)})
    assert moved.reason == "疑似填错了一列"


def test_a_figure_below_its_cell_was_written_in_the_wrong_row():
    moved = judge(a=0, b=1, r=1, c=47, d=2, s=49).explain({"a": Decimal(47), "c": Decimal(-47)})
    assert moved.reason == "疑似填错了一行"


def test_a_total_that_fits_no_typing_slip_was_not_updated():
    explained = judge(a=12, b=47, r=83, c=1, d=2, s=3).explain({"r": Decimal(-24)})
    assert [change.reason for change in explained.changes] == ["疑似总计未更新"]


def test_the_neighbours_number_was_copied():
    explained = judge(a=47, b=47, r=83, c=1, d=2, s=3).explain({"b": Decimal(-11)})
    assert [change.reason for change in explained.changes] == ["疑似误抄相邻格的数字"]
