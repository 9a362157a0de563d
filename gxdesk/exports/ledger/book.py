"""The workbook of a counted register."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import gxdesk
from gxdesk.exports.template.book import tables_workbook
from gxdesk.exports.xlsx.look import AMBER, GREEN, GREY, RED, Tone, boxed
from gxdesk.exports.xlsx.page import HEADER_ROW, Band, Column, listing, sheet
from gxdesk.exports.xlsx.safe import at
from gxdesk.ledger.model import Counted, Difference, Tally

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROWS = (
    Column("序号", 6, "center"),
    Column("台账中的行", 20),
    Column("编号", 14),
    Column("收到日期", 12, "center"),
    Column("申请人类别", 14),
    Column("办理结果", 26),
    Column("办结日期", 12, "center"),
    Column("工作日", 8, "center"),
    Column("计入的格", 40),
    Column("状态", 9, "center"),
    Column("需要核对的问题", 46),
)
_DIFFERENCES = (
    Column("序号", 6, "center"),
    Column("格", 48),
    Column("台账统计", 12, "center"),
    Column("草稿填报", 12, "center"),
    Column("相差", 10, "center"),
    Column("台账中计入这一格的行", 60),
)
_TONES = {"已计入": GREEN, "请核对": AMBER, "未计入": RED, "其他年度": GREY}
_MOST_ROWS = 30


def workbook(tally: Tally, differences: Sequence[Difference] | None, draft: str) -> bytes:
    """See :func:`gxdesk.exports.ledger.ledger_workbook`."""
    book = tables_workbook(tally.standard, tally.texts(), f"{tally.year}年依申请公开台账统计")
    if differences is not None:
        _add_differences(book, tally, differences, draft)
    _add_rows(book, tally)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _band(tally: Tally, name: str, verdict: str, tone: Tone) -> Band:
    details = f"{tally.standard.name}　·　GxDesk {gxdesk.__version__}　·　" + " ".join(tally.notes)
    return Band(f"{name}　{tally.year}年依申请公开台账", verdict, tone, details)


def _add_rows(book: Workbook, tally: Tally) -> None:
    doubtful = len(tally.doubtful)
    outcome = f"{doubtful}行需要人工核对。" if doubtful else "全部归类。"
    verdict = f"共{len(tally.rows)}行，{outcome}"
    band = _band(tally, "逐行核对", verdict, AMBER if doubtful else GREEN)
    ws = sheet(book, "逐行核对", [column.width for column in _ROWS], band)
    listing(ws, _ROWS, [_row(number, row, tally) for number, row in enumerate(tally.rows, 1)])
    for at_row, row in enumerate(tally.rows, HEADER_ROW + 1):
        tone = (
            RED if not row.cells and row.problems else AMBER if row.problems else GREY if row.note else GREEN
        )
        boxed(at(ws, at_row, 10), "center", tone, bold=True)


def _row(number: int, row: Counted, tally: Tally) -> list[str | int]:
    entry = row.entry
    result = "：".join(part for part in (entry.text("result"), entry.text("reason")) if part)
    names = [_name(cell, tally) for cell in row.cells]
    return [
        number,
        entry.where,
        entry.text("number"),
        row.received.isoformat() if row.received else entry.text("received"),
        entry.text("kind"),
        result,
        row.closed.isoformat() if row.closed else entry.text("closed"),
        "" if row.days is None else row.days,
        "\n".join(names),
        _state(row),
        "\n".join((*row.problems, *([row.note] if row.note else []))),
    ]


def _state(row: Counted) -> str:
    if row.note:
        return "其他年度"
    if row.problems:
        return "请核对" if row.cells else "未计入"
    return "已计入"


def _name(cell: str, tally: Tally) -> str:
    table_id, _, cell_id = cell.partition("/")
    form = tally.standard.table(table_id)
    return f"{form.name}{form.cell_name(cell_id)}"


def _add_differences(book: Workbook, tally: Tally, differences: Sequence[Difference], draft: str) -> None:
    outcome = f"有{len(differences)}格不一致" if differences else "一致"
    verdict = f"草稿“{draft}”与台账{outcome}。"
    band = _band(tally, "与草稿比对", verdict, RED if differences else GREEN)
    ws = sheet(book, "与草稿比对", [column.width for column in _DIFFERENCES], band)
    listing(ws, _DIFFERENCES, [_difference(number, one) for number, one in enumerate(differences, 1)])
    if not differences:
        at(ws, HEADER_ROW + 1, 2).value = "没有不一致的格。"


def _difference(number: int, one: Difference) -> list[str | int]:
    shown = "没有这一格" if one.draft is None else one.draft or "空白"
    whole = one.draft is not None and one.draft.strip().isdecimal()
    counted = "、".join(one.entries[:_MOST_ROWS])
    more = f"等{len(one.entries)}行" if len(one.entries) > _MOST_ROWS else ""
    gap: str | int = f"{one.ledger - int(one.draft or 0):+d}" if whole else ""
    return [number, one.name, one.ledger, shown, gap, counted + more]
