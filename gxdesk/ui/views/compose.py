"""Builds the shown draft: headings, paragraphs, tables as tables, dashed boxes for what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from gxdesk.document.model import Paragraph, Table
from gxdesk.ui.theme import Colours
from gxdesk.ui.views.cellstyle import grid_cell, style_cell
from gxdesk.ui.views.gridfit import column_shares, is_figure, is_short, label_columns, shown_rows
from gxdesk.ui.views.marks import END, Marks, Spot, gap_names

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.report.model import Report

_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\u2029", "\u2028") | dict.fromkeys("\ufdd0\ufdd1", " "))
PART = -2
_CELLS = 40  # of a table written before the window may have its turn
_BEYOND = 50  # rows beyond the drawn ones that are written out because of their findings
_SIZE = QTextFormat.Property.FontSizeAdjustment


@dataclass(slots=True)
class Layout:
    """Where the draft's blocks are in the shown text."""

    starts: dict[int, int] = field(default_factory=dict)
    tables: dict[int, QTextTable] = field(default_factory=dict)
    gaps: dict[Spot, QTextTable] = field(default_factory=dict)
    rows: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # beyond the grid: start, end


class Composer:
    """Writes one result into an empty text document."""

    def __init__(self, document: QTextDocument, result: Result, marks: Marks, colours: Colours) -> None:
        """Prepare to write ``result`` into ``document``."""
        self._result = result
        self._report: Report = result.report
        self._marks = marks
        self._colours = colours
        self._cursor = QTextCursor(document)
        self._fresh = True  # the cursor's block has not been used yet
        self._em = document.defaultFont().pointSizeF() * 1.35
        self._headings = {s.place.block for s in self._report.sections if s.present and s.heading}
        self._dim = self._report.furniture | self._report.copies | self._report.foreign
        self._names = gap_names(result)
        self._grid_cell = grid_cell(colours.tone("muted").line)
        self._small = QTextCharFormat()
        self._small.setProperty(_SIZE, -1)
        self._small_dim = QTextCharFormat(self._small)
        self._small_dim.setForeground(QColor(colours.muted))
        self.layout = Layout()

    def steps(self) -> Iterator[int]:
        """Write block after block, yielding the index of each when it is written; ``END`` at the end.

        Within a large table ``PART`` is yielded now and then.
        """
        blocks = self._report.document.blocks
        for index, block in enumerate(blocks):
            self._gaps_before(index)
            if isinstance(block, Paragraph):
                self._paragraph(index, block)
            else:
                yield from self._table(index, block)
            yield index
        self._gaps_before(len(blocks))
        self._gaps_before(END)
        yield END

    def _block(self, block_format: QTextBlockFormat, chars: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(chars)
            self._fresh = False
        else:
            self._cursor.insertBlock(block_format, chars)

    def _paragraph(self, index: int, paragraph: Paragraph) -> None:
        block_format, chars = self._styles(index, paragraph)
        self._block(block_format, chars)
        self.layout.starts[index] = self._cursor.position()
        self._cursor.insertText(paragraph.text.translate(_BREAKS), chars)

    def _styles(self, index: int, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block_format, chars = QTextBlockFormat(), QTextCharFormat()
        block_format.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block_format.setBottomMargin(self._em * 0.35)
        title = index == self._report.identity.title_block
        heading = index in self._headings
        if title or paragraph.centered:
            block_format.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if title or heading or paragraph.level:
            chars.setFontWeight(QFont.Weight.Bold)
        if title:
            chars.setProperty(_SIZE, 2)
            block_format.setBottomMargin(self._em)
        elif heading:
            chars.setProperty(_SIZE, 1)
            block_format.setTopMargin(self._em * 0.9)
        elif not paragraph.centered and not paragraph.level and not paragraph.text[:1].isspace():
            block_format.setTextIndent(self._em * 2 if len(paragraph.text) > 20 else 0)
        if index in self._dim:
            chars.setForeground(QColor(self._colours.muted))
        return block_format, chars

    def _frame(self, rows: int, columns: int, table_format: QTextTableFormat) -> QTextTable:
        if self._fresh:  # the empty line Qt keeps before a table, made thin
            thin = QTextBlockFormat()
            thin.setLineHeight(4, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            self._cursor.setBlockFormat(thin)
        table = self._cursor.insertTable(rows, columns, table_format)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        return table

    def _table(self, index: int, table: Table) -> Iterator[int]:
        rows = shown_rows(table)
        labels = label_columns(table)
        grid = self._frame(rows, max(1, table.columns), self._table_format(table))
        self.layout.tables[index] = grid
        for number, cell in enumerate(table.cells):
            if number % _CELLS == _CELLS - 1:
                yield PART
            if cell.row >= rows or cell.column >= table.columns:
                continue
            down, across = (
                min(cell.row_span, rows - cell.row),
                min(cell.column_span, table.columns - cell.column),
            )
            if down > 1 or across > 1:
                grid.mergeCells(cell.row, cell.column, down, across)
            shown = grid.cellAt(cell.row, cell.column)
            if down > 1 or across > 1:
                style_cell(shown, self._colours.tone("muted").line, 1)
            else:
                shown.setFormat(self._grid_cell)
            if cell.text:
                whole = across == table.columns
                left = not is_short(cell.text) or (cell.column in labels and not whole)
                self._cell(shown, cell.text, left, index in self._dim)
        if rows < table.rows:
            self._beyond(index, table, rows)

    def _beyond(self, index: int, table: Table, rows: int) -> None:
        """Say how many rows are not drawn, and write out those that something was found in."""
        self._note(f"（表格共{table.rows}行，这里只显示前{rows}行；检查时已读全部）")
        wanted = {spot.row for spot in (*self._marks.spots, *self._marks.quiet) if spot.block == index}
        for row in sorted(row for row in wanted if row is not None and row >= rows)[:_BEYOND]:
            texts = [cell.text for cell in table.cells if cell.row <= row < cell.row + cell.row_span]
            self._block(QTextBlockFormat(), QTextCharFormat())
            start = self._cursor.position()
            self._cursor.insertText(f"第{row + 1}行：{'　｜　'.join(texts)}".translate(_BREAKS), self._small)
            self.layout.rows[index, row] = (start, self._cursor.position())

    def _cell(self, cell: QTextTableCell, text: str, left: bool, dim: bool) -> None:
        cursor = cell.firstCursorPosition()
        if not left or is_figure(text):
            line = QTextBlockFormat()
            line.setAlignment(Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter)
            line.setNonBreakableLines(is_figure(text))
            cursor.setBlockFormat(line)
        cursor.insertText(text.translate(_BREAKS), self._small_dim if dim else self._small)

    def _table_format(self, table: Table) -> QTextTableFormat:
        look = QTextTableFormat()
        look.setBorderCollapse(True)
        look.setCellPadding(4)
        look.setCellSpacing(0)
        look.setTopMargin(self._em * 0.3)
        look.setBottomMargin(self._em * 0.5)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        percent = QTextLength.Type.PercentageLength
        look.setColumnWidthConstraints([QTextLength(percent, share) for share in column_shares(table)])
        return look

    def _note(self, text: str) -> None:
        self._block(QTextBlockFormat(), self._small_dim)
        self._cursor.insertText(text, self._small_dim)

    def _gaps_before(self, index: int) -> None:
        for name in self._marks.gaps.get(index, ()):
            self._gap(Spot(index, gap=name))

    def _gap(self, spot: Spot) -> None:
        tone = self._colours.tone(self._marks.severity(spot))
        look = QTextTableFormat()
        look.setBorderCollapse(True)
        look.setCellPadding(9)
        look.setTopMargin(self._em * 0.6)
        look.setBottomMargin(self._em * 0.6)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        box = self.layout.gaps[spot] = self._frame(1, 1, look)
        style_cell(box.cellAt(0, 0), tone.line, 2, tone.fill, dashed=True)
        chars = QTextCharFormat()
        chars.setForeground(QColor(tone.ink))
        cursor = box.cellAt(0, 0).firstCursorPosition()
        centre = QTextBlockFormat()
        centre.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.setBlockFormat(centre)
        kind = "表格" if str(spot.gap).startswith("table.") else "部分"
        name = self._names.get(str(spot.gap), "")
        cursor.insertText(f"✕ 这里缺少{kind}：{name}" if name else f"✕ 这里缺少{kind}", chars)
