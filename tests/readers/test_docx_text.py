"""Word paragraphs: the text a person sees on the page, and where it stands in the file."""

import io

import docx
import pytest
from office_files import NAMESPACES, cell, paragraph, run, table, word, word_parts, zipped

from gxdesk.document.model import Document, Paragraph
from gxdesk.readers import read_bytes


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def read(body: str, **parts: str) -> Document:
    return read_bytes(word(body, **parts), "a.docx")


def notices(document: Document, kind: str) -> list[str]:
    return [notice.text for notice in document.notices if notice.kind == kind]


def test_empty_paragraphs_are_no_blocks_but_count_as_python_docx_counts_them():
    built = docx.Document()
    for text in ("标题", "", "  ", "正文"):
        built.add_paragraph(text)
    built.add_table(1, 2).cell(0, 0).text = "格"
    built.add_paragraph("表后")
    buffer = io.BytesIO()
    built.save(buffer)
    document = read_bytes(buffer.getvalue(), "a.docx")
    places = [block.origin.locate(None, None) for block in document.blocks]
    assert places == [
        {"paragraph": 0},
        {"paragraph": 3},
        {"table": 0, "row": 0, "column": 0},
        {"paragraph": 4},
    ]
    assert [built.paragraphs[place["paragraph"]].text for place in places if "paragraph" in place] == texts(
        document
    )


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲乙"),
        ("<w:r><w:t>0471</w:t><w:noBreakHyphen/><w:t>123</w:t></w:r>", "0471-123"),
        ('<w:hyperlink r:id="r9"><w:r><w:t>网址</w:t></w:r></w:hyperlink>', "网址"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>同意</w:t></w:r>', "☑同意"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>xī</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>西</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "西",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
    ],
)
def test_run_content(inner: str, shown: str):
    assert texts(read(f"<w:p>{inner}</w:p>")) == [shown]


def test_a_field_shows_its_result_and_not_its_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r>'
        "<w:r><w:t>内部</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3153</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read(paragraph("共", field, "件"))) == ["共3153件"]


def test_characters_of_symbol_fonts_are_shown_as_signs():
    body = paragraph("\uf0fe已公开") + paragraph("\uf0b7 一", "\uf0a7") + table(cell("\uf0a3"))
    assert texts(read(body)) == ["☑已公开", "• 一□", "□"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" EQ \o\ac(○,</w:instrText><w:instrText>3) ", "③"),
        (r"eq \o\ac(□,三)", "三"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yù),玉)', "玉"),
        (r"EQ \o(\s\up 5(云州市),\s\do 2(教育局))", "云州市教育局"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(,x\,y)", "√x,y"),
        (r"EQ \o\ac(○,", "○"),
        (r"EQ " + r"\o(" * 900, ""),
        ("EQUATION 3", ""),
    ],
)
def test_what_word_writes_into_an_instruction_is_shown(instruction: str, shown: str):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read(paragraph("第", field, "项"))) == [f"第{shown}项"]


def test_an_unfinished_field_does_not_swallow_the_rest_of_the_draft():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(read(paragraph("甲", begun) + paragraph("乙"))) == ["甲", "乙"]


def test_insertions_stay_deletions_go_and_the_clerk_is_told():
    body = paragraph(
        "受理", "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>", f"<w:ins>{run('13')}</w:ins>", "件"
    )
    document = read(body)
    assert texts(document) == ["受理13件"]
    [notice] = [notice for notice in document.notices if notice.kind == "revisions"]
    assert "增加了“13”" in notice.text and "删去了“12”" in notice.text
    assert notice.place.block == 0 and notice.place.label == "第1段"


def test_hidden_text_is_left_out_and_named():
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph("公开", run("内部数字", "<w:vanish/>"), run("样式隐藏", '<w:rStyle w:val="H"/>'))
    body += paragraph(run("显示", '<w:vanish w:val="0"/>'))
    document = read(body, styles=styles)
    assert texts(document) == ["公开", "显示"]
    assert ["内部数字" in notices(document, "hidden")[0], "样式隐藏" in notices(document, "hidden")[1]] == [
        True
    ] * 2


def test_white_letters_on_the_page_are_named_but_not_those_on_a_dark_ground():
    white = '<w:color w:val="FFFFFF"/>'
    body = paragraph("公开", run("内部数字", white))
    body += paragraph(run("深底", white), properties='<w:shd w:fill="000000"/>')
    body += paragraph(run("底色", white + '<w:highlight w:val="black"/>'))
    body += table(cell(paragraph(run("表头", white))) + cell("1"))
    document = read(body)
    [text] = notices(document, "hidden")
    assert "白色文字“内部数字”" in text and texts(document)[0] == "公开内部数字"


