"""Little-endian numbers out of untrusted bytes: what lies outside is damage, never another error."""

from __future__ import annotations

from itertools import pairwise

from gxdesk.errors import ReadError
from gxdesk.readers.package import DAMAGED


def number(data: bytes, at: int, size: int, *, signed: bool = False) -> int:
    """Return the number of ``size`` bytes at ``at``; raises :class:`ReadError` when it lies outside."""
    return int.from_bytes(part(data, at, size), "little", signed=signed)


def part(data: bytes, at: int, size: int) -> bytes:
    """Return ``size`` bytes at ``at``; raises :class:`ReadError` when they lie outside."""
    if at < 0 or size < 0 or at + size > len(data):
        raise ReadError(DAMAGED)
    return data[at : at + size]


def plc(data: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Read a PLC ([MS-DOC] 2.2.2): ``n + 1`` positions, then ``n`` entries of ``size`` bytes.

    Raises :class:`ReadError` when its length fits no ``n`` or a position comes after the next one.
    """
    if not data:
        return [], []
    count, rest = divmod(len(data) - 4, size + 4)
    if count < 0 or rest:
        raise ReadError(DAMAGED)
    positions = [int.from_bytes(data[at : at + 4], "little") for at in range(0, 4 * count + 4, 4)]
    if any(left > right for left, right in pairwise(positions)):
        raise ReadError(DAMAGED)
    entries = 4 * count + 4
    return positions, [data[entries + size * index : entries + size * (index + 1)] for index in range(count)]
