"""Restoring tables that were flattened into lines of text, one cell (or one row) a line.

Text copied from a web page loses its tables: each cell becomes a line, labels break over two lines.
The statutory labels are known, so the grid can be put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.numbers import parse_number
from gxdesk.document.place import LineOrigin, Origin
from gxdesk.document.text import narrow
from gxdesk.report.headings import heading, is_section_heading
from gxdesk.report.labels import FormLabels, form_labels, labels_in, part_of_row
from gxdesk.standards.model import Standard, TableForm

LONGEST_LINE = 60  # characters of a line that can be a cell or a row of a flattened table
LONGEST_ROW_LINE = 160  # characters of a line with a label and its figures
FEWEST_ROW_FIGURES = 3
FEWEST_NUMBERS = 4
FEWEST_LABELS = 3
MOST_JOINED = 4  # lines one label may be broken over
_FIGURE = r"(?:[+\-]?[\d,.]+(?:万元|[元件项宗次条个])?|/|-|—|无)"
_ROW_LINE = re.compile(rf"^(?P<label>.*?)(?P<numbers>(?:\s+{_FIGURE})+)$")
_NUMBERS_LINE = re.compile(rf"^{_FIGURE}(?:\s+{_FIGURE})+$")


@dataclass(frozen=True, slots=True)
class _Token:
    """A cell's text in the flow of lines: a number or a (piece of a) label."""

    text: str
    number: bool
    block: int
    origin: Origin


def restore_tables(document: Document, standard: Standard) -> Document:
    """Return the document with flattened statutory tables as real tables; the same object if it has none."""
    replaced: dict[int, tuple[int, Table]] = {}  # first block -> (last block, table)
    for start, end in _runs(document, standard):
        tokens = [
            token for index in range(start, end) for token in _tokens(index, document.blocks[index], standard)
        ]
        for form in standard.tables:
            piece = _piece(tokens, form)
            if piece and _restorable(piece, form):
                first, last = piece[0].block, piece[-1].block
                if not any(f <= last and first <= e for f, (e, _) in replaced.items()):
                    replaced[first] = (last, _restore(piece, form))
    return _rebuilt(document, replaced) if replaced else document


def _runs(document: Document, standard: Standard) -> Iterator[tuple[int, int]]:
    """Yield spans of consecutive short lines that are no section heading."""
    start: int | None = None
    for index, block in enumerate((*document.blocks, None)):
        if block is not None and _is_short(index, block, standard):
            start = index if start is None else start
        elif start is not None:
            if index - start >= FEWEST_LABELS:
                yield start, index
            start = None


def _is_short(index: int, block: Block, standard: Standard) -> bool:
    if not isinstance(block, Paragraph) or block.role or block.text.rstrip().endswith("。"):
        return False
    if len(block.text) > LONGEST_LINE and not _is_row_line(block.text, standard):
        return False
    line = heading(index, block)
    return line is None or not is_section_heading(standard, line)


def _is_row_line(text: str, standard: Standard) -> bool:
    """Whether a longer line is a label with its row of figures, or a row of labels."""
    if len(text) > LONGEST_ROW_LINE:
        return False
    text = narrow(text).strip()
    match = _ROW_LINE.match(text)
    if match is not None and len(match["numbers"].split()) >= FEWEST_ROW_FIGURES:
        return True
    return len(labels_in(text, standard)) >= FEWEST_ROW_FIGURES


def _tokens(index: int, block: Block, standard: Standard) -> Iterator[_Token]:
    """Cut a line into cells: labels, a number, labels followed by numbers, or several numbers."""
    text = narrow(block.text).strip() if isinstance(block, Paragraph) else ""
    if not text:
        return
    match = _NUMBERS_LINE.match(text) or (None if _is_numeric(text) else _ROW_LINE.match(text))
    label = text if match is None else match.groupdict().get("label") or ""
    words = labels_in(label, standard) or [(label.strip(), 0)]
    for found in re.finditer(r"\S+", text[len(label) :]):
        words.append((found[0], len(label) + found.start()))
    for word, start in words:
        if word:
            yield _Token(word, _is_numeric(word), index, _shifted(block.origin, start))


def _shifted(origin: Origin, start: int) -> Origin:
    return replace(origin, column=origin.column + start) if isinstance(origin, LineOrigin) else origin


def _is_numeric(text: str) -> bool:
    return parse_number(text).kind not in ("text", "blank")


def _piece(tokens: list[_Token], form: TableForm) -> list[_Token]:
    """Return the tokens from the form's first label to the last number that follows its labels."""
    labels = form_labels(form)
    known = [i for i, t in enumerate(tokens) if not t.number and _joined(tokens, i, labels)]
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


def _joined(tokens: list[_Token], start: int, labels: FormLabels) -> int:
    """Return how many lines from ``start`` make up a known label (0: none), longest first."""
    text, best = "", 0
    for count in range(1, MOST_JOINED + 1):
        if start + count > len(tokens) or tokens[start + count - 1].number:
            break
        text += tokens[start + count - 1].text
        if labels.known(text):
            best = count
    return best


def _restorable(piece: list[_Token], form: TableForm) -> bool:
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


def _labels(tokens: list[_Token], labels: FormLabels) -> Iterator[_Label]:
    """Join broken labels and tell their roles."""
    index = 0
    while index < len(tokens):
        count = _joined(tokens, index, labels) or 1
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


def _restore(piece: list[_Token], form: TableForm) -> Table:
    """Lay the tokens out as a grid with the official header structure."""
    labels = form_labels(form)
    grid = _GridBuilder()
    pending: list[_Token] = []
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


def _lay(grid: _GridBuilder, labels: list[_Label], numbers: list[_Token], form: TableForm) -> None:
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
    if heads:
        grid.add_row([None, *_in_order(heads, form, labels[row_at].id if row_at < len(labels) else "")])
    for label in labels[row_at + 1 :]:
        grid.add_line(label)
    grid.add_row([labels[row_at] if row_at < len(labels) else None, *numbers])


def _in_order(heads: list[_Label], form: TableForm, row_id: str) -> list[_Label]:
    """Put column labels in official order: a merged header is flattened level by level."""
    columns = part_of_row(form, row_id).columns if row_id else form.parts[0].columns
    order = {column.id: i for i, column in enumerate(columns)}
    known = form_labels(form).columns

    def rank(label: _Label) -> int:
        match = known.match(label.text)
        return order.get(match.id, len(order)) if match else len(order)

    return sorted(heads, key=rank)


def _lay_wide(grid: _GridBuilder, labels: list[_Label], numbers: list[_Token], form: TableForm) -> None:
    """Lay table four: one line of row labels over its columns, one of column labels, one of figures."""
    part = form.parts[0]
    rows = {label.id: label for label in labels if label.role == "row"}
    heads = [label for label in labels if label.role == "column"]
    width = len(part.columns)
    top: list[_Label | _Token | None] = []
    for row in part.rows:
        top.extend([rows.get(row.id)] * width)
    grid.add_row(top)
    if len(heads) == width * len(part.rows):
        grid.add_row([*heads])
    grid.add_row([*numbers])


class _GridBuilder:
    """Collects rows of labels and numbers; lines that belong to no column span the whole width."""

    def __init__(self) -> None:
        self._rows: list[list[_Label | _Token | None] | _Label] = []

    def add_row(self, cells: list[_Label | _Token | None]) -> None:
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
    def _cells(r: int, row: list[_Label | _Token | None] | _Label, width: int) -> Iterator[Cell]:
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
