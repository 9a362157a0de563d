"""The 关于 dialog: version, components and licences, that nothing leaves the computer; and the shortcuts."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from gxdesk import __version__
from gxdesk.ui.menus import MENUS

_TEXT = """
<h2>政府信息公开年报检查</h2>
<p>GxDesk　版本 {version}</p>
<p>在政府信息公开工作年度报告发布之前，逐项检查草稿是否齐全、数字是否勾稽、文字是否规范，指出位置、依据和改法。</p>
<p><b>完全离线：</b>程序不联网，不上传草稿，不收集任何信息，也不改动草稿本身。</p>
<p>检查结果供校对参考；报告内容由发布机关审定。</p>
<h3>许可证</h3>
<p>本程序按 Apache 许可证 2.0 版提供，可以免费使用、复制和修改。使用了下列组件，许可证全文随安装包提供：</p>
<table>{parts}</table>
<p>Qt 和 PySide6 按 LGPL 3.0 使用，可以用您自己编译的版本替换。</p>
"""
_PARTS = (
    ("PySide6-Essentials", "PySide6", "LGPL 3.0"),
    ("openpyxl", "openpyxl", "MIT"),
    ("python-docx", "python-docx", "MIT"),
    ("lxml", "lxml", "BSD"),
    ("chardet", "chardet", "0BSD、LGPL 2.1"),
    ("olefile", "olefile", "BSD"),
    ("xlrd", "xlrd", "BSD"),
)
_IN_LISTS = (
    ("回车", "在清单中：跳到草稿中的位置"),
    ("空格", "在清单中：确认待人工的事项，或者撤销确认"),
    ("Delete", "在清单中：忽略选中的问题"),
    ("Esc", "关闭查找、对话框"),
)


def shortcuts() -> tuple[tuple[str, str], ...]:
    """Return every shortcut with what it does: those of the menus, and those of the lists."""
    entries = [entry for _, group in MENUS for entry in group if entry is not None and entry.keys]
    return tuple(("、".join(entry.keys), entry.text.rstrip("…")) for entry in entries) + _IN_LISTS


def _parts() -> str:
    rows = [("Python", platform.python_version(), "PSF"), ("Qt", qVersion(), "LGPL 3.0")]
    for package, name, licence in _PARTS:
        try:
            rows.append((name, version(package), licence))
        except PackageNotFoundError:  # packed without its record
            rows.append((name, "", licence))
    line = '<tr><td style="padding-right:18px">{}</td><td style="padding-right:18px">{}</td><td>{}</td></tr>'
    return "".join(line.format(*row) for row in rows)


def _dialog(parent: QWidget, title: str, html: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    label = QLabel(html, dialog)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setMinimumWidth(400)
    label.setMargin(6)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = QScrollArea(dialog)
    area.setWidget(label)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setAccessibleName(title)
    buttons = QDialogButtonBox(dialog)
    buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(area, 1)
    column.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(480, 500)
    return dialog


def about_dialog(parent: QWidget) -> QDialog:
    """Return the 关于 dialog, not yet shown."""
    return _dialog(parent, "关于", _TEXT.format(version=__version__, parts=_parts()))


def shortcuts_dialog(parent: QWidget) -> QDialog:
    """Return the list of shortcuts, not yet shown."""
    rows = "".join(
        f'<tr><td valign="middle" style="padding:3px 18px 3px 0">{keys}</td>'
        f'<td valign="middle">{what}</td></tr>'
        for keys, what in shortcuts()
    )
    return _dialog(parent, "快捷键", f"<table>{rows}</table>")
