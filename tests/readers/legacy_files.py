"""The committed drafts in old formats (see ``fixtures/make_legacy.py``), and ways to spoil them."""

from __future__ import annotations

import gzip
import hashlib
import random
import struct
from functools import cache
from pathlib import Path

from gxdesk.document.model import Document
from gxdesk.readers import read_bytes
from gxdesk.readers.legacy.anchors import Anchors
from gxdesk.readers.legacy.body import Content
from gxdesk.readers.legacy.fkp import Formats
from gxdesk.readers.legacy.pieces import Piece, Text
from gxdesk.readers.legacy.story import Source, Story
from gxdesk.readers.legacy.styles import StyleSheet
from gxdesk.readers.sheet.unlock import rc4
from gxdesk.readers.word.numbering import Numbering

FIXTURES = Path(__file__).resolve().parent / "fixtures"
LAYOUTS = ("official", "numbering", "tables", "marks")


@cache
def old(name: str, kind: str) -> bytes:
    return gzip.decompress((FIXTURES / f"{name}.{kind}.gz").read_bytes())


@cache
def modern(name: str) -> Document:
    return read_bytes((FIXTURES / f"{name}.docx").read_bytes(), f"{name}.docx")


def spoiled(data: bytes, seed: int) -> bytes:
    """Return ``data`` cut short, with a part missing or blanked, or with bits and bytes changed."""
    dice = random.Random(seed)
    found = bytearray(data)
    at, size = dice.randrange(len(found)), dice.choice((4, 64, 512))
    match dice.randrange(5):
        case 0:
            del found[at:]
        case 1:
            del found[at : at + size]
        case 2:
            found[at : at + size] = dice.choice((b"\0", b"\xff")) * len(found[at : at + size])
        case 3:
            for _ in range(dice.choice((1, 3, 30))):
                found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
        case _:
            for _ in range(dice.choice((1, 30, 300))):
                found[dice.randrange(len(found))] = dice.randrange(256)
    return bytes(found)


def renamed(data: bytes, stream: str, name: str) -> bytes:
    """Return an OLE file with one of its streams under another name."""
    at = data.index(stream.encode("utf-16-le") + b"\0\0")
    entry = name.encode("utf-16-le")
    return data[:at] + entry.ljust(64, b"\0") + bytes([len(entry) + 2, 0]) + data[at + 66 :]


def story(text: str, properties: bytes = b"", section_ends: tuple[int, ...] = ()) -> Content:
    """Read the main text of a .doc that has nothing but text, its control characters written as they are.

    ``properties`` are the modifiers of every paragraph.
    """
    pieces = [Piece(0, len(text), 0, 2, b"")]
    everywhere = Formats([0], [2 * len(text)], [b"\0\0" + properties])
    source = Source(
        Text(text, pieces), everywhere, Formats([], [], []), StyleSheet(b""), Numbering.of({}, {}), Anchors(),
        set(section_ends), bytes,
    )  # fmt: skip
    return Story(source).body(len(text))


def grids(document: Document) -> list[list[tuple[str, int, int, int, int]]]:
    """Every table's cells: text, row, column, spans."""
    return [
        [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]
        for _, table in document.tables()
    ]


def locked_workbook(stream: bytes, password: str, bits: int) -> bytes:
    """Encrypt a workbook stream as Excel 2002 and later do ([MS-OFFCRYPTO] 2.3.5): RC4 with SHA-1."""
    salt, proof = bytes(range(16)), bytes(range(16, 32))
    start = hashlib.sha1(salt + password.encode("utf-16-le")).digest()

    def pad(block: int, size: int) -> bytes:
        key = hashlib.sha1(start + block.to_bytes(4, "little")).digest()[: bits // 8]
        return rc4(key.ljust(16, b"\0") if bits == 40 else key, size)

    def mixed(data: bytes, block: int = 0) -> bytes:
        return bytes(one ^ other for one, other in zip(data, pad(block, len(data)), strict=True))

    checks = mixed(proof + hashlib.sha1(proof).digest())
    header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, bits, 1, 0, 0) + b"\0\0"
    told = struct.pack("<HHHII", 1, 2, 2, 4, len(header)) + header
    told += struct.pack("<I", 16) + salt + checks[:16] + struct.pack("<I", 20) + checks[16:]
    told = struct.pack("<HH", 0x2F, len(told)) + told
    first = 4 + int.from_bytes(stream[2:4], "little")
    plain = bytearray(stream[:first] + told + stream[first:])
    kept: list[tuple[int, bytes]] = []
    at = 0
    while at + 4 <= len(plain):
        code, size = struct.unpack_from("<HH", plain, at)
        if code == 0x85:  # where a sheet begins: later than before
            struct.pack_into("<I", plain, at + 4, struct.unpack_from("<I", plain, at + 4)[0] + len(told))
        readable = 4 + (size if code in (0x809, 0x2F, 0xE1) else 4 if code == 0x85 else 0)
        kept.append((at, bytes(plain[at : at + readable])))
        at += 4 + size
    found = bytearray(
        b"".join(mixed(bytes(plain[at : at + 1024]), at // 1024) for at in range(0, len(plain), 1024))
    )
    for at, piece in kept:
        found[at : at + len(piece)] = piece
    return bytes(found)
