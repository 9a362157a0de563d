"""The lines of :mod:`gxdesk.ui.models.grid` as a Qt model, and as text for a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from gxdesk.ui.models.grid import ABSENT, BLANK, GROUP, HEAD, LABEL, SUM, TITLE, VALUE, GridCell, Line
from gxdesk.ui.theme import colours

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_FIGURE = re.compile(r"[+-]?[\d,]*\.?\d+%?")
_WORDS = {"error": "要改", "warning": "存疑", "info": "提示", "pass": "平", "not-checkable": "不能核对"}


class GridModel(QAbstractTableModel):
    """Read-only; ``CELL_ROLE`` gives the :class:`GridCell`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self.lines: list[Line] = []
        self._columns = 0
        self._last = False
        self._starts: list[dict[int, int]] = []  # of each line: the cells by their first column

    def load(self, lines: list[Line], last: bool) -> None:
        """Show other lines; ``last`` shows last year's text under this year's."""
        self.beginResetModel()
        self.lines, self._last = lines, last
        self._columns = max((len(line.cells) for line in lines), default=0)
        self._starts = [
            {start: number for number, (start, _) in enumerate(line.spans(self._columns))} for line in lines
        ]
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell | None:
        """Return the cell that begins at a column, ``None`` where none does."""
        number = self._starts[row].get(column)
        return None if number is None else self.lines[row].cells[number]

    def find(self, finding: str) -> QModelIndex:
        """Return the cell with a finding; invalid when there is none."""
        for row, line in enumerate(self.lines):
            for column, number in self._starts[row].items():
                if finding and line.cells[number].finding == finding:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401
        """See Qt."""
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.text}\n上年 {cell.last}" if self._last and cell.last else cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (cell.text, _WORDS.get(cell.state, ""), cell.tip) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return left if cell.kind in (TITLE, GROUP, LABEL) else Qt.AlignmentFlag.AlignCenter
        return _look(cell, role)


def _look(cell: GridCell, role: int) -> Any:  # noqa: ANN401
    shades = colours()
    tone = shades.tone(cell.state)
    if role == Qt.ItemDataRole.FontRole and cell.kind in (TITLE, HEAD, GROUP, BLANK, ABSENT):
        font = QFont()
        font.setBold(cell.kind in (TITLE, HEAD, GROUP))
        font.setItalic(cell.kind in (BLANK, ABSENT))
        return font
    if role == Qt.ItemDataRole.BackgroundRole:
        if cell.kind == TITLE:
            return QColor(shades.window)
        if cell.state in _WORDS and not (cell.kind == SUM and cell.state == "pass"):
            return QColor(tone.fill)
        if cell.kind in (HEAD, SUM) or cell.state == "sum":
            return QColor(shades.panel)
    if role == Qt.ItemDataRole.ForegroundRole:
        if cell.state in _WORDS:
            return QColor(tone.ink)
        if cell.kind in (BLANK, ABSENT) or cell.state == "sum":
            return QColor(shades.muted)
    return None


def tsv(lines: Iterable[Iterable[GridCell | None]]) -> str:
    """Return cells as tab separated text, which Excel and WPS paste into cells.

    Blank stays blank and 0 stays 0. A text that a spreadsheet would take for a formula gets an apostrophe.
    """
    return "\n".join("\t".join(_plain(cell) for cell in line) for line in lines)


def _plain(cell: GridCell | None) -> str:
    if cell is None:
        return ""
    text = cell.copy if cell.kind in (VALUE, BLANK, ABSENT, SUM) else cell.text
    text = " ".join(text.split())
    if text[:1] in ("=", "+", "-", "@") and not _FIGURE.fullmatch(text):
        return f"'{text}"
    return text
