"""Saved web pages: text, tables, page furniture, hidden text, encodings and places."""

from __future__ import annotations

import base64
import quopri

import pytest
from pages import as_archive

from gxdesk.document.model import FURNITURE, Document, Paragraph, Table
from gxdesk.document.place import PageOrigin
from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes


def page(body: str, head: str = "") -> Document:
    markup = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(markup.encode(), "报告.html")


def texts(document: Document, role: str = "") -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.role == role]


def grid(document: Document) -> list[list[str]]:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_paragraphs_end_at_blocks_and_line_breaks():
    found = page("<p>　　一、总体情况</p><div>受理<b>12</b>件<br>办结\n11 件<p>其余<span>未办结")
    assert texts(found) == ["一、总体情况", "受理12件", "办结 11 件", "其余未办结"]


def test_entities_are_resolved_and_full_width_space_stays():
    assert texts(page("<p>甲&amp;乙&nbsp;&#19968;　二&lt;</p>")) == ["甲&乙\u00a0一　二<"]


def test_heading_level_and_centring():
    first, second, third = page(
        "<h2>总体情况</h2><center>标题</center><div style='text-align:center'><p>丙</p></div>"
    ).blocks
    assert (first.level, second.centered, third.centered) == (2, True, True)


def test_spans_make_a_grid_and_hidden_rows_go():
    found = page(
        "<table><tr><td rowspan=2>申请<td colspan=2>人员<tr><td>自然人<td>总计"
        "<tr style='display:none'><td>藏<td>1<td>1<tr><td>新收<td>3<td>3</table>"
    )
    assert grid(found) == [["申请", "人员", "人员"], ["申请", "自然人", "总计"], ["新收", "3", "3"]]


def test_rowspan_zero_and_absurd_spans_stay_inside_the_table():
    found = page("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td colspan=900000>3</table>")
    assert [row[0] for row in grid(found)] == ["甲", "甲", "甲"]


def test_tables_that_lay_out_the_page_are_unwrapped():
    found = page(
        "<table><tr><td>栏目<td><table><tr><td>正文第一段。</table>"
        "<table><tr><td>项目<td>数量<tr><td>规章<td>2</table></table>"
    )
    assert texts(found) == ["栏目", "正文第一段。"]
    assert grid(found) == [["项目", "数量"], ["规章", "2"]]


def test_navigation_share_bars_and_footers_are_furniture():
    found = page(
        "<nav><a>首页</a><p>新闻</p></nav><div class='shareBox-bdshare'>微信</div>"
        "<p>正文。</p><ul><li><a>甲</a><li><a>乙</a><li><a>丙</a><li><a>丁</a></ul><footer>版权</footer>"
    )
    assert texts(found) == ["正文。"]
    assert texts(found, FURNITURE) == ["首页", "新闻", "微信", "甲", "乙", "丙", "丁", "版权"]


def test_a_class_name_does_not_make_the_report_itself_furniture():
    text = "2024年，本机关认真贯彻《中华人民共和国政府信息公开条例》，持续加大主动公开力度，提高公开质量。"
    assert texts(page(f"<div class='main-nav-content'><p>{text}</p></div>")) == [text]


def test_scripts_styles_and_form_fields_are_no_text():
    found = page(
        "<script>var a='<p>x</p>';</script><style>p{}</style><p>正文</p><button>提交</button><select><option>"
    )
    assert texts(found) == ["正文"]


@pytest.mark.parametrize(
    "look", ["style='display: none'", "style='visibility:hidden'", "hidden", "style='mso-hide:all'"]
)
def test_hidden_text_is_left_out_and_noticed(look: str):
    found = page(f"<p>正文<span {look}>内部意见</span></p>")
    assert texts(found) == ["正文"]
    (notice,) = found.notices
    assert notice.kind == "hidden" and "内部意见" in notice.text


def test_deleted_text_and_large_pictures_are_noticed_small_ones_are_not():
    found = page(
        "<p>受理<del>3</del><ins>4</ins>件</p><img src='http://x/1.png' width='640'><img width='16'>"
    )
    assert texts(found) == ["受理4件"]
    assert [notice.kind for notice in found.notices] == ["revisions", "image"]


def test_places_name_paragraph_cell_and_source_line():
    found = page("\n<p>甲</p>\n<p>\n乙</p>\n<table>\n<tr><td>项目<td>数\n<tr><td>丙<td>3</table>")
    second, table = found.blocks[1], found.blocks[2]
    assert second.origin == PageOrigin(1, 4)
    assert found.place(1).label == "第2段（网页源文件第4行）"
    assert table.cells[3].origin.locate(None, None) == {"table": 0, "row": 1, "column": 1, "line": 7}


