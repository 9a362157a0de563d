"""Workbooks: what is shown, cut into tables and paragraphs, with sheet and cell."""

import io

import openpyxl
import pytest
from office_files import sheet_parts, zipped
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from gxdesk.document.model import Document, Paragraph, Table
from gxdesk.readers import read_bytes


def saved(book: openpyxl.Workbook) -> Document:
    buffer = io.BytesIO()
    book.save(buffer)
    return read_bytes(buffer.getvalue(), "a.xlsx")


def sheet(*rows: list[object]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "报告"
    for row in rows:
        page.append(row)
    return book, page


def raw(inner: str, **parts: str) -> Document:
    return read_bytes(zipped(sheet_parts({"报告": inner}, **parts)), "a.xlsx")


def shown(document: Document) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell and cell.text for cell in row] for row in block.grid()]
        for block in document.blocks
    ]


def told(document: Document, kind: str) -> list[tuple[str, str]]:
    return [(notice.place.label, notice.text) for notice in document.notices if notice.kind == kind]


def test_headings_are_paragraphs_and_rows_are_tables():
    book, page = sheet(
        ["某局2024年年度报告"], ["一、总体情况"], ["公开1825条。\n其中规章0件。"], [],
        ["二、主动公开"], ["信息内容", "件数"], ["第二十条第（一）项"], ["规章", 0], ["三、申请情况"],
        ["甲", 1],
    )  # fmt: skip
    page["A1"].alignment = Alignment(horizontal="center")
    document = saved(book)
    assert shown(document) == [
        "某局2024年年度报告",
        "一、总体情况",
        "公开1825条。",
        "其中规章0件。",
        "二、主动公开",
        [["信息内容", "件数"], ["第二十条第（一）项", ""], ["规章", "0"]],
        "三、申请情况",
        [["甲", "1"]],
    ]
    assert [block.centered for _, block in document.paragraphs()][:2] == [True, False]
    assert document.blocks[3].origin.locate(0, 1) == {"sheet": "报告", "cell": "A3"}


def test_blank_rows_separate_tables():
    book, _ = sheet(["甲", 1], [], ["乙", 2])
    assert shown(saved(book)) == [[["甲", "1"]], [["乙", "2"]]]


def test_a_last_row_nobody_filled_in_belongs_to_the_table_and_a_note_does_not():
    book, page = sheet(["项目", None, "数"], ["规章", None, 1], ["文件", None, None], ["填表人：张三"])
    for row in (1, 2, 3):
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
    assert shown(saved(book)) == [
        [["项目", "项目", "数"], ["规章", "规章", "1"], ["文件", "文件", ""]],
        "填表人：张三",
    ]


def test_merged_cells_span_and_outer_blank_columns_go():
    book, page = sheet()
    for address, value in {"C2": "申请人", "E2": "总计", "C4": "自然人", "D4": "法人", "E4": 3}.items():
        page[address] = value
    page.merge_cells("C2:D3")
    page.merge_cells("E2:E3")
    document = saved(book)
    assert shown(document) == [
        [["申请人", "申请人", "总计"], ["申请人", "申请人", "总计"], ["自然人", "法人", "3"]]
    ]
    [(_, table)] = document.tables()
    assert [(c.row_span, c.column_span, c.origin.locate(None, None)["cell"]) for c in table.cells[:2]] == [
        (2, 2, "C2"),
        (2, 1, "E2"),
    ]


def test_blank_cells_inside_a_table_have_places():
    book, _ = sheet(["项目", "数"], ["规章", None], ["文件", 2])
    [(_, table)] = saved(book).tables()
    blank = next(cell for cell in table.cells if not cell.text)
    assert (blank.row, blank.column, blank.origin.label()) == (1, 1, "工作表“报告”B2")


def test_hidden_sheets_rows_and_columns_are_left_out_and_named():
    book, page = sheet(["甲", 1, "密"], ["乙", 2, None], ["丙", 3, None])
    page.row_dimensions[2].hidden = True
    page.column_dimensions["C"].hidden = True
    other = book.create_sheet("底稿")
    other["A1"] = "草稿"
    other.sheet_state = "hidden"
    book.create_sheet("空白").sheet_state = "hidden"
    document = saved(book)
    assert shown(document) == [[["甲", "1"], ["丙", "3"]]]
    texts = [text for _, text in told(document, "hidden")]
    assert [any(word in text for text in texts) for word in ("第2行", "C列", "底稿", "空白")] == [
        True
    ] * 3 + [False]


