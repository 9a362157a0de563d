"""How a draft's table fits the page: shares of the columns, rows shown, which cells are centred."""

from __future__ import annotations

from functools import lru_cache

from gxdesk.document.model import Table
from gxdesk.document.text import narrow

MOST_CELLS = 1000  # what can be laid out without a pause; statutory tables have 300
_WIDEST = 10.0
_NARROWEST = 3.0


def shown_rows(table: Table) -> int:
    """Return how many rows are drawn; workbooks may hold thousands."""
    return max(1, min(table.rows, max(30, MOST_CELLS // max(1, table.columns))))


def is_short(text: str) -> bool:
    """Whether a cell holds a number or a short label, which official tables centre."""
    return len(text) <= 9


def label_columns(table: Table) -> set[int]:
    """Return the columns of row labels: those with long texts. Their cells all start at the left."""
    return {cell.column for cell in table.cells if cell.column_span == 1 and not is_short(cell.text)}


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, which must never be broken over two lines."""
    return 0 < len(text) <= 14 and all(ch < "\u2e80" and ch != "\n" for ch in narrow(text))


def column_shares(table: Table) -> list[float]:
    """Return each column's share of the width in percent, by the width of its own (unmerged) cells."""
    widths = [_NARROWEST] * max(1, table.columns)
    for cell in table.cells:
        if cell.column_span == 1 and cell.column < table.columns:
            widths[cell.column] = max(widths[cell.column], _wanted(cell.text))
    total = sum(widths)
    return [100 * width / total for width in widths]


@lru_cache(maxsize=8192)
def _wanted(text: str) -> float:
    """Return the width a cell would like, in characters: figures whole, long texts wrapped."""
    widest = max(sum(1.0 if ch > "\u2e7f" else 0.58 for ch in narrow(line)) for line in text.split("\n"))
    return widest + 2 if is_figure(text) else min(_WIDEST, widest**0.75 + 1)
