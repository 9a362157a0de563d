"""Workbooks as one XML text (Excel 2003), which reporting systems export under the name .xls."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gxdesk.document.model import Block, Document
from gxdesk.errors import ReadError
from gxdesk.readers.encodings import decode
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, Element, parse_xml
from gxdesk.readers.sheet.cells import MAX_CELLS, MAX_COLUMN, MAX_ROW, TOO_MANY, Merge, Stored, Worksheet
from gxdesk.readers.sheet.formats import GENERAL
from gxdesk.readers.sheet.lay import Extras, lay_sheet
from gxdesk.readers.sheet.remarks import SheetRemarks

FORMAT = "xml"
NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_S = f"{{{NAMESPACE}}}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_KINDS = {"Number": "n", "Boolean": "b", "Error": "e", "DateTime": "d"}
_NAMED = {
    "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Short Date": "yyyy/m/d",
    "Long Date": 'yyyy"年"m"月"d"日"', "General Date": "yyyy/m/d h:mm", "General Number": GENERAL,
}  # fmt: skip


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of an XML workbook. Raises :class:`ReadError` when it is damaged or absurdly large."""
    root = root_of(data, encoding)
    if root.tag != _S + "Workbook":
        raise ReadError(DAMAGED)
    look = _Look(root)
    notes = Notes()
    remarks = SheetRemarks(notes)
    blocks: list[Block] = []
    for found in root.iterfind(_S + "Worksheet"):
        name = found.get(_S + "Name", "")
        sheet, extras = _worksheet(found, look)
        if (found.findtext(f"{_X}WorksheetOptions/{_X}Visible") or "").startswith("SheetHidden"):
            if sheet.cells:
                remarks.hidden_sheet(name)
        else:
            lay_sheet(name, sheet, look, extras, remarks, blocks)
    return Document(tuple(blocks), FORMAT, None, notes.done())


def root_of(data: bytes, encoding: str = "auto") -> Element:
    """Parse XML in any encoding, whatever it says of it; raises :class:`ReadError` when it is damaged."""
    return parse_xml(_DECLARATION.sub("", decode(data, encoding).text, count=1).encode())


def _worksheet(found: Element, look: _Look) -> tuple[Worksheet, Extras]:
    sheet, extras = Worksheet(), Extras()
    table = found.find(_S + "Table")
    column = row = 0
    for element in () if table is None else table:
        if element.tag == _S + "Column":
            column = _index(element, column)
            last = column + _whole(element, "Span")
            if element.get(_S + "Hidden") == "1":
                sheet.hidden_columns.append((column, last))
            column = last
        elif element.tag == _S + "Row":
            row = _index(element, row)
            if row > MAX_ROW or len(sheet.cells) > MAX_CELLS:
                raise ReadError(TOO_MANY)
            if element.get(_S + "Hidden") == "1":
                sheet.hidden_rows.add(row)
            _row(element, row, sheet, extras, look)
            row += min(_whole(element, "Span"), MAX_ROW)
    return sheet, extras


def _row(element: Element, row: int, sheet: Worksheet, extras: Extras, look: _Look) -> None:
    column = 0
    for cell in element.iterfind(_S + "Cell"):
        column = _index(cell, column)
        if column > MAX_COLUMN:
            break
        across, down = _whole(cell, "MergeAcross"), _whole(cell, "MergeDown")
        if across or down:
            sheet.merges.append(Merge(row, column, row + down, column + across))
        comment = cell.find(_S + "Comment")
        if comment is not None:
            extras.comments.append(((row, column), "".join(comment.itertext()).strip()))
        value = cell.find(_S + "Data")
        text = "" if value is None else "".join(value.itertext())
        if value is not None and text:
            kind = _KINDS.get(value.get(_S + "Type", ""), "str")
            sheet.cells[row, column] = Stored(kind, text, look.number(cell.get(_S + "StyleID", "")))
        column += across


def _index(element: Element, before: int) -> int:
    return _whole(element, "Index") or before + 1


def _whole(element: Element, name: str) -> int:
    value = element.get(_S + name, "")
    return int(value) if value.isdecimal() and len(value) < 9 else 0


@dataclass(frozen=True, slots=True)
class _Style:
    code: str = GENERAL
    centered: bool = False
    white: bool = False


class _Look:
    """Answers :class:`gxdesk.readers.sheet.shown.Look` from the styles of the workbook."""

    epoch_1904 = False

    def __init__(self, root: Element) -> None:
        self._numbers: dict[str, int] = {}
        self._styles = [_Style()]
        for style in root.iterfind(f"{_S}Styles/{_S}Style"):
            self._numbers[style.get(_S + "ID", "")] = len(self._styles)
            self._styles.append(_style(style))

    def number(self, style_id: str) -> int:
        """Return the number of a style."""
        return self._numbers.get(style_id, 0)

    def code(self, style: int) -> str:
        """Return the number format of a cell style."""
        return self._styles[style].code

    def centered(self, style: int) -> bool:
        """Tell whether a cell style centres its text."""
        return self._styles[style].centered

    def white(self, style: int) -> bool:
        """Tell whether a cell style writes white on white."""
        return self._styles[style].white

    def has_white(self) -> bool:
        """Tell whether any style may do so."""
        return any(style.white for style in self._styles)

    def string(self, index: str) -> str:
        """Return ``""``: strings stand in the cells."""
        return ""


def _style(style: Element) -> _Style:
    def value(child: str, name: str) -> str:
        found = style.find(_S + child)
        return "" if found is None else found.get(_S + name, "")

    code = value("NumberFormat", "Format") or GENERAL
    white = value("Font", "Color").upper() == "#FFFFFF" and value("Interior", "Color").upper() in (
        "",
        "#FFFFFF",
    )
    return _Style(_NAMED.get(code, code), value("Alignment", "Horizontal").startswith("Center"), white)
