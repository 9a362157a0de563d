"""The statutory tables in grids: merged headers, several grids, other orders."""

import pytest

from gxdesk.document.model import Cell, Document, Paragraph, Table
from gxdesk.document.place import GridOrigin, ParagraphOrigin
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load


def table(index: int, rows: list[list[str]]) -> Table:
    """Build a grid; ``<`` continues the cell on the left, ``^`` the cell above."""
    spans: dict[tuple[int, int], list[int]] = {}
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            anchor = anchors[r, c - 1] if text == "<" else anchors[r - 1, c] if text == "^" else (r, c)
            anchors[r, c] = anchor
            span = spans.setdefault(anchor, [1, 1])
            span[:] = [max(span[0], r - anchor[0] + 1), max(span[1], c - anchor[1] + 1)]
    cells = tuple(Cell(rows[r][c], r, c, GridOrigin(index, r, c), *span) for (r, c), span in spans.items())
    return Table(len(rows), len(rows[0]), cells, GridOrigin(index))


def report_with(*tables: Table, year: int = 2024):
    blocks = [
        Paragraph(f"云州市教育局{year}年政府信息公开工作年度报告", ParagraphOrigin(0)),
        Paragraph("三、收到和处理政府信息公开申请情况", ParagraphOrigin(1)),
        *tables,
    ]
    return recognise(Document(tuple(blocks), "docx"))


def figure(cell: str) -> str:
    return str(sum(map(ord, cell)) * 3 % 997)


def official(rows: slice = slice(None), header: bool = True) -> list[list[str]]:
    """Table three as the official form draws it: three label columns, three header rows, merged groups."""
    form = load("2021").table("applications")
    top = [
        [form.header_note, "<", "<", "申请人情况", *"<<<<<<"],
        ["^", "<", "<", "自然人", "法人或其他组织", *"<<<<", "总计"],
        ["^", "<", "<", "^", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "^"],
    ]
    body: list[list[str]] = []
    seen: list[str] = []
    for row in form.rows():
        groups = [group if group not in seen else "^" for group in row.groups]
        seen += row.groups
        labels = [*groups, row.label, "<", "<"][:3]
        body.append([*labels, *(figure(f"{row.id}.{c.id}") for c in form.parts[0].columns)])
    return [*(top if header else []), *body[rows]]


def values(report) -> dict[str, str]:
    return {cell: value.text for cell, value in report.table("applications").cells.items()}


EXPECTED = {cell: figure(cell) for cell in load("2021").table("applications").cell_ids()}


def test_official_form_with_merged_header_and_groups():
    report = report_with(table(0, official()))
    found = report.table("applications")
    assert values(report) == EXPECTED
    assert (found.missing_rows, found.missing_columns, found.label_problems, found.extra_rows) == (
        (),
        (),
        (),
        (),
    )


def test_places_lead_back_to_the_cell():
    grid = official()
    report = report_with(table(0, grid))
    for cell in report.table("applications").cells.values():
        place = cell.place.to_json()
        assert grid[place["row"]][place["column"]] == cell.text


def test_cut_over_a_page_break_with_and_without_repeated_header():
    first = table(0, official(slice(0, 12)))
    for header in (True, False):
        rest = official(slice(12, None), header)
        for c in range(3):  # the merged group cell starts anew on the next page
            row = 3 if header else 0
            rest[row][c] = "" if rest[row][c] == "^" else rest[row][c]
        assert values(report_with(first, table(1, rest))) == EXPECTED, header


def test_a_table_that_is_none_of_ours_is_left_alone():
    other = table(0, [["项目", "数量", "总计"], ["培训班", "3", "3"], ["其他", "1", "1"]])
    report = report_with(other)
    assert not report.table("applications").present
    assert all(not found.present for found in report.tables)


def wide(rows_first: bool) -> list[list[str]]:
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    if rows_first:
        return [
            ["", *heads],
            *(
                [label, *map(str, range(n, n + 5))]
                for n, label in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉"))
            ),
        ]
    return [
        ["行政复议", *"<<<<", "行政诉讼", *"<<<<<<<<<"],
        [*heads, "未经复议直接起诉", *"<<<<", "复议后起诉", *"<<<<"],
        [*"^^^^^", *heads, *heads],
        [str(n) for n in (0, 1, 2, 3, 4, 1, 2, 3, 4, 5, 2, 3, 4, 5, 6)],
    ]


