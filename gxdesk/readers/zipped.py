"""The usual zip file, read directly: its directory in one go, a part in one call to zlib.

Programs that write drafts write this form. Whatever differs in anything is ``None`` here and left to
``zipfile``, which reads it or refuses it (``tests/readers/test_zipped.py``).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

_END = struct.Struct("<4s6xHLLH")
_ENTRY = struct.Struct("<4s2xBxHH4xLLLHHH8xL")
_HEADER = struct.Struct("<4s22xHH")
_NEWEST = 63  # version of the format that zipfile still reads
_LARGE = 0xFFFFFFFF  # the number stands elsewhere, in a file of gigabytes
_LOCATOR = b"PK\x06\x07"  # there is such a place
_USUAL_FLAGS = 0x80E  # how hard it was packed, sizes behind the part, name in UTF-8


class Packed(NamedTuple):
    """A part as the directory describes it; ``number`` is its place there, ``packed`` and ``size`` bytes."""

    number: int
    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    begin: int


def directory(data: bytes) -> list[Packed]:
    """Return the parts of a zip file of any form; raises what ``zipfile.ZipFile`` does."""
    usual = _usual(data)
    if usual is not None:
        return usual
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            Packed(
                *(number, entry.filename, entry.flag_bits, entry.compress_type),
                *(entry.CRC, entry.compress_size, entry.file_size, entry.header_offset),
            )
            for number, entry in enumerate(archive.infolist())
        ]


def _usual(data: bytes) -> list[Packed] | None:
    end = len(data) - _END.size
    if end < 0:
        return None
    mark, _, length, begin, comment = _END.unpack_from(data, end)
    if mark != b"PK\x05\x06" or comment or begin + length != end or data.startswith(_LOCATOR, end - 20):
        return None
    found: list[Packed] = []
    at = begin
    while at + _ENTRY.size <= end:
        mark, version, flags, method, checksum, packed, size, named, extra, comment, offset = (
            _ENTRY.unpack_from(data, at)
        )
        at += _ENTRY.size
        name = data[at : at + named]
        at += named
        usual = mark == b"PK\x01\x02" and version <= _NEWEST and not extra and not comment
        if not usual or _LARGE in (packed, size, offset) or not name.isascii() or b"\x00" in name:
            return None
        found.append(Packed(len(found), name.decode(), flags, method, checksum, packed, size, offset))
    return found if at == end else None


def inflated(data: bytes, entry: Packed) -> bytes | None:
    """Return a part that is packed as usual and whole, else ``None``; raises ``zlib.error``."""
    name, begin = entry.name.encode(), entry.begin
    start = begin + _HEADER.size
    if entry.method != zipfile.ZIP_DEFLATED or entry.flags & ~_USUAL_FLAGS or not entry.size:
        return None
    if begin < 0 or not data.startswith(name, start):
        return None
    mark, named, extra = _HEADER.unpack_from(data, begin)
    start += named + extra
    if mark != b"PK\x03\x04" or named != len(name):
        return None
    packed = data[start : start + entry.packed]
    found = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.size)
    return found if len(found) == entry.size and zlib.crc32(found) == entry.checksum else None
