"""Many drafts at once: a table that fills while it runs, totals, cancel; a double click opens a draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gxdesk.ui.models.batch import KINDS, BatchFilter, BatchModel

if TYPE_CHECKING:
    from gxdesk.jobs.model import Progress, Result, Unreadable

_WIDTHS = (340, 170, 52, 150, 48, 48, 60, 160)


class BatchView(QWidget):
    """``opened`` carries the outcome of the draft double-clicked (or its path when not yet checked)."""

    opened = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.model = BatchModel(self)
        self.sorted = BatchFilter(self.model, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("筛选草稿、机关、年度")
        self.field.setAccessibleName("筛选草稿")
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)  # files dropped here are for the window
        self.field.setFixedWidth(190)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName("按结论筛选")
        self.kind.setToolTip("只看一种结论的草稿")
        for value, text in KINDS:
            self.kind.addItem(text, value)
        self.field.textChanged.connect(lambda _: self._filter())
        self.kind.currentIndexChanged.connect(lambda _: self._filter())
        self.title = QLabel(self)
        self.bar = QProgressBar(self)
        self.cancel = QPushButton("取消", self)
        self.cancel.setToolTip("停止检查，已经检查完的保留（Esc）")
        self.cancel.clicked.connect(self.cancel_wanted)
        self.table = self._table()
        self._running = False
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 10, 6)
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        top.addWidget(self.kind)
        top.addWidget(self.field)
        top.addWidget(self.bar)
        top.addWidget(self.cancel)
        self.bar.setFixedWidth(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.sorted)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.setSortingEnabled(True)
        header = table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName("批量检查结果")
        table.setToolTip("双击或按回车打开一份草稿")
        table.activated.connect(self._activated)
        return table

    def _filter(self) -> None:
        self.sorted.show_only(self.kind.currentData(), self.field.text())

    @property
    def running(self) -> bool:
        """Whether drafts are still being checked."""
        return self._running

    def start(self, paths: list[Path]) -> None:
        """Begin a batch."""
        self._running = True
        self.model.start(paths)
        self.bar.setRange(0, len(paths))
        self.table.setColumnHidden(7, len({path.parent for path in paths}) < 2)
        self._tell()

    def put(self, progress: Progress) -> None:
        """Fill in a draft that is done."""
        self.model.put(progress.outcome)
        self._tell()

    def finish(self, cancelled: bool) -> None:
        """End a batch, complete or cancelled."""
        self._running = False
        if cancelled:
            self.model.stop()
        self._tell()

    def _tell(self) -> None:
        tally, total = self.model.tally(), len(self.model.paths)
        done = tally["done"]
        self.bar.setValue(done)
        self.bar.setVisible(self._running)
        self.cancel.setVisible(self._running)
        if self._running:
            head = f"正在检查，已完成{done}份，共{total}份"
        elif done < total:
            head = f"已取消，检查了{done}份，共{total}份"
        else:
            head = f"共{total}份"
        parts = [f"{tally['wrong']}份要改", f"{tally['clean']}份没有必须改的"]
        parts += [f"{tally['unreadable']}份读不了"] if tally["unreadable"] else []
        self.title.setText(f"{head}：{'，'.join(parts)}")

    def label(self) -> str:
        """Return the batch in a few words, for the outline."""
        return f"批量检查（{len(self.model.paths)}份）"

    def _activated(self, index: QModelIndex) -> None:
        row = self.sorted.mapToSource(index).row()
        outcome: Result | Unreadable | None = self.model.outcome(row)
        self.opened.emit(outcome if outcome is not None else self.model.paths[row])
