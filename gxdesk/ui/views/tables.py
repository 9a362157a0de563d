"""The statutory tables as grids: what the draft says, what the sums really are, what was said last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gxdesk.ui.icons import icon
from gxdesk.ui.models.grid import lines
from gxdesk.ui.models.gridmodel import GridModel, tsv
from gxdesk.ui.theme import colours

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result

_FIGURE, _LABEL = 4.6, 10  # widths of a column of figures and of labels, in characters
_EMPTY = "这份草稿所用的格式没有法定表格。"


class _Grid(QTableView):
    """A table view whose Ctrl+C copies for a spreadsheet."""

    copy_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class TablesView(QWidget):
    """``picked`` carries the finding of the cell chosen, ``said`` short news."""

    picked = Signal(str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.model = GridModel(self)
        self.grid = _Grid(self)
        self.hint = QLabel("“各项相加”和最后几行是程序算得的数，与草稿不符的标红。空格和0分开显示。", self)
        self.hint.setWordWrap(True)
        self.last = QCheckBox("同时显示上年数", self)
        self.last.setToolTip("在每格下面显示上年报告中的数")
        self.copy_button = QPushButton("复制这张表", self)
        self.copy_button.setToolTip("复制当前单元格所在的表，可以粘贴到 Excel（Ctrl+C 复制选中的格）")
        self._result: Result | None = None
        self._silent = False
        self._arrange()
        self._line_colour()
        self.last.toggled.connect(lambda _: self._fill())
        self.copy_button.clicked.connect(self.copy_table)
        self.grid.copy_wanted.connect(self.copy)
        self.grid.selectionModel().currentChanged.connect(self._chosen)

    def _arrange(self) -> None:
        grid = self.grid
        grid.setModel(self.model)
        grid.setFrameShape(QFrame.Shape.NoFrame)
        grid.setAccessibleName("法定表格")
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        grid.setTabKeyNavigation(False)
        grid.setWordWrap(True)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.horizontalHeader().hide()
        grid.verticalHeader().hide()
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(self.hint, 1)
        row.addWidget(self.last)
        row.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(grid, 1)
        self.setFocusProxy(grid)

    def show_result(self, result: Result | None) -> None:
        """Show the tables of a result."""
        self._result = result
        self.last.setVisible(result is not None and result.report.previous is not None)
        self._fill()

    def _fill(self) -> None:
        current = self.grid.currentIndex()
        row, column = current.row(), current.column()
        scroll = self.grid.verticalScrollBar().value()
        self._silent = True
        found = lines(self._result) if self._result is not None else []
        self.grid.clearSpans()
        self.model.load(found, self.last.isChecked() and not self.last.isHidden())
        width = self.model.columnCount()
        for number, line in enumerate(found):
            for start, columns in line.spans(width):
                if columns > 1:
                    self.grid.setSpan(number, start, 1, columns)
        self._fit()
        if row >= 0:
            self.grid.setCurrentIndex(self.model.index(row, column))
        self.grid.verticalScrollBar().setValue(scroll)
        self._silent = False
        self.copy_button.setEnabled(bool(found))
        self.copy_button.setIcon(icon("copy"))
        if self._result is not None and not found:
            self.hint.setText(_EMPTY)

    def _fit(self) -> None:
        """Give the figures what they need, the labels the rest, at least ten characters."""
        columns = self.model.columnCount()
        if not columns:
            return
        em = self.fontMetrics().horizontalAdvance("数")
        each = round(em * _FIGURE)
        for column in range(1, columns):
            self.grid.setColumnWidth(column, each)
        room = self.grid.viewport().width() - each * (columns - 1)
        self.grid.setColumnWidth(0, max(em * _LABEL, room))
        self.grid.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def show_finding(self, finding_id: str) -> bool:
        """Make the cell of a finding current; false when no cell has it."""
        index = self.model.find(finding_id)
        if not index.isValid():
            return False
        self._silent = True
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index)
        self._silent = False
        return True

    def _chosen(self, index: QModelIndex) -> None:
        if self._silent or not index.isValid():
            return
        cell = self.model.cell(index.row(), index.column())
        if cell is not None and cell.finding:
            self.picked.emit(cell.finding)

    def copy(self) -> None:
        """Copy the cells selected, for a spreadsheet."""
        chosen = self.grid.selectionModel().selectedIndexes()
        if not chosen:
            self.copy_table()
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        self._put([[self.model.cell(row, column) for column in columns] for row in rows], "已复制选中的格")

    def copy_table(self) -> None:
        """Copy the whole table the current cell is in (the first one when there is none)."""
        if not self.model.lines:
            return
        wanted = self.model.lines[max(0, self.grid.currentIndex().row())].table
        self._put([line.cells for line in self.model.lines if line.table == wanted], "已复制整张表")

    def _put(self, cells: object, message: str) -> None:
        QGuiApplication.clipboard().setText(tsv(cells))  # type: ignore[arg-type]
        self.said.emit(f"{message}，可以粘贴到 Excel 或 WPS 表格")

    def retheme(self) -> None:
        """Show everything in the present colours."""
        self._line_colour()
        self._fill()

    def _line_colour(self) -> None:
        self.grid.setStyleSheet(f"QTableView {{ gridline-color: {colours().edge}; }}")
