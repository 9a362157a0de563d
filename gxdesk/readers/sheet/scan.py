"""The short way to the cells of a worksheet: XML in the plain form every program writes, read by patterns.

Only what matches the plain form from end to end is read here; for anything else the answer is ``None``, and
the sheet is read by the XML parser. What surrounds the rows always goes through that parser, and so do the
character references in texts. Both ways give the same cells (``tests/readers/test_sheet_scan.py``).
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
_STRANGE = (b"<!", b"<?", b"sheetData", b"http://purl.oclc.org/ooxml/")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")

_PART = re.compile(
    r'(<(?:c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,9})")?(?: t="([A-Za-z]+)")?'
    r'(?: ?/|>(?:<f(?: aca="false")?>([^<]+)</f>)?'
    r'(?:<v ?/>|<(?:v|(is><t)(?: xml:space="preserve")?)>([^<]*)</(?(7)t></is|v)>)?</c)'
    r'|row r="([1-9][0-9]{0,6})"([^<>/]*)(/?)|/row)>)'
)
_new = tuple.__new__
_ATTRIBUTE = re.compile(r' ([A-Za-z]+|x14ac:dyDescent)="([^"<>&\t\n]*)"')

_Part = tuple[str, str, str, str, str, str, str, str, str, str, str]  # the groups of _PART
_BETWEEN, _MARK = "&#57344;", "\ue000"  # what stands between the texts whose references are resolved


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
    text = _plain_text(rows)
    if text is None or any(strange in before[5:] or strange in after for strange in _STRANGE):
        return None
    around = parse_xml(before + b"<sheetData/>" + after)
    if around.find(S + "sheetData") is None:
        return None
    sheet = Worksheet()
    try:
        _Rows(sheet, text, _DYDESCENT in root[0]).read()
    except _NotPlain:
        return None
    read_around(around, sheet)
    return sheet


def _plain_text(rows: bytes) -> str | None:
    """Return the XML of the rows; ``None`` if it holds characters that XML treats in its own way."""
    if len(rows.translate(None, _CONTROLS)) != len(rows):
        return None
    try:
        text = rows.decode()
    except UnicodeDecodeError:
        return None
    return None if "]]>" in text or "\ufffe" in text or "\uffff" in text else text


class _Rows:
    """The rows of one sheet: first all of the text is matched, then the cells are made."""

    def __init__(self, sheet: Worksheet, text: str, described: bool) -> None:
        self._sheet = sheet
        self._text = text
        self._described = described  # the prefix x14ac is declared
        self._looks: dict[str, bool] = {}  # attributes of a row -> it is hidden

    def read(self) -> None:
        """Fill the sheet; raises :class:`_NotPlain`."""
        parts: list[_Part] = _PART.findall(self._text)
        if sum([len(part[0]) for part in parts]) != len(self._text):
            raise _NotPlain
        resolved = _resolved(parts) if "&" in self._text else {}
        cells = self._sheet.cells
        row, at = "", 0
        for _, letters, number, style, kind, formula, inline, value, opened, attributes, bare in parts:
            if letters:
                column = column_number(letters)
                if not row or not column or (number != row and int(number) > MAX_ROW):
                    raise _NotPlain
                if resolved:
                    formula, value = resolved.get(formula, formula), resolved.get(value, value)
                if inline:
                    value = without_returns(value)
                if value or formula:
                    place = (at if number == row else int(number), column)
                    stored = (kind or "n", value, int(style) if style else 0, formula or None, None)
                    cells[place] = _new(Stored, stored)
            elif bool(opened) is bool(row):  # a row in a row, or the end of none
                raise _NotPlain
            elif opened:
                at = self._open(opened, attributes)
                row = "" if bare else opened
            else:
                row = ""
        if row or len(cells) > MAX_CELLS:
            raise _NotPlain

    def _open(self, number: str, attributes: str) -> int:
        """Take the beginning of a row; return its number."""
        hidden = self._looks.get(attributes)
        if hidden is None:
            hidden = self._looks[attributes] = self._hidden(attributes)
        row = int(number)
        if hidden:
            self._sheet.hidden_rows.add(row)
        if row > MAX_ROW:
            raise _NotPlain
        return row

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


def _resolved(parts: list[_Part]) -> dict[str, str]:
    """Return the texts with references such as ``&amp;`` or ``&#24180;``, and what they mean."""
    raw = list({text for part in parts for text in (part[5], part[7]) if "&" in text})
    joined = f"<t>{_BETWEEN.join(raw)}</t>"
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
    return dict(zip(raw, meant, strict=True))
