"""How table cells look: plain grid lines, filled and outlined for findings, dashed for what is missing."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextCharFormat,
    QTextFrameFormat,
    QTextTableCell,
    QTextTableCellFormat,
)

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_DASHED = QTextFrameFormat.BorderStyle.BorderStyle_Dashed


def grid_cell(line: str) -> QTextTableCellFormat:
    """Return the look of a plain cell, to be given to many."""
    look = QTextTableCellFormat()
    _outline(look, line, 1, _SOLID)
    return look


def _outline(
    look: QTextTableCellFormat, line: str, width: float, style: QTextFrameFormat.BorderStyle
) -> None:
    look.setBorder(width)
    look.setBorderStyle(style)
    look.setBorderBrush(QBrush(QColor(line)))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)


def style_cell(cell: QTextTableCell, line: str, width: float, fill: str = "", dashed: bool = False) -> None:
    """Draw a cell's outline (Qt draws none of the table's own when borders collapse) and ground."""
    look = cell.format().toTableCellFormat()
    _outline(look, line, width, _DASHED if dashed else _SOLID)
    if fill:
        look.setBackground(QColor(fill))
    cell.setFormat(look)
