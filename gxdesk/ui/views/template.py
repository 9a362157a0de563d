"""新建空白报告: choose a format and a kind, write an empty draft in the official layout."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gxdesk.errors import GxError
from gxdesk.ui import engine
from gxdesk.ui.views.manual import help_key
from gxdesk.ui.views.said import Said

_KINDS = ((".docx", "Word 文档"), (".xlsx", "Excel 工作簿（合计自动计算）"))


class TemplateDialog(QDialog):
    """``written`` carries the path of the file made."""

    written = Signal(object)

    def __init__(self, parent: QWidget | None, folder: str) -> None:
        """Offer the formats, the one in force first."""
        super().__init__(parent)
        self.setWindowTitle("新建空白报告")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        help_key(self, "export")
        self.standard = QComboBox(self)
        self.standard.setAccessibleName("报告格式")
        for value, text in reversed(engine.standards()):
            self.standard.addItem(text, value)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName("文件种类")
        for value, text in _KINDS:
            self.kind.addItem(text, value)
        hint = QLabel("章节、表格和表格里的公式都按规定格式排好，方括号和空格处由您填写。", self)
        hint.setWordWrap(True)
        self.trouble = Said(self)
        form = QFormLayout()
        form.addRow("报告格式", self.standard)
        form.addRow("文件种类", self.kind)
        buttons = QDialogButtonBox(self)
        buttons.addButton("生成…", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def accept(self) -> None:
        """Ask for a file name and write; the dialog stays open when that fails."""
        suffix = self.kind.currentData()
        proposed = str(Path(self._folder) / f"政府信息公开工作年度报告（空白）{suffix}")
        text = self.kind.currentText()
        name, _ = QFileDialog.getSaveFileName(self, "新建空白报告", proposed, f"{text} (*{suffix})")
        if not name:
            return
        target = Path(name) if name.lower().endswith(suffix) else Path(name + suffix)
        try:
            engine.export_template(self.standard.currentData(), target)
        except GxError as error:
            self.trouble.tell(str(error))
            return
        self.written.emit(target)
        super().accept()
