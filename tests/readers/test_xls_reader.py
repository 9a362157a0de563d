"""Old workbooks: the same answer as from .xlsx, whatever the cells and what lies over them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from legacy_files import renamed
from office_files import ole

from gxdesk.document.model import Document, Table
from gxdesk.errors import ReadError
from gxdesk.readers import read, read_bytes

FIXTURES = Path(__file__).parent / "fixtures"  # made by make_xls.py
BOOKS = [FIXTURES / "oddities.xls", FIXTURES / "oddities.xlsx"]
BOF = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)


@pytest.fixture(params=BOOKS, ids=lambda path: path.suffix)
def book(request: pytest.FixtureRequest) -> Document:
    return read(request.param)


def test_cells_are_shown_as_the_workbook_shows_them(book: Document):
    (table,) = [block for block in book.blocks if isinstance(block, Table)]
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["项目", "人员", "人员", "备注"],
        ["项目", "自然人", "总计", ""],
        ["新收", "1,235", "1235.50", "１２"],
        ["结转", "7", "", "白字"],
        ["日期", "2024-03-15", "TRUE", ""],
    ]


def test_titles_and_text_boxes_are_paragraphs_with_places(book: Document):
    title, box = book.blocks[:2]
    assert (title.text, title.centered, title.origin.cell) == ("云州市教育局情况表", True, "A1")
    assert (box.text, box.origin.cell) == ("文本框里的说明", "G2")


def test_what_the_page_does_not_show_is_noticed_at_its_cell(book: Document):
    told = [(notice.kind, notice.place.label.removeprefix("工作表“表三”")) for notice in book.notices]
    assert told == [
        ("hidden", "F5"),
        ("hidden", "A7"),
        ("rounded", "B5"),
        ("hidden", "C6"),
        ("hidden", "D6"),
        ("comments", "B6"),
        ("image", "G11"),
        ("hidden", "工作表“底稿”"),
    ]
    said = " ".join(notice.text for notice in book.notices)
    for words in ("藏列", "隐藏行", "1234.5", "数字 8", "白字", "请核对"):
        assert words in said


def test_the_old_format_is_named_and_its_neighbours_accepted():
    data = BOOKS[0].read_bytes()
    assert read_bytes(data, "报告.et").format == "xls"
    assert read_bytes(data, "报告.et").notices == read_bytes(data, "报告.xls").notices
    assert "旧版 Excel" in read_bytes(data, "报告.xlsx").notices[0].text


def test_tables_web_systems_put_together_by_hand_are_read():
    def text(row: int, column: int, words: str) -> bytes:
        data = words.encode("gb18030")
        return struct.pack("<HHHHHH", 0x204, 8 + len(data), row, column, 0, len(data)) + data

    rows = [
        text(0, 0, "项目"),
        text(0, 1, "数量"),
        text(1, 0, "规章"),
        struct.pack("<HHHHHd", 0x203, 14, 1, 1, 0, 12),
    ]
    data = struct.pack("<HHHHHH", 0x809, 8, 0, 16, 0, 0) + b"".join(rows) + struct.pack("<HH", 10, 0)
    [table] = read_bytes(data, "报告.xls").blocks
    assert [cell.text for cell in table.cells] == ["项目", "数量", "规章", "12"]


@pytest.mark.parametrize("head", [b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"])
def test_what_begins_as_a_table_of_excel_2_to_4_and_is_none_is_damage(head: bytes):
    with pytest.raises(ReadError, match="已损坏"):
        read_bytes(head + bytes(40), "报告.xls")


def test_an_encrypted_workbook_is_named_as_such():
    data = BOF + struct.pack("<HHH", 0x2F, 54, 1) + bytes(52)
    with pytest.raises(ReadError, match="已加密"):
        read_bytes(data, "报告.xls")


def test_macros_are_told():
    document = read_bytes(renamed(BOOKS[0].read_bytes(), "\x01CompObj", "_VBA_PROJECT_CUR"), "报告.xls")
    assert "macro" in [notice.kind for notice in document.notices]


def test_a_word_file_with_a_workbook_in_it_stays_a_word_file():
    with pytest.raises(ReadError) as caught:
        read_bytes(ole("WordDocument", "Workbook"), "报告.doc")
    assert "工作簿" not in str(caught.value)


@pytest.mark.parametrize("length", [600, 2000, 6000])
def test_a_workbook_cut_short_is_refused(length: int):
    with pytest.raises(ReadError, match=r"损坏|不完整"):
        read_bytes(BOOKS[0].read_bytes()[:length], "报告.xls")
