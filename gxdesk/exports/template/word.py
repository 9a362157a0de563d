"""An empty draft as a Word file laid out like an official document (GB/T 9704)."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from gxdesk.exports.layout import grid
from gxdesk.exports.template import text, wordtable
from gxdesk.standards.model import Standard

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

BODY, BOLD, KAI, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
FALLBACKS = {BODY: "仿宋", KAI: "楷体", TITLE: "华文中宋"}  # what Word takes where the font is missing
_STYLES = {text.SECTION: "Heading 1", text.ASPECT: "Heading 2"}


def word_template(standard: Standard, year: int) -> bytes:
    """Return the empty draft of a report year."""
    document = begin(f"政府信息公开工作年度报告（{standard.name}，空白模板）")
    for line in text.lines(standard, year):
        if line.kind == text.TABLE:
            wordtable.draw(document, grid(standard.table(line.text)), {})
        else:
            write(document, line)
    return saved(document)


def tables_document(standard: Standard, values: Mapping[str, Mapping[str, str]], heading: str) -> bytes:
    """Return a Word file with filled tables to paste from; ``values`` are figures by table and cell id."""
    document = begin(heading)
    write(document, text.Line(text.TITLE, heading))
    for table in standard.tables:
        if table.id in values:
            write(document, text.Line(text.SECTION, f"{table.name}　{table.title}"))
            wordtable.draw(document, grid(table), values[table.id])
    return saved(document)


def begin(title: str) -> Document:
    """Return an empty document with page, styles and fonts set."""
    from docx import Document as new

    document = new()
    _page(document)
    _styles(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "GxDesk", title, ""
    return document


def saved(document: Document) -> bytes:
    """Return the bytes of a document; its font table says what stands in for missing fonts."""
    for part in document.part.package.iter_parts():
        if str(part.partname).endswith("fontTable.xml"):
            part._blob = _with_fallbacks(part.blob)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def write(document: Document, line: text.Line) -> None:
    """Append one line of words."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    words = line.text
    if line.kind == text.TITLE:  # broken by sense, before the year
        words = re.sub(r"(?=\d{4}年)", "\n", words, count=1)
    paragraph = document.add_paragraph(words, style=_STYLES.get(line.kind, "Normal"))
    if line.kind == text.TITLE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(28)
        paragraph.paragraph_format.line_spacing = Pt(36)
        run = paragraph.runs[0]
        run.font.name, run.font.size = TITLE, Pt(22)
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), TITLE)
    elif line.kind == text.SIGN:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Cm(1)
    elif line.kind == text.BODY:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        indent_first_line(paragraph._p.get_or_add_pPr())


def _page(document: Document) -> None:
    """A4 with the margins of GB/T 9704 and the page number between dashes."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm

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


def _styles(document: Document) -> None:
    """Body 仿宋 3号 at 28 points, headings 黑体 and 楷体."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt, RGBColor

    normal = cast("ParagraphStyle", document.styles["Normal"])
    set_font(normal, BODY, 16)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    normal.paragraph_format.line_spacing = Pt(28)
    for name, face in (("Heading 1", BOLD), ("Heading 2", KAI)):
        style = cast("ParagraphStyle", document.styles[name])
        set_font(style, face, 16)
        style.font.bold = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0)
        indent_first_line(style.element.get_or_add_pPr())


def set_font(style: ParagraphStyle, face: str, size: int) -> None:
    """Give a style a typeface for Chinese and a size in points; Latin letters of body text stay Times."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name = "Times New Roman" if face == BODY else face
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), face)


def indent_first_line(properties: object) -> None:
    """Indent the first line by two characters, whatever the size of the type."""
    from docx.oxml.ns import qn

    indent = properties.get_or_add_ind()  # type: ignore[attr-defined]
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), "640")


def _with_fallbacks(font_table: bytes) -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    return re.sub(rb"(?=</w:fonts>)", fonts.encode(), font_table, count=1)
