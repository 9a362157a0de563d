"""Blank cells of a flattened table: where each cell is a line, a blank one leaves an empty line."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from gxdesk.document.place import LineOrigin
from gxdesk.report.flatlines import Token, joined
from gxdesk.report.labels import form_labels, form_units, part_of_row
from gxdesk.standards.model import TableForm


def with_blanks(tokens: list[Token], form: TableForm) -> list[Token]:
    """Return the cells of a table with the blank ones of the rows that are short of figures.

    A row is left as it is unless its empty lines say exactly which of its cells are blank.
    """
    step = _step(tokens)
    if step == 0:
        return tokens
    found: list[Token] = []
    index = width = 0
    while index < len(tokens):
        count = 0 if tokens[index].number else joined(tokens, index, form_labels(form)) or 1
        label = tokens[index : index + count]
        width = _width("".join(token.text for token in label), form, width)
        found += label
        index = end = index + count
        while end < len(tokens) and tokens[end].number:
            end += 1
        found += _row(found[-1], tokens[index : end + 1], end - index, width, step)
        index = end
    return found


def _step(tokens: list[Token]) -> int:
    """Return how many lines further the next cell usually stands; 0 when cells share lines."""
    lines = [token.origin.line for token in tokens if isinstance(token.origin, LineOrigin)]
    steps = Counter(after - before for before, after in pairwise(lines))
    return steps.most_common(1)[0][0] if steps and len(lines) == len(tokens) and not steps[0] else 0


def _width(text: str, form: TableForm, before: int) -> int:
    """Return how many figures follow a label; ``before`` is how many follow the label before it."""
    if form.layout == "wide":
        return len(form.cell_ids())
    match = form_labels(form).rows.exact(text)
    if match is None:
        return before if text in form_units(form) else 0
    return len(part_of_row(form, match.id).columns)


def _row(label: Token, cells: list[Token], count: int, width: int, step: int) -> list[Token]:
    """Return the figures after a label with the blank cells between; ``cells``: they and what follows."""
    gaps = [_gap(before, after, step) for before, after in pairwise([label, *cells])]
    if count == 0:
        return _blank(label, width, step) if gaps and gaps[0] >= width else []
    inner = gaps[1:count]
    missing = width - count - sum(inner)
    lead = _lead(gaps[0], gaps[count] if count < len(gaps) else missing, missing)
    if missing < 0 or lead is None:
        return cells[:count]
    found = _blank(label, lead, step)
    for figure, blanks in zip(cells, [*inner, missing - lead], strict=False):
        found += [figure, *_blank(figure, blanks, step)]
    return found


def _lead(before: int, after: int, missing: int) -> int | None:
    """Return how many of the missing cells stand before the first figure, ``None`` when nothing says so.

    ``before`` and ``after`` are the empty lines there; merged cells leave empty lines too.
    """
    if before + after == missing:
        return before
    if missing == 0 or (before == 0 and after > missing):
        return 0
    return missing if after == 0 and before > missing else None


def _gap(before: Token, after: Token, step: int) -> int:
    """Return the number of empty lines between two cells that hold a cell each."""
    assert isinstance(before.origin, LineOrigin) and isinstance(after.origin, LineOrigin)
    return max(0, (after.origin.line - before.origin.line) // step - 1)


def _blank(before: Token, count: int, step: int) -> list[Token]:
    assert isinstance(before.origin, LineOrigin)
    line = before.origin.line
    return [Token("", True, before.block, LineOrigin(line + step * number)) for number in range(1, count + 1)]
