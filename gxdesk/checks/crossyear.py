"""The cross-year rules' common work: pairs of cells from last year's and this year's tables."""

from __future__ import annotations

from decimal import Decimal

from gxdesk.document.place import Place
from gxdesk.report.model import CellValue, Report, StatutoryTable


def last_report(report: Report) -> Report | None:
    """Return last year's report when it really is of the year before, else ``None``."""
    previous = report.previous
    if previous is None or previous.identity.year is None or report.identity.year is None:
        return None
    return previous if previous.identity.year == report.identity.year - 1 else None


def both_tables(report: Report, table_id: str) -> tuple[StatutoryTable, StatutoryTable] | None:
    """Return last year's and this year's table, when both are there."""
    previous = last_report(report)
    then = previous.table(table_id) if previous else None
    now = report.table(table_id)
    return (then, now) if then and now and then.present and now.present else None


def place_then(cell: CellValue) -> Place:
    """Return the place of a cell in last year's report: for people, the window cannot jump there."""
    return Place(f"上年报告{cell.place.label}", origin=cell.place.origin)


def numbers(table: StatutoryTable, *cells: str) -> tuple[Decimal, ...] | None:
    """Return the numbers of cells; ``None`` when one of them has none."""
    values = tuple(table.value(cell) for cell in cells)
    return None if None in values else tuple(value for value in values if value is not None)
