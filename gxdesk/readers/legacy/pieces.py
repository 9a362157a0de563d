"""The text of a .doc: pieces of the file in their order ([MS-DOC] 2.8.35, 2.9.38, 2.9.177)."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.binary import number, part, plc
from gxdesk.readers.legacy.sprms import short_form
from gxdesk.readers.package import DAMAGED

REUSE = 4  # saving in haste may use bytes again, but not the whole file over and over
# One-byte text is Latin-1 but for these (FcCompressed, [MS-DOC] 2.9.73).
_COMPRESSED = {
    0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
    0x8B: "‹", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9F: "Ÿ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: characters ``start:end`` lie from byte ``offset``, ``width`` bytes each.

    ``modifiers`` apply to all of it.
    """

    start: int
    end: int
    offset: int
    width: int
    modifiers: bytes


@dataclass(slots=True)
class Text:
    """All text of the file, one character (UTF-16 unit) a position, and the pieces it came from."""

    characters: str
    pieces: list[Piece]
    _ends: list[int] = field(default_factory=list)

    def piece(self, position: int) -> Piece:
        """Return the piece a character lies in."""
        if not self._ends:
            self._ends = [piece.end for piece in self.pieces]
        return self.pieces[min(bisect_right(self._ends, position), len(self.pieces) - 1)]

    def byte(self, position: int) -> int:
        """Return the byte of the main stream a character begins at."""
        piece = self.piece(position)
        return piece.offset + (position - piece.start) * piece.width


def read_text(stream: bytes, clx: bytes) -> Text:
    """Read the text the piece table ``clx`` lays out of the main ``stream``; raises when damaged."""
    modifiers, table = _clx(clx)
    positions, entries = plc(table, 8)
    if not entries or positions[0] != 0 or positions[-1] > REUSE * len(stream):
        raise ReadError(DAMAGED)
    pieces = [
        _piece(start, end, entry, modifiers)
        for start, end, entry in zip(positions, positions[1:], entries, strict=False)
        if end > start
    ]
    characters = "".join(_characters(stream, piece) for piece in pieces)
    return Text(characters, pieces)


def _clx(clx: bytes) -> tuple[list[bytes], bytes]:
    """Return the lists of modifiers pieces refer to, and the table of pieces."""
    modifiers: list[bytes] = []
    at = 0
    while number(clx, at, 1) == 1:
        size = number(clx, at + 1, 2, signed=True)
        modifiers.append(part(clx, at + 3, size))
        at += 3 + size
    if clx[at] != 2:
        raise ReadError(DAMAGED)
    return modifiers, part(clx, at + 5, number(clx, at + 1, 4))


def _piece(start: int, end: int, entry: bytes, modifiers: list[bytes]) -> Piece:
    where, modifier = int.from_bytes(entry[2:6], "little"), int.from_bytes(entry[6:8], "little")
    compressed = bool(where & 0x40000000)
    offset = where & 0x3FFFFFFF
    if modifier & 1:
        index = modifier >> 1
        applied = modifiers[index] if index < len(modifiers) else b""
    else:
        applied = short_form(modifier)
    return Piece(start, end, offset // 2 if compressed else offset, 1 if compressed else 2, applied)


def _characters(stream: bytes, piece: Piece) -> str:
    data = part(stream, piece.offset, (piece.end - piece.start) * piece.width)
    if piece.width == 1:
        return data.decode("latin-1").translate(_COMPRESSED)
    text = data.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(data):
        return text
    units = array("H", data)
    if not _LITTLE:
        units.byteswap()
    return "".join(map(chr, units))


_LITTLE = array("H", b"\x01\x00")[0] == 1


def whole(text: str) -> str:
    """Return ``text`` with the two units of rare characters joined again."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
