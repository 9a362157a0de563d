"""Holds a draft's tables against the register, cell by cell."""

from __future__ import annotations

from gxdesk.ledger.model import Difference, Tally
from gxdesk.report.model import Report


def compare(tally: Tally, report: Report) -> list[Difference]:
    """Return the cells in which the draft differs from the register, in official order.

    A cell the draft leaves blank or does not have differs too, unless the register has 0 there as well and
    the cell is missing with its whole table.
    """
    found: list[Difference] = []
    for table_id, figures in tally.tables.items():
        table = report.table(table_id)
        form = tally.standard.table(table_id)
        for cell_id, figure in figures.items():
            value = table.cells.get(cell_id) if table is not None else None
            if value is not None and value.value == figure:
                continue
            name = f"{form.name}{form.cell_name(cell_id)}"
            counted = tuple(row.entry.where for row in tally.rows if f"{table_id}/{cell_id}" in row.cells)
            found.append(
                Difference(f"{table_id}/{cell_id}", name, figure, value.text if value else None, counted)
            )
    return found
