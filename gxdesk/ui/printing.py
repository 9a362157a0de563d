"""Paper: the printable report through Qt's own printing, to a printer or as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

from gxdesk.ui import engine
from gxdesk.ui.sheets import sheets

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result

_MARGINS = QMarginsF(18, 16, 14, 14)  # room at the left to punch holes
_FOOT = 26  # height of the line with the page number, in pixels of the screen
_RULE = 2  # pixels of the screen that the rule around a table reaches out
_POINTS, _LINE = 9.5, 118.0


def page_layout() -> QPageLayout:
    """Return A4 upright with room to punch holes."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        _MARGINS,
        QPageLayout.Unit.Millimeter,
    )


def document(result: Result) -> QTextDocument:
    """Return the report as a text document."""
    paper = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_POINTS)
    paper.setDefaultFont(font)
    paper.setDocumentMargin(0)
    paper.setUseDesignMetrics(True)
    paper.setHtml(engine.html_report(result))
    _tidy(paper)
    return paper


def _tidy(paper: QTextDocument) -> None:
    """Set lines closer than in a browser, and give columns of tables width by their texts."""
    edit = QTextCursor(paper)
    edit.beginEditBlock()
    closer = QTextBlockFormat()
    closer.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    edit.select(QTextCursor.SelectionType.Document)
    edit.mergeBlockFormat(closer)
    for table in _tables(paper.rootFrame()):
        look = table.format().toTableFormat()
        look.setCellPadding(3)
        look.setCellSpacing(0)
        percent = QTextLength.Type.PercentageLength
        look.setColumnWidthConstraints([QTextLength(percent, share) for share in _shares(table)])
        table.setFormat(look)
    edit.endEditBlock()


def _tables(frame: QTextFrame) -> Iterator[QTextTable]:
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            yield child
        yield from _tables(child)


def _shares(table: QTextTable) -> list[float]:
    """Return the columns' shares in percent, by the widest text of each that is not in a merged cell."""
    around, each = (3, 1.6) if table.columns() < 8 else (1, 1)  # figures leave little room for their labels
    wanted = [4.0] * table.columns()
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.columnSpan() == 1:
                edge = QTextCursor(cell.firstCursorPosition())
                edge.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
                length = len(edge.selectedText())
                whole = length * each if length <= 5 else min(length, 44) ** 0.8
                wanted[column] = max(wanted[column], around + whole)
    return [100 * width / sum(wanted) for width in wanted]


def pdf(result: Result) -> bytes:
    """Return the report as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout())
    writer.setResolution(300)
    writer.setTitle(f"检查报告 {result.path.name}")
    writer.setCreator("GxDesk")
    put_on_paper(document(result), writer)
    buffer.close()
    return bytes(buffer.data().data())


def put_on_paper(paper: QTextDocument, device: QPagedPaintDevice) -> None:
    """Draw a document page by page, as large as on the screen, black on white, with page numbers."""
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    painter = QPainter(device)
    scale = device.logicalDpiX() / screen
    room = device.pageLayout().paintRect(QPageLayout.Unit.Point)
    width, height = room.width() / 72 * screen, room.height() / 72 * screen - _FOOT
    small = QFont(paper.defaultFont())
    small.setPixelSize(11)
    pages = sheets(paper, width, height - 2 * _RULE)
    for number, page in enumerate(pages, 1):
        if number > 1:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.setFont(small)
        foot = QRectF(0, height, width, _FOOT)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, middle, f"第{number}页，共{len(pages)}页")
        if page.header is not None:
            _draw(paper, painter, QRectF(0, page.header.top - _RULE, width, page.header.height + _RULE))
            painter.translate(0, page.header.height + _RULE)
        above = 0 if page.header is not None else _RULE
        _draw(paper, painter, QRectF(0, page.body.top - above, width, page.body.height + above + _RULE))
        painter.restore()
    painter.end()


def _draw(paper: QTextDocument, painter: QPainter, view: QRectF) -> None:
    """Draw a stretch of the column, its top where the painter stands."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(QColor("black"), QColor("white"))  # type: ignore[attr-defined]
    context.clip = view  # type: ignore[attr-defined]
    painter.save()
    painter.translate(0, -view.top())
    painter.setClipRect(view)
    paper.documentLayout().draw(painter, context)
    painter.restore()


def print_report(parent: QWidget, result: Result) -> None:
    """Ask for a printer and print the report."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setDocName(f"检查报告 {result.path.name}")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印检查报告")
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        put_on_paper(document(result), printer)
