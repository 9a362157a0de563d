"""Empty drafts in the official layout, drawn from the report format itself."""

from __future__ import annotations

from datetime import date

from gxdesk.errors import UsageError
from gxdesk.standards.model import Standard

__all__ = ["KINDS", "template"]

KINDS = ("docx", "xlsx")


def template(standard: Standard | str, kind: str, year: int | None = None) -> bytes:
    """Return an empty draft of a report format: ``kind`` is ``docx`` or ``xlsx``.

    ``year`` is the report year, by default the one now due (last year, within the years of the format).

    What has to be filled in stands in square brackets or is an empty cell; sections and tables are complete.
    In the workbook totals are formulas, and cells that break a balance warn. Raises
    :class:`~gxdesk.errors.UsageError` for another kind and :class:`~gxdesk.errors.StandardError` for an
    unknown format.
    """
    if isinstance(standard, str):
        from gxdesk.standards.load import load

        standard = load(standard)
    from gxdesk.exports.template.text import due_year

    year = due_year(standard, date.today()) if year is None else year
    if kind == "docx":
        from gxdesk.exports.template.word import word_template

        return word_template(standard, year)
    if kind == "xlsx":
        from gxdesk.exports.template.book import book_template

        return book_template(standard, year)
    raise UsageError(f"模板只有 .docx 和 .xlsx 两种，不能生成“{kind}”。请把文件名的后缀改为其中一种。")