@pytest.mark.parametrize("rows_first", [False, True])
def test_table_four_wide_as_prescribed_or_one_row_each(rows_first):
    report = report_with(table(0, wide(rows_first)))
    cells = {cell: value.text for cell, value in report.table("review_litigation").cells.items()}
    assert len(cells) == 15
    assert (cells["review.total"], cells["suit.total"], cells["suit_after_review.upheld"]) == ("4", "5", "2")


def test_table_two_in_one_grid_or_four():
    form = load("2021").table("disclosure")
    grids = []
    for part in form.parts:
        rows = [[part.title, *"<<<"], ["信息内容", *(c.label for c in part.columns)]]
        rows += [[row.label, *(figure(f"{row.id}.{c.id}") for c in part.columns)] for row in part.rows]
        grids.append([[*row, "<", "<", "<"][:4] for row in rows])
    apart = report_with(*(table(n, grid) for n, grid in enumerate(grids)))
    together = report_with(table(0, [row for grid in grids for row in grid]))
    for report in (apart, together):
        cells = {cell: value.text for cell, value in report.table("disclosure").cells.items()}
        assert cells == {cell: figure(cell) for cell in form.cell_ids()}


def turned(rows: list[list[str]]) -> list[list[str]]:
    """The same grid with rows as columns."""
    other = {"<": "^", "^": "<"}
    return [[other.get(row[column], row[column]) for row in rows] for column in range(len(rows[0]))]


def test_a_transposed_table_is_read_with_its_own_places():
    grid = turned(official())
    report = report_with(table(0, grid))
    found = report.table("applications")
    assert values(report) == EXPECTED
    assert (found.missing_rows, found.missing_columns, found.extra_rows) == ((), (), ())
    for cell in found.cells.values():
        place = cell.place.to_json()
        assert grid[place["row"]][place["column"]] == cell.text
        assert (cell.place.row, cell.place.column) == (place["row"], place["column"])


@pytest.mark.parametrize("rows_first", [False, True])
def test_table_four_transposed(rows_first):
    report = report_with(table(0, turned(wide(rows_first))))
    assert {cell: value.text for cell, value in report.table("review_litigation").cells.items()} == {
        cell: value.text
        for cell, value in report_with(table(0, wide(rows_first))).table("review_litigation").cells.items()
    }
    assert len(report.table("review_litigation").cells) == 15


EXTRA = {
    "序号": lambda at, row: ["序号" if at == 0 else "^" if at < 3 else str(at - 2), *row],
    "备注": lambda at, row: [*row, "备注" if at == 0 else "^" if at < 3 else "已核对"],
    "上年": lambda at, row: [*row, "上年同期数" if at == 0 else "^" if at < 3 else "5"],
    "小计": lambda at, row: [*row[:9], ("<", "小计", "^")[at] if at < 3 else "77", *row[9:]],
}


@pytest.mark.parametrize("extra", EXTRA)
def test_columns_of_the_offices_own_do_not_disturb(extra):
    grid = [EXTRA[extra](at, row) for at, row in enumerate(official())]
    report = report_with(table(0, grid))
    assert values(report) == EXPECTED
    assert not report.table("applications").extra_rows


def test_rows_of_one_label_belong_to_the_group_begun_last():
    rows = [
        ["指标", "统计数"], ["四、行政复议数量", "9"], ["（二）被依法纠错数", "2"], ["（三）其他情形数", "1"],
        ["五、行政诉讼数量", "5"], ["（二）被依法纠错数", "3"], ["（三）其他情形数", "4"],
    ]  # fmt: skip
    read = report_with(table(0, rows), year=2016).table("statistics").cells
    assert {key: read[key].text for key in read if "_" in key} == {
        "review_corrected.value": "2",
        "review_other.value": "1",
        "suit_corrected.value": "3",
        "suit_other.value": "4",
    }


def test_a_continuation_without_header_may_have_lost_a_column_of_groups():
    rows = official()
    labels = [[text for text in row[:3] if text not in "<^"][-1] for row in rows[-5:]]
    rest = [["", label, *row[3:]] for label, row in zip(labels, rows[-5:], strict=True)]
    assert values(report_with(table(0, rows[:-5]), table(1, rest))) == EXPECTED


def test_a_cell_left_out_at_the_end_of_a_line_is_blank():
    rows = [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "2"],
        ["行政规范性文件", "3", "4", "5"],
    ]
    whole = table(0, [[*row, ""][:4] for row in rows])
    cells = tuple(cell for cell in whole.cells if (cell.row, cell.column) != (1, 3))
    found = report_with(Table(3, 4, cells, GridOrigin(0))).table("disclosure").cells
    assert (found["rules.in_force"].text, found["rules.in_force"].number.kind) == ("", "blank")
    assert found["normative.in_force"].text == "5"
