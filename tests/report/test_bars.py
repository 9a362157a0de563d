"""Tables of web pages turned into text: bars between cells, merged cells lost or filled up with blanks."""

import pytest

from gxdesk import check
from gxdesk.standards.load import load

ROWS = [(row.id, row.label, row.groups) for row in load("2021").table("applications").rows()]
HEAD = ["云州市教育局2024年政府信息公开工作年度报告", "一、总体情况", "三、收到和处理政府信息公开申请情况"]


def figures(number: int) -> list[str]:
    return [str(n) for n in (number, 1, 2, 3, 4, 5, number + 15)]


def filled_up() -> list[str]:
    """Every line has as many bars as the widest; the groups are lost."""
    lines = ["| 申请人情况 | ||||||||", "| 自然人 | 法人或其他组织 | 总计 | |||||||"]
    lines += ["| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||"]
    for number, (_, label, _) in enumerate(ROWS):
        first = f"三、本年度办理结果 | {label}" if number == 2 else label
        lines.append(f"| {first} | {' | '.join(figures(number))} | {'|' if number == 2 else '||'}")
    return lines


def indented() -> list[str]:
    """Blank cells stand for the groups, and two column labels are broken over two lines."""
    lines = ["申请人情况 |", "自然人 | 法人或其他组织 | 总计 |"]
    lines += ["商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |", "企业 | 机构 |"]
    lines += [
        f"{'| ' * len(groups)}{label} | {' | '.join(figures(number))} |"
        for number, (_, label, groups) in enumerate(ROWS)
    ]
    return lines


def one_a_line() -> list[str]:
    """A line for each cell, its bar after it or below it."""
    lines = ["申请人情况 |", "||||||", "自然人 |", "法人或其他组织 |", "总计 |", "商业企业 |", "科研机构 |"]
    lines += ["社会公益组织 |", "法律服务机构 |", "其他 |", "|||"]
    for number, (_, label, _) in enumerate(ROWS):
        lines += [f"{label} |" if number % 2 else label, *(f"{figure} |" for figure in figures(number)), "|"]
    return lines


@pytest.mark.parametrize("shape", [filled_up, indented, one_a_line])
def test_every_figure_comes_back_under_its_heads(tmp_path, shape):
    draft = tmp_path / "稿.txt"
    draft.write_text("\n".join([*HEAD, *shape(), "四、政府信息公开行政复议、行政诉讼情况"]), encoding="utf-8")
    table = check(draft).report.table("applications")
    columns = [column.id for column in table.form.parts[0].columns]
    assert {cell: value.text for cell, value in table.cells.items()} == {
        f"{row}.{column}": figure
        for number, (row, _, _) in enumerate(ROWS)
        for column, figure in zip(columns, figures(number), strict=True)
    }
    assert table.missing_rows == () and table.missing_columns == ()


def test_blank_cells_between_bars_stay_blank(tmp_path):
    lines = indented()[:4]
    lines += [f"{'| ' * len(groups)}{label} | | | | | | | 0 |" for _, label, groups in ROWS]
    draft = tmp_path / "稿.txt"
    draft.write_text("\n".join([*HEAD, *lines, "四、政府信息公开行政复议、行政诉讼情况"]), encoding="utf-8")
    table = check(draft).report.table("applications")
    assert table.missing_rows == () and table.missing_columns == ()
    assert {cell for cell, value in table.cells.items() if value.text} == {
        f"{row}.total" for row, _, _ in ROWS
    }


def test_menus_of_a_page_stay_lines(tmp_path):
    draft = tmp_path / "稿.txt"
    menus = ["首页 | 新闻 | 公开 | 服务", "要闻 | 2024年 | 专题", "登录 | 注册"]
    draft.write_text("\n".join([HEAD[0], *menus, *HEAD[1:]]), encoding="utf-8")
    assert not list(check(draft).report.document.tables())