def test_an_embedded_file_is_not_passed_over_in_silence():
    assert "没有读取" in notices(read(paragraph("正文") + '<w:altChunk r:id="r9"/>'), "damaged")[0]


def test_comments_are_quoted():
    reference = '<w:r><w:commentReference w:id="3"/></w:r>'
    comments = f'<w:comment w:id="3">{paragraph("请核对件数")}</w:comment>'
    document = read(paragraph("正文", reference), comments=comments)
    assert "请核对件数" in notices(document, "comments")[0]


def test_large_pictures_are_noticed_small_ones_not():
    def picture(width: int) -> str:
        extent = f'<wp:extent cx="{width}" cy="9"/>'
        return f"<w:r><w:drawing><wp:inline>{extent}<a:blip/></wp:inline></w:drawing></w:r>"

    document = read(paragraph("徽标", picture(300_000)) + paragraph(picture(5_000_000)))
    [notice] = [notice for notice in document.notices if notice.kind == "image"]
    assert notice.place.label == "第2段" and "图片" in notice.text


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{paragraph('框中字')}</w:txbxContent>"
    anchor = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(paragraph("前", anchor) + paragraph("后"))
    assert texts(document) == ["前", "框中字", "后"]
    assert [block.origin.label() for block in document.blocks] == ["第1段", "第1段后的文本框第1段", "第2段"]
    assert [block.origin.locate(None, None)["paragraph"] for block in document.blocks] == [0, 2, 1]


def test_content_controls_around_paragraphs_keep_the_numbers_of_the_others():
    body = f"<w:sdt><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>" + paragraph("正文")
    document = read(body)
    assert [
        (block.text, block.origin.locate(None, None)["paragraph"]) for _, block in document.paragraphs()
    ] == [
        ("目录", 1),
        ("正文", 0),
    ]


def test_a_one_cell_table_is_a_frame_around_paragraphs():
    inner = paragraph("一、总体情况") + paragraph("正文")
    document = read(table(f"<w:tc>{inner}</w:tc>") + table("<w:tc><w:p/></w:tc><w:tc><w:p/></w:tc>"))
    assert texts(document) == ["一、总体情况", "正文"]
    assert [table.origin.locate(None, None)["table"] for _, table in document.tables()] == [1]


def test_levels_and_alignment_come_from_style_or_paragraph():
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="0"/></w:style>'
        '<w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:styleId="0"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )
    body = (
        paragraph("甲", properties='<w:pStyle w:val="1"/>')
        + paragraph("乙", properties='<w:pStyle w:val="2"/><w:jc w:val="left"/>')
        + paragraph("丙", properties='<w:outlineLvl w:val="2"/><w:jc w:val="center"/>')
        + paragraph("丁", properties='<w:pStyle w:val="没有"/>')
    )
    found = [(block.level, block.centered) for _, block in read(body, styles=styles).paragraphs()]
    assert found == [(1, True), (2, False), (3, True), (0, False)]


def test_strict_open_xml_is_read_like_the_ordinary_kind():
    parts = word_parts(paragraph("严格格式"))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read_bytes(zipped(parts), "a.docx")) == ["严格格式"]


def test_damaged_styles_do_not_stop_the_reading():
    parts = word_parts(paragraph("正文", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering="")
    parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}><w:num>"
    document = read_bytes(zipped(parts), "a.docx")
    assert texts(document) == ["正文"]
    assert "自动编号可能不全" in notices(document, "damaged")[0]


def test_macros_are_noticed():
    parts = word_parts(paragraph("正文"))
    parts["word/vbaProject.bin"] = b"x"
    assert "宏" in notices(read_bytes(zipped(parts), "a.docm"), "macro")[0]


def test_many_revisions_are_counted_not_listed():
    body = "".join(paragraph(f"<w:ins>{run(f'第{number}处')}</w:ins>") for number in range(100))
    told = notices(read(body), "revisions")
    assert len(told) == 61 and told[-1] == "同类情况另有 40 处，不再逐一列出。"


