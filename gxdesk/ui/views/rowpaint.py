"""Draws the rows of the checklist: icon, text, the place below it, the state in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gxdesk.ui.icons import icon
from gxdesk.ui.models.tree import GROUP, ITEM, NODE_ROLE, Node
from gxdesk.ui.theme import colours
from gxdesk.ui.views.wrapped import row_width, two_lines

_ICON = 16
_GAP = 5
_PAD = 4


class RowDelegate(QStyledItemDelegate):
    """Paints :class:`~gxdesk.ui.models.tree.Node` rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One or two lines, as the text needs, and as many again for a finding's place."""
        node: Node = index.data(NODE_ROLE)
        font: QFont = option.font  # type: ignore[attr-defined]
        view = self.parent()
        width = row_width(view, index) if isinstance(view, QTreeView) else 0
        lines = [*_title(node, font, width), *_detail(node, font, width)]
        return QSize(120, len(lines) * QFontMetrics(font).height() + 2 * _PAD)

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
        _right(painter, line, font, _word(node), soft if node.kind == GROUP else tone)
        for text in _title(node, font, rect.width()):
            _text(painter, line, _own(font, node), text, ink)
            line.translate(0, height)
        for text in _detail(node, font, rect.width()):
            _text(painter, line, font, text, soft)
            line.translate(0, height)


def _title(node: Node, font: QFont, width: int) -> list[str]:
    """Return the lines of a row's text, beside which stand its icon and its state."""
    word = QFontMetrics(font).horizontalAdvance(_word(node)) + _GAP
    return two_lines(node.text, _own(font, node), width - _beside(node) - word)


def _detail(node: Node, font: QFont, width: int) -> list[str]:
    return two_lines(node.detail, font, width - _beside(node)) if node.detail else []


def _beside(node: Node) -> int:
    return 2 + 6 + (_ICON + _GAP if node.state else 0)


def _own(font: QFont, node: Node) -> QFont:
    own = QFont(font)
    own.setBold(node.kind == GROUP)
    return own


def _word(node: Node) -> str:
    return _count(node) if node.kind == GROUP else node.word


def _count(node: Node) -> str:
    bad = sum(child.state in ("fail", "warn", "error", "warning") for child in node.children)
    total = len(node.children)
    return f"{bad}项有问题，共{total}项" if bad else f"{total}项"


def _right(painter: QPainter, line: QRect, font: QFont, text: str, ink: QColor) -> None:
    width = QFontMetrics(font).horizontalAdvance(text)
    _text(painter, QRect(line.right() - width, line.top(), width + 1, line.height()), font, text, ink)


def _text(painter: QPainter, rect: QRect, font: QFont, text: str, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