def test_kept_white_space_makes_lines():
    assert [(b.text, b.origin.line) for b in page("<pre>甲\n\n乙</pre>").blocks] == [("甲", 1), ("乙", 3)]


def test_ordered_lists_show_their_numbers():
    assert texts(page("<ol start=3><li>甲<li>乙</ol>")) == ["3. 甲", "4. 乙"]


@pytest.mark.parametrize(
    ("charset", "said"),
    [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("big5", "big5"), ("utf-16", "utf-16"), ("gb18030", "utf-8")],
)
def test_the_encoding_is_found_whatever_the_page_says(charset: str, said: str):
    text = "受理政府信息公开申请的情况。"
    if charset == "big5":
        text = "本機關政府資訊公開工作情況報告，受理申請的件數如下。"
    markup = f"<html><head><meta charset='{said}'></head><body><p>{text}</p></body></html>"
    assert texts(read_bytes(markup.encode(charset), "a.htm")) == [text]


def test_a_web_archive_is_opened():
    document = Document((Paragraph("一、总体情况", PageOrigin(0)),), "html")
    found = read_bytes(as_archive(document), "报告.mht")
    assert texts(found) == ["一、总体情况"]
    assert found.blocks[0].origin.line is None  # lines inside the archive are not lines of the file


def test_pages_named_doc_or_xls_are_read_and_the_name_is_mentioned():
    for name in ("报告.doc", "报告.xls"):
        found = read_bytes("<table><tr><td>项目<td>数<tr><td>甲<td>1</table>".encode(), name)
        assert grid(found)[1] == ["甲", "1"]
        assert [n.kind for n in found.notices] == ["format"] and "网页" in found.notices[0].text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<html><body>" + b"<div>" * 1000 + b"x", "嵌套"),
        (b"<html><body><script>1</script></body></html>", "没有文字"),
        (b"<html><frameset><frame src='a.htm'></frameset></html>", "框架"),
        (b"MIME-Version: 1.0\r\nContent-Type: image/gif\r\n\r\nR0", "没有网页正文"),
        (b"<table><tr>" + b"<td>1" * 9000 + b"<tr><td>1<td>2</table>", "大得不正常"),
    ],
)
def test_refused_with_advice(data: bytes, told: str):
    with pytest.raises(ReadError, match=told) as caught:
        read_bytes(data, "a.html")
    assert "请" in str(caught.value)


def test_a_spreadsheet_saved_as_a_page_is_taken_apart():
    found = page(
        "<table><tr><td colspan=3>某局2024年度报告<tr><td colspan=3>一、总体情况"
        "<tr><td>项目<td>甲<td>乙<tr><td>规章<td>1<td>2"
        "<tr style='display:none'><td>藏<td>1<td>1<tr><td colspan=3>二、主动公开<br>全年公开5条。"
        "<tr><td>丙<td>3<td>4<tr><td>丁<td>5<td>6</table>"
    )
    first, second = [block for block in found.blocks if isinstance(block, Table)]
    assert texts(found) == ["某局2024年度报告", "一、总体情况", "二、主动公开", "全年公开5条。"]
    assert ([cell.text for cell in first.cells[:3]], first.rows) == (["项目", "甲", "乙"], 2)
    assert second.cells[4].origin.locate(None, None)["row"] == 6
    (notice,) = found.notices
    assert notice.kind == "hidden" and "藏" in notice.text


def test_a_title_row_stays_in_a_table_among_paragraphs():
    found = page("<p>正文</p><table><tr><td colspan=2>第一项<tr><td>规章<td>1<tr><td>文件<td>2</table>")
    assert grid(found)[0] == ["第一项", "第一项"]


def test_comments_of_word_are_noticed_and_no_text():
    found = page(
        "<p>正文<a class=msocomanchor href='#c'>[a1]</a></p>"
        "<div style='mso-element:comment-list'><p>请核对</p></div>"
    )
    assert texts(found) == ["正文"]
    assert [(notice.kind, "请核对" in notice.text) for notice in found.notices] == [("comments", True)]


def told(document: Document) -> list[tuple[str, str]]:
    """The kind of every notice and the words it quotes."""
    return [(notice.kind, notice.text.partition("“")[2].partition("”")[0]) for notice in document.notices]