def test_several_sheets_in_order():
    book, _ = sheet(["一、总体情况"])
    book.create_sheet("表三", 0)["A1"] = "先"
    assert [block.origin.label() for block in saved(book).blocks] == ["工作表“表三”A1", "工作表“报告”A1"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3001, "General", "3001"),
        (0.1 + 0.2, "General", "0.3"),
        (885.1737, "General", "885.1737"),
        (3001, "#,##0", "3,001"),
        (3001, "0.00", "3001.00"),
        (12.5, "#,##0.0", "12.5"),
        (0.953, "0.0%", "95.3%"),
        (12, '0"件"', "12件"),
        (-3, "0", "-3"),
        (-3, "0;(0)", "(3)"),
        (2, "+0;-0;0", "+2"),
        (0, "+0;-0;0", "0"),
        (7, "000", "007"),
        (1500, "#,##0.00_ ", "1,500.00"),
        (1500, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "1,500"),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "-"),
        (45658, "yyyy/m/d", "2025/1/1"),
        (45658, 'yyyy"年"m"月"d"日"', "2025年1月1日"),
        (45658.5, "yyyy-mm-dd hh:mm", "2025-01-01 12:00"),
        (45658, "[$-804]yyyy年m月", "2025年1月"),
        (12, "@", "12"),
    ],
)
def test_numbers_look_as_in_the_workbook(value: float, code: str, text: str):
    book, page = sheet(["甲", value])
    page["B1"].number_format = code
    assert shown(saved(book)) == [[["甲", text]]]


def test_rounding_is_noticed():
    book, page = sheet(["甲", 12.6], ["乙", 12.5])
    page["B1"].number_format, page["B2"].number_format = "0", "0.0"
    document = saved(book)
    assert shown(document) == [[["甲", "13"], ["乙", "12.5"]]]
    [(place, text)] = told(document, "rounded")
    assert place == "工作表“报告”B1" and "12.6" in text


def test_sums_are_worked_out_when_the_result_was_not_stored():
    book, page = sheet(
        ["甲", 1, 2], ["乙", 3, 4], ["合计", "=SUM(B1:B2)", "=C1+C2-1"], ["总", "=B3+SUM(C1,C2)", "=$B$4"]
    )
    page["B3"].number_format = '0"件"'
    assert shown(saved(book))[0][2:] == [["合计", "4件", "5"], ["总", "10", "10"]]  # type: ignore[index]


def test_a_formula_nobody_can_work_out_is_neither_blank_nor_zero():
    book, _ = sheet(["甲", "=A1*2"], ["乙", "=B2"], ["丙", "=SUM(Other!A1)"])
    document = saved(book)
    assert shown(document) == [[["甲", "公式未计算"], ["乙", "公式未计算"], ["丙", "公式未计算"]]]
    assert [place for place, _ in told(document, "formula")] == [f"工作表“报告”B{row}" for row in (1, 2, 3)]
    assert document.notices[0].place.row == 0 and document.notices[0].place.column == 1


def test_stored_results_shared_formulas_errors_and_strings():
    document = raw(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>9*9</f><v>81</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c>'
        '<c r="B2"><f t="shared" si="0" ref="B2:B3">B1+1</f></c></row>'
        '<row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3"><f t="shared" si="0"/></c></row>'
        '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="str"><f>"x"</f><v>文字</v></c></row>'
        "</sheetData>",
        strings="<si><t>规章</t><rPh><t>guizhang</t></rPh></si>",
    )
    assert shown(document) == [[["规章", "81"], ["富文本", "82"], ["#DIV/0!", "83"], ["TRUE", "文字"]]]
    assert [place for place, _ in told(document, "formula")] == ["工作表“报告”A3"]


def test_cells_without_addresses_and_a_false_dimension():
    document = raw(
        '<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>'
        "<row><c/><c><v>3</v></c></row></sheetData>"
    )
    assert shown(document) == [[["1", "2"]], "3"]


def test_a_stray_cell_far_away_does_not_blow_up_the_table():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>2</v></c></row>' for n in range(1, 200)
    )
    [(_, table)] = raw(f"<sheetData>{rows}</sheetData>").tables()
    assert isinstance(table, Table) and (table.rows, table.columns) == (199, 2)


def test_comments_are_quoted_with_their_cell():
    book, page = sheet(["甲", 1])
    page["B1"].comment = Comment("请核对", "审核人")
    [(place, text)] = told(saved(book), "comments")
    assert place == "工作表“报告”B1" and "请核对" in text
