"""The counted register as files: filled tables, the account row by row, and an empty register to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from gxdesk.ledger.model import Difference, Tally

__all__ = ["ledger_template", "ledger_workbook", "tables_docx"]


def ledger_workbook(tally: Tally, differences: Sequence[Difference] | None = None, draft: str = "") -> bytes:
    """Return a workbook: the filled tables, how every row was counted, and the rows to look at.

    ``differences`` (``None``: no draft was compared) are the cells in which the draft ``draft`` differs.
    """
    from gxdesk.exports.ledger.book import workbook

    return workbook(tally, differences, draft)


def tables_docx(tally: Tally) -> bytes:
    """Return a Word file with the filled tables in the official layout, to paste into the report."""
    from gxdesk.exports.template.word import tables_document

    heading = f"{tally.year}年依申请公开台账统计结果"
    return tables_document(tally.standard, tally.texts(), heading)


def ledger_template() -> bytes:
    """Return an empty register with the columns the count needs, and lists to choose from."""
    from gxdesk.exports.ledger.empty import empty_register

    return empty_register()
