"""Puts text into cells so that nothing in a draft can become a formula, a link or broken XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_000  # Excel refuses cells of more than 32767 characters
_CUT = "……（文字过长，此处截断）"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A
_FORMULA_START = ("=", "+", "-", "@", "\t", "|", "%")


def clean(text: str) -> str:
    """Return ``text`` as Excel can hold it: line ends unified, forbidden characters dropped, not too long."""
    text = _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST:
        text = text[:LONGEST] + _CUT
    return _ESCAPE_LOOKALIKE.sub("_x005F_", text)


def put(cell: Cell, text: str) -> None:
    """Write ``text`` as text and nothing else, whatever it begins with.

    The type is set after the value, so that ``=1+1`` stays these four characters. Where the first character
    could start a formula the cell also gets Excel's quote prefix: editing it does not turn it into one.
    """
    text = clean(text)
    cell.value = text
    if not text:
        return
    cell.data_type = "s"
    if text.lstrip().startswith(_FORMULA_START) or text[0] in _FORMULA_START:
        cell.quotePrefix = True


def at(ws: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that is not the covered part of a merged one."""
    return cast("Cell", ws.cell(row, column))
