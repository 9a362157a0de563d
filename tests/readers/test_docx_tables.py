"""Word tables: merged cells as spans, places in grid columns, nested tables on their own."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from office_files import cell, paragraph, run, table, word

from gxdesk.document.model import Document, Table
from gxdesk.readers import read, read_bytes

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>'


def tables(data: bytes) -> list[Table]:
    return [found for _, found in read_bytes(data, "a.docx").tables()]


def only(*rows: str) -> Table:
    [found] = tables(word(table(*rows)))
    return found


def shown(found: Table) -> list[list[str | None]]:
    return [[cell and cell.text for cell in row] for row in found.grid()]


def test_spans_both_ways():
    found = only(
        cell("申请人", span(2) + RESTART) + cell("总计", RESTART),
        cell("", span(2) + CONTINUE) + cell("", CONTINUE),
        cell("自然人") + cell("法人") + cell("3"),
    )
    assert shown(found) == [
        ["申请人", "申请人", "总计"],
        ["申请人", "申请人", "总计"],
        ["自然人", "法人", "3"],
    ]
    assert [(c.row, c.column, c.row_span, c.column_span) for c in found.cells[:2]] == [
        (0, 0, 2, 2),
        (0, 2, 2, 1),
    ]


def test_old_horizontal_merge_and_a_late_start_of_a_row():
    found = only(
        cell("甲", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("乙"),
        '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("丙") + "</w:tr>",
        cell("丁") + cell("戊") + cell("己"),
    )
    assert shown(found) == [["甲", "甲", "乙"], [None, None, "丙"], ["丁", "戊", "己"]]


def test_a_merge_that_continues_nothing_is_a_cell():
    assert shown(only(cell("甲", CONTINUE) + cell("乙"), cell("丙") + cell("丁", CONTINUE))) == [
        ["甲", "乙"],
        ["丙", "丁"],
    ]


def test_columns_no_eye_can_see_are_closed_up():
    """Converters leave columns of a hair's breadth; a cell must not seem to span two columns for that."""
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="10"/><w:gridCol w:w="900"/></w:tblGrid>'
    rows = f"<w:tr>{cell('甲', span(2))}{cell('乙')}</w:tr><w:tr>{cell('丙')}{cell('丁', span(2))}</w:tr>"
    [found] = tables(word(f"<w:tbl>{grid}{rows}</w:tbl>"))
    assert shown(found) == [["甲", "乙"], ["丙", "丁"]]
    assert [c.origin.locate(None, None)["column"] for c in found.cells] == [0, 2, 0, 1]


def test_a_narrow_cell_of_its_own_is_kept():
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="10"/></w:tblGrid>'
    [found] = tables(word(f"<w:tbl>{grid}<w:tr>{cell('甲')}{cell('乙')}</w:tr></w:tbl>"))
    assert shown(found) == [["甲", "乙"]]


def test_paragraphs_of_a_cell_are_lines_and_blank_cells_are_kept():
    found = only(cell(paragraph("补正后") + paragraph("仍不明确")) + cell(""))
    assert [c.text for c in found.cells] == ["补正后\n仍不明确", ""]


def test_controls_around_rows_and_cells_are_opened():
    row = f"<w:tr><w:sdt><w:sdtContent>{cell('甲')}</w:sdtContent></w:sdt>{cell('乙')}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    body += f"<w:tr>{cell('丙')}{cell('丁')}</w:tr></w:tbl>"
    [found] = tables(word(body))
    assert shown(found) == [["甲", "乙"], ["丙", "丁"]]


def test_deleted_rows_are_gone_and_noticed():
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('1')}</w:tr>"
    document = read_bytes(word(table(cell("新") + cell("2"), deleted)), "a.docx")
    assert [shown(found) for _, found in document.tables()] == [[["新", "2"]]]
    assert [notice.kind for notice in document.notices] == ["revisions"]


def test_a_nested_table_is_its_own_block_after_the_outer_one():
    inner = table(cell("内甲") + cell("内乙"))
    document = read_bytes(
        word(table(cell(inner + paragraph("外甲")) + cell("外乙")) + table(cell("二") + cell("3"))), "a.docx"
    )
    found = [(table.origin.locate(None, None)["table"], shown(table)) for _, table in document.tables()]
    assert found == [(0, [["外甲", "外乙"]]), (2, [["内甲", "内乙"]]), (1, [["二", "3"]])]


def test_notices_in_cells_name_the_cell():
    body = table(cell("甲") + cell(paragraph(run("9", "<w:vanish/>"), "8")))
    [notice] = read_bytes(word(body), "a.docx").notices
    assert notice.place.to_json() == {"label": "第1个表格第1行第2列", "table": 0, "row": 0, "column": 1}
    assert (notice.place.row, notice.place.column) == (0, 1)


def test_automatic_numbers_in_cells_are_part_of_the_label():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    label = paragraph("属于国家秘密", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    [found] = tables(word(table(cell(label) + cell("0")), numbering=numbering))
    assert found.cells[0].text == "1.属于国家秘密"


def merged_draft() -> bytes:
    """Tables merged as the official third and fourth tables are."""
    built = docx.Document()
    built.add_paragraph("三、收到和处理政府信息公开申请情况")
    grid = built.add_table(6, 6)
    for row in range(6):
        for column in range(6):
            grid.cell(row, column).text = str(10 * row + column)
    for first, last in (((0, 0), (1, 1)), ((0, 2), (0, 5)), ((2, 0), (4, 0)), ((5, 0), (5, 1))):
        grid.cell(*first).merge(grid.cell(*last)).text = f"合{first[0]}{first[1]}"
    built.add_paragraph("四、行政复议")
    wide = built.add_table(2, 15)
    for column in range(15):
        wide.cell(0, column).text, wide.cell(1, column).text = f"列{column}", str(column)
    wide.cell(0, 5).merge(wide.cell(0, 9)).text = "未经复议直接起诉"
    buffer = io.BytesIO()
    built.save(buffer)
    return buffer.getvalue()


def contents(document: Document) -> list[list[list[str | None]]]:
    return [shown(found) for _, found in document.tables()]


def test_the_grid_agrees_with_python_docx():
    data = merged_draft()
    expected = [
        [
            [table.cell(row, column).text for column in range(len(table.columns))]
            for row in range(len(table.rows))
        ]
        for table in docx.Document(io.BytesIO(data)).tables
    ]
    assert contents(read_bytes(data, "a.docx")) == expected


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_the_same_tables_after_libreoffice_has_saved_the_file(tmp_path: Path):
    source = tmp_path / "draft.docx"
    source.write_bytes(merged_draft())
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert contents(read(tmp_path / "out" / "draft.docx")) == contents(read(source))
