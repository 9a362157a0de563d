"""Paper: the printable report through Qt's own printing, to a printer or as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from gxdesk.ui import engine

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result

_MARGINS = QMarginsF(16, 16, 16, 16)


def page_layout() -> QPageLayout:
    """Return A4 upright with room to punch holes."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        _MARGINS,
        QPageLayout.Unit.Millimeter,
    )


def document(result: Result) -> QTextDocument:
    """Return the report as a text document, black on white whatever the window's appearance."""
    paper = QTextDocument()
    paper.setDocumentMargin(0)
    paper.setHtml(engine.html_report(result))
    return paper


def pdf(result: Result) -> bytes:
    """Return the report as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout())
    writer.setResolution(300)
    writer.setTitle(f"检查报告 {result.path.name}")
    writer.setCreator("GxDesk")
    document(result).print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def print_report(parent: QWidget, result: Result) -> None:
    """Ask for a printer and print the report."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setDocName(f"检查报告 {result.path.name}")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印检查报告")
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        document(result).print_(printer)
