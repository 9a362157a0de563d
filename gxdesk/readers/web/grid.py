"""Tables of a page as grids: ``rowspan`` and ``colspan``; tables that only lay out the page told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gxdesk.readers.limits import MAX_COLUMNS, check_table
from gxdesk.readers.web.looks import FIELDS, SKIPPED, Tree, field_value, is_hidden, tag_of
from gxdesk.readers.word.tables import column_ranks

PROSE = 400  # characters of a cell that holds an article, not a figure or a label
MAX_DEPTH = 260
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in the grid; ``file_column`` is its column before columns nobody sees were closed up."""

    element: Tree
    row: int
    column: int
    height: int
    width: int
    file_column: int


def rows_of(table: Tree) -> list[Tree]:
    """Return the visible rows of a table itself, not of tables in it, in the order they are shown in."""
    head: list[Tree] = []
    rows: list[Tree] = []
    foot: list[Tree] = []
    for child in table:
        tag = tag_of(child)
        if tag == "tr":
            rows.append(child)
        elif tag in _GROUPS and not is_hidden(child):
            group = {"thead": head, "tfoot": foot}.get(tag, rows)
            group.extend(row for row in child if tag_of(row) == "tr")
    return [row for row in (*head, *rows, *foot) if not is_hidden(row)]


def cells_of(row: Tree) -> list[Tree]:
    """Return the visible cells of a row."""
    return [cell for cell in row if tag_of(cell) in ("td", "th") and not is_hidden(cell)]


def is_data(table: Tree, rows: list[Tree]) -> bool:
    """Tell tables of figures from those that lay out a page: one column, articles or tables in cells."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    nested = next((inner for inner in table.iter("table") if inner is not table), None) is not None
    filled = [[len("".join(own_text(cell).split())) for cell in cells_of(row)] for row in rows]
    if any(length > PROSE for row in filled for length in row):
        return False
    full = sum(sum(length > 0 for length in row) >= 2 for row in filled)
    if nested:
        return full >= 3
    widest = max((len(row) for row in filled), default=0)
    return (len(rows) >= 2 and widest >= 2 and full >= 1) or (full == 1 and widest >= 3)


def own_text(element: Tree, depth: int = 0) -> str:
    """Return the text of an element without that of tables in it and of what is not shown."""
    pieces = [element.text or ""]
    for child in element:
        tag = tag_of(child)
        if tag in FIELDS:
            pieces.append(field_value(child))
        elif tag and tag not in SKIPPED and tag != "table" and depth < MAX_DEPTH and not is_hidden(child):
            pieces.append(own_text(child, depth + 1))
        pieces.append(child.tail or "")
    return "".join(pieces)


def lay(rows: list[Tree]) -> tuple[list[Placed], int]:
    """Lay cells out in a grid as browsers do; return them in reading order and the number of columns.

    Raises :class:`ReadError` for a table of an absurd size.
    """
    placed = list(_placed(rows))
    bounds: list[list[tuple[int, int]]] = [[] for _ in rows]
    for cell in placed:
        bounds[cell.row].append((cell.column, cell.column + cell.width))
    rank = column_ranks(bounds, [])
    columns = rank[-1] if rank else 0
    check_table(len(rows), columns)
    return [
        Placed(
            cell.element,
            cell.row,
            rank[cell.column],
            cell.height,
            rank[cell.column + cell.width] - rank[cell.column],
            cell.column,
        )
        for cell in placed
    ], columns


def _placed(rows: list[Tree]) -> Iterator[Placed]:
    open_until: dict[int, int] = {}  # column -> first row it is free in again
    count = 0
    for number, row in enumerate(rows):
        column = 0
        for element in cells_of(row):
            while open_until.get(column, 0) > number:
                column += 1
            width = min(_span(element, "colspan"), MAX_COLUMNS)
            height = min(_span(element, "rowspan") or len(rows), len(rows) - number)
            width = max(1, width)
            count += 1
            check_table(0, column, count)
            yield Placed(element, number, column, height, width, column)
            if height > 1:
                open_until.update(dict.fromkeys(range(column, column + width), number + height))
            column += width


def _span(element: Tree, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return int(value) if value.isdecimal() and len(value) < 8 else 1