@pytest.mark.parametrize(
    "look",
    [
        "font-size:0", "font-size: 1px", "opacity: 0", "text-indent:-9999px", "visibility:collapse",
        "position:absolute; left:-2000px", "position:absolute;clip:rect(0 0 0 0)", "height:0;overflow:hidden",
    ],
)  # fmt: skip
def test_text_made_too_small_or_moved_off_the_page_is_hidden(look: str):
    inline = page(f"<p>正文<span style='{look}'>内部意见</span></p>")
    by_class = page("<p>正文<span class='a b'>内部意见</span></p>", f"<style>span.b{{{look}}}</style>")
    for found in (inline, by_class):
        assert (texts(found), told(found)) == (["正文"], [("hidden", "内部意见")])


@pytest.mark.parametrize(
    "look", ["font-size:9pt", "opacity:.5", "text-indent:-2em", "height:0", "left:-2000px"]
)
def test_small_or_shifted_text_is_not_hidden(look: str):
    found = page(f"<p>正文<span style='{look}'>一段</span></p>")
    assert (texts(found), found.notices) == (["正文一段"], ())


@pytest.mark.parametrize(
    "look", ["color:#fff", "COLOR: White", "color:rgb(255, 255, 254)", "color:transparent"]
)
def test_white_text_is_read_and_noticed(look: str):
    for found in (page(f"<p>前</p><p>正文<span style='{look}'>密</span>完</p>"),
                  page("<p>前</p><p>正文<b id=w>密</b>完</p>", f"<style>#w{{{look}}}</style>")):  # fmt: skip
        assert (texts(found), told(found)) == (["前", "正文密完"], [("hidden", "密")])
        assert found.notices[0].place.block == 1


def test_text_in_the_colour_of_what_is_behind_it_is_noticed_in_cells_too():
    found = page(
        "<div style='background:#eee'><p style='color:#eeeeee'>暗</p></div>"
        "<table bgcolor=#ffffff><tr><td><font color=white>甲</font><td>1"
        "<tr style='color:#fff'><td>乙<td>2</table>"
    )
    assert told(found) == [("hidden", "暗"), ("hidden", "甲"), ("hidden", "乙"), ("hidden", "2")]
    assert found.notices[1].place.row == 0 and found.notices[3].place.column == 1


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p style='background:#039;color:#fff'>蓝底</p>", ""),
        ("<table><tr bgcolor=#003399><td><font color=#fff>项目</font><td>数<tr><td>甲<td>1</table>", ""),
        ("<table class=t><tr><th style='color:#fff'>项<th>数<tr><td>1<td>2</table>", ".t th{background:red}"),
        ("<p style='background-image:url(a.png);color:#fff'>图上</p>", ""),
        ("<div class=h><p style='color:#fff'>栏目</p></div>", ".a .h{background-image:url(a.png)}"),
        ("<div style='background:url(a.png)'><b style='color:#fff'>栏目</b></div>", ""),
        ("<p style='color:#f00'>红字</p>", "@media print{p{display:none}}"),
        ("<p>正文</p>", "p:hover .x, .y p{display:none} .z{color:#fff}"),
    ],
)  # fmt: skip
def test_light_text_on_dark_is_not_hidden(body: str, style: str):
    found = page(f"<p>前</p>{body}", f"<style>{style}</style>")
    assert found.notices == () and len(found.blocks) == 2


def test_dark_backgrounds_of_style_sheets_outside_are_allowed_for():
    link = "<link rel=stylesheet href=a.css>"
    assert page("<p>前<div class=h><p style='color:#fff'>栏目</p></div>", link).notices == ()
    assert told(page("<p class=h>前<b style='color:#fff'>密</b></p>", link)) == [("hidden", "密")]


def test_a_report_that_a_script_shows_is_read_and_links_for_the_blind_are_no_secret():
    text = "全年受理政府信息公开申请情况如下。" * 40
    style = "<style>.tab{display:none} .skip{position:absolute;left:-9999px}</style>"
    found = page(f"<a class=skip href='#main'>跳到正文</a><div class=tab><p>{text}</p></div>", style)
    assert (texts(found), found.notices) == ([text], ())


def test_parts_of_the_page_that_scripts_show_are_no_secret_but_sentences_are():
    style = "<style>.pop{display:none} .sr{position:absolute;clip:rect(0 0 0 0)}</style>"
    found = page("<span class=sr>当前位置</span><div class=pop>扫码关注</div><p>正文</p>", style)
    assert (texts(found), found.notices) == (["正文"], ())
    assert told(page("<p>正文</p><div class=pop>此件不予公开。</div>", style)) == [
        ("hidden", "此件不予公开。")
    ]
    assert told(page("<p>正文</p><div style='display:none'>扫码</div>")) == [("hidden", "扫码")]


