"""Text drafts: lines with their places, tables of tabs and bars, every encoding in use."""

import time

import pytest

from gxdesk.document.model import Document, Paragraph, Table
from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes

TEXT = "某市教育局2024年政府信息公开工作年度报告\n\n一、总体情况\n本年度主动公开政府信息1825条。\n"
TRADITIONAL = "某局2024年政府資訊公開工作年度報告\n一、總體情況\n本年度收到申請三件，均已答覆。\n"


def read(text: str, encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), "a.txt")


def places(document: Document) -> list[tuple[str, int, int]]:
    found = []
    for _, block in document.paragraphs():
        place = block.origin.locate(0, 1)
        found.append((block.text, place["line"], place["column"]))
    return found


def grid(table: Table) -> list[list[str | None]]:
    return [[cell and cell.text for cell in row] for row in table.grid()]


def test_lines_keep_their_number_and_the_column_of_their_first_character():
    assert places(read("标题\n\n\u3000\u3000正文 \n \u00a0\n末行")) == [
        ("标题", 1, 1),
        ("正文", 3, 3),
        ("末行", 5, 1),
    ]


def test_line_ends_may_be_mixed():
    assert places(read("甲\r\n乙\r丙\n丁\r\r戊")) == [
        (t, n, 1) for t, n in zip("甲乙丙丁戊", (1, 2, 3, 4, 6), strict=True)
    ]


def test_breaks_inside_a_line_part_what_is_shown_but_are_no_lines_of_the_file():
    assert places(read("甲\u2028乙\x0c丙\x85丁\x0b戊\n己")) == [
        ("甲", 1, 1), ("乙", 1, 3), ("丙", 1, 5), ("丁", 1, 7), ("戊", 1, 9), ("己", 2, 1),
    ]  # fmt: skip
    table = read("项目\t数\u2028规章\t3\u2028").blocks[0]
    assert grid(table) == [["项目", "数"], ["规章", "3"]]
    assert table.cells[3].origin.locate(None, None) == {"line": 1, "column": 9}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_zero_bytes_are_dropped_even_inside_a_character(encoding: str):
    data = TEXT.encode(encoding)
    assert places(read_bytes(data[:31] + b"\x00\x00" + data[31:], "a.txt")) == places(read(TEXT))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_digits_line_ends_or_its_last_byte(encoding: str):
    text = "某市教育局主动公开政府信息工作情况良好"
    assert places(read(text, encoding)) == [(text, 1, 1)]
    cut = read_bytes(TEXT.encode(encoding)[:-1], "a.txt")
    assert cut.encoding == encoding and {n.kind for n in cut.notices} == {"encoding"}


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_encodings_are_found_out(encoding: str, named: str):
    document = read(TEXT, encoding)
    assert document.encoding == named
    assert places(document) == places(read(TEXT))
    assert document.notices == ()


@pytest.mark.parametrize("length", [4, 6, 10, 20])
def test_short_gbk_texts_are_chinese(length: int):
    for start in range(0, len(TEXT) - length, 3):
        piece = TEXT[start : start + length].strip()
        if any(ch > "\x7f" for ch in piece):
            assert "".join(text for text, _, _ in places(read(piece, "gbk"))) == piece.replace("\n", "")


def test_big5_is_taken_on_evidence():
    assert read(TRADITIONAL, "big5").encoding == "big5"
    assert read(TRADITIONAL, "gb18030").encoding == "gb18030"


def test_the_user_knows_better():
    data = TEXT.encode("gbk")
    assert read_bytes(data, "a.txt", "GB2312").encoding == "gb18030"
    with pytest.raises(ReadError, match="不认识编码“gbkk”"):
        read_bytes(data, "a.txt", "gbkk")
    with pytest.raises(ReadError, match="读不通"):
        read_bytes(data, "a.txt", "utf-8")
    with pytest.raises(ReadError, match="不是文字编码"):
        read_bytes(data, "a.txt", "base64")


