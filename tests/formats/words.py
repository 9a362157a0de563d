"""A document as Word files: every way drafts draw the same table."""

from __future__ import annotations

from html import escape

from office_files import flat_of, paragraph, run, word, word_2003_of

from gxdesk.document.model import Cell, Document, Paragraph, Table

LONG = 20  # rows from which a table runs over a page


def grid_spans(document: Document) -> bytes:
    """Merged cells as Word and WPS write them now: gridSpan and vMerge."""
    return word("".join(_block(block) for block in document.blocks))


def old_merges(document: Document) -> bytes:
    """Cells merged sideways with hMerge, each column's cell left in place."""
    return word("".join(_block(block, old=True) for block in document.blocks))


def cut_with_header(document: Document) -> bytes:
    """Long tables cut in two, the header repeated."""
    return word("".join(_cut(block, header=True) for block in document.blocks))


def cut_bare(document: Document) -> bytes:
    """Long tables cut in two, the second part without a header."""
    return word("".join(_cut(block, header=False) for block in document.blocks))


def controls(document: Document) -> bytes:
    """Everything in content controls."""
    inner = "".join(_block(block) for block in document.blocks)
    return word(f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")


def boxes(document: Document) -> bytes:
    """Tables in text boxes, as templates of some offices have them."""
    body = ""
    for block in document.blocks:
        drawn = _block(block)
        if isinstance(block, Table):
            text = f"<w:txbxContent>{drawn}<w:p/></w:txbxContent>"
            drawn = f"<w:p><w:r><w:pict><v:shape><v:textbox>{text}</v:textbox></v:shape></w:pict></w:r></w:p>"
        body += drawn
    return word(body)


def revised(document: Document) -> bytes:
    """Every text as a tracked insertion, with an old wording deleted before it."""
    return word("".join(_block(block, tracked=True) for block in document.blocks))


def nested(document: Document) -> bytes:
    """The whole draft in the only cell of a table that frames the page."""
    inner = "".join(_block(block) for block in document.blocks)
    return word(f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>")


def word_2003(document: Document) -> bytes:
    """Word 2003 XML: other names, sections around the text, changes as annotations."""
    body = "".join(_block(block, tracked=True) for block in document.blocks)
    for new, old in (
        ("w:vMerge", "w:vmerge"),
        ('<w:del w:id="1" w:author="a">', '<aml:annotation w:type="Word.Deletion"><aml:content>'),
        ('<w:ins w:id="2" w:author="a">', '<aml:annotation w:type="Word.Insertion"><aml:content>'),
        ("</w:del>", "</aml:content></aml:annotation>"),
        ("</w:ins>", "</aml:content></aml:annotation>"),
    ):
        body = body.replace(new, old)
    return word_2003_of(f"<wx:sect>{body}</wx:sect>").encode()


def flat(document: Document) -> bytes:
    """A .docx as one XML text, as Word saves it under the name .xml."""
    return flat_of(grid_spans(document))


def _text(text: str, tracked: bool) -> str:
    plain = run(escape(text))
    if not tracked or not text:
        return plain
    old = '<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>'
    return f'{old}<w:ins w:id="2" w:author="a">{plain}</w:ins>'


def _block(block: Paragraph | Table, old: bool = False, tracked: bool = False) -> str:
    if isinstance(block, Paragraph):
        look = '<w:jc w:val="center"/>' if block.centered else ""
        return paragraph(_text(block.text, tracked), properties=look)
    rows = "".join(_row(block, number, old, tracked) for number in range(block.rows))
    return f"<w:tbl>{rows}</w:tbl>{paragraph('')}"


def _cut(block: Paragraph | Table, header: bool) -> str:
    if isinstance(block, Paragraph) or block.rows < LONG:
        return _block(block)
    half = block.rows // 2
    rows = [_row(block, number) for number in range(block.rows)]
    heads = rows[:3] if header else []
    first, second = "".join(rows[:half]), "".join([*heads, *rows[half:]])
    return f"<w:tbl>{first}</w:tbl>{paragraph('')}<w:tbl>{second}</w:tbl>{paragraph('')}"


def _row(table: Table, number: int, old: bool = False, tracked: bool = False) -> str:
    cells: list[str] = []
    grid = table.grid()[number]
    column = 0
    while column < table.columns:
        cell = grid[column]
        width = 1 if cell is None else cell.column_span
        cells.append(_cell(cell, number, width, old, tracked))
        column += width
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell | None, row: int, width: int, old: bool, tracked: bool) -> str:
    text = cell.text if cell is not None and cell.row == row else ""
    down = ""
    if cell is not None and cell.row_span > 1:
        down = '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
    content = "".join(paragraph(_text(line, tracked)) for line in text.split("\n"))
    if not old or width == 1:
        span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{content}</w:tc>"
    first = f'<w:tc><w:tcPr><w:hMerge w:val="restart"/>{down}</w:tcPr>{content}</w:tc>'
    return first + f"<w:tc><w:tcPr><w:hMerge/>{down}</w:tcPr><w:p/></w:tc>" * (width - 1)


ALL = {
    "spans.docx": grid_spans,
    "old-merges.docx": old_merges,
    "cut-header.docx": cut_with_header,
    "cut-bare.docx": cut_bare,
    "controls.docx": controls,
    "boxes.docx": boxes,
    "revised.docx": revised,
    "framed.docx": nested,
    "word2003.xml": word_2003,
    "flat.xml": flat,
}