def test_what_shows_again_inside_something_hidden_is_read():
    found = page(
        "<div style='font-size:0'><span style='font-size:14px'>甲</span></div>"
        "<div style='visibility:hidden'><p style='visibility:visible'>乙</p></div>"
        "<div style='font-size:0'><b style='font-size:0px'>丙</b></div>"
    )
    assert (texts(found), told(found)) == (["甲", "乙"], [("hidden", "丙")])


def test_hidden_letters_do_not_move_the_cells_beside_them():
    found = page("<table><tr><td>项<td style='font-size:0'>密<td>数<tr><td>甲<td>1<td>2</table>")
    assert grid(found) == [["项", "密", "数"], ["甲", "1", "2"]]
    assert told(found) == [("hidden", "密")]


def test_what_is_filled_into_the_cells_of_a_form_is_read():
    found = page(
        "<p>搜索<input value='关键字'></p><table>"
        "<tr><td>规章<td><input value='3'><td><input type=hidden value=9>"
        "<tr><td>文件<td><select><option>1<option selected>5</select><td><textarea>无</textarea>"
        "<input type=submit value='提交'></table>"
    )
    assert texts(found) == ["搜索"]
    assert grid(found) == [["规章", "3", ""], ["文件", "5", "无"]]


def test_the_foot_of_a_table_comes_last_and_readings_over_characters_are_left_out():
    found = page(
        "<table><tfoot><tr><td>合计<td>3</tfoot><tr><td>甲<td>3</tr><thead><tr><th>项目<th>数</thead></table>"
        "<p><ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby>字</p>"
    )
    assert grid(found) == [["项目", "数"], ["甲", "3"], ["合计", "3"]]
    assert texts(found) == ["汉字"]


def test_nothing_after_an_embedded_object_is_lost():
    found = page("<p>前</p><iframe src='http://x/'>框</iframe><embed src='http://x/a.swf'><p>后</p>")
    assert texts(found) == ["前", "后"]


def test_lists_numbered_in_chinese():
    style = "list-style-type: cjk-ideographic"
    found = page(
        f"<ol style='{style}'><li>甲<li value=3>乙<li>丙</ol><ol style='list-style:none'><li>丁</ol>"
    )
    assert texts(found) == ["一、甲", "三、乙", "四、丙", "丁"]


def test_centring_may_stand_in_a_style_sheet():
    title, text = page("<p class=t>标题</p><p>正文</p>", "<style>p.t, .u {text-align: center}</style>").blocks
    assert (title.centered, text.centered) == (True, False)


TEXT = "<html><body><p>受理政府信息公开申请的情况。</p></body></html>"


def archive(
    *parts: bytes, kind: str = "related", end: bool = True, head: str = "MIME-Version: 1.0\r\n"
) -> bytes:
    """A web archive of parts, each with its own head."""
    inner = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n" * end
    return f'{head}Content-Type: multipart/{kind}; boundary="b"\r\n\r\n'.encode() + inner


def part(text: str, charset: str, transfer: str = "base64", said: str = "") -> bytes:
    data = text.encode(charset)
    coded = base64.encodebytes(data) if transfer == "base64" else quopri.encodestring(data)
    kind = f"text/html; charset={said}" if said else "text/html"
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n".encode() + coded


ADVERTISEMENT = part("<html><body>广告</body></html>", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        archive(part(TEXT, "gb18030", said="gb2312")),
        archive(part(TEXT, "gb18030", "quoted-printable")),
        archive(part(TEXT, "utf-16", said="unicode"), end=False),
        b"\xef\xbb\xbf" + archive(part(TEXT, "gb18030"), head="From: a\r\n"),
        archive(ADVERTISEMENT, part(TEXT, "gb18030", said="gb2312"), ADVERTISEMENT),
        archive(
            b"Content-Type: text/plain\r\n\r\nx", archive(part(TEXT, "utf-8"), head=""), kind="alternative"
        ),
        b"MIME-Version: 1.0\r\n" + part(TEXT, "gb18030", "quoted-printable", "gb2312"),
    ],
)
def test_the_page_of_an_archive_is_found(data: bytes):
    assert texts(read_bytes(data, "报告.mht")) == ["受理政府信息公开申请的情况。"]


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_an_archive_that_is_cut_off_is_told(transfer: str):
    whole = archive(part(TEXT, "gb18030", transfer, "gb2312"), end=False)
    for length in (20, 25, 30):
        with pytest.raises(ReadError, match="不完整"):
            read_bytes(whole[:-length], "报告.mht")