def test_cut_characters_are_replaced_and_pointed_at():
    data = (TEXT + "教育局决定").encode()[:-1] + b"\n\xe5\xb1\n" + TEXT.encode()
    document = read_bytes(data, "a.txt")
    assert document.encoding == "utf-8"
    told = [notice for notice in document.notices if notice.kind == "encoding"]
    assert "2 处" in told[0].text
    assert [notice.place.label for notice in told[1:]] == ["第5行", "第6行"]


def test_tab_separated_lines_are_a_table_with_places():
    document = read("表\n信息内容\t本年制发件数\n规章\t0\n规范性文件\t 12\t备注\n后文")
    [(block, table)] = list(document.tables())
    assert block == 1
    assert grid(table) == [
        ["信息内容", "本年制发件数", None],
        ["规章", "0", None],
        ["规范性文件", "12", "备注"],
    ]
    assert table.cells[5].origin.locate(None, None) == {"line": 4, "column": 8}


def test_leading_tabs_are_empty_cells():
    [(_, table)] = read("结果\t公开\t3\n\t部分公开\t4\n\t\t5").tables()
    assert grid(table)[:2] == [["结果", "公开", "3"], ["", "部分公开", "4"]]


def test_a_subheading_over_the_whole_width_stays_in_the_table():
    [(_, table)] = read("甲\t1\n第二十条第（五）项\t\n乙\t2").tables()
    assert [row[0] for row in grid(table)] == ["甲", "第二十条第（五）项", "乙"]


def test_a_section_heading_between_tables_is_a_paragraph():
    document = read("甲\t1\n乙\t2\n三、收到和处理申请情况\t\n丙\t3\n丁\t4")
    assert [isinstance(block, Table) for block in document.blocks] == [True, False, True]


def test_blank_lines_between_rows_do_not_tear_a_table():
    [(_, table)] = read("甲\t1\n\n乙\t2\n\n丙\t3").tables()
    assert table.rows == 3


def test_markdown_tables_lose_their_ruling():
    [(_, table)] = read("| 项目 | 数量 |\n|:---|---:|\n| 规章 | 0 |\n| a \\| b | |").tables()
    assert grid(table) == [["项目", "数量"], ["规章", "0"], ["a | b", ""]]


def test_drawn_tables_lose_their_frame():
    [table] = read("┌──┬──┐\n│甲│1│\n├──┼──┤\n│乙│2│\n└──┴──┘").blocks
    assert grid(table) == [["甲", "1"], ["乙", "2"]]


def test_rules_without_a_table_stay_lines():
    assert [block.text for block in read("┌────┐\n甲\n+----+\n").blocks] == ["┌────┐", "甲", "+----+"]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻 | 公开\n字体：大 | 中 | 小 | 打印",
        "一、\t总体情况\n二、\t主动公开",
        "1.\t加强领导\n2.\t完善制度",
        "\t第一段\n\t第二段",
        "只有一行\t像表格",
    ],
)
def test_what_is_no_table(text: str):
    assert all(isinstance(block, Paragraph) for block in read(text).blocks)


def test_cells_on_lines_of_their_own_stay_lines():
    assert len(places(read("规章\n\n0\n\n0\n"))) == 3


def test_comma_separated_values_are_a_table_and_quoted_commas_part_nothing():
    text = '项目,件数,合计\n"甲,乙",1,2\n第（五）项,,\n丙,3,4\n二、下一章,,\n'
    document = read(text)
    assert grid(document.blocks[0])[1] == ["甲,乙", "1", "2"]
    assert [cell.origin.column for cell in document.blocks[0].cells[3:5]] == [2, 7]
    assert document.blocks[1].text == "二、下一章"


@pytest.mark.parametrize("comma", [",", "，"])
def test_prose_with_commas_is_no_table(comma: str):
    text = comma.join(["坚持公开为常态", "不公开为例外", "及时回应"]) + "\n"
    assert all(isinstance(block, Paragraph) for block in read(text * 3).blocks)


def test_bars_without_a_frame_keep_empty_cells():
    document = read("项目|数|总\n|规章|2\n甲||3\n")
    assert grid(document.blocks[0]) == [["项目", "数", "总"], ["", "规章", "2"], ["甲", "", "3"]]


