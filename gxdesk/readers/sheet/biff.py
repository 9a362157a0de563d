"""What lies over the cells of an .xls sheet and xlrd does not tell: pictures, text boxes ([MS-XLS] 2.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice

from gxdesk.readers.sheet.cells import Position
from gxdesk.readers.sheet.lay import Extras

_BOF, _OBJ, _DRAWING, _TEXT_OBJECT, _CONTINUE = 0x809, 0x5D, 0xEC, 0x1B6, 0x3C
_CODE_PAGE = 0x42
_GLOBALS = 0x05
_SEVERAL = {0xBE: 2, 0xBD: 6}  # MulBlank, MulRk: bytes a cell
_SINGLE = frozenset({0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6})
_PICTURE, _NOTE = 8, 25
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"  # OfficeArtClientAnchorSheet, 18 bytes
MAX_OBJECTS = 2000


def extras_by_sheet(stream: bytes) -> list[Extras]:
    """Return pictures and text boxes for each sheet in a workbook stream, in the order of the sheets."""
    sheets: list[Extras] = []
    place: Position = (1, 1)
    kind = objects = 0
    records = _records(stream)
    for code, data in records:
        if code == _BOF and data[2:4] != bytes((_GLOBALS, 0)):
            sheets.append(Extras())
        elif not sheets or objects > MAX_OBJECTS:
            continue
        elif code in (_DRAWING, _CONTINUE):
            place = _anchor(data) or place
        elif code == _OBJ and len(data) >= 6:
            objects += 1
            kind = int.from_bytes(data[4:6], "little")
            if kind == _PICTURE:
                sheets[-1].pictures.append(place)
        elif code == _TEXT_OBJECT and kind != _NOTE and len(data) >= 12:
            text = _text(int.from_bytes(data[10:12], "little"), next(records, (0, b""))[1])
            if text.strip():
                sheets[-1].shapes.append((place, text))
    return sheets


def count_cells(stream: bytes) -> int:
    """Return how many cells, blank ones too, the records of a workbook stream hold."""
    count = 0
    for code, data in _records(stream):
        if code in _SEVERAL:
            count += max(0, len(data) - 6) // _SEVERAL[code]
        elif code in _SINGLE:
            count += 1
    return count


def tells_code_page(stream: bytes) -> bool:
    """Tell whether a workbook stream says in which code page its texts are, should they not be Unicode."""
    return any(code == _CODE_PAGE for code, _ in islice(_records(stream), 100))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        code, size = struct.unpack_from("<HH", stream, at)
        yield code, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _anchor(data: bytes) -> Position | None:
    at = data.find(_ANCHOR)
    if at < 0 or len(data) < at + 14:
        return None
    column, _, row = struct.unpack_from("<HHH", data, at + 8)
    return row + 1, min(column, 255) + 1


def _text(length: int, data: bytes) -> str:
    if not data:
        return ""
    wide = bool(data[0] & 1)
    body = data[1 : 1 + length * (2 if wide else 1)]
    return body.decode("utf-16-le" if wide else "latin-1", "replace").replace("\r", "\n")
