"""The hits of a search in the draft."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from gxdesk.ui.theme import colours

_MOST = 2000


class Hits:
    """All places of the words searched for, one of them current."""

    def __init__(self) -> None:
        """Start without hits."""
        self._cursors: list[QTextCursor] = []
        self._at = 0

    @property
    def total(self) -> int:
        """How many hits there are."""
        return len(self._cursors)

    @property
    def number(self) -> int:
        """Which hit is current, from 1; 0 without hits."""
        return self._at + 1 if self._cursors else 0

    def find(self, document: QTextDocument, text: str) -> None:
        """Collect the hits of ``text``; none for an empty text."""
        self._cursors, self._at = [], 0
        if not text:
            return
        cursor = document.find(text)
        while not cursor.isNull() and len(self._cursors) < _MOST:
            self._cursors.append(cursor)
            cursor = document.find(text, cursor)

    def step(self, step: int) -> QTextCursor | None:
        """Move to another hit, around the end; returns the current one."""
        if not self._cursors:
            return None
        self._at = (self._at + step) % len(self._cursors)
        return self._cursors[self._at]

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """Return the hits as selections to show."""
        shades = colours()
        shown = []
        for number, cursor in enumerate(self._cursors):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor  # type: ignore[attr-defined]
            ground = shades.accent if number == self._at else shades.tone("info").strong
            selection.format.setBackground(QColor(ground))  # type: ignore[attr-defined]
            if number == self._at:
                selection.format.setForeground(QColor(shades.accent_ink))  # type: ignore[attr-defined]
            shown.append(selection)
        return shown
