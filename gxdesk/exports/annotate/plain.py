"""An annotated Word file made from what was read, for drafts that cannot carry comments themselves."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from gxdesk.checklist.result import Result
from gxdesk.document.model import Paragraph, Table
from gxdesk.document.place import GridOrigin, ParagraphOrigin
from gxdesk.exports.annotate.oox import writable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell

MOST_COLUMNS = 63  # Word draws no more
_WIDTH = 16.2  # centimetres between the margins
_NOTE = "本文件由 GxDesk 根据草稿“{}”的内容生成，只供查看批注；修改请在原文件中进行。"


def annotate_plain(result: Result, summary: bool = False) -> bytes:
    """Return a Word file with the text and tables of any draft, its findings as comments."""
    from docx.shared import Pt

    from gxdesk.exports.annotate.word import annotate_word

    document = _begin()
    blocks: list[Paragraph | Table] = []
    note = document.sections[0].header.paragraphs[0]
    note.add_run(writable(_NOTE.format(result.path.name))).font.size = Pt(9)
    paragraphs = 0
    title = result.report.identity.title_block
    headings = {section.place.block for section in result.report.sections if section.present}
    for index, block in enumerate(result.report.document.blocks):
        if isinstance(block, Paragraph):
            _paragraph(document, block, index == title, index in headings)
            blocks.append(replace(block, text=_shown(block.text), origin=ParagraphOrigin(index)))
            paragraphs += 1
        else:
            _table(document, block)
            document.add_paragraph().paragraph_format.space_after = 0
            blocks.append(_moved(block, index - paragraphs))
    stream = io.BytesIO()
    document.save(stream)
    drawn = replace(result.report.document, blocks=tuple(blocks))
    moved = replace(result, report=replace(result.report, document=drawn))
    return annotate_word(moved, stream.getvalue(), summary)


def _moved(block: Table, table: int) -> Table:
    """Return the block with the places it has in the drawn file."""
    cells = tuple(replace(cell, origin=GridOrigin(table, cell.row, cell.column)) for cell in block.cells)
    return replace(block, cells=cells, origin=GridOrigin(table))


def _shown(text: str) -> str:
    return writable(text).replace("\r", " ")


def _begin() -> WordDocument:
    from docx import Document
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin = page.bottom_margin = Cm(2.5)
    page.left_margin = page.right_margin = Cm(2.4)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "宋体", Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    document.core_properties.author = "GxDesk"
    return document


def _paragraph(document: WordDocument, block: Paragraph, title: bool, heading: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    run = paragraph.add_run(_shown(block.text))
    if block.centered or title:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if title:
        run.font.size = Pt(16)
    run.bold = title or heading or bool(block.level) or None


def _table(document: WordDocument, block: Table) -> None:
    """Draw the grid with its merged cells; a grid Word would refuse is drawn as far as it goes."""
    columns = min(block.columns, MOST_COLUMNS)
    table: WordTable = document.add_table(block.rows, columns, style="Table Grid")
    _widths(table, block)
    drawn_cells = table._cells  # once: asking the table for each cell takes half a second
    for cell in block.cells:
        if cell.column >= MOST_COLUMNS:
            continue
        last_row = min(cell.row + cell.row_span, block.rows) - 1
        last_column = min(cell.column + cell.column_span, columns) - 1
        drawn = drawn_cells[cell.row * columns + cell.column]
        if (last_row, last_column) != (cell.row, cell.column):
            drawn = drawn.merge(drawn_cells[last_row * columns + last_column])
        drawn.text = _shown(cell.text)
        _small(drawn)


def _widths(table: WordTable, block: Table) -> None:
    """Give columns with long texts more room: a third of a page for labels, the rest alike."""
    from docx.shared import Cm

    columns = min(block.columns, MOST_COLUMNS)
    longest = [4] * columns
    for cell in block.cells:
        if cell.column_span == 1 and cell.column < columns:
            longest[cell.column] = max(longest[cell.column], min(24, len(cell.text)))
    table.autofit = False
    for number, length in enumerate(longest):
        table.columns[number].width = Cm(_WIDTH * length / sum(longest))


def _small(cell: WordCell) -> None:
    from docx.shared import Pt

    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(0)
        for run in paragraph.runs:
            run.font.size = Pt(9)
