"""The empty state: where to drop, what to open, that nothing leaves this computer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gxdesk.ui.icons import icon
from gxdesk.ui.lean import CENTRE, put
from gxdesk.ui.theme import colours

HEADLINE = "把年报草稿拖到这里"
FORMATS = "支持 Word、WPS、RTF、Excel、网页和文本文件；可以一次拖入多份，也可以拖入整个文件夹"
PROMISE = "草稿只在这台电脑上检查，不联网、不上传，也不会改动您的文件。"
_SHOWN = 5


class EmptyView(QWidget):
    """A large drop area. Dropping itself is handled by the window, which takes drops anywhere."""

    open_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the view without recent drafts."""
        super().__init__(parent)
        self._hover = False
        self.sign = self._label("")
        self.headline = self._label(HEADLINE, 1.9, bold=True)
        self.formats = self._label(FORMATS)
        self.promise = self._label(PROMISE)
        self.open_button = self._button("打开草稿…", self.open_wanted, "选一份或多份草稿（Ctrl+O）", "open")
        self.open_button.setDefault(True)
        self.folder_button = self._button(
            "打开文件夹…", self.folder_wanted, "检查整个文件夹里的草稿", "folder"
        )
        self.sample_button = self._button(
            "打开示例", self.sample_wanted, "用一份带错误的示例草稿看看怎样使用"
        )
        self._recent = QVBoxLayout()
        self._recent.setSpacing(1)
        self._arrange()
        self.retheme()

    def _label(self, text: str, scale: float = 1.0, bold: bool = False) -> QLabel:
        label = QLabel(text, self)
        put(label, alignment=CENTRE)
        label.setWordWrap(True)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        label.setFont(font)
        return label

    def _button(self, text: str, wanted: object, tip: str, picture: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setMinimumHeight(34)
        button.setProperty("picture", picture)
        button.clicked.connect(lambda: wanted.emit())  # type: ignore[attr-defined]
        return button

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self.open_button, self.folder_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        recent = QHBoxLayout()
        recent.addStretch(1)
        recent.addLayout(self._recent)
        recent.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 36, 48, 30)
        column.addStretch(3)
        column.addWidget(self.sign)
        column.addSpacing(6)
        column.addWidget(self.headline)
        column.addSpacing(8)
        column.addWidget(self.formats)
        column.addSpacing(22)
        column.addLayout(buttons)
        column.addSpacing(18)
        column.addLayout(recent)
        column.addStretch(4)
        column.addWidget(self.promise)

    def show_recent(self, drafts: list[tuple[Path, str]]) -> None:
        """List drafts opened lately, each with the last verdict on it (``""`` unknown)."""
        while self._recent.count():
            taken = self._recent.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.deleteLater()
        if not drafts:
            return
        title = QLabel("最近检查过的草稿", self)
        title.setPalette(self.promise.palette())
        self._recent.addWidget(title)
        for path, verdict in drafts[:_SHOWN]:
            button = QPushButton(f"{path.name}　{verdict}" if verdict else path.name, self)
            button.setFlat(True)
            button.setStyleSheet("text-align: left; padding: 4px 8px;")
            button.setToolTip(str(path))
            button.setAccessibleName(f"打开最近的草稿 {path.name} {verdict}".strip())
            button.clicked.connect(partial(self.recent_wanted.emit, path))
            self._recent.addWidget(button)

    def set_hover(self, hover: bool) -> None:
        """Show that something is being dragged over the window."""
        self._hover = hover
        self.headline.setText("松开鼠标开始检查" if hover else HEADLINE)
        self.update()

    def retheme(self) -> None:
        """Take the present colours."""
        self.sign.setPixmap(icon("drop").pixmap(56, 56))
        for label in (self.formats, self.promise):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, QColor(colours().muted))
            label.setPalette(palette)
        for button in (self.open_button, self.folder_button, self.sample_button):
            name = button.property("picture")
            if name:
                button.setIcon(icon(name))
                button.setIconSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed drop area."""
        shades = colours()
        bottom = self.promise.geometry().top() - 12
        area = QPainterPath()
        area.addRoundedRect(QRectF(20, 20, self.width() - 40, max(60, bottom - 20)), 14, 14)
        pen = QPen()
        pen.setColor(QColor(shades.accent if self._hover else shades.tone("muted").line))
        pen.setWidth(3 if self._hover else 2)
        pen.setDashPattern([5, 3])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(area, self.palette().base())
        painter.strokePath(area, pen)
        painter.end()
