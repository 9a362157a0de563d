"""Formulas whose result was not stored (workbooks written by programs): sums, additions, subtractions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property

from gxdesk.readers.sheet.cells import Position, Stored, address, area, position

MAX_DEPTH = 200
MAX_AREA = 20_000
MAX_STEPS = 300_000  # cells added up on one sheet

_TERM = re.compile(
    r"\s*(?P<sign>[+\-]?)\s*(?:SUM\((?P<sum>[^()]*)\)|(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})|(?P<number>\d+(?:\.\d+)?))\s*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\d(])", re.IGNORECASE)


class NotComputable(Exception):
    """The formula is more than sums, or refers to text or to itself."""


class Formulas:
    """Calculates formulas over the stored cells of one sheet."""

    def __init__(self, cells: Mapping[Position, Stored]) -> None:
        """Calculate over ``cells``."""
        self._cells = cells
        self._steps = 0
        self._results: dict[Position, Decimal | None] = {}  # None: being worked out, or not computable

    @cached_property
    def _masters(self) -> dict[str, tuple[Position, str]]:
        """The formulas others share, by their number: where each first stands, and its text."""
        masters: dict[str, tuple[Position, str]] = {}
        for place, cell in self._cells.items():
            if cell.shared is not None and cell.formula:
                masters.setdefault(cell.shared, (place, cell.formula))
        return masters

    def value(self, place: Position) -> Decimal:
        """Return the result of the formula at ``place``; raises :class:`NotComputable`."""
        return self._cell(place, 0)

    def _cell(self, place: Position, depth: int) -> Decimal:
        cell = self._cells.get(place)
        if cell is None:
            return Decimal(0)
        if cell.value:
            if cell.kind != "n":
                raise NotComputable
            try:
                return Decimal(cell.value)
            except InvalidOperation as error:
                raise NotComputable from error
        if place not in self._results and depth <= MAX_DEPTH:
            self._results[place] = None
            self._results[place] = self._formula(self._text(place, cell), depth + 1)
        result = self._results.get(place)
        if result is None:
            raise NotComputable
        return result

    def _text(self, place: Position, cell: Stored) -> str:
        if cell.formula:
            return cell.formula
        master = self._masters.get(cell.shared or "")
        if master is None:
            raise NotComputable
        (row, column), text = master
        return _moved(text, place[0] - row, place[1] - column)

    def _formula(self, text: str, depth: int) -> Decimal:
        total = Decimal(0)
        at = 0
        text = text.removeprefix("=").strip()
        while at < len(text):
            match = _TERM.match(text, at)
            if match is None or (at and not match["sign"]):
                raise NotComputable
            total += self._term(match, depth) * (-1 if match["sign"] == "-" else 1)
            at = match.end()
        if not at:
            raise NotComputable
        return total

    def _term(self, match: re.Match[str], depth: int) -> Decimal:
        if match["sum"] is not None:
            return sum((self._argument(part.strip(), depth) for part in match["sum"].split(",")), Decimal(0))
        if match["cell"]:
            place = position(match["cell"])
            if place is None:
                raise NotComputable
            return self._cell(place, depth)
        return Decimal(match["number"])

    def _argument(self, text: str, depth: int) -> Decimal:
        if re.fullmatch(r"[+\-]?\d+(?:\.\d+)?", text):
            return Decimal(text)
        found = area(text)
        if found is None:
            raise NotComputable
        height, width = found.bottom - found.top + 1, found.right - found.left + 1
        if height * width > MAX_AREA:
            raise NotComputable
        self._steps += height * width
        if self._steps > MAX_STEPS:
            raise NotComputable
        total = Decimal(0)
        for row in range(found.top, found.bottom + 1):
            for column in range(found.left, found.right + 1):
                cell = self._cells.get((row, column))
                if cell is not None and not (cell.value and cell.kind in ("s", "str", "inlineStr", "b")):
                    total += self._cell((row, column), depth)  # SUM passes over text
        return total


def _moved(text: str, rows: int, columns: int) -> str:
    """Return a shared formula as it reads ``rows`` further down and ``columns`` further right."""

    def move(match: re.Match[str]) -> str:
        place = position(match[2] + match[4])
        if place is None:
            raise NotComputable
        row = place[0] + (0 if match[3] else rows)
        column = place[1] + (0 if match[1] else columns)
        if row < 1 or column < 1:
            raise NotComputable
        return address(row, column)

    return _REFERENCE.sub(move, text)
