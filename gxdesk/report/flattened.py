"""Restoring tables that were flattened into lines of text, one cell (or one row) a line.

Text copied from a web page loses its tables: each cell becomes a line, labels break over two lines.
The statutory labels are known, so the grid can be put together again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gxdesk.document.model import Block, Cell, Document, Table
from gxdesk.document.place import Origin
from gxdesk.report.flatblanks import with_blanks
from gxdesk.report.flatlines import Token, joined, runs, tokens
from gxdesk.report.labels import FormLabels, form_labels, form_units, part_of_row
from gxdesk.report.ragged import ragged_cells
from gxdesk.standards.model import Standard, TableForm

FEWEST_NUMBERS = 4
FEWEST_LABELS = 3


def restore_tables(document: Document, standard: Standard) -> Document:
    """Return the document with flattened statutory tables as real tables; the same object if it has none."""
    replaced: dict[int, tuple[int, Table]] = {}  # first block -> (last block, table)
    for start, end in runs(document, standard):
        cells = [
            token for index in range(start, end) for token in tokens(index, document.blocks[index], standard)
        ]
        for form in standard.tables:
            piece = _piece(cells, form)
            if piece and _restorable(piece, form):
                first, last = piece[0].block, piece[-1].block
                if not any(f <= last and first <= e for f, (e, _) in replaced.items()):
                    replaced[first] = (last, _restore(with_blanks(piece, form), form))
    for index, table in document.tables():
        for form in standard.tables:
            piece = ragged_cells(table, form, index)
            if piece and _restorable(piece, form):
                replaced[index] = (index, _restore(piece, form))
    return _rebuilt(document, replaced) if replaced else document


def _piece(tokens: list[Token], form: TableForm) -> list[Token]:
    """Return the tokens from the form's first label to the last number that follows its labels."""
    labels = form_labels(form)
    known = [i for i, t in enumerate(tokens) if not t.number and joined(tokens, i, labels)]
    if not known:
        return []
    known += [
        i for i in range(known[-1] + 1, len(tokens)) if not tokens[i].number and labels.near(tokens[i].text)
    ]
    last = known[-1]
    end = last + 1
    while end < len(tokens) and (tokens[end].number or not tokens[end - 1].number):
        end += 1
    while end > last + 1 and not tokens[end - 1].number:
        end -= 1
    return tokens[known[0] : end]


def _restorable(piece: list[Token], form: TableForm) -> bool:
    labels = form_labels(form)
    numbers = sum(token.number for token in piece)
    rows = {m.id for t in piece if not t.number and (m := labels.rows.exact(t.text))}
    columns = {m.id for t in piece if not t.number and (m := labels.columns.exact(t.text))}
    return numbers >= FEWEST_NUMBERS and bool(rows) and len(rows) + len(columns) >= FEWEST_LABELS


@dataclass(frozen=True, slots=True)
class _Label:
    """A whole label put together from its lines; ``role`` is row, column, group, title or other."""

    text: str
    role: str
    id: str
    origin: Origin


def _labels(tokens: list[Token], labels: FormLabels) -> Iterator[_Label]:
    """Join broken labels and tell their roles."""
    index = 0
    while index < len(tokens):
        count = joined(tokens, index, labels) or 1
        text = "".join(token.text for token in tokens[index : index + count])
        role, found = _role(text, labels)
        yield _Label(text, role, found, tokens[index].origin)
        index += count


def _role(text: str, labels: FormLabels) -> tuple[str, str]:
    sets = (
        ("row", labels.rows),
        ("column", labels.columns),
        ("group", labels.groups),
        ("title", labels.titles),
    )
    for role, labelset in sets:
        if match := labelset.exact(text):
            return role, match.id
    for role, labelset in sets:
        if match := labelset.match(text):
            return role, match.id
    return "other", ""


def _restore(piece: list[Token], form: TableForm) -> Table:
    """Lay the tokens out as a grid with the official header structure."""
    labels = form_labels(form)
    grid = _GridBuilder()
    pending: list[Token] = []
    index = 0
    while index < len(piece):
        if not piece[index].number:
            pending.append(piece[index])
            index += 1
            continue
        numbers = []
        while index < len(piece) and piece[index].number:
            numbers.append(piece[index])
            index += 1
        _lay(grid, list(_labels(pending, labels)), numbers, form)
        pending = []
    return grid.table(piece[0].origin)


