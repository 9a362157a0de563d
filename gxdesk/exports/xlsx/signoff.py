"""Sheets 审签单 (who wrote, proofread, reviewed) and 说明 (how the result came about)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import gxdesk
from gxdesk.checklist.model import Status
from gxdesk.checklist.result import Result
from gxdesk.exports.words import LEVELS, amounts, moment
from gxdesk.exports.xlsx.band import band
from gxdesk.exports.xlsx.look import boxed, heading
from gxdesk.exports.xlsx.page import HEADER_ROW, height, merged, sheet
from gxdesk.exports.xlsx.safe import at, put

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROLES = ("撰稿", "校对", "一审", "二审", "三审", "保密审查")
_SIGN_WIDTHS = (14.0, 20.0, 20.0, 46.0)
_ABOUT_WIDTHS = (20.0, 110.0)
LEGEND = (
    ("要改", "违反规定格式或前后矛盾，改正后才能发布。"),
    ("存疑", "很可能有问题，需要对照台账或原文核实。"),
    ("提示", "不影响发布，供参考。"),
    ("待人工", "程序不能判断，由经办人核对后在“人工确认”一栏选择。"),
    ("无法核对", "缺少核对所需的数据，不等于没有问题。"),
)


def add_signoff(book: Workbook, result: Result) -> None:
    """Add the sheet 审签单, one row for each person who signs."""
    ws = sheet(book, "审签单", _SIGN_WIDTHS, band(result, "审签单"), upright=True)
    for column, title in enumerate(("环节", "姓名", "日期", "意见"), 1):
        put(at(ws, HEADER_ROW, column), title)
        heading(at(ws, HEADER_ROW, column))
    ws.row_dimensions[HEADER_ROW].height = 26
    for row, role in enumerate(ROLES, HEADER_ROW + 1):
        put(at(ws, row, 1), role)
        for column in range(1, 5):
            boxed(at(ws, row, column), "center" if column < 4 else "left", bold=column == 1)
        at(ws, row, 3).number_format = "yyyy-mm-dd"
        ws.row_dimensions[row].height = 58
    _offer_dates(ws, HEADER_ROW + 1, HEADER_ROW + len(ROLES))
    note = f"本单所附检查清单针对的文件校验值（SHA-256）：{result.sha256}。草稿再有改动，应重新检查。"
    row = HEADER_ROW + len(ROLES) + 1
    merged(ws, row, 1, 4, note)
    for column in range(1, 5):
        boxed(at(ws, row, column))
    ws.row_dimensions[row].height = height(note, sum(_SIGN_WIDTHS)) + 8


def _offer_dates(ws: Worksheet, first: int, last: int) -> None:
    """Let only dates be typed where a date belongs, and offer the usual opinions."""
    from openpyxl.worksheet.datavalidation import DataValidation

    day = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True)
    day.errorTitle, day.error, day.showErrorMessage = "日期", "请填日期，例如 2025-01-15。", True
    day.add(f"C{first}:C{last}")
    opinion = DataValidation("list", formula1='"同意,修改后再审,不同意"', allow_blank=True)
    opinion.errorStyle, opinion.showErrorMessage = "information", False  # other words are as good
    opinion.add(f"D{first}:D{last}")
    for one in (day, opinion):
        ws.add_data_validation(one)


def add_about(book: Workbook, result: Result) -> None:
    """Add the sheet 说明: program, file, format and why, and what could not be checked."""
    ws = sheet(book, "说明", _ABOUT_WIDTHS, band(result, "说明"))
    write_pairs(ws, [*_facts(result), *LEGEND, *_not_checked(result)])


def write_pairs(ws: Worksheet, pairs: Sequence[tuple[str, str]]) -> None:
    """Write names and texts in two columns from the header row on."""
    for row, (name, text) in enumerate(pairs, HEADER_ROW):
        put(at(ws, row, 1), name)
        put(at(ws, row, 2), text)
        heading(at(ws, row, 1))
        boxed(at(ws, row, 2))
        ws.row_dimensions[row].height = height(text, _ABOUT_WIDTHS[1], 20)


def _facts(result: Result) -> list[tuple[str, str]]:
    report = result.report
    identity, document = report.identity, report.document
    encoding = f"，文字编码 {document.encoding}" if document.encoding else ""
    return [
        ("检查程序", f"GxDesk {gxdesk.__version__}（离线检查，不联网）"),
        ("检查时间", moment(result)),
        ("检查用时", f"{result.seconds:.2f} 秒"),
        ("文件", str(result.path)),
        ("文件校验值", f"SHA-256 {result.sha256}"),
        ("文件格式", f"{document.format}{encoding}"),
        ("文种判断", identity.kind_reason),
        ("报告单位", f"{identity.authority or '没有识别到'}（{LEVELS.get(identity.level, '层级不明')}）"),
        ("报告年度", f"{identity.year}年" if identity.year else "没有识别到"),
        ("检查依据的格式", f"{report.standard.name}（{report.standard.citation}）"),
        ("选用该格式的原因", report.standard_reason),
        ("检查结果", f"{result.checklist.verdict}{amounts(result)}。"),
    ]


def _not_checked(result: Result) -> list[tuple[str, str]]:
    items = [item for item in result.checklist.items if item.status is Status.NOT_CHECKABLE]
    if not items:
        return [("没能核对的事项", "无")]
    return [("没能核对的事项", "\n".join(f"{item.title}：{item.note}" for item in items))]