def test_dropping_the_looks_before_parsing_changes_nothing_that_is_read():
    looks = '<w:rFonts w:ascii="宋体"/><w:b/><w:sz w:val="32"/><w:vanish/><w:szCs w:val="32"/>'
    body = paragraph(
        run("隐", looks), "<w:bookmarkStart w:id='1'/>", "显", properties='<w:jc w:val="center"/>'
    )
    body += table(cell("甲", '<w:tcW w:w="9"/><w:gridSpan w:val="2"/>') + cell("乙"))
    plain = read(body)
    other_prefix = {
        name: content.replace("w:", "q:").replace("xmlns:w=", "xmlns:q=")
        if isinstance(content, str) and name == "word/document.xml"
        else content
        for name, content in word_parts(body).items()
    }
    assert texts(plain) == ["显"] and plain == read_bytes(zipped(other_prefix), "a.docx")


def _part(kind: str, inner: str) -> str:
    return f"<w:{kind} {NAMESPACES}>{inner}</w:{kind}>"


def with_parts(body: str, **parts: str) -> Document:
    """Read a file with parts named after the kind of relation: ``header1`` is a header."""
    files = word_parts(body)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kinds}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
            for name in parts
        )
        + "</Relationships>"
    )
    return read_bytes(zipped(files | {f"word/{name}.xml": part for name, part in parts.items()}), "a.docx")


def test_notes_headers_and_footers_come_last_with_names_of_their_own():
    note = '<w:footnote w:id="{}"{}>{}</w:footnote>'
    found = with_parts(
        paragraph("正文"),
        header1=_part("hdr", paragraph("云州市教育局")),
        header2=_part("hdr", paragraph("云州市教育局")),
        footer1=_part("ftr", paragraph("- 3 -") + paragraph("内部资料")),
        footnotes=_part(
            "footnotes",
            note.format(-1, ' w:type="separator"', paragraph("线"))
            + note.format(2, "", paragraph("不含下属单位"))
            + note.format(3, "", paragraph("见附件")),
        ),
    )
    assert [(block.text, block.role, block.origin.label()) for block in found.blocks] == [
        ("正文", "", "第1段"),
        ("内部资料", "margin", "页脚"),
        ("不含下属单位", "margin", "脚注1"),
        ("见附件", "margin", "脚注2"),
        ("云州市教育局", "margin", "页眉"),
    ]
    assert found.place(2, 0, 2).to_json() == {"label": "脚注1", "part": "footnote 2", "start": 0, "end": 2}


def test_a_damaged_footnote_part_is_noticed_and_the_text_read():
    found = with_parts(paragraph("正文"), footnotes="<w:footnotes><w:t ")
    assert texts(found) == ["正文"]
    assert [notice.kind for notice in found.notices] == ["damaged"]


DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'


def test_a_deleted_paragraph_mark_joins_what_it_parted():
    body = paragraph("受理申请", properties=DELETED_MARK) + paragraph("12件。") + paragraph("下一段")
    found = read(body)
    assert texts(found) == ["受理申请12件。", "下一段"]
    assert found.blocks[0].origin.locate(None, None) == {"paragraph": 0}
    assert found.blocks[1].origin.locate(None, None) == {"paragraph": 2}
    assert notices(found, "revisions")


def test_a_deleted_mark_before_a_table_or_the_end_loses_no_text():
    body = paragraph("甲", properties=DELETED_MARK) + table(cell("一") + cell("二"))
    assert texts(read(body)) == ["甲"]
    assert texts(read(paragraph("乙", properties=DELETED_MARK))) == ["乙"]


def test_a_deleted_mark_joins_inside_a_cell_only():
    inner = paragraph("总", properties=DELETED_MARK) + paragraph("计") + paragraph("（件）")
    found = read(table(cell(inner) + cell(paragraph("丁", properties=DELETED_MARK))) + paragraph("戊"))
    assert [c.text for c in found.blocks[0].cells] == ["总计\n（件）", "丁"]
    assert texts(found) == ["戊"]


def test_styles_are_understood_whatever_their_prefix():
    styles = (
        '<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<x:style x:type="paragraph" x:styleId="a1"><x:name x:val="heading 2"/>'
        '<x:pPr><x:jc x:val="center"/></x:pPr></x:style></x:styles>'
    )
    found = with_parts(paragraph("标题", properties='<w:pStyle w:val="a1"/>'), styles=styles)
    assert (found.blocks[0].level, found.blocks[0].centered) == (2, True)


def test_hidden_table_rows_are_left_out_and_noticed():
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('去年数')}{cell('9')}</w:tr>"
    found = read(table(cell("项目") + cell("数"), hidden, cell("规章") + cell("2")))
    assert [c.text for c in found.blocks[0].cells] == ["项目", "数", "规章", "2"]
    assert "去年数" in notices(found, "hidden")[0]
