"""An empty register: the columns the count needs, lists to choose from, and how to fill it in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from gxdesk.exports.xlsx.look import align, boxed, heading
from gxdesk.exports.xlsx.page import height, letter, new_book
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.ledger.model import APPLICATIONS
from gxdesk.standards.load import load

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 500  # rows prepared with lists and formats
_COLUMNS = (
    ("编号", 12), ("收到日期", 13), ("补正日期", 13), ("申请人类别", 16), ("申请内容", 36), ("办理结果", 40),
    ("是否延期", 10), ("扣除工作日", 12), ("办结日期", 13), ("是否结转", 12), ("复议结果", 12),
    ("诉讼类型", 18), ("诉讼结果", 12), ("备注", 24),
)  # fmt: skip
_DATES = ("收到日期", "补正日期", "办结日期")
_CHOICES = {
    "是否延期": ("是", "否"),
    "是否结转": ("上年结转", "结转下年", "否"),
    "复议结果": ("结果维持", "结果纠正", "其他结果", "尚未审结"),
    "诉讼类型": ("未经复议直接起诉", "复议后起诉"),
    "诉讼结果": ("结果维持", "结果纠正", "其他结果", "尚未审结"),
}
_HELP = (
    ("一行一件", "一件申请占一行；不要合并单元格，不要留空行。"),
    (
        "收到日期",
        "收到申请的日期，写成 2024-03-05；上年收到、本年办理的也要登记，程序按日期计入上年结转。",
    ),
    ("补正日期", "收到补正材料的日期；填了的，答复期限从这一天起算。没有补正的留空。"),
    ("申请人类别", "从列表中选择；法人或其他组织要写明是哪一类。"),
    ("办理结果", "从列表中选择表三的具体情形；区分处理的选“部分公开”，只计这一情形。没有办结的留空。"),
    ("是否延期", "依法延长答复期限的选“是”，期限按40个工作日计。"),
    ("扣除工作日", "依法不计入期限的工作日数，例如征求第三方意见、补正占用的天数。没有的留空。"),
    ("办结日期", "作出答复或者其他处理的日期；年底没有办结的留空，程序计入结转下年度继续办理。"),
    ("复议、诉讼", "因这件申请被申请复议、被起诉的，填写结果；没有的留空。"),
    ("工作日的算法", "按周一至周五计算，不含法定节假日的扣除，超期的提示请对照日历核实。"),
)


def empty_register() -> bytes:
    """See :func:`gxdesk.exports.ledger.ledger_template`."""
    book = new_book("依申请公开台账（空白）")
    ws: Worksheet = book.create_sheet("台账")
    for number, (name, width) in enumerate(_COLUMNS, 1):
        put(at(ws, 1, number), name)
        heading(at(ws, 1, number))
        ws.column_dimensions[letter(number)].width = width
    ws.row_dimensions[1].height = 26
    ws.freeze_panes = "B2"
    for column in (number for number, (name, _) in enumerate(_COLUMNS, 1) if name in _DATES):
        for row in range(2, ROWS + 2):
            at(ws, row, column).number_format = "yyyy-mm-dd"
    _add_choices(book, ws)
    _add_help(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _add_choices(book: Workbook, ws: Worksheet) -> None:
    """Add the lists: short ones in the cells themselves, the official labels on a sheet of their own."""
    from openpyxl.worksheet.datavalidation import DataValidation

    form = load("2021").table(APPLICATIONS)
    kinds = [column.label for column in form.parts[0].columns if column.id != "total"]
    rows = [row for row in form.rows() if row.groups and row.id != "total"]
    results = ["：".join((*(_bare(group) for group in row.groups[1:]), _bare(row.name))) for row in rows]
    options: Worksheet = book.create_sheet("选项")
    options.column_dimensions["A"].width, options.column_dimensions["B"].width = 20, 80
    for column, (title, words) in enumerate((("申请人类别", kinds), ("办理结果", results)), 1):
        put(at(options, 1, column), title)
        heading(at(options, 1, column))
        for row, word in enumerate(words, 2):
            put(at(options, row, column), word)
            boxed(at(options, row, column))
    sources = {
        "申请人类别": f"选项!$A$2:$A${len(kinds) + 1}",
        "办理结果": f"选项!$B$2:$B${len(results) + 1}",
        **{name: f'"{",".join(words)}"' for name, words in _CHOICES.items()},
    }
    for number, (name, _) in enumerate(_COLUMNS, 1):
        if name in sources:
            choice = DataValidation("list", formula1=sources[name], allow_blank=True)
            choice.errorTitle, choice.error = name, "请从列表中选择。"
            choice.errorStyle, choice.showErrorMessage = "warning", True
            choice.add(f"{letter(number)}2:{letter(number)}{ROWS + 1}")
            ws.add_data_validation(choice)


def _bare(label: str) -> str:
    """Return a label without its number."""
    return label.split("）", 1)[-1] if label.startswith("（") else label.split(".", 1)[-1]


def _add_help(book: Workbook) -> None:
    ws: Worksheet = book.create_sheet("填写说明")
    ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = 16, 90
    for row, (name, words) in enumerate(_HELP, 1):
        put(at(ws, row, 1), name)
        put(at(ws, row, 2), words)
        heading(at(ws, row, 1))
        boxed(at(ws, row, 2))
        at(ws, row, 2).alignment = align()
        ws.row_dimensions[row].height = height(words, 90, 22)
