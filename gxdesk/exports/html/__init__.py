"""The printable report: one self-contained page that prints well on A4, without scripts or references."""

from __future__ import annotations

from gxdesk.checklist.result import Result

__all__ = ["html_report"]


def html_report(result: Result) -> bytes:
    """Return the report on one draft as a UTF-8 page: verdict, problems, tables, checklist, sign-off.

    Whatever the draft holds is escaped; the page refers to nothing outside itself. The markup is plain
    enough for Qt's own rich text to print.
    """
    from gxdesk.exports.html.page import page

    return page(result).encode("utf-8", "xmlcharrefreplace")
