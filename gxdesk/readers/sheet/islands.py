"""Cuts a sheet into islands: rows of several filled cells are tables, lone texts are paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from operator import itemgetter

from gxdesk.readers.rows import stands_alone
from gxdesk.readers.sheet.cells import Merge, Position

MAX_BLANKS = 60_000  # a table larger than this gets no cells for its blank positions
WIDE_SHARE = 0.8
Patch = tuple[int, int, str, int, int]
"""A filled or blank cell: the visible row and column where it begins (1-based sheet numbers), its text, and
how many rows and columns it covers. No class: there are hundreds, and a tuple costs nearly nothing."""
_POSITION = itemgetter(0, 1)  # of a patch
_COLUMN = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its visible sheet rows and columns, and its cells in reading order."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    patches: tuple[Patch, ...]


@dataclass(slots=True)
class Surface:
    """What is visible of a sheet: filled cells, merged ranges, and which rows and columns are hidden."""

    texts: dict[Position, str]
    merges: list[Merge]
    hidden_rows: set[int]
    hidden_columns: set[int]


def islands(surface: Surface) -> Iterator[Patch | Grid]:
    """Yield the lone texts (patches) and tables (grids) of a sheet from top to bottom.

    Blank rows separate; hidden rows do not. A row with one text belongs to a table only between rows with
    several, and only if it is neither a section heading nor prose.
    """
    rows: dict[int, list[Patch]] = {}
    for patch in _patches(surface):
        first, _, _, height, _ = patch
        for row in (first,) if height == 1 else range(first, first + height):
            if row in rows:
                rows[row].append(patch)
            elif row not in surface.hidden_rows:
                rows[row] = [patch]
    group: list[int] = []
    for row in sorted(rows):
        if (
            group
            and row - group[-1] > 1
            and any(gap not in surface.hidden_rows for gap in range(group[-1] + 1, row))
        ):
            yield from _group(group, rows, surface)
            group = []
        group.append(row)
    yield from _group(group, rows, surface)


def _patches(surface: Surface) -> list[Patch]:
    """Return the filled cells; a merged cell reaches over its range and starts where it is visible."""
    ranges = {merge[:2]: merge for merge in surface.merges}
    hidden_rows, hidden_columns = surface.hidden_rows, surface.hidden_columns
    found: list[Patch] = []
    covered = _covered(surface)
    texts = surface.texts
    for place in sorted(texts):
        if place in covered:
            continue
        merge = ranges.get(place)
        if merge is None:
            row, column = place
            if row not in hidden_rows and column not in hidden_columns:
                found.append((row, column, texts[place], 1, 1))
            continue
        rows = _visible(merge.top, merge.bottom, hidden_rows)
        columns = _visible(merge.left, merge.right, hidden_columns)
        if rows and columns:
            (top, bottom), (left, right) = rows, columns
            found.append((top, left, texts[place], bottom - top + 1, right - left + 1))
    return found


def _covered(surface: Surface) -> set[Position]:
    """Return the filled positions that lie under a merged cell (Excel does not show them)."""
    return {
        place
        for top, left, bottom, right in surface.merges
        if (bottom - top + 1) * (right - left + 1) <= MAX_BLANKS
        for place in product(range(top, bottom + 1), range(left, right + 1))
        if place in surface.texts and place != (top, left)
    }


def _visible(first: int, last: int, hidden: set[int]) -> tuple[int, int] | None:
    """Return the first and last visible number of a range."""
    while first <= last and first in hidden:
        first += 1
    while last >= first and last in hidden:
        last -= 1
    return (first, last) if first <= last else None


def _group(group: list[int], rows: dict[int, list[Patch]], surface: Surface) -> Iterator[Patch | Grid]:
    """Cut rows without a blank row between them into lone texts and tables."""
    width = max([patch[1] + patch[4] for row in group for patch in rows[row]], default=0)
    run: list[int] = []
    above: list[Patch] = []
    for row in group:
        members = rows[row]
        if len(members) == 1 and members[0][3] == 1 and _breaks(members[0], width, above):
            if run:
                yield from _run(run, rows, surface)
            yield members[0]
            run = []
        else:
            run.append(row)
        above = members
    yield from _run(run, rows, surface)


def _breaks(patch: Patch, width: int, above: list[Patch]) -> bool:
    """Tell whether a lone text ends a table: a heading or prose, alone or merged over the whole width."""
    _, column, text, _, columns = patch
    wide = columns == 1 or columns >= WIDE_SHARE * (width - column)
    return wide and stands_alone(text.strip(), min(above, key=_COLUMN)[2] if above else "")


def _run(run: list[int], rows: dict[int, list[Patch]], surface: Surface) -> Iterator[Patch | Grid]:
    """Yield the lone texts above, the table, and the lone texts below."""
    full = [row for row in run if len(rows[row]) > 1]
    first, last = (full[0], full[-1]) if full else (0, -1)
    for row in run[run.index(last) + 1 :] if full else ():
        if not _goes_on(rows[row][0], rows[last]):
            break
        last = row
    for row in run:
        if row == first:
            yield _grid([row for row in run if first <= row <= last], rows, surface)
        elif (row < first or row > last) and rows[row][0][0] == row:
            yield rows[row][0]


def _goes_on(patch: Patch, above: list[Patch]) -> bool:
    """Tell whether a lone text below a table is the label of a row nobody filled in."""
    _, column, text, _, width = patch
    _, above_column, _, _, above_width = min(above, key=_COLUMN)
    alike = (above_column, above_width) == (column, width)
    return alike and not any(sign in text for sign in "：:注")


def _grid(inside: list[int], rows: dict[int, list[Patch]], surface: Surface) -> Grid:
    top = inside[0]
    filled = [patch for row in inside for patch in rows[row] if patch[0] == row or row == top]
    left = min([patch[1] for patch in filled])
    right = max([patch[1] + patch[4] - 1 for patch in filled])
    columns = [column for column in range(left, right + 1) if column not in surface.hidden_columns]
    if len(columns) * len(inside) > MAX_BLANKS:
        used = {column for _, at, _, _, width in filled for column in (at, at + width - 1)}
        columns = [column for column in columns if column in used]
    else:
        filled += _blanks(inside, columns, filled, surface)
    filled.sort()
    return Grid(tuple(inside), tuple(columns), tuple(filled))


def _blanks(inside: list[int], columns: list[int], filled: list[Patch], surface: Surface) -> list[Patch]:
    """Return the blank cells of a table, merged ones as one cell."""
    taken = set(map(_POSITION, filled))
    for row, column, _, height, width in filled:
        if height > 1 or width > 1:
            taken.update(product(range(row, row + height), range(column, column + width)))
    free = {place for place in product(inside, columns) if place not in taken}
    found: list[Patch] = []
    for top, left, bottom, right in surface.merges if free else ():
        height, width = bottom - top + 1, right - left + 1
        if (top, left) in free and height * width <= MAX_BLANKS:
            places = set(product(range(top, bottom + 1), range(left, right + 1)))
            if free.issuperset(places):
                free -= places
                found.append((top, left, "", height, width))
    found += [(*place, "", 1, 1) for place in free]
    return found
