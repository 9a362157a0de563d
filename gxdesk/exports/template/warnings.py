"""Cells below a table that say whether its balances hold, and colours on the figures that break them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from gxdesk.exports.layout import Grid
from gxdesk.exports.xlsx.checks import OK, Spots, formula, put_check, ranges, style, total
from gxdesk.exports.xlsx.look import GREY, RED, align, font
from gxdesk.exports.xlsx.page import height, letter
from gxdesk.exports.xlsx.safe import at, put
from gxdesk.report.balances import Balance, instances
from gxdesk.standards.model import TableForm

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OPEN = "未填完"
_FEW = 4  # a balance of up to so many cells colours all of them, a longer one its total


def add_checks(ws: Worksheet, form: TableForm, spots: Spots, top: int, layout: Grid) -> dict[str, str]:
    """Add the check cells from row ``top`` on; return the result each has in an empty table, by address.

    Balances along columns get a cell below each column, those along rows one that counts the rows that fail
    (tables whose rows stand side by side: one below each total).
    """
    by_rule: defaultdict[tuple[str, str], list[Balance]] = defaultdict(list)
    for balance in instances(form):
        by_rule[balance.number, balance.text].append(balance)
    results: dict[str, str] = {}
    row, labels, columns = top, layout.labels, layout.columns
    for (_, text), balances in by_rule.items():
        upright = all(spots[b.left[0]][1] == spots[cell][1] for b in balances for cell in b.cells())
        single = upright or form.layout == "wide"
        first = min(spots[balance.left[0]][1] for balance in balances) if single else labels + 1
        _say(ws, row, first - 1, f"勾稽核对：{text}（“{OK}”为相符）")
        for balance in balances:
            _colour_figures(ws, balance, spots)
        if single:
            for balance in balances:
                column = spots[balance.left[0]][1]
                results[put_check(ws, row, column, formula(balance, spots, OPEN), OPEN)] = OPEN
        else:
            results[put_check(ws, row, first, _count(balances, spots), OPEN, columns - labels)] = OK
        row += 1
    return results


def _count(balances: list[Balance], spots: Spots) -> str:
    failing = "+".join(f"(ROUND({total(b.left, spots)}-{total(b.right, spots)},6)<>0)" for b in balances)
    return f'=IF({failing}=0,"{OK}",{failing}&"行不平")'


def _say(ws: Worksheet, row: int, last: int, text: str) -> None:
    """Write what is checked to the left of the check cells."""
    if last > 1:
        ws.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    width = sum(ws.column_dimensions[letter(column)].width for column in range(1, last + 1))
    ws.row_dimensions[row].height = height(text, width * 1.1, 24)
    cell = at(ws, row, 1)
    put(cell, text)
    cell.font, cell.alignment = font(9, GREY.ink), align("left")


def _colour_figures(ws: Worksheet, balance: Balance, spots: Spots) -> None:
    """Colour the figures of a balance red while it is filled in and fails."""
    from openpyxl.formatting.rule import Rule

    shown = balance.cells() if len(balance.cells()) <= _FEW else balance.left
    cells = ",".join(ranges(spots[cell] for cell in balance.cells()))
    difference = f"{total(balance.left, spots)}-{total(balance.right, spots)}"
    condition = f"AND(COUNT({cells})={len(balance.cells())},ROUND({difference},6)<>0)"
    for cell in shown:
        row, column = spots[cell]
        rule = Rule("expression", dxf=style(RED), formula=[_absolute(condition)])
        ws.conditional_formatting.add(f"{letter(column)}{row}", rule)


def _absolute(formula: str) -> str:
    return re.sub(r"\b([A-Z]{1,2})(\d+)\b", r"$\1$\2", formula)
