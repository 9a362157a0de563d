"""The text of a cell as the workbook shows it, from its stored value, number format and formula."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from gxdesk.readers.sheet.cells import Position, Stored
from gxdesk.readers.sheet.formats import GENERAL, show, whole
from gxdesk.readers.sheet.formulas import Formulas, NotComputable

UNCOMPUTED = "公式未计算"
_STRINGS = ("str", "inlineStr")


class Look(Protocol):
    """What a workbook says about its cell styles and strings, whatever its format."""

    epoch_1904: bool

    def code(self, style: int) -> str:
        """Return the number format of a cell style."""
        ...

    def centered(self, style: int) -> bool:
        """Tell whether a cell style centres its text."""
        ...

    def white(self, style: int) -> bool:
        """Tell whether a cell style writes white on white."""
        ...

    def has_white(self) -> bool:
        """Tell whether any style may do so."""
        ...

    def string(self, index: str) -> str:
        """Return a shared string."""
        ...


class Shower:
    """Shows the cells of one sheet, and remembers what is odd about them."""

    def __init__(self, workbook: Look, cells: Mapping[Position, Stored]) -> None:
        """Show ``cells`` of a sheet of ``workbook``."""
        self._workbook = workbook
        self._cells = cells
        self._formulas = Formulas(cells)
        self.uncomputed: list[Position] = []
        self.errors: list[Position] = []
        self.rounded: dict[Position, str] = {}
        self.concealed: dict[Position, str] = {}

    def texts(self) -> dict[Position, str]:
        """Return the texts of all cells that show any."""
        found: dict[Position, str] = {}
        codes: dict[int, str] = {}
        for place, (kind, value, style, _, _) in self._cells.items():
            text: str | None = None
            if kind == "n":
                code = codes.get(style)
                if code is None:
                    code = codes[style] = self._workbook.code(style)
                text = whole(value, code)
            elif kind in _STRINGS:
                text = value or None
            if text is None:
                text = self.text(place)
            if text.strip():
                found[place] = text
        return found

    def text(self, place: Position) -> str:
        """Return the text shown at ``place``; a formula that cannot be worked out says so."""
        cell = self._cells[place]
        if cell.kind == "inlineStr" and cell.value:
            return cell.value
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

    @property
    def has_white(self) -> bool:
        """Whether any text may be white on white."""
        return self._workbook.has_white()

    def white(self, place: Position) -> bool:
        """Tell whether the text at ``place`` is white on white."""
        cell = self._cells.get(place)
        return cell is not None and self._workbook.white(cell.style)

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
            kept = self.rounded if shown.text.strip() else self.concealed
            kept[place] = show(value, GENERAL).text
        return shown.text


def _iso_date(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment.year}/{moment.month}/{moment.day}"
