"""Links within the checklist workbook: from an item to its first finding, from a finding to its item."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from gxdesk.checklist.result import Result
from gxdesk.exports.words import by_gravity
from gxdesk.exports.xlsx.page import HEADER_ROW
from gxdesk.exports.xlsx.safe import at

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ITEM, _PROBLEM = 6, 8  # columns of 检查清单: 结果, 问题
_FINDING = 1  # column of 问题明细: 序号


def link_items(book: Workbook, result: Result) -> None:
    """Add the links; they lead to cells of this workbook only and keep the look of the cells."""
    findings = by_gravity(result.checklist.findings)
    numbers = {finding.id: row for row, finding in enumerate(findings, HEADER_ROW + 1)}
    rows: dict[str, int] = {}
    for row, item in enumerate(result.checklist.items, HEADER_ROW + 1):
        for finding in item.findings:
            rows.setdefault(finding.id, row)
        first = next((numbers[one.id] for one in by_gravity(item.findings) if one.id in numbers), None)
        if first is not None:
            for column in (_ITEM, _PROBLEM):
                _link(book, "检查清单", row, column, f"'问题明细'!A{first}", "转到问题明细")
    for finding in findings:
        if finding.id in rows:
            _link(
                book,
                "问题明细",
                numbers[finding.id],
                _FINDING,
                f"'检查清单'!A{rows[finding.id]}",
                "转到检查清单",
            )


def _link(book: Workbook, sheet: str, row: int, column: int, target: str, tip: str) -> None:
    """Link a cell that has a value (an empty one would get the target as its value)."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = at(cast("Worksheet", book[sheet]), row, column)
    if cell.value is not None:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, tooltip=tip)