def test_markdown_headings_lose_their_marks_and_keep_their_places():
    first, second, third = read("## 一、总体情况 ##\n **二、主动公开**\n#标签\n").blocks
    assert (first.text, first.level, first.origin.column) == ("一、总体情况", 2, 4)
    assert (second.text, second.origin.column) == ("二、主动公开", 4)
    assert third.text == "#标签"


@pytest.mark.parametrize(
    "line", ["•\t条目\n", "首页 | 新闻\n甲 | 乙 | 丙\n", "甲\t乙丙丁" + "戊" * 300 + "\n"]
)
def test_many_lines_that_look_like_rows_are_read_in_one_go(line: str):
    started = time.perf_counter()
    assert read(line * 10_000).blocks
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("sign", ["，", "；", ";", "｜", "║"])
def test_other_signs_part_cells_too(sign: str):
    rows = [["项目", "甲", "乙"], ["规章（部门，地方；都算）", "1,234", "2"], ["文件", "", "4"]]
    assert grid(read("\n".join(map(sign.join, rows))).blocks[0]) == rows


def test_figures_with_thousands_separators_are_no_comma_separated_values():
    found = read(
        "甲  1,234  2,345  3,456\n乙  1,234  2,345  3,456\n1,234  2,345  3,456\n1,234  2,345  3,456\n"
    )
    assert all(isinstance(block, Paragraph) for block in found.blocks)
    assert grid(read("甲,234,345\n乙,123,456\n").blocks[0]) == [["甲", "234", "345"], ["乙", "123", "456"]]


@pytest.mark.parametrize("sign", ["；", ";"])
def test_prose_with_semicolons_is_no_table(sign: str):
    line = sign.join(["一是受理3件", "二是办结3件", "三是无结转"])
    assert all(isinstance(block, Paragraph) for block in read(f"{line}\n{line}\n{line}\n").blocks)


def test_cells_drawn_over_several_lines_are_joined():
    text = (
        "+----+--+\n|行政|数|\n|机关|  |\n+----+--+\n|甲  |1 |\n+----+--+\n|乙丙|2 |\n|丁  |  |\n+----+--+\n"
    )
    table = read(text).blocks[0]
    assert grid(table) == [["行政机关", "数"], ["甲", "1"], ["乙丙丁", "2"]]
    assert [cell.origin.line for cell in table.cells] == [2, 2, 5, 5, 7, 7]


def test_rulings_between_groups_of_rows_join_nothing():
    text = "|项目|数|\n|----|--|\n|甲  |1 |\n|乙  |2 |\n|----|--|\n|合计|3 |\n"
    assert grid(read(text).blocks[0]) == [["项目", "数"], ["甲", "1"], ["乙", "2"], ["合计", "3"]]


def test_marks_of_markdown_are_layout_in_a_file_of_that_name_and_text_in_others():
    text = "甲\n===\n受理**128**条，*《条例》*的__公开__。\n\n---\n"
    text += "| 项目 | 数 |\n|---|---|\n| **合计** | ~~3~~ |\n"
    plain, marked = read_bytes(text.encode(), "稿.txt"), read_bytes(text.encode(), "稿.md")
    assert plain.blocks[2].text == "受理**128**条，*《条例》*的__公开__。"
    first, second, table = marked.blocks
    assert (first.text, second.text) == ("甲", "受理128条，《条例》的公开。")
    assert grid(table) == [["项目", "数"], ["合计", "3"]]
    line = text.splitlines()[2]
    for shown, character in enumerate(second.text):
        place = second.origin.locate(shown, shown + 1)
        assert (place["line"], line[place["column"] - 1]) == (3, character)


@pytest.mark.parametrize(
    "text", ["3*4*5=60", "____局____年", "注：* 号 * 处", "a * b", "**", "第__章", "* 条目"]
)
def test_stars_and_lines_that_mark_nothing_stay(text: str):
    assert [block.text for block in read_bytes(text.encode(), "稿.md").blocks] == [text]


def test_notices_follow_their_lines_when_rules_are_dropped():
    data = "甲\n---\n乙".encode() + b"\xe5\xb1\n" + "丙丁戊己庚".encode()
    found = read_bytes(data, "稿.md")
    assert [block.text for block in found.blocks][1].startswith("乙")
    assert found.notices[1].place.block == 1
