"""Sheets 检查清单 and 问题明细: every item with room for a person's confirmation, and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxdesk.checklist.model import Item
from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding, Severity
from gxdesk.exports.words import by_gravity, cause, places
from gxdesk.exports.xlsx.band import band
from gxdesk.exports.xlsx.look import GREEN, RED, SEVERITY_TONES, STATUS_TONES, Tone, boxed
from gxdesk.exports.xlsx.page import HEADER_ROW, Column, letter, listing, sheet
from gxdesk.exports.xlsx.safe import at

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ITEM_COLUMNS = (
    Column("序号", 6, "center"),
    Column("分组", 8, "center"),
    Column("检查事项", 24),
    Column("要求", 32),
    Column("依据", 22),
    Column("结果", 10, "center"),
    Column("位置", 20),
    Column("问题", 36),
    Column("处理建议", 28),
    Column("人工确认", 11, "center"),
    Column("备注", 16),
)
FINDING_COLUMNS = (
    Column("序号", 6, "center"),
    Column("级别", 8, "center"),
    Column("规则编号", 25),
    Column("问题", 42),
    Column("位置", 24),
    Column("应为", 12),
    Column("实为", 12),
    Column("最可能的原因", 30),
    Column("依据", 24),
    Column("处理建议", 30),
)
CONFIRMATIONS = ("已确认", "需修改", "不适用")
_STATUS, _CONFIRMATION = 6, 10  # columns
_MOST_SHOWN = 3


def add_checklist(book: Workbook, result: Result) -> None:
    """Add the sheet 检查清单."""
    ws = sheet(book, "检查清单", [column.width for column in ITEM_COLUMNS], band(result, "检查清单"))
    numbers = numbered(result)
    items = result.checklist.items
    listing(ws, ITEM_COLUMNS, [_item_row(n, item, numbers) for n, item in enumerate(items, 1)])
    for row, item in enumerate(items, HEADER_ROW + 1):
        boxed(at(ws, row, 3), bold=True)
        boxed(at(ws, row, _STATUS), "center", STATUS_TONES[item.status], bold=True)
    if items:
        last = HEADER_ROW + len(items)
        _offer_confirmations(ws, last)
        _colour(ws, _STATUS, last, {status.word: tone for status, tone in STATUS_TONES.items()})
        _colour(ws, _CONFIRMATION, last, {"已确认": GREEN, "需修改": RED})


def add_findings(book: Workbook, result: Result) -> None:
    """Add the sheet 问题明细."""
    ws = sheet(book, "问题明细", [column.width for column in FINDING_COLUMNS], band(result, "问题明细"))
    findings = by_gravity(result.checklist.findings)
    listing(ws, FINDING_COLUMNS, finding_rows(result))
    mark_severities(ws, 2, findings)
    if not findings:
        at(ws, HEADER_ROW + 1, 2).value = "没有发现问题。"


def finding_rows(result: Result) -> list[list[str | int]]:
    """Return the rows of 问题明细."""
    numbers = numbered(result)
    return [
        [
            numbers[finding.id],
            finding.severity.word,
            finding.rule,
            f"{finding.title}\n{finding.message}",
            places(finding),
            finding.expected or "",
            finding.actual or "",
            cause(finding, result.report, numbers),
            finding.basis,
            finding.suggestion,
        ]
        for finding in by_gravity(result.checklist.findings)
    ]


def mark_severities(ws: Worksheet, column: int, findings: list[Finding]) -> None:
    """Colour the severities of a list of findings."""
    for row, finding in enumerate(findings, HEADER_ROW + 1):
        boxed(at(ws, row, column), "center", SEVERITY_TONES[finding.severity], bold=True)
    if findings:
        words = {severity.word: SEVERITY_TONES[severity] for severity in Severity}
        _colour(ws, column, HEADER_ROW + len(findings), words)


def numbered(result: Result) -> dict[str, int]:
    """Return the number each finding has in 问题明细."""
    return {finding.id: n for n, finding in enumerate(by_gravity(result.checklist.findings), 1)}


def _item_row(number: int, item: Item, numbers: dict[str, int]) -> list[str | int]:
    shown = by_gravity(item.findings)[:_MOST_SHOWN]
    problems = [_problem(finding, numbers) for finding in shown]
    if len(item.findings) > len(shown):
        problems.append(f"另有{len(item.findings) - len(shown)}处，见“问题明细”。")
    if item.note:
        problems.append(item.note)
    found = list(dict.fromkeys(places(finding) for finding in shown if finding.places))
    advice = list(dict.fromkeys(finding.suggestion for finding in shown if finding.cause is None))
    return [
        number,
        item.group,
        item.title,
        item.requirement,
        item.basis,
        item.status.word,
        "\n".join(found),
        "\n".join(problems),
        "\n".join(advice),
        CONFIRMATIONS[0] if item.confirmed else "",
        _confirmed(item),
    ]


def _confirmed(item: Item) -> str:
    """Return who confirmed an item, when and with which note."""
    done = item.confirmed
    return "" if done is None else f"{done.who} {done.at[:10]}" + (f"\n{done.note}" if done.note else "")


def _problem(finding: Finding, numbers: dict[str, int]) -> str:
    number = numbers.get(finding.id)
    return f"〔{number}〕{finding.message}" if number else finding.message


def _offer_confirmations(ws: Worksheet, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation("list", formula1=f'"{",".join(CONFIRMATIONS)}"', allow_blank=True)
    choice.errorTitle, choice.error = "人工确认", "请从列表中选择：" + "、".join(CONFIRMATIONS) + "。"
    choice.promptTitle, choice.prompt = "人工确认", "核对后从列表中选择。"
    choice.showErrorMessage = choice.showInputMessage = True
    column = letter(_CONFIRMATION)
    choice.add(f"{column}{HEADER_ROW + 1}:{column}{last}")
    ws.add_data_validation(choice)


def _colour(ws: Worksheet, column: int, last: int, words: dict[str, Tone]) -> None:
    """Colour cells by their word, also after a person changed it."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    first = f"{letter(column)}{HEADER_ROW + 1}"
    for word, tone in words.items():
        style = DifferentialStyle(font=Font(color=tone.ink, bold=True), fill=PatternFill(bgColor=tone.fill))
        rule = Rule("expression", dxf=style, formula=[f'{first}="{word}"'])
        ws.conditional_formatting.add(f"{first}:{letter(column)}{last}", rule)
