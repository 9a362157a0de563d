"""The icon files belong together: every size is there and the Windows icon holds them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_png_has_its_size_and_a_transparent_corner(size: int) -> None:
    image = QImage(str(ICONS / f"gxdesk-{size}.png"))

    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 4).alpha() > 0


def test_drawing_is_valid_and_square() -> None:
    drawing = QSvgRenderer(str(ICONS / "gxdesk.svg"))

    assert drawing.isValid()
    assert drawing.defaultSize().width() == drawing.defaultSize().height() == 256


def test_windows_icon_lists_every_size_and_ends_with_its_last_image() -> None:
    data = (ICONS / "gxdesk.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]

    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 256]
    assert entries[-1][6] + entries[-1][7] == len(data)
    assert data[entries[-1][7] :].startswith(b"\x89PNG")
