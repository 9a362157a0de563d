"""The details pane: what is wrong, where, why and how to mend it, with buttons to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from gxdesk.ui.icons import icon
from gxdesk.ui.models.grid import cells_of, last_year
from gxdesk.ui.theme import colours
from gxdesk.ui.views.details_html import finding_html, item_html
from gxdesk.ui.words import copied, copied_item

if TYPE_CHECKING:
    from gxdesk.checklist.model import Item
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result

_LAST_SHOWN = 6  # cells whose value of last year is shown beside a finding
_DECISIONS = {
    "忽略…": "写明理由，不再计入结论，仍列在清单里（Delete）",
    "恢复这个问题": "重新计入结论",
    "确认…": "写上姓名，记为已确认（空格）",
    "撤销确认": "重新列为待人工（空格）",
}
_NOTHING = "在清单中选一个事项，或在草稿里点一处标记，这里说明问题、依据和改法。按 F8 逐个查看问题。"


class DetailsPane(QWidget):
    """Shows a finding or an item. ``place_wanted`` carries a number of the finding's places."""

    place_wanted = Signal(int)
    finding_wanted = Signal(str)
    copied = Signal(str)
    decision_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setTabChangesFocus(True)
        self.page.setAcceptDrops(False)
        self.page.document().setDocumentMargin(10)
        self.page.setAccessibleName("问题说明")
        self.page.anchorClicked.connect(self._followed)
        self.copy_button = QPushButton("复制问题", self)
        self.copy_button.setToolTip("把位置、问题、依据和改法复制成一段话（Ctrl+C）")
        self.copy_button.clicked.connect(self.copy)
        self.value_button = QPushButton(self)
        self.value_button.clicked.connect(self._copy_value)
        self.decide_button = QPushButton(self)
        self.decide_button.clicked.connect(self.decision_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.copy_button)
        row.addWidget(self.value_button)
        row.addStretch(1)
        row.addWidget(self.decide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        """Show nothing but a hint."""
        self._finding: Finding | None = None
        self._item: Item | None = None
        self._result: Result | None = None
        self._render()

    def show_finding(self, finding: Finding, result: Result) -> None:
        """Show a finding of ``result``."""
        self._finding, self._item, self._result = finding, None, result
        self._render()

    def show_item(self, item: Item) -> None:
        """Show an item."""
        self._finding, self._item = None, item
        self._render()

    def _render(self) -> None:
        shades = colours()
        value = decision = ""
        if self._finding is not None and self._result is not None:
            now, checklist = self._finding, self._result.checklist
            related = [f for f in checklist.findings if f.cause == now.id and f is not now]
            cause = checklist.finding(now.cause) if now.cause else None
            last = last_year(self._result, cells_of(self._result, now))[:_LAST_SHOWN]
            ignored = next((i.ignore for i in checklist.ignored if i.finding.id == now.id), None)
            html = finding_html(now, shades, related, cause, last, ignored)
            decision = "恢复这个问题" if ignored else "忽略…"
            value = now.suspects[0].should_be if len(now.suspects) == 1 else ""
            value = value or (now.expected or "" if not now.suspects else "")
        elif self._item is not None:
            html = item_html(self._item, shades)
            if self._item.confirmed:
                decision = "撤销确认"
            elif self._item.status.value == "manual":
                decision = "确认…"
        else:
            html = f'<p style="color:{shades.muted}">{_NOTHING}</p>'
        self.page.setHtml(html)
        self.copy_button.setEnabled(self._finding is not None or self._item is not None)
        self.copy_button.setIcon(icon("copy"))
        self.decide_button.setVisible(bool(decision))
        self.decide_button.setText(decision)
        self.decide_button.setToolTip(_DECISIONS.get(decision, ""))
        self._value = value
        self.value_button.setVisible(bool(value))
        shown = value if len(value) <= 12 else value[:11] + "…"
        self.value_button.setText(f"复制“{shown}”")
        self.value_button.setToolTip(f"复制应填的内容：{value}")

    def copy(self) -> None:
        """Copy the finding or item as plain sentences."""
        if self._finding is not None:
            self._put(copied(self._finding), "已复制这个问题")
        elif self._item is not None:
            self._put(copied_item(self._item), "已复制这个检查事项")

    def copy_selection(self) -> bool:
        """Copy the words selected in the pane, if any."""
        if not self.page.textCursor().hasSelection():
            return False
        self.page.copy()
        return True

    def _copy_value(self) -> None:
        self._put(self._value, f"已复制“{self._value}”")

    def _put(self, text: str, message: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(message)

    def _followed(self, url: QUrl) -> None:
        kind, _, rest = url.toString().partition(":")
        if kind == "place":
            self.place_wanted.emit(int(rest))
        elif kind == "finding":
            self.finding_wanted.emit(rest)

    def retheme(self) -> None:
        """Show the same in the present colours."""
        self._render()
