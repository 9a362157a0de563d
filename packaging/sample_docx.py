"""Writes a draft as a Word file laid out like an official document (公文格式), numbers typed or automatic."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from sample_draft import Block, Draft
from sample_tables import Grid, GridCell, grid
from sample_zip import settle

from gxdesk.exports.template.word import indent_first_line, set_font

BODY, BOLD, KAI, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
NUMBERING = 77  # the id of our list among the template's
TWIPS = 567  # a centimetre
WIDTHS = {"disclosure": [4.6, 3.6, 3.6, 3.6], "applications": [1.1, 1.7, 4.55] + [1.15] * 7}
WIDTHS |= {"review_litigation": [1.026] * 15, "statistics": [11.2, 1.9, 2.3]}


def write(draft: Draft, target: Path, auto_numbered: bool) -> None:
    """Write the file; with ``auto_numbered`` Word counts 一、 and （一） itself."""
    document = Document()
    _page(document)
    _styles(document, auto_numbered)
    for block in draft.blocks:
        if block.kind == "table":
            _table(document, draft, block.text)
        else:
            _paragraph(document, block, auto_numbered)
    _without_ballast(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "办公室", draft.blocks[0].text, ""
    document.save(str(target))
    settle(target)


def _without_ballast(document: WordDocument) -> None:
    """Leave out what the library's own empty document carries: a second set of styles and a thumbnail."""
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del owner.rels[key]


def _page(document: WordDocument) -> None:
    """A4 with the margins of GB/T 9704 and the page number between dashes."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer._p.append(parse_xml(field))
    footer.add_run(" —")


def _styles(document: WordDocument, auto_numbered: bool) -> None:
    """Body 仿宋 3号 at 28 points, headings 黑体 and 楷体, the numbers in the styles when automatic."""
    styles = document.styles
    normal = styles["Normal"]
    set_font(normal, BODY, 16)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    normal.paragraph_format.line_spacing = Pt(28)
    if auto_numbered:
        _numbering(document)
    for level, (name, face) in enumerate((("Heading 1", BOLD), ("Heading 2", KAI))):
        style = styles[name]
        set_font(style, face, 16)
        style.font.bold = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0)
        indent_first_line(style.element.get_or_add_pPr())
        if auto_numbered:
            number = (
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING}"/></w:numPr>'
            )
            style.element.pPr._insert_numPr(parse_xml(number))


def _numbering(document: WordDocument) -> None:
    """Add the list 一、 / （一） to the numbering part; definitions must precede the lists that use them."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
        for level, text in enumerate(("%1、", "（%2）"))
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(abstract)
    used = f'<w:num {nsdecls("w")} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>'
    numbering.append(parse_xml(used))


def _paragraph(document: WordDocument, block: Block, auto_numbered: bool) -> Paragraph:
    styles = {"section": "Heading 1", "aspect": "Heading 2"}
    text = block.text if auto_numbered else block.typed
    if block.kind == "title":  # broken by sense, before the year
        text = re.sub(r"(?=20\d\d年)", "\n", text, count=1)
    paragraph = document.add_paragraph(text, style=styles.get(block.kind, "Normal"))
    if block.kind == "title":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(28)
        paragraph.paragraph_format.line_spacing = Pt(36)
        run = paragraph.runs[0]
        run.font.name, run.font.size = TITLE, Pt(22)
        run._r.rPr.rFonts.set(qn("w:eastAsia"), TITLE)
    elif block.kind == "sign":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Cm(1)
    elif block.kind == "body":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        indent_first_line(paragraph._p.get_or_add_pPr())
    return paragraph


def _table(document: WordDocument, draft: Draft, table: str) -> None:
    """Append one table and, as Word does, a paragraph behind it."""
    dropped = frozenset(row.split("/")[1] for row in draft.dropped if row.startswith(f"{table}/"))
    layout = grid(draft.standard, table, dropped)
    widths = [round(width * TWIPS) for width in WIDTHS[table]]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(draft, layout, at, widths) for at in range(layout.rows))
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 15), ("left", 40), ("bottom", 15), ("right", 40))
    )
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    gap = document.add_paragraph()
    gap.paragraph_format.line_spacing = Pt(14)


def _row(draft: Draft, layout: Grid, at: int, widths: list[int]) -> str:
    """Return a table row; cells merged downwards are repeated empty, as the file format wants."""
    covering = [cell for cell in layout.cells if cell.row <= at < cell.row + cell.rows]
    covering.sort(key=lambda cell: cell.column)
    head = "<w:tblHeader/>" if at < layout.header else ""
    height = {"applications": 360, "statistics": 330}.get(layout.table, 460)
    cells = "".join(_cell(draft, layout.table, cell, at, widths) for cell in covering)
    properties = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(draft: Draft, table: str, cell: GridCell, at: int, widths: list[int]) -> str:
    text = draft.cells[f"{table}/{cell.id}"] if cell.id else cell.text
    text = draft.labels.get(f"{table}/{cell.label}", text) if cell.label else text
    merge = ""
    if cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if at == cell.row else "<w:vMerge/>"
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    width = sum(widths[cell.column : cell.column + cell.columns])
    item = cell.label if table == "applications" else table == "statistics" and at and not cell.column
    side = "left" if item else "center"
    size = 21 if table == "disclosure" else 18
    fonts = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
    run = f'<w:r><w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="{side}"/></w:pPr>'
        f"{run if at == cell.row and text else ''}</w:p></w:tc>"
    )
