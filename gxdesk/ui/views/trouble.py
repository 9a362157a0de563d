"""Shown in place of a draft that could not be read, and while a draft is being checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gxdesk.ui.icons import icon


class TroublePanel(QWidget):
    """A calm page: which draft, the reason, what to do next."""

    retry_wanted = Signal()
    open_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.sign = QLabel(self)
        self.title = QLabel(self)
        self.reason = QLabel(self)
        self.retry = QPushButton("重新检查", self)
        self.retry.setToolTip("处理好文件以后再检查一次（F5）")
        self.retry.clicked.connect(self.retry_wanted)
        self.other = QPushButton("打开其他草稿…", self)
        self.other.clicked.connect(self.open_wanted)
        self.cancel = QPushButton("取消", self)
        self.cancel.setToolTip("停止检查这份草稿")
        self.cancel.clicked.connect(self.cancel_wanted)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.sign, self.title, self.reason):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.other)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self.sign, self.title, self.reason):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_trouble(self, name: str, reason: str) -> None:
        """Show why ``name`` could not be read."""
        self._show("warning", f"无法检查“{name}”", reason, buttons=True)

    def show_busy(self, name: str) -> None:
        """Show that ``name`` is being checked."""
        self._show("", f"正在检查“{name}”…", "", buttons=False)
        self.cancel.show()

    def show_blank(self) -> None:
        """Show nothing, while it is not worth saying anything."""
        self._show("", "", "", buttons=False)

    def _show(self, picture: str, title: str, reason: str, buttons: bool) -> None:
        self.sign.setVisible(bool(picture))
        if picture:
            self.sign.setPixmap(icon(picture).pixmap(48, 48))
        self.title.setText(title)
        self.reason.setText(reason)
        self.cancel.hide()
        self.retry.setVisible(buttons)
        self.other.setVisible(buttons)
