"""Formatted pages of a .doc: which property modifiers apply to which bytes ([MS-DOC] 2.9.33, 2.9.174)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from gxdesk.readers.legacy.binary import number, plc

PAGE = 512


@dataclass(slots=True)
class Formats:
    """Modifiers by byte ranges of the main stream; ranges are sorted and do not overlap."""

    starts: list[int]
    ends: list[int]
    modifiers: list[bytes]

    def at(self, byte: int) -> bytes:
        """Return the modifiers that apply to a byte (``b""`` where none do)."""
        index = bisect_right(self.starts, byte) - 1
        return self.modifiers[index] if index >= 0 and byte < self.ends[index] else b""

    def over(self, start: int, end: int) -> list[tuple[int, int, bytes]]:
        """Return the ranges within ``start:end`` with their modifiers; gaps have none."""
        found: list[tuple[int, int, bytes]] = []
        index = max(0, bisect_right(self.starts, start) - 1)
        while start < end:
            while index < len(self.starts) and self.ends[index] <= start:
                index += 1
            if index >= len(self.starts) or self.starts[index] >= end:
                found.append((start, end, b""))
                break
            if self.starts[index] > start:
                found.append((start, self.starts[index], b""))
                start = self.starts[index]
            last = min(end, self.ends[index])
            found.append((start, last, self.modifiers[index]))
            start = last
        return found


def read_formats(stream: bytes, bins: bytes, *, paragraphs: bool) -> Formats:
    """Read all pages ``bins`` points to; raises :class:`ReadError` when a page lies outside the file."""
    runs: list[tuple[int, int, bytes]] = []
    _, entries = plc(bins, 4)
    for page_number in dict.fromkeys(int.from_bytes(entry, "little") & 0x3FFFFF for entry in entries):
        page_start = page_number * PAGE
        number(stream, page_start + PAGE - 1, 1)
        runs += _page(stream[page_start : page_start + PAGE], paragraphs)
    runs.sort(key=lambda run: run[:2])
    formats = Formats([], [], [])
    last = 0
    for start, end, modifiers in runs:
        start = max(start, last)
        if start < end:
            formats.starts.append(start)
            formats.ends.append(end)
            formats.modifiers.append(modifiers)
            last = end
    return formats


def _page(page: bytes, paragraphs: bool) -> list[tuple[int, int, bytes]]:
    count = page[PAGE - 1]
    step = 13 if paragraphs else 1
    count = min(count, (PAGE - 5) // (4 + step))
    borders = [int.from_bytes(page[at : at + 4], "little") for at in range(0, 4 * count + 4, 4)]
    places = 4 * count + 4
    read = _paragraph if paragraphs else _character
    return [
        (borders[index], borders[index + 1], read(page, 2 * page[places + step * index]))
        for index in range(count)
        if borders[index] < borders[index + 1]
    ]


def _paragraph(page: bytes, at: int) -> bytes:
    """Return the style index (two bytes) and the modifiers of a paragraph."""
    if not at:
        return b""
    size = page[at]
    if size:
        return page[at + 1 : min(at + 2 * size, PAGE - 1)]
    if at + 1 >= PAGE:
        return b""
    return page[at + 2 : min(at + 2 + 2 * page[at + 1], PAGE - 1)]


def _character(page: bytes, at: int) -> bytes:
    return page[at + 1 : min(at + 1 + page[at], PAGE - 1)] if at else b""
