"""Rows of one line, or of two where the pane is too narrow for the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from PySide6.QtWidgets import QTreeView


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Return the text as one line, or as two; the second ends in … when two are too few."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    cut = line.textLength()
    return [text[:cut], metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, width)]


def row_width(view: QTreeView, index: QModelIndex | QPersistentModelIndex) -> int:
    """Return how wide a row of a tree of one column is."""
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return view.viewport().width() - depth * view.indentation()
