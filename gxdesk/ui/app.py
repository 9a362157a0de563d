"""Starts the window. Only Qt's three basic modules are imported before the first paint."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gxdesk.ui.guard import Guard
from gxdesk.ui.settings import no_traces
from gxdesk.ui.window import NAME, MainWindow

_WARM_UP = 400  # milliseconds after the start
_GARBAGE = (10_000, 20, 100)  # full collections stop every thread: seldom, results hold few cycles
_TURN = 0.001  # seconds a check may go on when the window wants to work
_WINDOWS_FONTS = ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun")
_OTHER_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "PingFang SC")


def make_application(arguments: list[str]) -> QApplication:
    """Return the application: one style on every system, a font that has Chinese glyphs.

    Qt 6 scales to any screen factor by itself. What the first paint does not need is put on by
    :func:`gxdesk.ui.theme.dress` when the window is furnished.
    """
    app = QApplication(arguments)
    app.setApplicationName("GxDesk")
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("gxdesk")
    app.setStyle("Fusion")
    app.setFont(chinese_font(app.font()))
    return app


def chinese_font(base: QFont) -> QFont:
    """Return the system's font with Chinese families before it, at a readable size."""
    font = QFont(base)
    font.setFamilies(list(_WINDOWS_FONTS if sys.platform == "win32" else _OTHER_FONTS))
    if font.pointSizeF() < 9:
        font.setPointSizeF(9)
    return font


def let_window_first() -> None:
    """Let Python give the window its turn quickly while a draft is checked on another thread."""
    gc.set_threshold(*_GARBAGE)
    sys.setswitchinterval(_TURN)


def run_window(paths: list[str]) -> int:
    """Open the window, with ``paths`` in it, and return the exit status when it is closed."""
    app = make_application(sys.argv[:1])
    Guard(app).install()
    let_window_first()
    window = MainWindow()
    window.show()
    QTimer.singleShot(_WARM_UP, window, window.warm_up)
    if paths:
        QTimer.singleShot(0, window, lambda: window.open_paths([Path(path) for path in paths]))
    with no_traces():
        return app.exec()
