"""Puts the marks on the composed draft: lasting ones by severity, passing ones for the current finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTableCell,
)
from PySide6.QtWidgets import QTextEdit

from gxdesk.document.model import Document, Paragraph, Table
from gxdesk.ui.theme import Colours
from gxdesk.ui.views.cellstyle import style_cell
from gxdesk.ui.views.compose import Layout
from gxdesk.ui.views.marks import Marks, Spot


def utf16(text: str, offset: int) -> int:
    """Return the offset in Qt's UTF-16 text of a character offset."""
    return offset + sum(ch > "\uffff" for ch in text[:offset])


class Painter:
    """Knows how a spot looks and where in the shown text it is."""

    def __init__(
        self, document: QTextDocument, draft: Document, layout: Layout, marks: Marks, colours: Colours
    ) -> None:
        """Work on a composed ``document``."""
        self._document = document
        self._draft = draft
        self._layout = layout
        self._marks = marks
        self._colours = colours
        self._undo: list[Callable[[], None]] = []

    def cell(self, spot: Spot) -> QTextTableCell | None:
        """Return the table cell a spot is (in), also the only cell of a gap's box."""
        if spot.gap is not None:
            box = self._layout.gaps.get(Spot(spot.block, gap=spot.gap))
            return box.cellAt(0, 0) if box else None
        table = self._layout.tables.get(spot.block)
        if table is None or spot.row is None or spot.column is None:
            return None
        found = table.cellAt(spot.row, spot.column)
        return found if found.isValid() else None

    def cursor(self, spot: Spot) -> QTextCursor | None:
        """Return a cursor that selects the spot's text; ``None`` when it is not shown."""
        cell = self.cell(spot)
        cursor = QTextCursor(self._document)
        beyond = self._layout.rows.get((spot.block, spot.row)) if spot.row is not None else None
        if cell is not None:
            base, last = cell.firstPosition(), cell.lastPosition()
        elif beyond is not None:
            cursor.setPosition(beyond[0])
            cursor.setPosition(beyond[1], QTextCursor.MoveMode.KeepAnchor)
            return cursor
        elif spot.block in self._layout.tables and spot.row is None:
            base = last = self._layout.tables[spot.block].firstPosition()
        elif spot.block in self._layout.starts and spot.gap is None:
            base = self._layout.starts[spot.block]
            last = self._document.findBlock(base).position() + self._document.findBlock(base).length() - 1
        else:
            return None
        first = base
        if spot.text:
            text = self._text(spot)
            first, last = base + utf16(text, spot.start or 0), base + utf16(text, spot.end or 0)
        cursor.setPosition(first)
        cursor.setPosition(max(first, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def shows(self, spots: Sequence[Spot]) -> bool:
        """Whether all of these spots are written already."""
        return all(self.cursor(spot) is not None for spot in spots)

    def _text(self, spot: Spot) -> str:
        block = self._draft.blocks[spot.block]
        if isinstance(block, Paragraph):
            return block.text
        cells = block.cells if isinstance(block, Table) else ()
        return next((c.text for c in cells if (c.row, c.column) == (spot.row, spot.column)), "")

    def paint(self, spots: Sequence[Spot]) -> None:
        """Give spots their lasting mark: cells filled and outlined, words underlined."""
        order = ("muted", "info", "warning", "error")  # the gravest is painted last and stays on top
        for spot in sorted(spots, key=lambda s: order.index(self._marks.severity(s))):
            if spot.gap is not None:
                continue
            if spot.cell is not None:
                cell = self.cell(spot)
                if cell is not None:
                    self._fill(cell, self._marks.severity(spot), strong=False)
                elif spot.row is not None and (spot.block, spot.row) in self._layout.rows:
                    self._underline(Spot(spot.block, spot.row, spot.column))
                    continue
            if spot.text or (spot.row is None and spot.block in self._layout.starts):
                self._underline(spot)

    def _underline(self, spot: Spot) -> None:
        cursor = self.cursor(spot)
        if cursor is None:
            return
        tone = self._colours.tone(self._marks.severity(spot))
        look = QTextCharFormat()
        if spot.text:
            look.setBackground(QColor(tone.fill))
        look.setUnderlineStyle(
            QTextCharFormat.UnderlineStyle.SingleUnderline
            if self._marks.severity(spot) == "error"
            else QTextCharFormat.UnderlineStyle.DashUnderline
        )
        look.setUnderlineColor(QColor(tone.line))
        cursor.mergeCharFormat(look)

    def _fill(self, cell: QTextTableCell, tone_name: str, strong: bool, dashed: bool = False) -> None:
        tone = self._colours.tone(tone_name)
        style_cell(cell, tone.line, 3 if strong else 2, tone.strong if strong else tone.fill, dashed)

    def emphasise(
        self, current: list[Spot], operands: list[Spot], severity: str
    ) -> list[QTextEdit.ExtraSelection]:
        """Show the current finding's spots strongly, the other cells taking part in the second colour.

        Cells are changed in place and put back at the next call; selections to show are returned for text.
        """
        edit = QTextCursor(self._document)
        edit.beginEditBlock()
        for undo in self._undo:
            undo()
        self._undo.clear()
        selections: list[QTextEdit.ExtraSelection] = []
        own = {spot.cell or spot for spot in current}
        for spot in [s for s in operands if (s.cell or s) not in own]:
            selections += self._stress(spot, "operand")
        for spot in current:
            selections += self._stress(spot, severity)
        edit.endEditBlock()
        return selections

    def _stress(self, spot: Spot, tone_name: str) -> list[QTextEdit.ExtraSelection]:
        cell = self.cell(spot)
        if cell is not None:
            before = QTextCharFormat(cell.format())
            self._undo.append(lambda: cell.setFormat(before))
            self._fill(cell, tone_name, strong=True, dashed=spot.gap is not None)
        cursor = self.cursor(spot)
        if cursor is None or not (spot.text or cell is None):
            return []
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format.setBackground(QColor(self._colours.tone(tone_name).strong))  # type: ignore[attr-defined]
        return [selection]
