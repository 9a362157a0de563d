"""Labels of another era's format in a statutory table."""

from __future__ import annotations

from functools import lru_cache

from gxdesk.document.model import Document
from gxdesk.report.labels import form_labels
from gxdesk.report.model import LabelProblem
from gxdesk.standards.load import known
from gxdesk.standards.model import Standard, TableForm


def foreign_labels(
    document: Document, blocks: list[int], form: TableForm, standard: Standard
) -> tuple[LabelProblem, ...]:
    """Return the labels in a table's grids that only another format has; ``official`` names that format."""
    own = form_labels(form)
    others = _others(form, standard)
    found = []
    for block, grid in document.tables():
        if block not in blocks:
            continue
        for cell in grid.cells:
            for text in _labels(cell.text):
                if own.near(text):
                    continue
                other = next((other for other, form in others if form_labels(form).known(text)), None)
                if other:
                    place = document.cell_place(block, cell)
                    found.append(LabelProblem("foreign", text, other.name, place))
    return tuple(found)


def _labels(text: str) -> list[str]:
    """Return the labels in a cell: several where a line of a header was not cut at its spaces."""
    pieces = text.split()
    return pieces if len(pieces) > 1 and all(len(piece) > 1 for piece in pieces) else [text]


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
