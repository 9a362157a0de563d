"""Draws the picture at the left of the installer's first and last page: our icon on a quiet ground."""

from __future__ import annotations

import struct
from pathlib import Path

WIDTH, HEIGHT = 164, 314  # what the installer's pages expect
GROUND_TOP, GROUND_BOTTOM = (0xF3, 0xF7, 0xFC), (0xC9, 0xDB, 0xF0)  # red, green, blue
TOP = 48  # of the icon


def icon_pixels(ico: bytes, size: int) -> list[list[tuple[int, int, int, int]]]:
    """Return one uncompressed image of an icon file as rows of (red, green, blue, alpha), from the top."""
    count = struct.unpack_from("<HHH", ico)[2]
    for number in range(count):
        width, *_, offset = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        if width == size:
            break
    else:
        raise ValueError(f"the icon has no image of {size} pixels")
    start = offset + struct.unpack_from("<I", ico, offset)[0]
    rows = []
    for row in range(size):
        values = struct.iter_unpack("<BBBB", ico[start + row * size * 4 : start + (row + 1) * size * 4])
        rows.append([(red, green, blue, alpha) for blue, green, red, alpha in values])
    return rows[::-1]


def ground(row: int) -> tuple[int, ...]:
    """Return the colour of a row of the ground: a soft change from top to bottom."""
    share = row / (HEIGHT - 1)
    return tuple(
        round(top + (bottom - top) * share) for top, bottom in zip(GROUND_TOP, GROUND_BOTTOM, strict=True)
    )


def draw(ico: bytes, size: int = 64) -> bytes:
    """Return the picture as a Windows bitmap, 24 bits a pixel."""
    icon = icon_pixels(ico, size)
    left = (WIDTH - size) // 2
    rows = []
    for row in range(HEIGHT):
        line = [ground(row)] * WIDTH
        for column, (*colour, alpha) in enumerate(icon[row - TOP] if 0 <= row - TOP < size else []):
            below = line[left + column]
            line[left + column] = tuple(
                (over * alpha + under * (255 - alpha)) // 255
                for over, under in zip(colour, below, strict=True)
            )
        rows.append(b"".join(bytes(pixel[::-1]) for pixel in line))
    stride = (WIDTH * 3 + 3) // 4 * 4
    pixels = b"".join(row.ljust(stride, b"\0") for row in reversed(rows))
    head = struct.pack("<2sIHHI", b"BM", 54 + len(pixels), 0, 0, 54)
    return (
        head
        + struct.pack("<IiiHHIIiiII", 40, WIDTH, HEIGHT, 1, 24, 0, len(pixels), 2835, 2835, 0, 0)
        + pixels
    )


def write(icon: Path, target: Path) -> None:
    """Draw the picture from an icon file into a file."""
    target.write_bytes(draw(icon.read_bytes()))
