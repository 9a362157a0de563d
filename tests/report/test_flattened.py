"""Tables flattened into lines come back as the tables they were."""

import pytest

from gxdesk.checks.runner import run
from gxdesk.document.model import Document, Paragraph, Table
from gxdesk.document.place import LineOrigin
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load

COLUMNS = ("自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


def lines_of(standard: str, figure) -> list[str]:
    """Flatten the three tables of a format one cell a line, as a web page pasted into Notepad has them."""
    lines = ["云州市教育局2020年政府信息公开工作年度报告", "一、总体情况", "全年工作情况如下。"]
    for section in load(standard).sections[1:]:
        lines.append(section.title)
        for table in load(standard).tables:
            if table.section == section.id:
                lines += flat(table, figure)
    return lines


def flat(table, figure) -> list[str]:
    if table.layout == "wide":
        heads = [column.label for column in table.parts[0].columns]
        rows = [row.label for row in table.rows()]
        figures = [str(figure(table.id, cell)) for cell in table.cell_ids()]
        return [rows[0], "行政诉讼", *heads, *rows[1:], *heads, *heads, *figures]
    lines = []
    for part in table.parts:
        if table.id == "applications":
            lines += [table.header_note, "申请人情况", *COLUMNS]
        else:
            lines += [part.title, "信息内容", *(column.label for column in part.columns)]
        groups: tuple[str, ...] = ()
        for row in part.rows:
            lines += [group for group in row.groups if group not in groups]
            groups = row.groups
            lines.append(row.label)
            lines += [str(figure(table.id, f"{row.id}.{column.id}")) for column in part.columns]
    return lines


def read(lines: list[str]):
    blocks = tuple(Paragraph(line, LineOrigin(n)) for n, line in enumerate(lines, 1) if line.strip())
    return recognise(Document(blocks, "txt"), standard="auto")


def distinct(table: str, cell: str) -> int:
    """A different figure for every cell, so that none can stand in for another."""
    return sum(map(ord, table + cell)) * 7 % 9973


@pytest.mark.parametrize(("standard", "year"), [("2019", "2020"), ("2021", "2024")])
def test_every_cell_comes_back(standard, year):
    lines = [line.replace("2020年", f"{year}年") for line in lines_of(standard, distinct)]
    report = read(lines)
    assert report.standard.id == standard
    for table in report.tables:
        assert (table.missing_rows, table.missing_columns, table.label_problems) == ((), (), ())
        got = {cell: int(value.value) for cell, value in table.cells.items()}
        assert got == {cell: distinct(table.id, cell) for cell in table.form.cell_ids()}


def test_the_place_of_a_cell_is_its_line():
    lines = lines_of("2019", distinct)
    report = read(lines)
    for table in report.tables:
        for cell in table.cells.values():
            line = cell.place.to_json()["line"]
            assert lines[line - 1] == cell.text


def test_labels_broken_over_two_lines_are_joined():
    lines = []
    for line in lines_of("2019", distinct):
        cut = len(line) // 2
        broken = line.startswith(("2.其他法律", "（二）部分公开", "社会公益", "3.危及", "5.属于三类"))
        lines += [line[:cut], line[cut:]] if broken else [line]
    report = read(lines)
    table = report.table("applications")
    assert table.missing_rows == () and table.missing_columns == () and table.label_problems == ()
    assert len(table.cells) == 23 * 7


def test_one_row_a_line():
    form = load("2019").table("applications")
    lines = ["云州市教育局2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines.append("  ".join(column.label for column in form.parts[0].columns))
    head = lines.pop().split()
    lines += head
    for row in form.rows():
        lines.append(
            f"{row.label}  "
            + " ".join(str(distinct("applications", f"{row.id}.{c.id}")) for c in form.parts[0].columns)
        )
    table = read(lines).table("applications")
    assert table.missing_rows == ()
    assert {c: int(v.value) for c, v in table.cells.items()} == {
        c: distinct("applications", c) for c in form.cell_ids()
    }


def test_headings_and_prose_around_stay_paragraphs():
    report = read(lines_of("2019", distinct))
    kinds = [type(block) for block in report.document.blocks]
    assert kinds.count(Table) == 3
    texts = [block.text for block in report.document.blocks if isinstance(block, Paragraph)]
    assert "全年工作情况如下。" in texts and "三、收到和处理政府信息公开申请情况" in texts


def test_a_short_list_with_numbers_is_no_table():
    lines = [
        "云州市教育局2020年政府信息公开工作年度报告",
        "一、总体情况",
        "规章",
        "共有3类",
        "5",
        "行政许可",
        "12",
    ]
    report = read(lines)
    assert not any(isinstance(block, Table) for block in report.document.blocks)


def test_a_line_of_several_labels_is_cut_and_each_cell_has_its_own_place():
    rows = [row.label for row in load("2021").table("applications").rows()]
    lines = [
        "云州市教育局2024年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
        "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计",
        *(f"{label}  {n} 1 2 3 4 5 {n + 15}" for n, label in enumerate(rows)),
    ]
    found = read(lines).table("applications")
    assert found.missing_rows == () and found.missing_columns == ()
    assert found.cells["new.natural"].text == "0" and found.cells["new.total"].text == "15"
    place = found.cells["new.business"].place.to_json()
    assert lines[place["line"] - 1][place["column"] - 1] == "1"


def test_an_amount_in_ten_thousands_without_the_yuan_is_a_figure():
    lines = lines_of("2019", lambda table, cell: "26.5万" if cell == "procurement.amount" else "1")
    amount = read(lines).table("disclosure").cells["procurement.amount"]
    assert (amount.text, str(amount.value)) == ("26.5万", "26.5")


def test_prose_that_names_columns_is_not_cut():
    lines = [
        "云州市教育局2024年政府信息公开工作年度报告",
        "其他 方面 总计 三项",
        "规章 其他",
        "短句",
    ]
    assert [block.text for block in read(lines).document.blocks] == lines


def test_rows_of_bars_without_their_merged_cells_come_back():
    """A web page turned into text keeps a bar after each cell but loses the cells merged downwards."""
    rows = [row.label for row in load("2021").table("applications").rows()]
    lines = [
        "云州市教育局2024年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |",
        "自然人 | 法人或其他组织 | 总计 |",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |",
        *(f"{label} | {n} | 1 | 2 | 3 | 4 | 5 | {n + 15} |" for n, label in enumerate(rows)),
    ]
    lines[7] = f"三、本年度办理结果 | {lines[7]}"
    found = read(lines).table("applications")
    assert found.missing_rows == () and found.missing_columns == ()
    assert found.cells["granted.natural"].text == "2" and found.cells["granted.total"].text == "17"


HEAD = ["云州市教育局2024年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
LABELS = [row.label for row in load("2021").table("applications").rows()]
NAMES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]


def cells_of(rows: list[list[str]]) -> dict[str, str]:
    lines = [*HEAD, *NAMES]
    for label, row in zip(LABELS, rows, strict=False):
        lines += [label, *row]
    return {key: cell.text for key, cell in read(lines).table("applications").cells.items()}


FULL = [["1", "2", "3", "4", "5", "6", "21"]] * 3


@pytest.mark.parametrize("blank", [0, 3, 6])
def test_an_empty_line_is_a_blank_cell(blank: int):
    row = [*FULL[0][:blank], "", *FULL[0][blank + 1 :]]
    found = cells_of([*FULL, row, *FULL])
    assert [
        found[key] for key in found if key.startswith(load("2021").table("applications").rows()[3].id + ".")
    ] == row


def test_a_row_of_empty_lines_is_blank():
    found = cells_of([*FULL, [""] * 7, *FULL])
    assert len(found) == 49 and list(found.values()).count("") == 7


def test_empty_lines_that_merged_cells_leave_are_no_cells():
    found = cells_of([[*row, ""] for row in FULL])
    assert len(found) == 21 and "" not in found.values()


def test_a_chapter_title_is_a_line_of_the_table_only_inside_it():
    lines = ["某局2016年政府信息公开工作年度报告", "统计指标", "单位", "统计数"]
    lines += ["一、主动公开情况", "制发规范性文件总数", "件", "3", "三、依申请公开情况"]
    lines += ["（一）收到申请数", "件", "8", "1.当面申请数", "件", "5", "2.传真申请数", "件", "0"]
    found = read(lines)
    assert {key: cell.text for key, cell in found.table("statistics").cells.items()} == {
        "normative_made.value": "3",
        "received.value": "8",
        "received_in_person.value": "5",
        "received_fax.value": "0",
    }
    prose = read([lines[0], "一、总体情况", "全年顺利", "三、依申请公开情况", "收到8件", "均已答复", "其他"])
    assert not list(prose.document.tables())


@pytest.mark.parametrize("row", [["1", "2", "3", "4", "5", "15"], ["7"]])
def test_a_row_short_of_a_figure_is_not_guessed_at(row: list[str]):
    lines = [*HEAD, *(line for name in NAMES for line in (name, ""))]
    for label, figures in zip(LABELS, [*FULL, row, *FULL], strict=False):
        lines += [f"{label}  {' '.join(figures)}"]
    report = read(lines)
    table = report.table("applications")
    cells = {key: cell for key, cell in table.cells.items() if key.startswith("partial.")}
    assert {cell.text for cell in cells.values()} == {"、".join(row) + "…"}
    assert all(cell.value is None for cell in cells.values())
    assert table.cells["denied_secret.total"].text == "21"
    told = [found.places for found in run(report).findings if found.rule == "number.format"]
    assert [places[0].to_json()["line"] for places in told] == [
        lines.index(f"{LABELS[3]}  {' '.join(row)}") + 1
    ]
