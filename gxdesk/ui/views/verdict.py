"""The strip on top: may the report be published, how much is to do, and what the draft was taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gxdesk.ui import engine
from gxdesk.ui.icons import icon
from gxdesk.ui.models.filters import FILTERS, counts
from gxdesk.ui.theme import colours
from gxdesk.ui.views.elided import ElidedLabel

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result

LEVELS = {"auto": "自动判断", "government": "政府", "department": "部门"}
_SHOWN = ("error", "warning", "info", "manual", "not-checkable", "pass", "ignored")
_LEVEL_WORDS = {"government": "政府", "department": "部门"}


class VerdictStrip(QWidget):
    """Shows a result's verdict; a click on a count filters, a choice of standard or level checks again."""

    filter_wanted = Signal(str)
    recheck_wanted = Signal(object)  # engine.How
    previous_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._state = "muted"
        self.sign = QLabel(self)
        self.sentence = QLabel(self)
        self.facts = ElidedLabel(self)
        self.standard = self._combo("报告格式", "按哪一年的报告格式检查；自动：按报告年度选择")
        self.level = self._combo("报告层级", "政府还是部门的年度报告；各自应报的内容不同")
        self.counts: dict[str, QToolButton] = {name: self._count(name) for name in _SHOWN}
        self._how = engine.How()
        self.previous = QToolButton(self)
        self.previous.setText("对照上年…")
        self.previous.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.previous.clicked.connect(self.previous_wanted)
        self._arrange()

    def _combo(self, name: str, tip: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(tip)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(230)
        combo.activated.connect(self._chosen)
        return combo

    def _count(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.filter_wanted.emit(name))
        return button

    def _arrange(self) -> None:
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 1.25)
        large.setBold(True)
        self.sentence.setFont(large)
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.sign)
        top.addSpacing(6)
        top.addWidget(self.sentence, 1)
        for button in self.counts.values():
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.facts, 1)
        for text, combo in (("格式", self.standard), ("层级", self.level)):
            label = QLabel(text, self)
            label.setBuddy(combo)
            below.addWidget(label)
            below.addWidget(combo)
        below.addWidget(self.previous)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 6)
        column.setSpacing(3)
        column.addLayout(top)
        column.addLayout(below)

    def show_result(self, result: Result, how: engine.How) -> None:
        """Show a result, and the choices it was checked with."""
        self._how = how
        checklist, report = result.checklist, result.report
        other = not report.is_annual_report
        self._state = "pass" if checklist.publishable else "error"
        if other or (checklist.publishable and checklist.counts["warning"]):
            self._state = "warning" if not checklist.counts["error"] else "error"
        self.sign.setPixmap(icon(self._state).pixmap(26, 26))
        self.sentence.setText(checklist.verdict)
        found = counts(checklist)
        for name, button in self.counts.items():
            button.setText(f"{FILTERS[name]} {found[name]}")
            button.setIcon(icon(name))
            button.setToolTip(f"只看“{FILTERS[name]}”的（{found[name]}）")
            button.setVisible(bool(found[name]) or name in ("error", "warning"))
        self._show_facts(result)
        self._fill(result, how.standard, how.level)
        self.update()

    def _show_facts(self, result: Result) -> None:
        identity = result.report.identity
        year = f"{identity.year}年度" if identity.year else "年度未识别"
        body = identity.authority or "行政机关未识别"
        when = f"{result.checked_at:%H:%M} 检查，用时{max(result.seconds, 0.1):.1f}秒"
        reason = " ".join(result.report.standard_reason.split())
        with_last = f"已对照 {self._how.previous.name}" if self._how.previous else ""
        self.previous.setToolTip(
            f"正在与“{self._how.previous}”对照，点击换一份"
            if self._how.previous
            else "选上一年度的报告，核对结转数、现行有效文件数和照抄的段落"
        )
        parts = [body, year, with_last, when, reason] if result.report.is_annual_report else [when]
        text = "　·　".join(part for part in parts if part)
        self.facts.setText(text)
        self.facts.setToolTip("\n".join((text, f"采用格式：{result.report.standard.name}。{reason}")))
        self.standard.setToolTip(f"现在采用：{result.report.standard.name}\n理由：{reason}")

    def _fill(self, result: Result, standard: str, level: str) -> None:
        current = result.report.standard
        auto = f"自动：{current.name}" if standard == engine.AUTO else "自动选择"
        choices = [(engine.AUTO, auto), *engine.standards()]
        if all(name != standard for name, _ in choices):
            choices.append((standard, current.name))
        short = [(name, text.replace("的报告格式", "")) for name, text in choices]  # its label says 格式
        _refill(self.standard, short, standard)
        word = _LEVEL_WORDS.get(result.report.identity.level, "未识别")
        auto = f"自动：{word}" if level == engine.AUTO else LEVELS["auto"]
        rest = [(name, text) for name, text in LEVELS.items() if name != "auto"]
        _refill(self.level, [("auto", auto), *rest], level)
        for combo in (self.standard, self.level):
            combo.setEnabled(True)

    def _chosen(self) -> None:
        standard, level = self.standard.currentData(), self.level.currentData()
        self.recheck_wanted.emit(self._how._replace(standard=standard, level=level))

    def retheme(self) -> None:
        """Draw the icons in the present colours."""
        self.sign.setPixmap(icon(self._state).pixmap(26, 26))
        for name, button in self.counts.items():
            button.setIcon(icon(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and an edge in the verdict's colour."""
        tone = colours().tone(self._state)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tone.fill))
        painter.fillRect(0, 0, 4, self.height(), QColor(tone.line))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours().edge))
        painter.end()


def _refill(combo: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
    combo.blockSignals(True)
    combo.clear()
    for value, text in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 24)
    combo.blockSignals(False)
