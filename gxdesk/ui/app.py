"""Starts the window. Only Qt's three basic modules are imported before the first paint."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from gxdesk.ui import theme
from gxdesk.ui.settings import Settings
from gxdesk.ui.window import NAME, MainWindow

_WINDOWS_FONTS = ("Microsoft YaHei UI", "Microsoft YaHei", "SimSun")
_OTHER_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "PingFang SC")


def make_application(arguments: list[str]) -> QApplication:
    """Return the application: look, Chinese texts of Qt's own dialogs, a font that has Chinese glyphs."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(arguments)
    app.setApplicationName("GxDesk")
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName("gxdesk")
    app.setStyle("Fusion")
    dress(app)
    return app


def dress(app: QApplication) -> None:
    """Give an application our translation, font and colours."""
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    font = QFont(app.font())
    font.setFamilies(list(_WINDOWS_FONTS if sys.platform == "win32" else _OTHER_FONTS))
    if font.pointSizeF() < 9:
        font.setPointSizeF(9)
    app.setFont(font)
    theme.apply(app, Settings().text("look", theme.AUTO))


def run_window(paths: list[str]) -> int:
    """Open the window, with ``paths`` in it, and return the exit status when it is closed."""
    app = make_application(sys.argv[:1])
    window = MainWindow()
    window.show()
    if paths:
        QTimer.singleShot(0, window, lambda: window.open_paths([Path(path) for path in paths]))
    return app.exec()
