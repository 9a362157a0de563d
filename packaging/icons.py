#!/usr/bin/env python3
"""Make resources/icons/*.png and gxdesk.ico from gxdesk.svg. Run it after changing the drawing.

python packaging/icons.py        (with the project's virtual environment)
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 24, 32, 48, 64, 256)


def draw(drawing: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def bitmap(image: QImage) -> bytes:
    """An icon image as old installers want it: 32-bit rows from the bottom up, then a mask."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    upside_down = image.mirrored()  # keeps its memory while it is read
    pixels = bytes(upside_down.constBits())
    mask = bytes((size + 31) // 32 * 4 * size)  # all zero: transparency is in the pixels
    return header + pixels + mask


def ico(images: list[QImage]) -> bytes:
    parts = [png(image) if image.width() == 256 else bitmap(image) for image in images]
    offset = 6 + 16 * len(parts)
    head = struct.pack("<HHH", 0, 1, len(parts))
    for image, part in zip(images, parts, strict=True):
        side = image.width() % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(part), offset)
        offset += len(part)
    return head + b"".join(parts)


def main() -> int:
    app = QGuiApplication(sys.argv)
    drawing = QSvgRenderer(str(ICONS / "gxdesk.svg"))
    if not drawing.isValid():
        print("gxdesk.svg is not a drawing Qt can read", file=sys.stderr)
        return 1
    images = {size: draw(drawing, size) for size in sorted({*PNG_SIZES, *ICO_SIZES})}
    for size in PNG_SIZES:
        (ICONS / f"gxdesk-{size}.png").write_bytes(png(images[size]))
    (ICONS / "gxdesk.ico").write_bytes(ico([images[size] for size in ICO_SIZES]))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
