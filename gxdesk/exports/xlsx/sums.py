"""Sheets of many drafts: 数据汇总 with live sums, the tables added up, 汇总核对 of a government's report."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from gxdesk.checklist.aggregate import Aggregate, Gap, aggregates, body
from gxdesk.checklist.result import Result, Unreadable
from gxdesk.exports.xlsx.look import AMBER, GREEN, GREY, RED, Tone, align, boxed, heading
from gxdesk.exports.xlsx.page import HEADER_ROW, Band, Column, height, letter, listing, sheet
from gxdesk.exports.xlsx.safe import at, put

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_GAPS = (
    Column("序号", 6, "center"),
    Column("格", 50),
    Column("汇总报告", 12, "center"),
    Column("各单位合计", 12, "center"),
    Column("相差", 10, "center"),
    Column("没有计入合计的单位", 60),
)
_FIXED = ("表", "行", "列", "合计")
_CHECKED = ("汇总报告", "相差")
_MOST_NAMES = 20
Results = dict[str, dict[str, str | int | float]]


def add_sums(book: Workbook, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> Results:
    """Add the sheets for every collection of drafts; return the results of their formulas by sheet."""
    found = aggregates(results)
    cached: Results = {}
    for number, one in enumerate(found):
        mark = "" if number == 0 else f"（{one.year or '年度不明'}）" if len(found) > 1 else ""
        if number and f"数据汇总{mark}" in book.sheetnames:
            mark = f"{mark}{number}"
        if one.summary is not None:
            _add_gaps(book, one, unreadable, f"汇总核对{mark}")
        name = f"数据汇总{mark}"
        cached[name] = _add_matrix(book, one, unreadable, name)
        if number == 0:
            _add_tables(book, one)
    return cached


def _add_tables(book: Workbook, one: Aggregate) -> None:
    """Add the sums in the official layout, to paste into a summary report."""
    from gxdesk.exports.template.book import table_sheet

    for form in one.standard.tables:
        if form.absence:
            texts = {cell: f"{value:f}" for cell, value in one.sums[form.id].items()}
            table_sheet(book, form, texts, f"{form.name}合计", formulas=False)


def _title(one: Aggregate, name: str) -> str:
    year = f"{one.year}年度" if one.year else "年度不明"
    return f"{name}　{year}　{len(one.parts)}份草稿"


def _details(one: Aggregate, unreadable: Sequence[Unreadable]) -> str:
    notes = list(one.notes)
    if unreadable:
        names = "、".join(gone.path.name for gone in unreadable[:_MOST_NAMES])
        notes.append(f"读不出、没有计入的草稿：{names}{'等' if len(unreadable) > _MOST_NAMES else ''}。")
    return "".join(notes) or "各草稿的表二、表三、表四都已计入。"


def _add_gaps(book: Workbook, one: Aggregate, unreadable: Sequence[Unreadable], name: str) -> None:
    assert one.summary is not None
    outcome = f"有{len(one.gaps)}格与各单位合计不一致" if one.gaps else "与各单位合计一致"
    verdict = f"“{body(one.summary)}”的汇总报告（{one.summary.path.name}）{outcome}。"
    details = (
        f"认作汇总报告的原因：{one.reason}。{_details(one, unreadable)}"
        "政府本级（办公室）的数据没有单独成稿的，差额应当等于本级的数。"
    )
    band = Band(_title(one, "汇总核对"), verdict, RED if one.gaps else GREEN, details)
    ws = sheet(book, name, [column.width for column in _GAPS], band)
    listing(ws, _GAPS, [_gap(number, gap) for number, gap in enumerate(one.gaps, 1)])
    if not one.gaps:
        at(ws, HEADER_ROW + 1, 2).value = "没有不一致的格。"


def _gap(number: int, gap: Gap) -> list[str | int]:
    difference = "" if gap.own is None else f"{gap.own - gap.total:+f}"
    names = "、".join(gap.absent[:_MOST_NAMES])
    more = f"等{len(gap.absent)}个单位" if len(gap.absent) > _MOST_NAMES else ""
    own = "没有填数" if gap.own is None else _listed(gap.own)
    return [number, gap.name, own, _listed(gap.total), difference, names + more]


def _listed(value: Decimal) -> str | int:
    return int(value) if value == value.to_integral_value() else f"{value:f}"


def _add_matrix(
    book: Workbook, one: Aggregate, unreadable: Sequence[Unreadable], name: str
) -> dict[str, str | int | float]:
    """Draw one row a cell, one column a draft; sums and differences are live formulas."""
    fixed = (*_FIXED, *_CHECKED) if one.summary is not None else _FIXED
    names = [*fixed, *(body(part) for part in one.parts)]
    widths = [7.0, 40.0, 22.0, *[11.0] * (len(fixed) - 3), *[13.0] * len(one.parts)]
    verdict = "改动任何一格，合计随之变化；红色：与汇总报告不一致；“缺”：草稿中没有这个数。"
    ws = sheet(book, name, widths, Band(_title(one, "数据汇总"), verdict, GREY, _details(one, unreadable)))
    for column, title in enumerate(names, 1):
        put(at(ws, HEADER_ROW, column), title)
        heading(at(ws, HEADER_ROW, column))
    ws.row_dimensions[HEADER_ROW].height = max(24.0, *(height(title, 13) for title in names))
    cached: dict[str, str | int | float] = {}
    row = HEADER_ROW
    for form in one.standard.tables:
        for cell in form.cell_ids():
            row += 1
            row_id, _ = cell.split(".")
            for column, label in enumerate((form.name, form.row(row_id).name, form.column(cell).label), 1):
                put(at(ws, row, column), label)
                boxed(at(ws, row, column), "center" if column == 1 else "left")
            ws.row_dimensions[row].height = height(form.row(row_id).name, widths[1])
            cached |= _figures(ws, one, form.id, cell, row, len(fixed))
    ws.freeze_panes = f"{letter(len(fixed) + 1)}{HEADER_ROW + 1}"
    ws.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    ws.auto_filter.ref = f"A{HEADER_ROW}:{letter(len(names))}{row}"
    return cached


def _figures(
    ws: Worksheet, one: Aggregate, table: str, cell: str, row: int, fixed: int
) -> dict[str, str | int | float]:
    first, last = letter(fixed + 1), letter(fixed + len(one.parts))
    total = one.sums[table][cell]
    at(ws, row, 4).value = f"=SUM({first}{row}:{last}{row})"
    boxed(at(ws, row, 4), "right", bold=True)
    cached: dict[str, str | int | float] = {f"D{row}": _plain(total)}
    if one.summary is not None:
        own = _value(one.summary, table, cell)
        differs = own != total
        _figure(ws, row, 5, own, RED if differs else None)
        at(ws, row, 6).value = f"=E{row}-D{row}" if own is not None else None
        boxed(at(ws, row, 6), "right", RED if differs else None)
        if own is not None:
            cached[f"F{row}"] = _plain(own - total)
    for column, part in enumerate(one.parts, fixed + 1):
        _figure(ws, row, column, _value(part, table, cell))
    return cached


def _figure(ws: Worksheet, row: int, column: int, value: Decimal | None, tone: Tone | None = None) -> None:
    target = at(ws, row, column)
    if value is None:
        put(target, "缺")
        boxed(target, "center", AMBER)
    else:
        target.value = _plain(value)
        boxed(target, "right", tone)
    target.alignment = align("center" if value is None else "right")


def _value(result: Result, table: str, cell: str) -> Decimal | None:
    found = result.report.table(table)
    return found.value(cell) if found is not None else None


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
