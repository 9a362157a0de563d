"""Colours for light and dark, following the system. Every ink has AA contrast (4.5:1) on its ground."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

AUTO, LIGHT_MODE, DARK_MODE = "auto", "light", "dark"


class Tone(NamedTuple):
    """One meaning's colours: text, ground behind it, ground when selected, outline."""

    ink: str
    fill: str
    strong: str
    line: str


class Colours(NamedTuple):
    """All colours of one appearance. ``tones`` are named by severity or status."""

    dark: bool
    window: str
    panel: str
    paper: str
    ink: str
    muted: str
    edge: str
    accent: str
    accent_ink: str
    select: str
    select_ink: str
    tones: dict[str, Tone]

    def tone(self, name: str) -> Tone:
        """Return the colours of a severity, a status or ``operand``; unknown names are muted."""
        return self.tones.get(name) or self.tones["muted"]


def _tones(**four: tuple[str, str, str, str]) -> dict[str, Tone]:
    tones = {name: Tone(*colours) for name, colours in four.items()}
    tones["fail"] = tones["error"]
    tones["warn"] = tones["warning"]
    tones["not-applicable"] = tones["muted"]
    tones["not-checkable"] = tones["unchecked"]
    return tones


LIGHT = Colours(
    dark=False,
    window="#f3f4f6",
    panel="#fafbfc",
    paper="#ffffff",
    ink="#1c1f24",
    muted="#5b636e",
    edge="#cfd4da",
    accent="#1f5fbf",
    accent_ink="#ffffff",
    select="#1f5fbf",
    select_ink="#ffffff",
    tones=_tones(
        error=("#b3261e", "#fdeaea", "#f8c4c1", "#c62828"),
        warning=("#845000", "#fff4d9", "#ffdf9a", "#b26a00"),
        info=("#0b57a4", "#e6f1fc", "#bcdbf9", "#1565c0"),
        manual=("#6a3ba0", "#f3ebfc", "#dcc8f5", "#7b4bb5"),
        operand=("#00594f", "#d9f2ef", "#b3e4de", "#00796b"),
        unchecked=("#5b4a3a", "#f1ece6", "#e0d5c8", "#7a6552"),
        muted=("#5b636e", "#eceff2", "#d9dee4", "#8a929c"),
        **{"pass": ("#1b6e35", "#e5f5ea", "#bfe6cb", "#2e8b4b")},
    ),
)
DARK = Colours(
    dark=True,
    window="#202226",
    panel="#25282d",
    paper="#1a1c1f",
    ink="#e6e8eb",
    muted="#a5adb8",
    edge="#43484f",
    accent="#7fb2ff",
    accent_ink="#10151d",
    select="#2a5c9e",
    select_ink="#ffffff",
    tones=_tones(
        error=("#ff9b93", "#42201f", "#6b2c2a", "#ff6b60"),
        warning=("#ffc76b", "#3d2f12", "#5f4713", "#e0a030"),
        info=("#8fc2ff", "#182f4a", "#21466f", "#5aa2f5"),
        manual=("#cfb2ff", "#33264a", "#4b3670", "#a884e8"),
        operand=("#7fd8cb", "#123a36", "#1a554e", "#4db6ac"),
        unchecked=("#d3c0ab", "#37302a", "#4f443a", "#a8927c"),
        muted=("#a5adb8", "#2d3136", "#3a3f46", "#6f7780"),
        **{"pass": ("#7fd69a", "#17351f", "#205030", "#4fb574")},
    ),
)

_active = LIGHT


def colours() -> Colours:
    """Return the colours in use."""
    return _active


def dress(app: QApplication, mode: str = AUTO) -> None:
    """Give the application Chinese texts for Qt's own dialogs, Chinese number formats and our colours."""
    QLocale.setDefault(QLocale("zh_CN"))
    if not app.findChildren(QTranslator):
        translator = QTranslator(app)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(translator)
    apply(app, mode)


def apply(app: QApplication, mode: str = AUTO) -> Colours:
    """Choose light or dark (``auto`` follows the system) and give the application its palette."""
    global _active
    system_dark = app.style().standardPalette().window().color().lightness() < 128
    _active = DARK if mode == DARK_MODE or (mode == AUTO and system_dark) else LIGHT
    app.setPalette(_palette(_active))
    return _active


def _palette(shades: Colours) -> QPalette:
    palette = QPalette(QColor(shades.panel), QColor(shades.window))
    roles = QPalette.ColorRole
    for role, shade in (
        (roles.Window, shades.window),
        (roles.WindowText, shades.ink),
        (roles.Base, shades.paper),
        (roles.AlternateBase, shades.panel),
        (roles.Text, shades.ink),
        (roles.Button, shades.panel),
        (roles.ButtonText, shades.ink),
        (roles.BrightText, shades.ink),
        (roles.ToolTipBase, shades.panel),
        (roles.ToolTipText, shades.ink),
        (roles.PlaceholderText, shades.muted),
        (roles.Highlight, shades.select),
        (roles.HighlightedText, shades.select_ink),
        (roles.Link, shades.accent),
        (roles.LinkVisited, shades.accent),
    ):
        palette.setColor(role, QColor(shade))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.tones["muted"].line))
    return palette
