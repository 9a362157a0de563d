"""The sheet 已忽略: findings a person set aside, each with the reason; only there when there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxdesk.exports.words import places
from gxdesk.exports.xlsx.band import band
from gxdesk.exports.xlsx.page import Column, listing, sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

    from gxdesk.checklist.result import Result

NAME = "已忽略"
COLUMNS = (
    Column("序号", 6, "center"),
    Column("级别", 8, "center"),
    Column("规则", 24),
    Column("问题", 48),
    Column("位置", 24),
    Column("忽略的理由", 36),
    Column("忽略范围", 12, "center"),
    Column("经手人", 12, "center"),
    Column("时间", 20, "center"),
)
_SCOPES = {"finding": "这一处", "rule": "整条规则"}


def add_ignored(book: Workbook, result: Result) -> None:
    """Add the sheet when something is ignored."""
    found = result.checklist.ignored
    if not found:
        return
    ws = sheet(book, NAME, [column.width for column in COLUMNS], band(result, NAME))
    rows: list[list[str | int]] = [
        [
            number,
            one.finding.severity.word,
            one.finding.rule,
            f"{one.finding.title}\n{one.finding.message}",
            places(one.finding),
            one.ignore.reason,
            _SCOPES[one.ignore.kind],
            one.ignore.who,
            one.ignore.at[:16].replace("T", " "),
        ]
        for number, one in enumerate(found, 1)
    ]
    listing(ws, COLUMNS, rows)
