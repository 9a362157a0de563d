"""Draws the rows of the checklist: icon, text, a second line with the place, the state in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gxdesk.ui.icons import icon
from gxdesk.ui.models.tree import FINDING, GROUP, ITEM, NODE_ROLE, Node
from gxdesk.ui.theme import colours

_ICON = 16
_GAP = 5
_PAD = 4


class RowDelegate(QStyledItemDelegate):
    """Paints :class:`~gxdesk.ui.models.tree.Node` rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines for findings, one for the others."""
        height = QFontMetrics(option.font).height()  # type: ignore[attr-defined]
        lines = 2 if index.data(NODE_ROLE).kind == FINDING else 1
        return QSize(120, lines * height + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """See Qt."""
        node: Node = index.data(NODE_ROLE)
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        option.icon = QIcon()  # type: ignore[attr-defined]
        style = QApplication.style()
        model = index.model()
        source = model.sourceModel() if isinstance(model, QSortFilterProxyModel) else model
        fresh: frozenset[str] = getattr(source, "fresh", frozenset())
        if node.kind == ITEM and node.item is not None and node.item.id in fresh:
            painter.fillRect(option.rect, QColor(colours().tone("pass").strong))  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        self._content(painter, option.rect, option.font, node, selected)  # type: ignore[attr-defined]
        painter.restore()

    def _content(self, painter: QPainter, rect: QRect, font: QFont, node: Node, selected: bool) -> None:
        shades = colours()
        ink = QColor(shades.select_ink if selected else shades.ink)
        soft = ink if selected else QColor(shades.muted)
        height = QFontMetrics(font).height()
        room = rect.adjusted(2, _PAD, -6, -_PAD)
        if node.state:
            mark = QRect(room.left(), room.top() + (height - _ICON) // 2, _ICON, _ICON)
            if selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(shades.paper))
                painter.drawEllipse(mark.adjusted(-1, -1, 1, 1))
            icon(node.state).paint(painter, mark)
            room.setLeft(mark.right() + _GAP)
        line = QRect(room.left(), room.top(), room.width(), height)
        tone = ink if selected else QColor(shades.tone(node.state).ink)
        right = _count(node) if node.kind == GROUP else node.word
        line = _right(painter, line, font, right, soft if node.kind == GROUP else tone)
        bold = QFont(font)
        bold.setBold(node.kind == GROUP)
        _text(painter, line, bold, node.text, ink)
        if node.detail:
            _text(
                painter,
                QRect(room.left(), room.top() + height, room.width(), height),
                font,
                node.detail,
                soft,
            )


def _count(node: Node) -> str:
    bad = sum(child.state in ("fail", "warn", "error", "warning") for child in node.children)
    total = len(node.children)
    return f"{bad}项有问题，共{total}项" if bad else f"{total}项"


def _right(painter: QPainter, line: QRect, font: QFont, text: str, ink: QColor) -> QRect:
    width = QFontMetrics(font).horizontalAdvance(text)
    _text(painter, QRect(line.right() - width, line.top(), width + 1, line.height()), font, text, ink)
    return line.adjusted(0, 0, -width - _GAP, 0)


def _text(painter: QPainter, rect: QRect, font: QFont, text: str, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
