"""Tables of text whose rows count their cells, not their columns: as they are pasted from Word.

Word leaves one tab for a merged cell, so the figures of a row with two labels stand one column further to the
right than those of a row with one. What a row's last cells are, its label says.
"""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.document.model import Cell, Table
from gxdesk.document.numbers import parse_number
from gxdesk.document.place import LineOrigin
from gxdesk.report.flatlines import Token
from gxdesk.report.labels import form_labels, part_of_row
from gxdesk.standards.model import TableForm


def ragged_cells(table: Table, form: TableForm, block: int) -> list[Token]:
    """Return the cells of such a table one after the other, nothing for tables with true columns."""
    if not isinstance(table.origin, LineOrigin) or table.restored:
        return []
    rows = [[cell for cell in row if cell is not None] for row in table.grid()]
    widths = [_width(row, form) for row in rows]
    rows = [_trimmed(row, width) for row, width in zip(rows, widths, strict=True)]
    full = {len(row) for row, width in zip(rows, widths, strict=True) if width and _is_full(row, width)}
    if len(full) < 2 and not (form.layout == "wide" and _is_narrow(rows, form)):
        return []
    return [token for row, width in zip(rows, widths, strict=True) for token in _tokens(row, width, block)]


def _width(row: list[Cell], form: TableForm) -> int:
    """Return how many figures a row holds, 0 for a row of a header."""
    if form.layout == "wide":
        return len(row) if all(not cell.text or _is_figure(cell) for cell in row) else 0
    labels = form_labels(form)
    found = [match.id for cell in row if (match := labels.rows.exact(cell.text))]
    header = sum(labels.column_too(cell.text) for cell in row) > 1  # 其他 and 总计 name rows too
    return 0 if header or not found else len(part_of_row(form, found[-1]).columns)


def _trimmed(row: list[Cell], width: int) -> list[Cell]:
    """Return a row without the blanks that only fill it up behind its figures."""
    labels = [number for number, cell in enumerate(row) if cell.text and not _is_figure(cell)]
    end = len(row)
    while width and labels and end > labels[-1] + 1 + width and not row[end - 1].text:
        end -= 1
    return row[:end]


def _is_full(row: list[Cell], width: int) -> bool:
    """Whether a row ends in its figures: none of its last cells was left out, none is merged."""
    if len(row) <= width or not _is_figure(row[-1]):
        return False
    label, *figures = row[-width - 1 :]
    return bool(label.text) and not _is_figure(label) and all(not c.text or _is_figure(c) for c in figures)


def _is_narrow(rows: list[list[Cell]], form: TableForm) -> bool:
    """Whether the labels over groups of columns (table four) stand closer together than the columns do."""
    labels = form_labels(form).rows
    columns = [cell.column for row in rows for cell in row if labels.exact(cell.text)]
    return bool(columns) and max(columns) < len(form.cell_ids()) - len(form.parts[0].columns)


def _is_figure(cell: Cell) -> bool:
    return parse_number(cell.text).kind not in ("text", "blank")


def _tokens(row: list[Cell], width: int, block: int) -> Iterator[Token]:
    for number, cell in enumerate(row):
        figure = width > 0 and number >= len(row) - width
        if figure or cell.text:
            yield Token(cell.text, figure, block, cell.origin)
