"""The checklist pane: filters, search, the tree of items and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gxdesk.ui.icons import icon
from gxdesk.ui.models.filters import ALL, ChecklistFilter, counts
from gxdesk.ui.models.tree import FINDING, GROUP, ITEM, ChecklistModel, Node
from gxdesk.ui.theme import colours
from gxdesk.ui.views.chips import Chips
from gxdesk.ui.views.rowpaint import RowDelegate

if TYPE_CHECKING:
    from gxdesk.checklist.model import Checklist


_FRESH_MS = 8000
_NOTHING = "没有符合条件的事项。"


class _Tree(QTreeView):
    """A tree in which the space bar ticks and Delete ignores; its rows are as high as its width asks for."""

    tick_wanted = Signal()
    ignore_wanted = Signal()
    empty = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() == Qt.Key.Key_Space:
            self.tick_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.ignore_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so when there is no row to show."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours().muted))
            room = self.viewport().rect().adjusted(10, 10, -10, -10)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self.empty)
            painter.end()


class ChecklistPane(QWidget):
    """``finding_chosen`` and ``item_chosen`` carry ids; ``go_wanted`` asks to show the place in the draft."""

    finding_chosen = Signal(str)
    item_chosen = Signal(str)
    go_wanted = Signal()
    copy_wanted = Signal()
    item_decision_wanted = Signal(str)
    finding_decision_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.model = ChecklistModel(self)
        self.filter = ChecklistFilter(self.model, self)
        self.chips = Chips(self)
        self.field = QLineEdit(self)
        self.tree = _Tree(self)
        self._silent = False
        self._last = ("", "")  # the finding or item selected last, also while a filter hides it
        self._arrange()
        self.chips.chosen.connect(self.show_state)
        self.field.textChanged.connect(self._search)
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.activated.connect(lambda _: self.go_wanted.emit())
        self.tree.clicked.connect(lambda _: self.go_wanted.emit())
        self.tree.tick_wanted.connect(self.decide_item)
        self.tree.ignore_wanted.connect(self.decide_finding)
        self._fresh_over = QTimer(self)
        self._fresh_over.setSingleShot(True)
        self._fresh_over.timeout.connect(lambda: self.flash(frozenset()))

    def _arrange(self) -> None:
        self.field.setPlaceholderText("搜索检查事项、问题、依据")
        self.field.setAccessibleName("搜索检查清单")
        self.field.setClearButtonEnabled(True)
        self.field.setAcceptDrops(False)  # files dropped here are for the window
        self._glass = QAction(icon("search"), "", self.field)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        tree = self.tree
        tree.setModel(self.filter)
        tree.setItemDelegate(RowDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setIndentation(14)
        tree.setUniformRowHeights(False)
        tree.setExpandsOnDoubleClick(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAccessibleName("检查清单")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        row.setContentsMargins(3, 0, 5, 0)
        row.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(tree, 1)

    def load(self, checklist: Checklist) -> None:
        """Show a checklist, keeping the filter."""
        self._silent = True
        self._last = ("", "")
        self.model.load(checklist)
        self.chips.show_counts(counts(checklist))
        self._silent = False
        self.tree.empty = _NOTHING
        self._expand()
        QTimer.singleShot(0, self, self._show_first_problem)

    def _show_first_problem(self) -> None:
        """Bring the first problem into view: what passed can wait."""
        found = self.shown_findings()
        if found and not self.tree.selectionModel().hasSelection():
            index = self.filter.mapFromSource(self.model.find(found[0]))
            self.tree.scrollTo(index.parent(), QAbstractItemView.ScrollHint.PositionAtTop)

    def show_state(self, state: str) -> None:
        """Show only one state's rows."""
        self.filter.show_state(state)
        self.chips.select(self.filter.state)
        self._expand()

    def _search(self, text: str) -> None:
        self.filter.search(text)
        self._expand()

    def _expand(self) -> None:
        """Open groups and items with findings; consequences stay folded unless they are searched for."""
        narrow = self.filter.state != ALL or bool(self.field.text().strip())
        stack = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        while stack:
            index = stack.pop()
            if self.node(index).kind in (GROUP, ITEM) or (narrow and self.field.text().strip()):
                self.tree.expand(index)
            stack += [self.filter.index(row, 0, index) for row in range(self.filter.rowCount(index))]
        QTimer.singleShot(0, self, self._keep_in_view)

    def node(self, index: QModelIndex) -> Node:
        """Return the row behind an index of the view."""
        return self.model.node(self.filter.mapToSource(index))

    def current(self) -> Node:
        """Return the current row (the root when there is none)."""
        return self.node(self.tree.currentIndex())

    def select(self, finding_id: str = "", item_id: str = "") -> bool:
        """Make a finding or item current without telling anybody; widens the filter when it is hidden."""
        source = self.model.find(finding_id, item_id)
        if not source.isValid():
            return False
        index = self.filter.mapFromSource(source)
        if not index.isValid():
            self.field.clear()
            self.show_state(ALL)
            index = self.filter.mapFromSource(source)
        self._last = (finding_id, item_id)
        self._select(index)
        return True

    def _select(self, index: QModelIndex) -> None:
        self._silent = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, flags)
        self.tree.scrollTo(index)
        self._silent = False

    def shown_findings(self) -> list[str]:
        """Return the ids of findings the filter lets through, causes only."""
        found: list[str] = []
        stack = [self.filter.index(row, 0) for row in reversed(range(self.filter.rowCount()))]
        while stack:
            index = stack.pop()
            node = self.node(index)
            if node.kind == FINDING and node.finding is not None:
                found.append(node.finding.id)
                continue
            rows = reversed(range(self.filter.rowCount(index)))
            stack += [self.filter.index(row, 0, index) for row in rows]
        return found

    def _current_changed(self, current: QModelIndex) -> None:
        if self._silent or not current.isValid():
            return
        node = self.node(current)
        if node.kind == FINDING and node.finding is not None:
            self._last = (node.finding.id, "")
            self.finding_chosen.emit(node.finding.id)
        elif node.kind == ITEM and node.item is not None:
            self._last = ("", node.item.id)
            self.item_chosen.emit(node.item.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Show the selected row; select it again when a filter let go of it."""
        if self.tree.selectionModel().hasSelection():
            self.tree.scrollTo(self.tree.currentIndex())
        elif (index := self.filter.mapFromSource(self.model.find(*self._last))).isValid():
            self._select(index)

    def decide_item(self) -> None:
        """Ask to confirm the current item, or to take its confirmation back."""
        node = self.current()
        if node.item is not None and node.kind == ITEM:
            self.item_decision_wanted.emit(node.item.id)

    def decide_finding(self) -> None:
        """Ask to ignore the current finding, or to restore it."""
        node = self.current()
        if node.finding is not None:
            self.finding_decision_wanted.emit(node.finding.id)

    def flash(self, items: frozenset[str]) -> None:
        """Show items just mended green for a while."""
        self.model.fresh = items
        self.tree.viewport().update()
        if items:
            self._fresh_over.start(_FRESH_MS)

    def _menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        if not index.isValid() or self.node(index).kind == GROUP:
            return
        menu = QMenu(self.tree)
        go = menu.addAction("跳到草稿中的位置")
        go.triggered.connect(lambda: self.go_wanted.emit())
        copy = menu.addAction("复制")
        copy.triggered.connect(lambda: self.copy_wanted.emit())
        node = self.node(index)
        if node.kind == FINDING:
            word = "恢复这个问题" if node.ignore is not None else "忽略这个问题…（Delete）"
            menu.addAction(word).triggered.connect(self.decide_finding)
        elif node.item is not None and (node.item.confirmed or node.item.status.value == "manual"):
            word = "撤销确认（空格）" if node.item.confirmed else "确认这一项…（空格）"
            menu.addAction(word).triggered.connect(self.decide_item)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def retheme(self) -> None:
        """Draw the icons in the present colours."""
        self._glass.setIcon(icon("search"))
        self.chips.retheme()
        self.tree.viewport().update()
