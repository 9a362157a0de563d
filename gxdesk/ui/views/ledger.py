"""台账统计: count the register of applications into tables three and four, compare them with the draft."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gxdesk.errors import GxError
from gxdesk.ui import engine
from gxdesk.ui.views.manual import help_key
from gxdesk.ui.worker import Jobs

if TYPE_CHECKING:
    from gxdesk.jobs.ledger import Ledger

_HINT = (
    "把依申请公开台账（每行一件申请的 Excel 表）统计成表三、表四，并与草稿比对。"
    "没有台账时，可以先生成一份空白台账，按列填写。"
)
_SHOWN = 200


class LedgerDialog(QDialog):
    """Choose a register, see what was counted, save it as a workbook or as tables for the report."""

    def __init__(self, parent: QWidget | None, jobs: Jobs, draft: Path | None, folder: str) -> None:
        """Offer to compare with ``draft``, the one shown in the window."""
        super().__init__(parent)
        self.setWindowTitle("由台账统计表三、表四")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._draft, self._folder = jobs, draft, folder
        self._counted: Ledger | None = None
        help_key(self, "export")
        hint = QLabel(_HINT, self)
        hint.setWordWrap(True)
        self.compare = QCheckBox(f"与“{draft.name}”比对" if draft else "与当前草稿比对", self)
        self.compare.setChecked(draft is not None)
        self.compare.setVisible(draft is not None)
        self.choose = self._button("选择台账…", "选择台账文件并统计", self._choose)
        self.blank = self._button("空白台账…", "生成一份可以填写的空白台账", self._blank)
        self.book = self._button(
            "存为 Excel…", "表三、表四、逐行核对和比对结果", partial(self._save, ".xlsx")
        )
        self.tables = self._button(
            "存为 Word 表格…", "表三、表四，可以粘贴到报告里", partial(self._save, ".docx")
        )
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName("统计结果")
        self.told.setPlaceholderText("选择台账以后，这里显示统计结果和需要核对的行。")
        self._arrange(hint)
        self._enable()

    def _button(self, text: str, tip: str, action: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: action())  # type: ignore[operator]
        return button

    def _arrange(self, hint: QLabel) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.choose, self.blank):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.compare)
        for widget in (self.book, self.tables):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self._button("关闭", "关闭这个窗口", self.reject))
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addLayout(top)
        column.addWidget(self.told, 1)
        column.addLayout(below)
        self.resize(620, 420)

    def _enable(self) -> None:
        for button in (self.book, self.tables):
            button.setEnabled(self._counted is not None)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择台账", self._folder, engine.register_filter())
        if name:
            self.count(Path(name))

    def count(self, register: Path) -> None:
        """Count a register in the background and say what came of it."""
        against = self._draft if self.compare.isChecked() else None
        self._counted = None
        self._enable()
        self.told.setPlainText(f"正在统计“{register.name}”…")
        job = self._jobs.prepare("ledger", lambda job: engine.count_ledger(register, against))
        job.answered.connect(self._show)
        job.failed.connect(self.told.setPlainText)
        self._jobs.start(job, aside=True)

    def _show(self, counted: Ledger) -> None:
        self._counted = counted
        self._enable()
        self.told.setPlainText("\n".join(summary(counted)))

    def _blank(self) -> None:
        self._ask("空白台账", "依申请公开台账（空白）.xlsx", engine.export_blank_register)

    def _save(self, suffix: str) -> None:
        if self._counted is not None:
            name = f"{self._counted.path.stem}-统计结果{suffix}"
            self._ask("保存统计结果", name, partial(engine.export_ledger, self._counted))

    def _ask(self, title: str, name: str, write: object) -> None:
        suffix = Path(name).suffix
        kind = "Excel 工作簿" if suffix == ".xlsx" else "Word 文档"
        chosen, _ = QFileDialog.getSaveFileName(
            self, title, str(Path(self._folder) / name), f"{kind} (*{suffix})"
        )
        if not chosen:
            return
        target = Path(chosen) if chosen.lower().endswith(suffix) else Path(chosen + suffix)
        given = [self._draft, self._counted.path if self._counted else None]
        if any(path is not None and path.absolute() == target.absolute() for path in given):
            self.told.appendPlainText("\n不能写到台账或草稿上，请换一个文件名。")
            return
        try:
            write(target)  # type: ignore[operator]
        except GxError as error:
            self.told.appendPlainText(f"\n{error}")
        else:
            self.told.appendPlainText(f"\n已保存：{target}")


def summary(counted: Ledger) -> list[str]:
    """Return what came of counting, in sentences: totals, differences from the draft, doubtful rows."""
    tally = counted.tally
    lines = [
        f"{counted.path.name}：{tally.year}年，共{len(tally.rows)}行，{len(tally.doubtful)}行需要人工核对。"
    ]
    if counted.differences is not None and counted.draft is not None:
        found = f"{len(counted.differences)}格不一致" if counted.differences else "全部一致"
        lines += ["", f"与草稿“{counted.draft.name}”比对：{found}。"]
        for one in counted.differences[:_SHOWN]:
            shown = "没有这一格" if one.draft is None else one.draft or "空白"
            lines.append(f"　{one.name}：台账{one.ledger}，草稿{shown}")
    if tally.doubtful:
        lines += ["", "需要人工核对的行："]
        lines += [f"　{row.entry.where}：{''.join(row.problems)}" for row in tally.doubtful[:_SHOWN]]
    return lines + [f"说明：{note}" for note in tally.notes]
