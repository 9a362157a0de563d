"""Tables in plain text: consecutive lines whose cells are separated by tabs, bars, commas or semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from gxdesk.document.numbers import parse_number
from gxdesk.document.text import enumerator
from gxdesk.readers.limits import check_table

OUTER = " \t\v\f\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"  # white space around a line or a cell
MAX_CELL = 200  # a longer "cell" is prose
LONGEST_ROW = 20_000  # characters of a line whose cells commas part
HEADING = 60  # a lone text longer than this between rows is prose, not a row

COMMAS = (";", "；", ",", "，")  # what parts prose too; a line of cells with commas in them has semicolons
MOST_MENUS = 50  # rows of bars that are no table before all of them are taken for none

_BARS = "|｜│┃║"
_BAR = re.compile(rf"(?<!\\)[{_BARS}]")
_RULE = re.compile(r"[\s|｜│┃║:+\-=─━┄┅┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬═]{3,}")
_RULE_SIGNS = frozenset("-=─━═┄┅")
_CORNERS = frozenset("+┌┏╔├┣╠└┗╚")
_LIST_MARK = re.compile(
    r"(?:[•●■◆·○*-]|[(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十]+[条章节])$"
)
# What hides commas: quotation marks, brackets, figures such as 1,234 between spaces or wide commas.
_THOUSANDS = r"\d{1,3}(?:,\d{3})+"
_SHELTERED = (
    r'"(?:[^"]|"")*"|[(（][^()（）]*[)）]'
    rf"|(?<![^\s，；]){_THOUSANDS}(?=[\s，；])|(?<=[\s，；]){_THOUSANDS}(?![^\s，；])"
)
_PARTED = {comma: re.compile(rf"{_SHELTERED}|{comma}") for comma in COMMAS}


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
    """Return the line after the table that begins at ``lines[at]``, and its rows.

    No rows: the lines up to the one returned (at least one) are no table. A table is at least two rows with
    two or more filled cells. Lone short texts in lines of the same kind belong to it (a sub-heading over the
    whole width, a row not filled in), headings and prose do not. Blank lines between rows are passed over.
    Rows may differ in length, except where commas part the cells: prose has commas too. Numbered lists and
    prose with a stray tab are no tables.
    """
    kind = _kind(lines[at])
    rows: list[list[Piece]] = []
    ruled: list[int] = []  # the rows below a ruling
    start, end, count = at, at + 1, 0
    while kind is not None and at < len(lines):
        line = lines[at]
        if kind == "|" and _is_rule(line):
            ruled.append(len(rows))
            end = at + 1
        elif line.strip(OUTER):
            if _kind(line) != kind:
                break
            row = _cut(line, at + 1, kind)
            filled = [piece.text for piece in row if piece.text]
            if len(filled) < 2 and (not rows or not filled or stands_alone(filled[0], _first(rows[-1]))):
                break
            if max(map(len, filled)) > MAX_CELL or (kind in COMMAS and rows and len(row) != len(rows[0])):
                break
            rows.append(row)
            count += len(row)
            check_table(0, len(row), count)
            end = at + 1
        at += 1
    full = sum(sum(bool(piece.text) for piece in row) >= 2 for row in rows)
    if full < 2 or _is_list(rows) or (kind in COMMAS and not _has_figures(rows)):
        return end, []
    if kind == "|":
        framed = _frame(rows, lines)
        if framed is None:
            return (end if len(rows) > MOST_MENUS else start + 1), []
        rows = _unwrapped(framed, ruled)
    return end, rows


def _first(row: list[Piece]) -> str:
    return next((piece.text for piece in row if piece.text), "")


def _kind(line: str) -> str | None:
    """Return what separates the cells of a row-like line (tab, bar or comma), ``None`` for ordinary text."""
    if "\t" in line.lstrip(OUTER):
        return "\t"
    if _BAR.search(line) or (line.lstrip(OUTER)[:1] in _CORNERS and _is_rule(line)):
        return "|"
    if "。" in line or len(line) > LONGEST_ROW:
        return None
    return next((c for c in COMMAS if line.count(c) >= 2 and len(_commas(line, c)) >= 2), None)


def _is_rule(line: str) -> bool:
    """Tell whether a line only draws the ruling of a table, such as ``|---|---|``."""
    return bool(_RULE.fullmatch(line.strip(OUTER))) and not _RULE_SIGNS.isdisjoint(line)


def _is_list(rows: list[list[Piece]]) -> bool:
    """Tell whether the rows are a list whose marks are followed by a tab, as pasted from Word."""
    return all(len(row) == 2 and _LIST_MARK.match(row[0].text) for row in rows)


def _has_figures(rows: list[list[Piece]]) -> bool:
    """Tell whether some row has two figures or most rows end in one: prose with commas does not."""
    figures = [[_is_figure(piece) for piece in row] for row in rows]
    closing = sum(row[-1] for row in figures)
    return any(sum(row) >= 2 for row in figures) or (len(rows) >= 3 and closing * 3 >= len(rows) * 2)


def _is_figure(piece: Piece) -> bool:
    return parse_number(piece.text).kind not in ("text", "blank")


def _frame(rows: list[list[Piece]], lines: list[str]) -> list[list[Piece]] | None:
    """Take the frame off a bar table; ``None`` for web page menus (``首页 | 新闻 | 公开``).

    Outer bars are a frame where every row has them; else what stands outside them is an empty cell. A table
    has a frame, or all its rows are alike, or some of them hold figures.
    """
    closed = all(lines[row[0].line - 1].strip(OUTER)[:1] in _BARS for row in rows)
    alike = len(rows) >= 3 and len({len(row) for row in rows}) == 1
    if not closed and not alike and not _counts(rows):
        return None
    if closed:
        rows = [row[1:] for row in rows]
    if all(len(row) > 1 and lines[row[0].line - 1].rstrip(OUTER)[-1:] in _BARS for row in rows):
        rows = [row[:-1] for row in rows]
    return rows


def _counts(rows: list[list[Piece]]) -> bool:
    """Whether two rows hold two figures or four rows end in one: menus do not."""
    filled = [[piece for piece in row if piece.text] for row in rows]
    ending = sum(len(row) > 1 and _is_figure(row[-1]) for row in filled)
    return ending >= 4 or sum(sum(map(_is_figure, row)) >= 2 for row in filled) >= 2


def _unwrapped(rows: list[list[Piece]], ruled: list[int]) -> list[list[Piece]]:
    """Join the lines of cells drawn over several lines: the rows between two rulings of a drawn table.

    Rulings that part groups of rows, not rows, show in two figures below each other.
    """
    bounds = sorted({0, *ruled, len(rows)})
    groups = [rows[start:end] for start, end in pairwise(bounds)]
    if len(groups) < 3 or len(groups) == len(rows) or any(_has_two_figures(group) for group in groups):
        return rows
    return [[_joined(column) for column in zip_longest(*group)] for group in groups]


def _has_two_figures(group: list[list[Piece]]) -> bool:
    figures = (
        [piece is not None and _is_figure(piece) for piece in column] for column in zip_longest(*group)
    )
    return any(sum(column) > 1 for column in figures)


def _joined(column: Sequence[Piece | None]) -> Piece:
    filled = [piece for piece in column if piece is not None and piece.text]
    first = filled[0] if filled else next(piece for piece in column if piece is not None)
    return replace(first, text="".join(piece.text for piece in filled))


def _cut(line: str, number: int, kind: str) -> list[Piece]:
    """Cut a line into cells. Tabs at its start are empty cells; commas in marks or brackets part nothing."""
    if kind == "|":
        cuts = [match.start() for match in _BAR.finditer(line)]
    elif kind == "\t":
        cuts = [match.start() for match in re.finditer("\t", line)]
    else:
        cuts = _commas(line, kind)
    check_table(0, len(cuts))
    spans = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(line)], strict=True)
    return [_piece(line, number, start, end) for start, end in spans]


def _commas(line: str, comma: str) -> list[int]:
    return [found.start() for found in _PARTED[comma].finditer(line) if found[0] == comma]


def _piece(line: str, number: int, start: int, end: int) -> Piece:
    kept = line[start:end].lstrip(OUTER)
    column = end - len(kept) if kept else start
    text = re.sub(rf"\\([{_BARS}])", r"\1", kept.rstrip(OUTER))
    if len(text) > 1 and text[0] == text[-1] == '"':
        text, column = text[1:-1].replace('""', '"'), column + 1
    return Piece(text, number, column + 1)
