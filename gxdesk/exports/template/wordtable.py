"""A statutory table drawn into a Word document: exact widths, merged cells, header repeated on every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from gxdesk.exports.annotate.oox import writable
from gxdesk.exports.layout import Grid, GridCell

if TYPE_CHECKING:
    from docx.document import Document

TWIPS = 567  # a centimetre
WIDTH = 15.6  # centimetres between the margins of an official document
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = (("top", 15), ("left", 40), ("bottom", 15), ("right", 40))


def draw(document: Document, layout: Grid, values: Mapping[str, str]) -> None:
    """Append the table and a small paragraph behind it; ``values`` are the figures by ``row.column``."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    widths = [round(width * TWIPS) for width in _widths(layout)]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(layout, at, widths, values) for at in range(layout.rows))
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _MARGINS)
    xml = (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
    document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    document.add_paragraph().paragraph_format.line_spacing = Pt(14)


def _widths(layout: Grid) -> list[float]:
    """Return the widths of the grid columns in centimetres."""
    figures = layout.columns - layout.labels
    if layout.labels == 0:
        return [WIDTH / figures] * figures
    if layout.labels == 1:
        return [4.6, *[(WIDTH - 4.6) / figures] * figures]
    groups = [1.1, 1.7, *[1.4] * (layout.labels - 3)][: layout.labels - 1]
    each = min(1.6, max(0.9, 8.2 / figures))
    return [*groups, WIDTH - sum(groups) - each * figures, *[each] * figures]


def _row(layout: Grid, at: int, widths: list[int], values: Mapping[str, str]) -> str:
    """Return a row; cells merged downwards are repeated empty, as the file format wants it."""
    covering = [cell for cell in layout.cells if cell.row <= at < cell.row + cell.rows]
    covering.sort(key=lambda cell: cell.column)
    head = "<w:tblHeader/>" if at < layout.header else ""
    height = 360 if layout.labels > 1 else 460
    cells = "".join(_cell(layout, cell, at, widths, values) for cell in covering)
    properties = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}'
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(layout: Grid, cell: GridCell, at: int, widths: list[int], values: Mapping[str, str]) -> str:
    text = writable(values.get(cell.id, "") if cell.id else cell.text)
    merge = ""
    if cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if at == cell.row else "<w:vMerge/>"
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    width = sum(widths[cell.column : cell.column + cell.columns])
    side = "left" if cell.label and layout.labels > 1 else "center"
    look = (
        '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
        f'<w:sz w:val="{21 if layout.labels == 1 else 18}"/></w:rPr>'
    )
    run = f"<w:r>{look}<w:t>{escape(text)}</w:t></w:r>" if at == cell.row and text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/>'
        f'<w:jc w:val="{side}"/>{look}</w:pPr>{run}</w:p></w:tc>'
    )
