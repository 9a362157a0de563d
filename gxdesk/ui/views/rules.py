"""The list of all rules with their explanations: what is checked, on what basis, how to mend it.

An office's own rules, where it has some, come first, in a group of their own.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
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

from gxdesk.errors import GxError
from gxdesk.ui import engine
from gxdesk.ui.icons import steady_icon
from gxdesk.ui.theme import colours
from gxdesk.ui.views.manual import help_key

if TYPE_CHECKING:
    from gxdesk.checks.api import Rule

_PAGE, _WORDS = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_DEMANDS = {"error": "必须做到，不符合的列为“要改”", "warning": "建议做到，不符合的列为“存疑”"}


class RulesDialog(QDialog):
    """Rules at the left, searchable; the page of the chosen one at the right."""

    def __init__(self, parent: QWidget | None = None, own: Path | None = None) -> None:
        """List every rule and show the first; ``own`` is the file of the office's rules."""
        super().__init__(parent)
        self.setWindowTitle("检查规则")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 500)
        help_key(self, "keys")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("搜索检查规则")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName("检查规则")
        self.page = QTextBrowser(self)
        self.page.setAccessibleName("规则说明")
        self.page.document().setDocumentMargin(12)
        self.list.currentItemChanged.connect(self._show)
        if own is not None:
            self._add_own(own)
        for rule in engine.rules():
            self._add(rule)
        rules = sum(bool(self.list.item(row).data(_WORDS)) for row in range(self.list.count()))
        self.field.setPlaceholderText(f"在{rules}条规则中搜索")
        self._arrange()
        self._search("")

    def _add(self, rule: Rule, file: Path | None = None) -> None:
        title = rule.title if file is None else rule.requirement
        item = QListWidgetItem(steady_icon(rule.severity.value), title, self.list)
        item.setData(_PAGE, rule_html(rule, file))
        item.setData(_WORDS, _words(rule))

    def _add_own(self, file: Path) -> None:
        """Put the office's rules into a group; one that says why, when they cannot be read."""
        try:
            rules = engine.office_rules(file)
        except GxError as error:
            item = QListWidgetItem(steady_icon("warning"), "本单位规则没有读到", self.list)
            item.setData(_PAGE, f"<p>{escape(str(error))}</p><p>可以在“偏好设置”中重新选择。</p>")
            return
        self._add_group(f"本单位规则（{len(rules)}条）")
        for rule in rules:
            self._add(rule, file)
        self._add_group("程序自带的规则")

    def _add_group(self, name: str) -> None:
        item = QListWidgetItem(name, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self.palette().text())
        font = item.font()
        font.setBold(True)
        item.setFont(font)

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
        """Show the rules that have all words, and the first of them."""
        words = text.casefold().split()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            content = str(item.data(_WORDS) or "")
            item.setHidden(not all(word in content for word in words))
        found = [item for item in items if item.data(_PAGE) and not item.isHidden()]
        if found and self.list.currentItem() not in found:
            self.list.setCurrentItem(found[0])

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page.setHtml(item.data(_PAGE))


def rule_html(rule: Rule, file: Path | None = None) -> str:
    """Return a rule's page; ``file`` is where a rule of the office's own stands."""
    shades = colours()
    tone = shades.tone(rule.severity.value)
    rows = (
        ("要求", rule.requirement),
        ("说明", rule.explanation),
        ("改法", rule.advice),
        ("依据", rule.basis),
        ("编号", "" if file else rule.id),
        ("程度", _DEMANDS[rule.severity.value] if file else ""),
        ("出处", f"{file.name}（{file.parent}）" if file else ""),
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
