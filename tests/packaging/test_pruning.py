"""packaging/qt.py: what the program imports is bundled, what it does not need stays out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import qt

PROGRAM = Path(__file__).resolve().parents[2] / "gxdesk"


def test_every_qt_module_the_program_imports_is_bundled() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    imported = set(re.findall(r"from PySide6\.(\w+) import", sources))
    imported |= set(re.findall(r"import PySide6\.(\w+)", sources))
    for names in re.findall(r"from PySide6 import ([\w, ]+)", sources):
        imported |= {name.strip() for name in names.split(",")}

    assert "QtWidgets" in imported
    assert imported <= set(qt.MODULES)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Qml.dll",
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/designer.exe",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/plugins/sqldrivers/qsqlodbc.dll",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/QtWidgets.pyi",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6_Essentials-6.8.3.dist-info/RECORD",
        "lxml/etree.pyx",
        "lxml/includes/libxml/tree.h",
    ],
)
def test_what_nobody_needs_stays_out_on_windows(name: str) -> None:
    assert not qt.is_kept(name, "windows")


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("PySide6/QtWidgets.pyd", "windows"),
        ("PySide6/plugins/platforms/qwindows.dll", "windows"),
        ("PySide6/translations/qtbase_zh_CN.qm", "windows"),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "linux"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux"),
        ("PySide6/Qt/lib/libicudata.so.73", "linux"),
        ("gxdesk/resources/standards/2021.toml", "linux"),
        ("docx/templates/default.docx", "windows"),
        ("chardet/models/models.bin", "linux"),
        ("lxml/etree.cp312-win_amd64.pyd", "windows"),
    ],
)
def test_what_the_program_needs_is_kept(name: str, platform: str) -> None:
    assert qt.is_kept(name, platform)


def test_one_platform_does_not_get_the_other_ones_libraries() -> None:
    assert not qt.is_kept("PySide6/Qt6Core.dll", "linux")
    assert not qt.is_kept("PySide6/Qt/lib/libQt6Core.so.6", "windows")


def test_the_program_uses_no_library_module_that_the_packages_leave_out() -> None:
    left_out = {
        "asyncio",
        "bz2",
        "ctypes",
        "curses",
        "dbm",
        "lzma",
        "readline",
        "ssl",
        "tkinter",
        "turtle",
        "winsound",
    }
    imported: set[str] = set()
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])

    assert "pathlib" in imported
    assert imported & left_out == set()
