"""The workbook for the office that collects many drafts: one row a draft, and all findings of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import gxdesk
from gxdesk.checklist.model import Status
from gxdesk.checklist.result import Result, Unreadable
from gxdesk.checks.api import Severity
from gxdesk.exports.words import by_gravity, states
from gxdesk.exports.xlsx.band import tone
from gxdesk.exports.xlsx.checklist import FINDING_COLUMNS, finding_rows, mark_severities
from gxdesk.exports.xlsx.look import AMBER, GREEN, GREY, RED, Tone, boxed
from gxdesk.exports.xlsx.page import HEADER_ROW, Band, Column, listing, sheet
from gxdesk.exports.xlsx.safe import at

if TYPE_CHECKING:
    from openpyxl import Workbook

DRAFT_COLUMNS = (
    Column("序号", 6, "center"),
    Column("草稿", 40),
    Column("报告单位", 24),
    Column("年度", 8, "center"),
    Column("适用格式", 10, "center"),
    Column("结论", 14, "center"),
    Column("要改", 7, "center"),
    Column("存疑", 7, "center"),
    Column("提示", 7, "center"),
    Column("待人工", 8, "center"),
    Column("无法核对", 10, "center"),
    Column("说明", 48),
)
_CONCLUSION = 6  # column
_ALL_COLUMNS = (FINDING_COLUMNS[0], Column("草稿", 28), *FINDING_COLUMNS[1:])


def add_overview(book: Workbook, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> None:
    """Add the sheets 汇总 and 全部问题."""
    top = _band(results, unreadable)
    ws = sheet(book, "汇总", [column.width for column in DRAFT_COLUMNS], top)
    names = _names([*(one.path for one in results), *(one.path for one in unreadable)])
    rows = [_row(n, result, names[result.path]) for n, result in enumerate(results, 1)]
    rows += [_unread(n, one, names[one.path]) for n, one in enumerate(unreadable, len(rows) + 1)]
    listing(ws, DRAFT_COLUMNS, rows)
    tones = [tone(result) for result in results] + [GREY] * len(unreadable)
    for row, colour in enumerate(tones, HEADER_ROW + 1):
        boxed(at(ws, row, _CONCLUSION), "center", colour, bold=True)
    _add_all_findings(book, results, names, top)


def conclusion(result: Result) -> str:
    """Return the verdict in a word."""
    words: dict[Tone, str] = {RED: "暂不能发布", AMBER: "核实后发布", GREEN: "没有发现问题"}
    return words[tone(result)] if result.report.is_annual_report else "不像年度报告"


def _add_all_findings(book: Workbook, results: Sequence[Result], names: dict[Path, str], top: Band) -> None:
    ws = sheet(book, "全部问题", [column.width for column in _ALL_COLUMNS], top)
    rows = [[row[0], names[result.path], *row[1:]] for result in results for row in finding_rows(result)]
    listing(ws, _ALL_COLUMNS, rows)
    mark_severities(ws, 3, [f for result in results for f in by_gravity(result.checklist.findings)])


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """Name drafts by their file name; where several share it, by their whole path."""
    shared = Counter(path.name for path in set(paths))
    return {path: path.name if shared[path.name] == 1 else str(path) for path in paths}


def _band(results: Sequence[Result], unreadable: Sequence[Unreadable]) -> Band:
    wrong = sum(not result.checklist.publishable for result in results)
    verdict = f"共{len(results) + len(unreadable)}份草稿：{len(results) - wrong}份没有必须修改的问题"
    verdict += f"，{wrong}份要改" if wrong else ""
    verdict += f"，{len(unreadable)}份无法读取" if unreadable else ""
    colour = RED if wrong else AMBER if unreadable else GREEN
    totals = "，".join(
        f"{severity.word}{sum(result.checklist.count(severity) for result in results)}处"
        for severity in Severity
    )
    moment = max((result.checked_at.astimezone() for result in results), default=datetime.now().astimezone())
    details = f"{totals}　·　检查时间 {moment:%Y-%m-%d %H:%M}　·　GxDesk {gxdesk.__version__}"
    return Band("政府信息公开工作年度报告草稿检查汇总", f"{verdict}。", colour, details)


def _row(number: int, result: Result, name: str) -> list[str | int]:
    report, checklist = result.report, result.checklist
    return [
        number,
        name,
        report.identity.authority or "没有识别到",
        report.identity.year or "不明",
        report.standard.id,
        conclusion(result),
        *(checklist.count(severity) for severity in Severity),
        states(result, Status.MANUAL),
        states(result, Status.NOT_CHECKABLE),
        checklist.verdict,
    ]


def _unread(number: int, one: Unreadable, name: str) -> list[str | int]:
    return [number, name, "", "", "", "无法读取", "", "", "", "", "", one.reason]
