"""The cells of one worksheet as stored: nothing shown or calculated yet, declared sizes not trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from gxdesk.errors import ReadError
from gxdesk.readers.package import Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_C, _V, _F, _IS, _T = (S + name for name in ("c", "v", "f", "is", "t"))
MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
MAX_CELLS = 100_000
TOO_MANY = "工作表里的数据太多，不像报告草稿，没有读取。请只保留报告内容，另存后再检查。"

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})$")
_PLAIN_AREA = re.compile(r"([A-Z]{1,3})([1-9]\d{0,5}):([A-Z]{1,3})([1-9]\d{0,5})")
_OFF = frozenset({None, "0", "false"})

Position = tuple[int, int]


class Stored(NamedTuple):
    """A cell as stored. ``kind`` is its type (``n``, ``s``, ``str``, ``inlineStr``, ``b``, ``e``, ``d``)."""

    kind: str
    value: str
    style: int
    formula: str | None = None
    shared: str | None = None


class Merge(NamedTuple):
    """A merged range, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Worksheet:
    """Cells by 1-based ``(row, column)``, merged ranges, hidden rows and hidden column ranges."""

    cells: dict[Position, Stored] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def column_hidden(self, column: int) -> bool:
        """Tell whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def position(address: str) -> Position | None:
    """Return the 1-based ``(row, column)`` of an address such as ``F12`` or ``$F$12``."""
    match = _ADDRESS.match(address)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row, column) if 0 < row <= MAX_ROW and column <= MAX_COLUMN else None


def address(row: int, column: int) -> str:
    """Return the address of a 1-based position."""
    return f"{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """Return the letters of a 1-based column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """Return the 1-based column of letters; 0 when they are none."""
    found = position(letters + "1") if letters.isalpha() else None
    return 0 if found is None else found[1]


def area(reference: str) -> Merge | None:
    """Return the range of a reference such as ``A1:C3`` (or of a single cell)."""
    plain = _PLAIN_AREA.fullmatch(reference)
    if plain is not None:
        begins, first, ends, last = plain.groups()
        corners = int(first), column_number(begins), int(last), column_number(ends)
        top, left, bottom, right = corners
        if 0 < left <= right and top <= bottom:
            return tuple.__new__(Merge, corners)
    first, _, last = reference.partition(":")
    begin, end = position(first), position(last or first)
    if begin is None or end is None:
        return None
    return Merge(min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1]))


def read_worksheet(root: Element) -> Worksheet:
    """Read the cells that hold something. Raises :class:`ReadError` for a sheet beyond any draft's size."""
    sheet = Worksheet()
    read_around(root, sheet)
    row = 0
    for element in root.iterfind(f"{S}sheetData/{S}row"):
        row = _integer(element.get("r"), row + 1)
        if is_hidden(element.get("hidden"), element.get("ht")):
            sheet.hidden_rows.add(row)
        _read_row(element, row, sheet)
        if len(sheet.cells) > MAX_CELLS or row > MAX_ROW:
            raise ReadError(TOO_MANY)
    return sheet


def read_around(root: Element, sheet: Worksheet) -> None:
    """Read what stands before and after the rows: hidden columns and merged ranges."""
    for column in root.iterfind(f"{S}cols/{S}col"):
        if is_hidden(column.get("hidden"), column.get("width")):
            first, last = _integer(column.get("min"), 0), _integer(column.get("max"), 0)
            sheet.hidden_columns.append((first, last))
    for merge in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        found = area(merge.get("ref", ""))
        if found is not None and len(sheet.merges) < MAX_CELLS:
            sheet.merges.append(found)


def is_hidden(hidden: str | None, size: str | None) -> bool:
    """Tell whether a row or column is hidden, by its attribute ``hidden`` and its height or width."""
    return hidden not in _OFF or size == "0"


def _read_row(element: Element, row: int, sheet: Worksheet) -> None:
    column = 0
    number = str(row)
    for cell in element:
        if cell.tag != _C:
            continue
        reference = cell.get("r")
        at, column = row, column + 1
        if reference:
            usual = column_number(reference.removesuffix(number)) if reference.endswith(number) else 0
            if usual:
                column = usual
            else:
                at, column = position(reference) or (row, column)
        if len(cell) and column <= MAX_COLUMN:
            stored = _stored(cell)
            if stored is not None:
                sheet.cells[at, column] = stored


def _stored(cell: Element) -> Stored | None:
    value = ""
    formula = shared = None
    for child in cell:
        tag = child.tag
        if tag == _V:
            value = child.text or ""
        elif tag == _F:
            formula = child.text or ""
            shared = child.get("si") if child.get("t") == "shared" else None
        elif tag == _IS:
            value = rich_text(child)
    if not value and formula is None:
        return None
    return Stored(cell.get("t", "n"), value, _integer(cell.get("s"), 0), formula, shared)


def rich_text(element: Element) -> str:
    """Return the text of a string item: plain or in runs, without phonetic guides."""
    bare = len(element) == 1 and element[0].tag == _T
    return without_returns((element[0].text or "") if bare else "".join(_pieces(element)))


def without_returns(text: str) -> str:
    """Return ``text`` with plain line ends, however carriage returns were written."""
    if "_x000D_" in text or "\r" in text:
        return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return text


def _pieces(element: Element) -> list[str]:
    pieces: list[str] = []
    for child in element:
        if child.tag == _T:
            pieces.append(child.text or "")
        elif child.tag == S + "r":
            pieces.extend(text.text or "" for text in child.iterfind(_T))
    return pieces


def _integer(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() else default
