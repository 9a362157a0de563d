"""An empty sheet for the office's own rules, with examples and how to fill it in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from gxdesk.exports.xlsx.look import align, boxed, heading
from gxdesk.exports.xlsx.page import height, letter, new_book
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.readers.ruletable import COLUMNS
from gxdesk.standards.load import known

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 100  # rows prepared with lists to choose from
_WIDTHS = (34, 30, 26, 12, 10, 10, 14, 34)
_EXAMPLES = (
    ("写明全年信息公开培训次数", "培训", "总体情况", "必须", "", "", "是", "市政府办年度报告编制通知"),
    ("写明政务公开专区建设情况", "政务公开专区、公开专区", "总体情况", "建议", "30", "", "否",
     "市政府办年度报告编制通知"),
    ("总体情况不超过1000字", "", "总体情况", "建议", "", "1000", "否", "市政府办年度报告编制通知"),
    ("写明政策解读数量和方式", "解读＋图解、解读＋视频", "", "建议", "", "", "是", "本单位要求"),
)  # fmt: skip
_HELP = (
    ("要求", "必填。要求什么，用一句话写明；检查清单上就显示这句话。"),
    ("关键词", "报告里写到其中任何一个就算写了，几个词之间用顿号隔开；要同时写到的词用“＋”连接。"),
    ("所在章节", "在哪一章里写，从列表中选择；哪一章都可以的留空。"),
    ("必须/建议", "没有写到时，“必须”报为要改，“建议”报为存疑；留空按建议。"),
    ("最少字数、最多字数", "写到关键词的段落（没有关键词时为整章）的字数，没有要求的留空。"),
    ("是否需要数字", "写“是”的，写到关键词的段落里要有数字，或者写明没有。"),
    ("依据", "哪份文件要求的，检查清单上一并显示。"),
    ("示例", "“规则”表里已有四条示例，改成本单位的要求，不需要的整行删去。"),
    ("使用", "检查时选用这份文件（命令行：gxdesk check 草稿 --rules 文件.xlsx）。"),
)


def rules_sheet() -> bytes:
    """Return the workbook: a sheet of examples with lists to choose from, and a sheet of help."""
    book = new_book("本单位规则（示例）")
    ws: Worksheet = book.create_sheet("规则")
    for number, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), 1):
        put(at(ws, 1, number), name)
        heading(at(ws, 1, number))
        ws.column_dimensions[letter(number)].width = width
    ws.row_dimensions[1].height = 26
    ws.freeze_panes = "A2"
    for row, example in enumerate(_EXAMPLES, 2):
        for number, text in enumerate(example, 1):
            cell = at(ws, row, number)
            if text.isdigit():
                cell.value = int(text)
            else:
                put(cell, text)
            boxed(cell)
        ws.row_dimensions[row].height = 32
    _lists(ws)
    _help(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lists(ws: Worksheet) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    titles = [section.title.split("、", 1)[-1] for section in known()[-1].sections]
    names = list(COLUMNS)
    for name, choices in (
        ("所在章节", titles),
        ("必须/建议", ["必须", "建议"]),
        ("是否需要数字", ["是", "否"]),
    ):
        column = letter(names.index(name) + 1)
        rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        rule.showErrorMessage = name != "所在章节"  # other formats have other sections
        ws.add_data_validation(rule)
        rule.add(f"{column}2:{column}{ROWS}")


def _help(book: Workbook) -> None:
    ws: Worksheet = book.create_sheet("填写说明")
    for column, width in (("A", 22), ("B", 90)):
        ws.column_dimensions[column].width = width
    for row, (name, text) in enumerate(_HELP, 1):
        for number, words in enumerate((name, text), 1):
            put(at(ws, row, number), words)
            boxed(at(ws, row, number), bold=number == 1)
            at(ws, row, number).alignment = align("left")
        ws.row_dimensions[row].height = height(text, 90)
