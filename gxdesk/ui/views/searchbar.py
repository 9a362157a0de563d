"""The bar to find words in the draft (Ctrl+F)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gxdesk.ui.icons import icon


class SearchBar(QWidget):
    """Asks for words and steps; the draft view does the searching."""

    changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("在草稿中查找")
        self.field.setAccessibleName("在草稿中查找")
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)  # files dropped here are for the window
        self.field.textChanged.connect(self.changed)
        self.found = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.found)
        self._buttons: dict[str, QToolButton] = {}
        for name, tip, step in (("up", "上一个（Shift+回车）", -1), ("down", "下一个（回车）", 1)):
            row.addWidget(self._button(name, tip, lambda _=False, step=step: self.stepped.emit(step)))
        row.addWidget(self._button("close", "关闭查找（Esc）", lambda _=False: self.leave()))
        self.retheme()
        self.hide()

    def retheme(self) -> None:
        """Draw the icons in the present colours."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name))

    def _button(self, name: str, tip: str, action: object) -> QToolButton:
        button = self._buttons[name] = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(action)
        return button

    def enter(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.changed.emit(self.field.text())

    def leave(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def tell(self, number: int, total: int) -> None:
        """Show which of the hits is current."""
        self.found.setText("" if not self.field.text() else f"{number}/{total}" if total else "没有找到")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter step, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
