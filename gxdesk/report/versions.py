"""Labels of another era's format in a statutory table."""

from __future__ import annotations

from functools import lru_cache

from gxdesk.report.labels import form_labels
from gxdesk.report.model import LabelProblem, Report, StatutoryTable
from gxdesk.standards.load import known
from gxdesk.standards.model import Standard, TableForm


def foreign_labels(table: StatutoryTable, report: Report) -> tuple[LabelProblem, ...]:
    """Return the table's labels that only another format has; ``official`` names that format."""
    own = form_labels(table.form)
    others = _others(table.form, report.standard)
    found = []
    for block, grid in report.document.tables():
        if block not in table.blocks:
            continue
        for cell in grid.cells:
            if own.near(cell.text):
                continue
            for standard, form in others:
                if form_labels(form).known(cell.text):
                    place = report.document.cell_place(block, cell)
                    found.append(LabelProblem("foreign", cell.text, standard.name, place))
                    break
    return tuple(found)


@lru_cache(maxsize=16)
def _others(form: TableForm, standard: Standard) -> tuple[tuple[Standard, TableForm], ...]:
    """Return the tables of the same id in the other known formats."""
    return tuple(
        (other, other_form)
        for other in known()
        if other.id != standard.id
        for other_form in other.tables
        if other_form.id == form.id
    )
