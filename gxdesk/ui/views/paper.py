"""The read-only text view of the draft: mouse, tooltips and zoom keys; it knows no findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from gxdesk.ui.theme import colours


def _no_tip(position: int) -> str:
    return ""


class Paper(QTextEdit):
    """Reports clicks and hovers as text positions, and Ctrl+wheel as zoom steps."""

    clicked_at = Signal(int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setAccessibleName("草稿")
        self.setAccessibleDescription("按程序理解显示的草稿，有问题的地方已标出")
        self.viewport().setMouseTracking(True)
        self.tips: Callable[[int], str] = _no_tip  # set by the draft view

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click (not a selection) is reported with its text position."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked_at.emit(self.position_at(event.position().toPoint()))

    def position_at(self, point: QPoint) -> int:
        """Return the text position nearest to a point of the viewport."""
        return self.cursorForPosition(point).position()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what was found under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tips(self.position_at(event.pos()))
            if tip:
                QToolTip.showText(event.globalPos(), tip, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def anchor(self) -> int:
        """Return the text position at the top of the view, to come back to; 0 when not scrolled at all."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self.position_at(QPoint(self.viewport().width() - 30, 2))  # right: past tall merged cells

    def come_back(self, anchor: int) -> None:
        """Scroll so that a text position is at the top of the view again."""
        if anchor:
            self.verticalScrollBar().setValue(round(self.line_rect(anchor).top()) - 2)

    def line_rect(self, position: int) -> QRectF:
        """Return the rectangle, in the document, of the line a text position is in."""
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return rect.translated(0, line.y()) if line.isValid() else rect

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same words in view when they flow anew."""
        anchor = self.anchor()
        super().resizeEvent(event)
        self.come_back(anchor)

    def retheme(self) -> None:
        """Take the present colours."""
        shades = colours()
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, shades.paper)
        palette.setColor(palette.ColorRole.Text, shades.ink)
        self.setPalette(palette)
