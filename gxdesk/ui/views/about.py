"""The 关于 dialog: version, licences, that nothing leaves the computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gxdesk import __version__

_TEXT = """
<h2>政府信息公开年报检查</h2>
<p>GxDesk　版本 {version}</p>
<p>在政府信息公开工作年度报告发布之前，逐项检查草稿是否齐全、数字是否勾稽、文字是否规范，
指出位置、依据和改法。</p>
<p><b>完全离线：</b>程序不联网，不上传草稿，不收集任何信息，也不改动草稿本身。</p>
<p>检查结果供校对参考；报告内容由发布机关审定。</p>
<p>本程序按 Apache 许可证 2.0 版提供。使用的组件：Qt {qt} 与 PySide6（LGPL 3.0）、
openpyxl（MIT）、python-docx（MIT）、lxml（BSD）、chardet（LGPL 2.1）。</p>
"""

SHORTCUTS = (
    ("Ctrl+O", "打开草稿"),
    ("Ctrl+Shift+O", "打开文件夹"),
    ("F5", "重新检查"),
    ("F8 / Shift+F8", "下一个、上一个问题"),
    ("回车", "在清单中：跳到草稿中的位置"),
    ("Ctrl+C", "复制选中的问题或文字"),
    ("Ctrl+E", "导出检查清单"),
    ("Ctrl+Shift+E", "导出批注副本"),
    ("Ctrl+F", "在草稿中查找"),
    ("Ctrl+L", "在检查清单中搜索"),
    ("Ctrl+加号 / 减号 / 0", "放大、缩小、还原草稿文字"),
    ("F6", "在大纲、草稿、清单、说明之间切换"),
    ("Shift+F1", "查看检查规则"),
    ("Ctrl+W", "关闭当前草稿"),
)


def _dialog(parent: QWidget, title: str, html: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    label = QLabel(html, dialog)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setMinimumWidth(400)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText("关闭")
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(label)
    column.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def about_dialog(parent: QWidget) -> QDialog:
    """Return the 关于 dialog, not yet shown."""
    return _dialog(parent, "关于", _TEXT.format(version=__version__, qt=qVersion()))


def shortcuts_dialog(parent: QWidget) -> QDialog:
    """Return the list of shortcuts, not yet shown."""
    rows = "".join(
        f'<tr><td style="padding:3px 18px 3px 0">{keys}</td><td>{what}</td></tr>' for keys, what in SHORTCUTS
    )
    return _dialog(parent, "快捷键", f"<table>{rows}</table>")
