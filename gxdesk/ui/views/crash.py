"""The dialog shown when the program itself failed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

_TEXT = (
    "<b>程序出现意外错误，刚才的操作没有完成。</b><br><br>"
    "您的草稿没有被改动，已经得出的检查结果仍在，可以继续使用。"
    "如果同样的操作再次出错，请点“复制详情”，把内容交给维护人员。"
)


class CrashDialog(QDialog):
    """Says what it means for the clerk; the details are for whoever maintains the program."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        """Prepare the dialog, not yet shown."""
        super().__init__(parent)
        self.setWindowTitle("意外错误")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(_TEXT, self)
        text.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setAccessibleName("错误详情")
        buttons = QDialogButtonBox(self)
        self.copy_button = buttons.addButton("复制详情", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        self.go_on = buttons.addButton("继续使用", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self.details, 1)
        column.addWidget(buttons)
        self.resize(560, 360)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText("已复制")
