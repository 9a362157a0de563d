"""Cells with live formulas that say whether a balance (勾稽关系) holds, also after a figure was corrected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gxdesk.exports.xlsx.look import GREEN, GREY, RED, Tone, align, border, font
from gxdesk.exports.xlsx.page import letter
from gxdesk.exports.xlsx.safe import at
from gxdesk.report.balances import Balance

if TYPE_CHECKING:
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.worksheet import Worksheet

OK = "√"

Spots = dict[str, tuple[int, int]]  # row and column by cell id


def formula(balance: Balance, spots: Spots, open_word: str) -> str:
    """Return the formula of a check cell: ``√``, ``差`` with the difference, or ``open_word``."""
    cells = ",".join(ranges(spots[cell] for cell in balance.cells()))
    left, right = total(balance.left, spots), total(balance.right, spots)
    return (
        f'=IF(COUNT({cells})<{len(balance.cells())},"{open_word}",'
        f'IF(ROUND({left}-{right},6)=0,"{OK}","差"&ROUND({left}-{right},6)))'
    )


def total(cells: Iterable[str], spots: Spots) -> str:
    """Return the formula of a sum of cells."""
    return f"SUM({','.join(ranges(spots[cell] for cell in cells))})"


def ranges(spots: Iterable[tuple[int, int]]) -> list[str]:
    """Return the addresses with neighbours in a column or row joined to ranges."""
    found: list[list[tuple[int, int]]] = []
    for spot in spots:
        last = found[-1] if found else []
        step = (spot[0] - last[-1][0], spot[1] - last[-1][1]) if last else (0, 0)
        direction = (last[1][0] - last[0][0], last[1][1] - last[0][1]) if len(last) > 1 else step
        if last and step in ((0, 1), (1, 0)) and step == direction:
            last.append(spot)
        else:
            found.append([spot])
    return [_range(run[0], run[-1]) for run in found]


def put_check(ws: Worksheet, row: int, column: int, text: str, open_word: str, width: int = 1) -> str:
    """Write a check cell (over ``width`` columns) with its colours and return its address."""
    from openpyxl.formatting.rule import Rule

    for other in range(column, column + width):
        at(ws, row, other).border = border()
    if width > 1:
        ws.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + width - 1)
    cell = at(ws, row, column)
    cell.value = text
    cell.font, cell.alignment = font(10, bold=True), align("center")
    spot = f"{letter(column)}{row}"
    for condition, tone in ((f'{spot}="{OK}"', GREEN), (f'{spot}="{open_word}"', GREY), ("TRUE", RED)):
        rule = Rule("expression", dxf=style(tone), formula=[condition], stopIfTrue=True)
        ws.conditional_formatting.add(spot, rule)
    return spot


def style(tone: Tone) -> DifferentialStyle:
    """Return the look a conditional format gives a cell."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    return DifferentialStyle(font=Font(color=tone.ink, bold=True), fill=PatternFill(bgColor=tone.fill))


def _range(first: tuple[int, int], last: tuple[int, int]) -> str:
    start = f"{letter(first[1])}{first[0]}"
    return start if first == last else f"{start}:{letter(last[1])}{last[0]}"
