"""Small damage done to files, as by chance or by malice; the same seed always does the same."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

_NUMBERS = (b"0", b"-1", b"1", b"65535", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"")
_BYTES = (0, 1, 0x7F, 0x80, 0xFF)
_TOKEN = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d{1,10}")


def mutate(data: bytes, other: bytes, random: Random) -> bytes:
    """Return damaged ``data``; ``other`` is another file of the same format to take pieces from."""
    if data.startswith(b"PK") and random.random() < 0.8:
        return _inside_zip(data, random)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        data = random.choice(_WAYS)(data, other, random)
    return data


def _inside_zip(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(parts)
    for _ in range(random.choice((1, 1, 2, 5))):
        name = random.choice(names)
        way = random.random()
        if way < 0.05:
            parts.pop(name, None)
        elif way < 0.1:
            parts[name] = parts.get(random.choice(names), b"")
        elif name in parts:
            ways = _TEXT_WAYS if random.random() < 0.8 else _WAYS
            parts[name] = random.choice(ways)(parts[name], b"", random)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _flip(data: bytes, other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 4, 32)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _overwrite(data: bytes, other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 4)) if changed else 0):
        at, size = random.randrange(len(changed)), random.choice((1, 2, 4))
        changed[at : at + size] = bytes([random.choice(_BYTES)]) * size
    return bytes(changed)


def _cut(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _drop(data: bytes, other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 16, 512, 5000)) :]


def _repeat(data: bytes, other: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(data) + 1), random.choice((1, 16, 512))
    return data[:at] + data[at : at + size] * random.choice((2, 10, 300)) + data[at + size :]


def _zero(data: bytes, other: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(data) + 1), random.choice((4, 64, 512))
    return data[:at] + bytes(len(data[at : at + size])) + data[at + size :]


def _noise(data: bytes, other: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.choice((1, 8, 200))) + data[at:]


def _graft(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def _swap(data: bytes, other: bytes, random: Random) -> bytes:
    if len(data) < 2048:
        return _flip(data, other, random)
    blocks = [data[at : at + 512] for at in range(0, len(data), 512)]
    one, two = random.randrange(len(blocks)), random.randrange(len(blocks))
    blocks[one], blocks[two] = blocks[two], blocks[one]
    return b"".join(blocks)


def _number(data: bytes, other: bytes, random: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return _flip(data, other, random)
    match = random.choice(found)
    return data[: match.start()] + random.choice(_NUMBERS) + data[match.end() :]


def _tag(data: bytes, other: bytes, random: Random) -> bytes:
    found = list(_TOKEN.finditer(data))
    if not found:
        return _flip(data, other, random)
    one, two = random.choice(found), random.choice(found)
    way = random.randrange(3)
    if way == 0:
        return data[: one.start()] + data[one.end() :]
    if way == 1:
        return data[: one.start()] + two[0] + data[one.end() :]
    return data[: one.end()] + two[0] * random.choice((1, 3, 40)) + data[one.end() :]


def _elements(data: bytes, other: bytes, random: Random) -> bytes:
    """Move a piece between two tags elsewhere, which keeps XML well-formed more often than chance."""
    found = list(_TOKEN.finditer(data))
    if len(found) < 4:
        return _flip(data, other, random)
    first = random.randrange(len(found) - 2)
    last = min(len(found) - 1, first + random.choice((1, 2, 3, 5, 9)))
    piece = data[found[first].start() : found[last].end()]
    at = random.choice(found).end()
    return data[:at] + piece * random.choice((1, 1, 2, 20)) + data[at:]


_TEXT_WAYS = (_number, _tag, _elements, _repeat, _flip)
_WAYS = (
    _flip,
    _flip,
    _overwrite,
    _cut,
    _drop,
    _repeat,
    _zero,
    _noise,
    _graft,
    _swap,
    _number,
    _tag,
    _elements,
)
