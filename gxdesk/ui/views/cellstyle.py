"""How table cells look: plain grid lines, filled and outlined for findings, dashed for what is missing."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextFrameFormat, QTextTableCell

_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_DASHED = QTextFrameFormat.BorderStyle.BorderStyle_Dashed


def style_cell(cell: QTextTableCell, line: str, width: float, fill: str = "", dashed: bool = False) -> None:
    """Draw a cell's outline (Qt draws none of the table's own when borders collapse) and ground."""
    look = cell.format().toTableCellFormat()
    look.setBorder(width)
    look.setBorderStyle(_DASHED if dashed else _SOLID)
    look.setBorderBrush(QBrush(QColor(line)))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    if fill:
        look.setBackground(QColor(fill))
    cell.setFormat(look)