def _lay(grid: _GridBuilder, labels: list[_Label], numbers: list[Token], form: TableForm) -> None:
    """Lay one group of labels and the figures that follow it."""
    if form.layout == "wide":
        _lay_wide(grid, labels, numbers, form)
        return
    row_at = max((i for i, label in enumerate(labels) if label.role == "row"), default=len(labels))
    header = any(label.role == "column" for label in labels[:row_at])
    heads = [
        label
        for label in labels[:row_at]
        if label.role == "column" or (header and form_labels(form).column_too(label.text))
    ]
    for label in labels[:row_at]:
        if label not in heads:
            grid.add_line(label)
    aside = [None] * bool(form_units(form))  # the column of units
    if heads:
        row_id = labels[row_at].id if row_at < len(labels) else ""
        in_order = _in_order(heads, form, row_id)
        grid.add_heads([None, *aside], _completed(in_order, form, row_id, len(numbers)))
    row: list[_Label | Token | None] = [labels[row_at] if row_at < len(labels) else None, *aside]
    for label in labels[row_at + 1 :]:
        if aside and label.text in form_units(form):
            row[-1] = label
        else:
            grid.add_line(label)
    grid.add_figures(row, numbers)


def _in_order(heads: list[_Label], form: TableForm, row_id: str) -> list[_Label]:
    """Put column labels in official order: a merged header is flattened level by level."""
    columns = part_of_row(form, row_id).columns if row_id else form.parts[0].columns
    order = {column.id: i for i, column in enumerate(columns)}
    known = form_labels(form).columns

    def rank(label: _Label) -> int:
        match = known.match(label.text)
        return order.get(match.id, len(order)) if match else len(order)

    return sorted(heads, key=rank)


def _completed(heads: list[_Label], form: TableForm, row_id: str, figures: int) -> list[_Label]:
    """Return the official column labels where some are broken and a row has a figure for each of them."""
    columns = part_of_row(form, row_id).columns if row_id else ()
    if not len(heads) < len(columns) == figures <= 2 * len(heads):
        return heads
    return [_Label(column.label, "column", column.id, heads[0].origin) for column in columns]


def _lay_wide(grid: _GridBuilder, labels: list[_Label], numbers: list[Token], form: TableForm) -> None:
    """Lay table four: one line of row labels over its columns, one of column labels, one of figures."""
    part = form.parts[0]
    rows = {label.id: label for label in labels if label.role == "row"}
    heads = [label for label in labels if label.role == "column"]
    width = len(part.columns)
    top: list[_Label | Token | None] = []
    for row in part.rows:
        top.extend([rows.get(row.id)] * width)
    grid.add_row(top)
    if len(heads) == width * len(part.rows):
        grid.add_heads([], heads)
    grid.add_figures([], numbers)


class _GridBuilder:
    """Collects rows of labels and numbers; lines that belong to no column span the whole width."""

    def __init__(self) -> None:
        self._rows: list[list[_Label | Token | None] | _Label] = []
        self._heads = 0  # columns of figures under the last header

    def add_heads(self, before: list[None], heads: list[_Label]) -> None:
        """Add a row of column labels after ``before``."""
        self._heads = len(heads)
        self.add_row([*before, *heads])

    def add_figures(self, before: list[_Label | Token | None], figures: list[Token]) -> None:
        """Add a row of figures after ``before``.

        Where there are fewer than columns, nobody can tell which is missing: they become one merged cell.
        """
        if 0 < len(figures) < self._heads:
            text = "、".join(figure.text for figure in figures) + "…"
            self.add_row([*before, *[_Label(text, "other", "", figures[0].origin)] * self._heads])
        else:
            self.add_row([*before, *figures])

    def add_row(self, cells: list[_Label | Token | None]) -> None:
        """Add a row; the same label in neighbouring places is one merged cell."""
        self._rows.append(cells)

    def add_line(self, label: _Label) -> None:
        """Add a label that spans the width."""
        self._rows.append(label)

    def table(self, origin: Origin) -> Table:
        """Return the grid."""
        width = max((len(row) for row in self._rows if isinstance(row, list)), default=1)
        cells = [cell for r, row in enumerate(self._rows) for cell in self._cells(r, row, width)]
        return Table(len(self._rows), width, tuple(cells), origin, restored=True)

    @staticmethod
    def _cells(r: int, row: list[_Label | Token | None] | _Label, width: int) -> Iterator[Cell]:
        if isinstance(row, _Label):
            yield Cell(row.text, r, 0, row.origin, column_span=width)
            return
        column = 0
        while column < len(row):
            item, span = row[column], 1
            while item is not None and column + span < len(row) and row[column + span] is item:
                span += 1
            if item is not None:
                yield Cell(item.text, r, column, item.origin, column_span=span)
            column += span


def _rebuilt(document: Document, replaced: dict[int, tuple[int, Table]]) -> Document:
    """Return the document with each replaced span of lines as one table block; notices move along."""
    blocks: list[Block] = []
    moved: dict[int, int] = {}
    index = 0
    while index < len(document.blocks):
        last, block = replaced.get(index, (index, document.blocks[index]))
        moved.update(dict.fromkeys(range(index, last + 1), len(blocks)))
        blocks.append(block)
        index = last + 1
    notices = tuple(
        replace(n, place=replace(n.place, block=moved.get(n.place.block, len(blocks))))
        if n.place.block is not None
        else n
        for n in document.notices
    )
    return replace(document, blocks=tuple(blocks), notices=notices)
