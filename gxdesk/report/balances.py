"""The balances (勾稽关系) of a statutory table: a form's equations spelled out cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gxdesk.report.model import StatutoryTable
from gxdesk.standards.model import EquationForm, PartForm, TableForm


@dataclass(frozen=True, slots=True)
class Balance:
    """One concrete equation: the cells ``left`` add up to the cells ``right`` (ids ``row.column``).

    ``key`` tells the instances of one equation form apart: ``column:natural``, ``row:new``.
    """

    rule: str
    number: str
    key: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    text: str

    def cells(self) -> tuple[str, ...]:
        """Return every cell of the equation, left side first."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A balance with the numbers of a draft.

    ``holds`` is ``None`` (not checkable) when cells are ``missing``; the sums are ``None`` then, too.
    """

    holds: bool | None
    left_sum: Decimal | None
    right_sum: Decimal | None
    missing: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def instances(form: TableForm) -> tuple[Balance, ...]:
    """Return the concrete equations of a table form, in the order of the form's equations."""
    return tuple(balance for equation in form.equations for balance in _spell_out(form, equation))


def evaluate(balance: Balance, table: StatutoryTable) -> Evaluation:
    """Put a draft's numbers into a balance. Blank, missing and unreadable cells are never taken as 0."""
    left_sum, right_sum = _sum(table, balance.left), _sum(table, balance.right)
    if left_sum is None or right_sum is None:
        return Evaluation(None, None, None, tuple(c for c in balance.cells() if table.value(c) is None))
    return Evaluation(left_sum == right_sum, left_sum, right_sum)


def _sum(table: StatutoryTable, cells: tuple[str, ...]) -> Decimal | None:
    """Return the sum of cells; straight from the cells, as every balance of every draft asks."""
    there, total = table.cells, Decimal(0)
    for name in cells:
        cell = there.get(name)
        value = cell.number.value if cell else None
        if value is None:
            return None
        total += value
    return total


def _spell_out(form: TableForm, equation: EquationForm) -> Iterator[Balance]:
    along = _along_columns if equation.along == "column" else _along_rows
    for key, left, right in along(form, equation):
        yield Balance(equation.rule, equation.number, key, left, right, equation.text)


_Sides = tuple[str, tuple[str, ...], tuple[str, ...]]


def _along_columns(form: TableForm, equation: EquationForm) -> Iterator[_Sides]:
    """One equation a column: the terms are rows; the column must exist in the part of every term."""
    terms = equation.left + equation.right
    parts = [part for part in form.parts if any(row.id in terms for row in part.rows)]
    if not parts:
        return
    for column in parts[0].columns:
        if all(any(other.id == column.id for other in part.columns) for part in parts[1:]):
            left = tuple(f"{row}.{column.id}" for row in equation.left)
            right = tuple(f"{row}.{column.id}" for row in equation.right)
            yield f"column:{column.id}", left, right


def _along_rows(form: TableForm, equation: EquationForm) -> Iterator[_Sides]:
    """One equation a row: the terms are columns; all of them must exist in the row's part."""
    for part in form.parts:
        if not _has_columns(part, equation.left + equation.right):
            continue
        for row in part.rows:
            left = tuple(f"{row.id}.{column}" for column in equation.left)
            right = tuple(f"{row.id}.{column}" for column in equation.right)
            yield f"row:{row.id}", left, right


def _has_columns(part: PartForm, wanted: tuple[str, ...]) -> bool:
    return {column.id for column in part.columns} >= set(wanted)
