"""Word files as one XML text: Word 2003 XML and flat OPC give what the same .docx gives."""

from __future__ import annotations

import base64

import pytest
from office_files import flat_of, paragraph, run, word, word_2003_of, word_parts, zipped

from gxdesk.document.model import MARGIN, Document, Paragraph, Table
from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes

STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="x"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
)
LISTS = (
    '<w:lists><w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>'
    '<w:lvlText w:val="%1、"/><w:suff w:val="Nothing"/></w:lvl></w:listDef>'
    '<w:list w:ilfo="7"><w:ilst w:val="3"/></w:list></w:lists>'
)


def read(body: str, before: str = "") -> Document:
    return read_bytes(word_2003_of(body, before).encode(), "报告.xml")


def texts(document: Document, role: str = "") -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.role == role]


def annotated(kind: str, content: str) -> str:
    return f'<aml:annotation w:type="Word.{kind}"><aml:content>{content}</aml:content></aml:annotation>'


def test_headings_automatic_numbers_and_sections():
    numbered = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="7"/><wx:t wx:val="x"/></w:listPr>'
    first = paragraph(run("总体情况"), properties='<w:pStyle w:val="a"/>' + numbered)
    last = paragraph(run("主动公开"), properties=numbered)
    inner = f"<wx:sub-section>{first}{paragraph(run('受理3件'))}</wx:sub-section>"
    found = read(f"<wx:sect>{inner}{last}</wx:sect>", STYLES + LISTS)
    assert texts(found) == ["一、总体情况", "受理3件", "二、主动公开"]
    assert (found.format, found.blocks[0].level, found.blocks[1].level, found.notices) == (
        "wordxml",
        1,
        0,
        (),
    )


def test_merged_cells_and_line_breaks():
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t>{}</w:r></w:p></w:tc>".format
    line = '<w:br w:type="text-wrapping"/><w:t>数</w:t>'
    rows = [
        cell('<w:vmerge w:val="restart"/>', "申请", "") + cell('<w:gridSpan w:val="2"/>', "件", line),
        cell("<w:vmerge/>", "", "") + cell("", "1", "") + cell("", "2", ""),
    ]
    found = read(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [[cell and cell.text for cell in row] for row in table.grid()] == [
        ["申请", "件\n数", "件\n数"],
        ["申请", "1", "2"],
    ]


def test_changes_comments_hidden_text_and_wrappers():
    old = annotated("Deletion", "<w:r><w:delText>3</w:delText></w:r>")
    new = annotated("Insertion", run("4"))
    comment = f"<w:r>{annotated('Comment', paragraph(run('请核对')))}</w:r>"
    found = read(
        paragraph(
            f"{run('受理')}{old}{new}<st:place>{run('件')}</st:place>{comment}{run('密', '<w:vanish/>')}"
        )
        + paragraph('<w:hlink w:dest="http://a"><w:r><w:t>网址</w:t></w:r></w:hlink>')
        + paragraph(run("藏"), properties='<w:pStyle w:val="b"/>'),
        STYLES,
    )
    assert texts(found) == ["受理4件", "网址"]
    assert [notice.kind for notice in found.notices] == ["revisions", "hidden", "comments", "hidden"]
    assert "请核对" in found.notices[2].text and "删去了“3”" in found.notices[0].text


def test_notes_headers_and_text_boxes():
    note = f"<w:r><w:footnote>{paragraph(run('脚注文字'))}</w:footnote></w:r>"
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(run('框内'))}</w:txbxContent>"
    edges = f"<w:hdr>{paragraph(run('页眉文字'))}</w:hdr><w:ftr>{paragraph(run('- 1 -'))}</w:ftr>"
    found = read(
        paragraph(f"{run('正文')}{note}{box}</v:textbox></v:shape></w:pict></w:r>")
        + f"<w:sectPr>{edges}</w:sectPr>"
    )
    assert texts(found) == ["正文", "框内"]
    assert texts(found, MARGIN) == ["脚注文字", "页眉文字"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_any_encoding(encoding: str):
    text = word_2003_of(paragraph(run("总体情况"))).replace(
        "UTF-8", "gb2312" if encoding == "gb18030" else encoding
    )
    assert texts(read_bytes(text.encode(encoding), "a.xml")) == ["总体情况"]


def test_a_flat_package_is_the_package():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    look = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    package = word(paragraph(run("总体情况"), properties=look) + paragraph(run("正文")), numbering=numbering)
    found = read_bytes(flat_of(package), "报告.xml")
    assert found.blocks == read_bytes(package, "报告.docx").blocks
    assert texts(found)[0].startswith("一、") and found.notices == ()


def test_packed_parts_of_a_flat_package():
    parts = {**word_parts(paragraph(run("正文"))), "word/vbaProject.bin": "x"}
    whole = flat_of(zipped(parts)).decode()
    packed = base64.b64encode(b"x").decode()
    text = whole.replace("<pkg:xmlData>x</pkg:xmlData>", f"<pkg:binaryData>{packed}</pkg:binaryData>")
    assert [notice.kind for notice in read_bytes(text.encode(), "a.xml").notices] == ["macro"]
    with pytest.raises(ReadError, match="已损坏"):
        read_bytes(text.replace(packed, "一").encode(), "a.xml")


def test_the_name_doc_is_mentioned_and_damage_is_told():
    data = word_2003_of(paragraph(run("正文"))).encode()
    (notice,) = read_bytes(data, "报告.doc").notices
    assert notice.kind == "format" and "Word XML" in notice.text
    with pytest.raises(ReadError, match="已损坏"):
        read_bytes(data[:-9], "报告.doc")
    with pytest.raises(ReadError, match="已损坏"):
        read_bytes(data.replace(b"body>", b"bodi>"), "报告.doc")
