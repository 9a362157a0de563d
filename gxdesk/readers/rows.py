"""Tables in plain text: consecutive lines whose cells are separated by tabs or bars."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gxdesk.document.text import enumerator

OUTER = " \t\v\f\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"  # white space around a line or a cell
MAX_CELL = 200  # a longer "cell" is prose
HEADING = 60  # a lone text longer than this between rows is prose, not a row

_BARS = "|｜│┃"
_BAR = re.compile(rf"(?<!\\)[{_BARS}]")
_RULE = re.compile(r"[\s|｜│┃:+\-=─━┄┅┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬═║]{3,}")
_RULE_SIGNS = frozenset("-=─━═┄┅")
_LIST_MARK = re.compile(
    r"(?:[•●■◆·○*-]|[(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十]+[条章节])$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell's text with its 1-based line and the 1-based column of its first character."""

    text: str
    line: int
    column: int


def stands_alone(text: str, previous: str = "") -> bool:
    """Tell whether a row's only text is a heading or prose between two tables rather than a table row.

    ``previous`` is the first text of the row above: 二、 after 一、 goes on with the rows of a table.
    """
    if len(text) > HEADING or "。" in text:
        return True
    found = enumerator(text)
    if found is None or found.kind not in ("一、", "第一章"):
        return False
    above = enumerator(previous)
    return above is None or above.kind != found.kind or above.ordinal != found.ordinal - 1


def table_at(lines: list[str], at: int) -> tuple[int, list[list[Piece]]]:
    """Return the line after the table that begins at ``lines[at]``, and its rows; no rows: no table.

    A table is at least two rows with two or more filled cells. Lone short texts in lines of the same kind
    belong to it (a sub-heading over the whole width, a row not filled in), headings and prose do not.
    Blank lines between rows are passed over. Rows may differ in length. Numbered lists and prose with a
    stray tab are no tables.
    """
    kind = _kind(lines[at])
    rows: list[list[Piece]] = []
    start = end = at
    while kind is not None and at < len(lines):
        line = lines[at]
        if line.strip(OUTER) and not (kind == "|" and _is_rule(line)):
            if _kind(line) != kind:
                break
            row = _cut(line, at + 1, kind)
            filled = [piece.text for piece in row if piece.text]
            if len(filled) < 2 and (not rows or not filled or stands_alone(filled[0], rows[-1][0].text)):
                break
            if max(map(len, filled)) > MAX_CELL:
                break
            rows.append(row)
            end = at + 1
        at += 1
    full = sum(sum(bool(piece.text) for piece in row) >= 2 for row in rows)
    if full < 2 or _is_list(rows) or (kind == "|" and not _is_ruled(rows, lines)):
        return start, []
    return end, rows


def _kind(line: str) -> str | None:
    """Return what separates the cells of a row-like line (tab or bar), ``None`` for ordinary text."""
    if "\t" in line.lstrip(OUTER):
        return "\t"
    return "|" if _BAR.search(line) else None


def _is_rule(line: str) -> bool:
    """Tell whether a line only draws the ruling of a table, such as ``|---|---|``."""
    return bool(_RULE.fullmatch(line.strip(OUTER))) and not _RULE_SIGNS.isdisjoint(line)


def _is_list(rows: list[list[Piece]]) -> bool:
    """Tell whether the rows are a list whose marks are followed by a tab, as pasted from Word."""
    return all(len(row) == 2 and _LIST_MARK.match(row[0].text) for row in rows)


def _is_ruled(rows: list[list[Piece]], lines: list[str]) -> bool:
    """Tell bar tables from web page menus (``首页 | 新闻 | 公开``): closed by bars, or all rows alike."""
    closed = all(lines[row[0].line - 1].strip(OUTER)[:1] in _BARS for row in rows)
    return closed or (len(rows) >= 3 and len({len(row) for row in rows}) == 1)


def _cut(line: str, number: int, kind: str) -> list[Piece]:
    """Cut a line into cells. Tabs at its start are empty cells; outer bars are only a frame."""
    cuts = [match.start() for match in re.finditer("\t", line)]
    if kind == "|":
        cuts = [match.start() for match in _BAR.finditer(line)]
    spans = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(line)], strict=True))
    if kind == "|":
        if not line[: spans[0][1]].strip(OUTER):
            spans = spans[1:]
        if len(spans) > 1 and not line[spans[-1][0] :].strip(OUTER):
            spans = spans[:-1]
    return [_piece(line, number, start, end) for start, end in spans]


def _piece(line: str, number: int, start: int, end: int) -> Piece:
    kept = line[start:end].lstrip(OUTER)
    column = end - len(kept) if kept else start
    text = re.sub(rf"\\([{_BARS}])", r"\1", kept.rstrip(OUTER))
    return Piece(text, number, column + 1)
