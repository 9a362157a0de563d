"""The short way to the cells of a worksheet: XML in the plain form every program writes, read by patterns.

Only what matches the plain form from end to end is read here; for anything else the answer is ``None``, and
the sheet is read by the XML parser. What surrounds the rows always goes through that parser (but for merged
ranges right behind them), and so do the texts. Both ways give the same cells
(``tests/readers/test_sheet_scan.py``).
"""

from __future__ import annotations

import re
from pyexpat import ExpatError, ParserCreate

from gxdesk.readers.package import MAX_TAGS, parse_xml
from gxdesk.readers.sheet.cells import (
    MAX_CELLS,
    MAX_ROW,
    S,
    Stored,
    Worksheet,
    area,
    column_number,
    is_hidden,
    read_around,
    without_returns,
)

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_BEGIN = re.compile(
    rb'(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="yes")? ?\?>\s*)?<worksheet [^>]*>'
)
_DYDESCENT = b' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
_MERGES = re.compile(rb'<mergeCells(?: count="[0-9]+")?>((?:<mergeCell ref="[A-Z0-9:]+" ?/>)+)</mergeCells>')
_STRANGE = (b"<!", b"<?", b"sheetData", b"http://purl.oclc.org/ooxml/")
_PART = re.compile(
    r'<(?:c r="([A-Z]{1,3})([1-9][0-9]{0,6})"([^>]*)(?:(?<=/)|></c|>(?:<f(?: aca="false")?>([^<]+)</f>)?'
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>|<v ?/>)?</c)'
    r'|row r="([1-9][0-9]{0,6})"([^>]*)|/(row))>|([\s\S]+)'
)
_LOOK = re.compile(r'(?: s="([0-9]{1,9})")?(?: t="([A-Za-z]+)")? ?/?')
_ATTRIBUTE = re.compile(r' ([A-Za-z]+|x14ac:dyDescent)="([^"<>&\x00-\x1f\ufffe\uffff]*)"')
_MARK = "\x7f"  # stands between the texts whose references are resolved
_new = tuple.__new__

_Part = tuple[str, str, str, str, str, str, str, str, str, str]  # the groups of _PART


class _NotPlain(Exception):
    """The XML is not in the plain form; it may still be good XML, or broken."""


def scan_worksheet(data: bytes) -> Worksheet | None:
    """Read a sheet like :func:`gxdesk.readers.sheet.cells.read_worksheet`; ``None``: not in the plain form.

    Raises :class:`ReadError` when the XML around the rows is broken, as ``parse_xml`` does.
    """
    begin, end = data.find(_OPEN), data.rfind(_CLOSE)
    root = _BEGIN.match(data)
    if root is None or not 0 <= begin < end or (len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS):
        return None
    before, rows, after = data[:begin], data[begin + len(_OPEN) : end], data[end + len(_CLOSE) :]
    outside = before[5:] + after
    if any(strange in outside for strange in _STRANGE):
        return None
    sheet = Worksheet()
    around = parse_xml(before + b"<sheetData/>" + _without_merges(before, after, sheet))
    if around.find(S + "sheetData") is None:
        return None
    try:
        _Rows(sheet, _DYDESCENT in root[0]).read(rows.decode())
    except (_NotPlain, UnicodeDecodeError):
        return None
    read_around(around, sheet)
    return sheet


def _without_merges(before: bytes, after: bytes, sheet: Worksheet) -> bytes:
    """Take the merged ranges that follow the rows, where they are plain; return what else follows."""
    found = _MERGES.match(after)
    if found is None or b"mergeCell" in before or after.count(b"<mergeCell ") >= MAX_CELLS:
        return after
    merges = map(area, found[1].decode().split('"')[1::2])
    sheet.merges += [merge for merge in merges if merge is not None]
    return after[found.end() :]


class _Rows:
    """The rows of one sheet: first all of the text is matched, then the cells are made."""

    def __init__(self, sheet: Worksheet, described: bool) -> None:
        self._sheet = sheet
        self._described = described  # the prefix x14ac is declared
        self._rows: dict[str, tuple[bool, bool]] = {}  # attributes of a row -> it is hidden, it is empty

    def read(self, text: str) -> None:
        """Fill the sheet; raises :class:`_NotPlain`."""
        parts: list[_Part] = _PART.findall(text)
        values = _meant([part[4] or part[5] for part in parts])
        formulas = iter(_meant([part[3] for part in parts if part[3]]))
        cells = self._sheet.cells
        looks: dict[str, tuple[str, int]] = {}
        row, at = "", 0
        for part, value in zip(parts, values, strict=True):
            letters, number, attributes, formula, _, inline, opened, around, closed, rest = part
            if letters:
                look = looks.get(attributes)
                if look is None:
                    look = looks[attributes] = _look(attributes)
                if not value and not formula:
                    continue  # wherever it says it is
                column = column_number(letters)
                if not row or not column or (number != row and int(number) > MAX_ROW):
                    raise _NotPlain
                place = (at if number == row else int(number), column)
                shown = without_returns(value) if inline else value
                kept = next(formulas) if formula else None
                if shown or kept:
                    cells[place] = _new(Stored, (look[0], shown, look[1], kept, None))
            elif rest or bool(closed) is not bool(row):  # a row in a row, or the end of none
                raise _NotPlain
            elif opened:
                at = int(opened)
                row = "" if self._open(at, around) else opened
            else:
                row = ""
        if row or len(cells) > MAX_CELLS:
            raise _NotPlain

    def _open(self, row: int, attributes: str) -> bool:
        """Take the beginning of a row; tell whether it is its end, too."""
        told = self._rows.get(attributes)
        if told is None:
            bare = attributes.endswith("/")
            told = self._rows[attributes] = self._hidden(attributes[:-1] if bare else attributes), bare
        if told[0]:
            self._sheet.hidden_rows.add(row)
        if row > MAX_ROW:
            raise _NotPlain
        return told[1]

    def _hidden(self, attributes: str) -> bool:
        pairs = _ATTRIBUTE.findall(attributes)
        named = dict(pairs)
        whole = sum(len(name) + len(value) + 4 for name, value in pairs) == len(attributes)
        described = self._described or "x14ac:dyDescent" not in named
        if (
            not whole
            or not described
            or len(named) != len(pairs)
            or not named.keys().isdisjoint(("r", "xmlns"))
        ):
            raise _NotPlain
        return is_hidden(named.get("hidden"), named.get("ht"))


def _look(attributes: str) -> tuple[str, int]:
    """Return the kind and the style that the attributes of a cell tell."""
    match = _LOOK.fullmatch(attributes)
    if match is None:
        raise _NotPlain
    return match[2] or "n", int(match[1] or 0)


def _meant(raw: list[str]) -> list[str]:
    """Return what texts mean, by the XML parser: references such as ``&amp;`` and ``&#24180;`` resolved."""
    if not raw:
        return []
    joined = f"<t>{_MARK.join(raw)}</t>"
    pieces: list[str] = []
    parser = ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = max(8192, len(joined))
    parser.CharacterDataHandler = pieces.append
    try:
        parser.Parse(joined, True)
    except ExpatError as error:
        raise _NotPlain from error
    meant = "".join(pieces).split(_MARK)
    if len(meant) != len(raw):
        raise _NotPlain
    return meant
