"""A thin bar beside the scroll bar that shows where in the whole draft the findings are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gxdesk.ui.theme import colours


class OverviewBar(QWidget):
    """Shows coloured ticks at fractions of the height; a click asks to go there."""

    picked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self._ticks: list[tuple[float, str]] = []
        self._current: list[float] = []
        self.setFixedWidth(12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("问题分布")
        self.setToolTip("问题在全文中的分布，点击跳到该处")

    def show_ticks(self, ticks: list[tuple[float, str]], current: list[float]) -> None:
        """Show ticks ``(fraction of the height, severity)``; those of the current finding stand out."""
        self._ticks, self._current = ticks, current
        self.update()

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(12, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt."""
        shades = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shades.panel))
        room = self.height() - 6
        for fraction, severity in self._ticks:
            painter.fillRect(
                2, round(fraction * room), self.width() - 4, 4, QColor(shades.tone(severity).line)
            )
        painter.setPen(QColor(shades.ink))
        for fraction in self._current:
            painter.drawRect(0, round(fraction * room) - 1, self.width() - 1, 5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See Qt."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))
