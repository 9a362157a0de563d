"""The outline at the left: the drafts opened, and the current draft's sections and tables with badges."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gxdesk.ui.icons import steady_icon
from gxdesk.ui.theme import colours
from gxdesk.ui.views.outline_rows import Row, rows_of
from gxdesk.ui.views.wrapped import row_width, two_lines

if TYPE_CHECKING:
    from gxdesk.ui.desk import Draft

_PATH, _ROW = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
BATCH_KEY = "batch"
_ICON, _MARGINS = 22, 8  # what Qt puts beside a text


class Outline(QTreeWidget):
    """``draft_chosen`` carries a path, ``block_chosen`` a block index, ``finding_chosen`` a finding's id."""

    draft_chosen = Signal(object)
    batch_chosen = Signal()
    block_chosen = Signal(int)
    finding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty outline."""
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setItemDelegate(_BadgeDelegate(self))
        self.setAccessibleName("草稿和章节")
        self.setWordWrap(True)
        self.itemClicked.connect(self._chosen)
        self.itemActivated.connect(self._chosen)

    def show_drafts(self, drafts: list[Draft], current: Path | None, batch: str = "") -> None:
        """Show the opened drafts; only the current one shows its sections. ``batch`` labels a batch row."""
        scroll = self.verticalScrollBar().value()
        self.clear()
        if batch:
            row = QTreeWidgetItem(self, [batch])
            row.setIcon(0, steady_icon("batch"))
            row.setData(0, _PATH, BATCH_KEY)
            row.setToolTip(0, "回到批量检查的结果")
            if current is None:
                self.setCurrentItem(row)
        for draft in drafts:
            row = self._draft_row(draft)
            if draft.path == current:
                self.setCurrentItem(row)
                self._sections(row, draft)
                row.setExpanded(True)
        self.verticalScrollBar().setValue(scroll)

    def _draft_row(self, draft: Draft) -> QTreeWidgetItem:
        row = QTreeWidgetItem(self, [draft.path.name])
        row.setToolTip(0, str(draft.path))
        row.setData(0, _PATH, draft.path)
        font = QFont(self.font())
        font.setBold(True)
        row.setFont(0, font)
        if draft.reason:
            row.setIcon(0, steady_icon("warning"))
            row.setToolTip(0, f"{draft.path}\n无法读取：{draft.reason}")
        elif draft.result is not None:
            row.setIcon(0, steady_icon("pass" if draft.result.checklist.publishable else "error"))
        else:
            row.setIcon(0, steady_icon("open"))
        return row

    def _sections(self, parent: QTreeWidgetItem, draft: Draft) -> None:
        if draft.result is None:
            return
        for row in rows_of(draft.result):
            item = QTreeWidgetItem(parent, [row.text])
            item.setData(0, _ROW, row)
            item.setToolTip(0, row.tip)
            item.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), row.tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows be as high as the new width asks for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _chosen(self, item: QTreeWidgetItem) -> None:
        path, row = item.data(0, _PATH), item.data(0, _ROW)
        if path == BATCH_KEY:
            self.batch_chosen.emit()
        elif path is not None:
            self.draft_chosen.emit(path)
        elif isinstance(row, Row) and row.present:
            self.block_chosen.emit(row.block)
        elif isinstance(row, Row) and row.finding:
            self.finding_chosen.emit(row.finding)


class _BadgeDelegate(QStyledItemDelegate):
    """Draws a row over one or two lines; a section's badge at the right tells how many findings it has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row, view = index.data(_ROW), self.parent()
        font: QFont = index.data(Qt.ItemDataRole.FontRole) or option.font  # type: ignore[attr-defined]
        taken = _left(row) + _right(row, QFontMetrics(font)) if isinstance(row, Row) else _ICON
        width = row_width(view, index) - taken - _MARGINS if isinstance(view, Outline) else 0
        lines = len(two_lines(index.data(), font, width))
        return QSize(0, lines * QFontMetrics(font).height() + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(_ROW)
        if not isinstance(row, Row):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        metrics = QFontMetrics(option.font)  # type: ignore[attr-defined]
        narrower = QStyleOptionViewItem(option)
        if not row.present:
            narrower.palette.setColor(  # type: ignore[attr-defined]
                narrower.palette.ColorRole.Text,  # type: ignore[attr-defined]
                QColor(colours().muted),
            )
        right = _right(row, metrics)
        narrower.rect = rect.adjusted(_left(row), 0, -right, 0)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(colours().select))
        super().paint(painter, narrower, index)
        if row.badge:
            width, height = right - 6, metrics.height() - 2
            badge = QRect(rect.right() - width - 4, rect.center().y() - height // 2, width, height)
            self._badge(painter, badge, row)

    def _badge(self, painter: QPainter, rect: QRect, row: Row) -> None:
        tone = colours().tone(row.state)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tone.line))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(QColor(tone.ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), row.badge)
        painter.restore()


def _left(row: Row) -> int:
    return 14 if row.inside else 0


def _right(row: Row, metrics: QFontMetrics) -> int:
    """Return the room a row's badge takes."""
    return max(metrics.horizontalAdvance(row.badge) + 10, metrics.height()) + 6 if row.badge else 0
