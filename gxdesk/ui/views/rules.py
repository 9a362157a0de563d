"""The list of all rules with their explanations: what is checked, on what basis, how to mend it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gxdesk.ui import engine
from gxdesk.ui.icons import steady_icon
from gxdesk.ui.theme import colours
from gxdesk.ui.views.manual import help_key

if TYPE_CHECKING:
    from gxdesk.checks.api import Rule


class RulesDialog(QDialog):
    """Rules at the left, searchable; the page of the chosen one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every rule and show the first."""
        super().__init__(parent)
        self.setWindowTitle("检查规则")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 500)
        help_key(self, "keys")
        self._rules = list(engine.rules())
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(f"在{len(self._rules)}条规则中搜索")
        self.field.setAccessibleName("搜索检查规则")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName("检查规则")
        self.page = QTextBrowser(self)
        self.page.setAccessibleName("规则说明")
        self.page.document().setDocumentMargin(12)
        self.list.currentRowChanged.connect(self._show)
        for rule in self._rules:
            self.list.addItem(QListWidgetItem(steady_icon(rule.severity.value), rule.title))
        self._arrange()
        self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        split = QSplitter(self)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setSizes([300, 500])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.addWidget(split)

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        for row, rule in enumerate(self._rules):
            content = _words(rule)
            self.list.item(row).setHidden(not all(word in content for word in words))

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._rules):
            self.page.setHtml(rule_html(self._rules[row]))


def rule_html(rule: Rule) -> str:
    """Return a rule's page."""
    shades = colours()
    tone = shades.tone(rule.severity.value)
    rows = (
        ("要求", rule.requirement),
        ("说明", rule.explanation),
        ("改法", rule.advice),
        ("依据", rule.basis),
        ("编号", rule.id),
    )
    body = "".join(
        f'<p style="margin:0 0 10px 0"><span style="color:{shades.muted}">{name}</span><br>{escape(text)}</p>'
        for name, text in rows
        if text
    )
    badge = (
        f'<span style="color:{tone.ink};background-color:{tone.fill}">&nbsp;{rule.severity.word}&nbsp;</span>'
    )
    return f"<h3>{badge}&nbsp;&nbsp;{escape(rule.title)}</h3>{body}"


def _words(rule: Rule) -> str:
    parts = (rule.id, rule.title, rule.requirement, rule.explanation, rule.advice, rule.basis)
    return "\n".join(parts).casefold()
