"""Spells an equation of a table out into the cells it ties together."""

from __future__ import annotations

from dataclasses import dataclass

from gxdesk.standards.model import EquationForm, PartForm, TableForm


@dataclass(frozen=True, slots=True)
class EquationCells:
    """One equation as cell ids (``row.column``): ``sum(left) == sum(right)``.

    ``line`` is the Chinese name of the column or row it runs along, such as ``「自然人」列``.
    """

    form: EquationForm
    line: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def equation_cells(table: TableForm) -> tuple[EquationCells, ...]:
    """Return every equation of ``table``, once for each column or row it runs along, in official order."""
    return tuple(
        cells for form in table.equations for part in table.parts for cells in _instances(form, part)
    )


def _instances(form: EquationForm, part: PartForm) -> list[EquationCells]:
    along_column = form.along == "column"
    terms = {item.id for item in (part.rows if along_column else part.columns)}
    if not terms.issuperset(form.left + form.right):
        return []  # the equation belongs to another part
    if along_column:
        return [
            EquationCells(
                form,
                f"「{column.label}」列",
                tuple(f"{row}.{column.id}" for row in form.left),
                tuple(f"{row}.{column.id}" for row in form.right),
            )
            for column in part.columns
        ]
    return [
        EquationCells(
            form,
            f"「{row.label}」行",
            tuple(f"{row.id}.{column}" for column in form.left),
            tuple(f"{row.id}.{column}" for column in form.right),
        )
        for row in part.rows
    ]
