"""Equations spelled out cell by cell, and what they say of blank cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxdesk.document.numbers import parse_number
from gxdesk.document.place import WHOLE_DRAFT
from gxdesk.report.balances import evaluate, instances
from gxdesk.report.blanks import blanks
from gxdesk.report.model import CellValue, StatutoryTable
from gxdesk.standards.load import load
from gxdesk.standards.model import ColumnForm, EquationForm, PartForm, RowForm, TableForm


def form(*equations: EquationForm) -> TableForm:
    columns = tuple(ColumnForm(name, name) for name in ("x", "y", "sum"))
    upper = PartForm("", columns, (RowForm("a", "a"), RowForm("b", "b")))
    lower = PartForm("", columns[:1], (RowForm("c", "c"),))
    return TableForm("t", "表", "表", "s", "rows", (upper, lower), equations, "", "")


ROWS = EquationForm("balance.t.row", "R", "row", ("sum",), ("x", "y"), "横向")
COLUMNS = EquationForm("balance.t.column", "C", "column", ("a",), ("b",), "纵向")
ACROSS = EquationForm("balance.t.parts", "P", "column", ("a",), ("c",), "跨表")


def filled(**texts: str) -> StatutoryTable:
    cells = {key.replace("_", "."): text for key, text in texts.items()}
    values = {cell: CellValue(cell, text, parse_number(text), WHOLE_DRAFT) for cell, text in cells.items()}
    return StatutoryTable(form(ROWS), True, WHOLE_DRAFT, cells=values)


def test_a_row_equation_stands_once_for_each_row_that_has_all_its_columns():
    found = instances(form(ROWS))
    assert [(b.key, b.left, b.right) for b in found] == [
        ("row:a", ("a.sum",), ("a.x", "a.y")),
        ("row:b", ("b.sum",), ("b.x", "b.y")),
    ]


def test_a_column_equation_stands_once_for_each_column():
    assert [b.key for b in instances(form(COLUMNS))] == ["column:x", "column:y", "column:sum"]


def test_a_column_equation_over_two_parts_takes_the_columns_both_have():
    assert [(b.key, b.cells()) for b in instances(form(ACROSS))] == [("column:x", ("a.x", "c.x"))]


@pytest.mark.parametrize(("standard", "number"), [("2019", 37), ("2021", 39)])
def test_table_three_has_an_equation_for_every_column_and_row(standard, number):
    table = load(standard).table("applications")
    found = instances(table)
    assert len(found) == number
    assert {cell for b in found for cell in b.cells()} == set(table.cell_ids())


def test_sums_are_compared():
    row = instances(form(ROWS))[0]
    right = evaluate(row, filled(a_x="1", a_y="2", a_sum="3"))
    wrong = evaluate(row, filled(a_x="1", a_y="2", a_sum="1,004"))
    assert (right.holds, right.left_sum, right.right_sum) == (True, 3, 3)
    assert (wrong.holds, wrong.left_sum, wrong.right_sum) == (False, 1004, 3)


@pytest.mark.parametrize("text", ["", "/", "—", "无", "若干"])
def test_a_cell_without_a_number_is_not_taken_as_zero(text):
    found = evaluate(instances(form(ROWS))[0], filled(a_x="1", a_y=text, a_sum="1"))
    assert (found.holds, found.left_sum, found.missing) == (None, None, ("a.y",))


def test_a_missing_cell_makes_the_balance_uncheckable():
    assert evaluate(instances(form(ROWS))[0], filled(a_x="1", a_sum="1")).missing == ("a.y",)


def numbers(**values: int | None) -> dict[str, Decimal | None]:
    return {key.replace("_", "."): None if value is None else Decimal(value) for key, value in values.items()}


def test_a_blank_gets_what_the_others_leave():
    assert blanks(form(ROWS), numbers(a_x=1, a_y=None, a_sum=9)) == {"a.y": 8}
    assert blanks(form(ROWS), numbers(a_x=1, a_y=8, a_sum=None)) == {"a.sum": 9}


def test_one_blank_leads_to_the_next():
    found = blanks(form(ROWS, COLUMNS), numbers(a_x=4, a_y=5, a_sum=None, b_x=None, b_y=None, b_sum=None))
    assert found == {"a.sum": 9, "b.x": 4, "b.y": 5, "b.sum": 9}


def test_blanks_that_must_add_up_to_nothing_are_zero():
    assert blanks(form(ROWS), numbers(a_x=None, a_y=None, a_sum=0)) == {"a.x": 0, "a.y": 0}


def test_blanks_with_several_possibilities_stay_open():
    assert blanks(form(ROWS), numbers(a_x=None, a_y=None, a_sum=5)) == {}


def test_a_blank_that_would_be_negative_stays_open():
    assert blanks(form(ROWS), numbers(a_x=7, a_y=None, a_sum=5)) == {}


def test_a_blank_about_which_equations_disagree_stays_open():
    assert blanks(form(ROWS, COLUMNS), numbers(a_x=None, a_y=2, a_sum=5, b_x=4, b_y=2, b_sum=6)) == {}


def test_a_row_the_draft_does_not_have_determines_nothing():
    assert blanks(form(ROWS, COLUMNS), numbers(a_x=None, a_y=2, a_sum=None)) == {}
