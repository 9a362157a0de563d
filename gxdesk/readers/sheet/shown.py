"""The text of a cell as the workbook shows it, from shared strings, styles and formulas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from gxdesk.readers.package import Element
from gxdesk.readers.sheet.cells import Position, S, Stored, rich_text
from gxdesk.readers.sheet.formats import BUILT_IN, GENERAL, show
from gxdesk.readers.sheet.formulas import Formulas, NotComputable

UNCOMPUTED = "公式未计算"
_STRINGS = ("str", "inlineStr")


class Workbook:
    """What all sheets share: strings, number formats, alignments, the date system."""

    def __init__(self, root: Element, strings: Element | None, styles: Element | None) -> None:
        """Take the parsed ``workbook.xml``, ``sharedStrings.xml`` and ``styles.xml`` (or ``None``)."""
        properties = root.find(S + "workbookPr")
        self.epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self.strings = [] if strings is None else [rich_text(item) for item in strings.iterfind(S + "si")]
        self._codes: list[str] = []
        self._centered: list[bool] = []
        if styles is not None:
            self._read_styles(styles)

    def code(self, style: int) -> str:
        """Return the number format of a cell style."""
        return self._codes[style] if style < len(self._codes) else GENERAL

    def centered(self, style: int) -> bool:
        """Tell whether a cell style centres its text."""
        return style < len(self._centered) and self._centered[style]

    def string(self, index: str) -> str:
        """Return a shared string; ``""`` for an index that does not exist."""
        return self.strings[int(index)] if index.isdecimal() and int(index) < len(self.strings) else ""

    def _read_styles(self, styles: Element) -> None:
        own = {
            found.get("numFmtId", ""): found.get("formatCode", GENERAL)
            for found in styles.iterfind(f"{S}numFmts/{S}numFmt")
        }
        for style in styles.iterfind(f"{S}cellXfs/{S}xf"):
            number = style.get("numFmtId", "0")
            built_in = BUILT_IN.get(int(number), GENERAL) if number.isdecimal() else GENERAL
            self._codes.append(own.get(number, built_in))
            alignment = style.find(S + "alignment")
            horizontal = "" if alignment is None else alignment.get("horizontal", "")
            self._centered.append(horizontal in ("center", "centerContinuous"))


class Shower:
    """Shows the cells of one sheet, and remembers what is odd about them."""

    def __init__(self, workbook: Workbook, cells: Mapping[Position, Stored]) -> None:
        """Show ``cells`` of a sheet of ``workbook``."""
        self._workbook = workbook
        self._cells = cells
        self._formulas = Formulas(cells)
        self.uncomputed: list[Position] = []
        self.errors: list[Position] = []
        self.rounded: dict[Position, str] = {}

    def text(self, place: Position) -> str:
        """Return the text shown at ``place``; a formula that cannot be worked out says so."""
        cell = self._cells[place]
        if not cell.value and cell.formula is not None:
            return "" if cell.kind == "str" else self._computed(place, cell)
        if cell.kind == "s":
            return self._workbook.string(cell.value)
        if cell.kind in _STRINGS:
            return cell.value
        if cell.kind == "b":
            return "TRUE" if cell.value == "1" else "FALSE"
        if cell.kind == "e":
            self.errors.append(place)
            return cell.value
        if cell.kind == "d":
            return _iso_date(cell.value)
        return self._number(place, cell, cell.value)

    def centered(self, place: Position) -> bool:
        """Tell whether the text at ``place`` is centred."""
        cell = self._cells.get(place)
        return cell is not None and self._workbook.centered(cell.style)

    def _computed(self, place: Position, cell: Stored) -> str:
        try:
            value: Decimal = self._formulas.value(place)
        except NotComputable:
            self.uncomputed.append(place)
            return UNCOMPUTED
        return self._number(place, cell, str(value))

    def _number(self, place: Position, cell: Stored, value: str) -> str:
        shown = show(value, self._workbook.code(cell.style), self._workbook.epoch_1904)
        if shown.rounded:
            self.rounded[place] = show(value, GENERAL).text
        return shown.text


def _iso_date(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment.year}/{moment.month}/{moment.day}"
