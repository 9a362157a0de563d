"""A line of news with a few actions, shown in the window instead of a pop-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gxdesk.ui.icons import icon
from gxdesk.ui.theme import colours

Action = tuple[str, Callable[[], object]]


class NoticeBar(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self._tone = "info"
        self.sign = QLabel(self)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.actions_row = QHBoxLayout()
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip("关闭提示")
        self.close_button.setAccessibleName("关闭提示")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.addWidget(self.sign)
        row.addWidget(self.label, 1)
        row.addLayout(self.actions_row)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, tone: str = "info", actions: Sequence[Action] = (), seconds: int = 0) -> None:
        """Show ``text`` in a tone's colours; goes away by itself after ``seconds`` (0: stays)."""
        self._tone = tone
        self.label.setText(text)
        self.setAccessibleName(text)
        while self.actions_row.count():
            taken = self.actions_row.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, act in actions:
            button = QPushButton(name, self)
            button.clicked.connect(lambda _=False, act=act: act())
            self.actions_row.addWidget(button)
        self.retheme()
        self.show()
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)

    def retheme(self) -> None:
        """Take the present colours."""
        self.sign.setPixmap(icon(self._tone).pixmap(18, 18))
        self.close_button.setIcon(icon("close"))
        palette = self.label.palette()
        palette.setColor(palette.ColorRole.WindowText, QColor(colours().tone(self._tone).ink))
        self.label.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tone's ground."""
        tone = colours().tone(self._tone)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tone.fill))
        painter.fillRect(0, 0, self.width(), 1, QColor(tone.line))
        painter.end()
