"""The statutory tables as merged grids in the official layout, drawn from the format itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from gxdesk.standards.model import PartForm, TableForm


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid; ``id`` is ``row.column`` for a figure, ``label`` the row id for a row's own label."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be drawn; ``header`` counts the rows repeated on every page, ``labels`` the columns
    before the figures (0 when rows stand side by side)."""

    table: str
    title: str
    rows: int
    columns: int
    header: int
    labels: int
    cells: tuple[GridCell, ...]

    def figures(self) -> dict[str, GridCell]:
        """Return the cells of figures by id."""
        return {cell.id: cell for cell in self.cells if cell.id}


def grid(form: TableForm, keep: Callable[[str], bool] = lambda _row: True) -> Grid:
    """Return the official layout of a table, with the rows ``keep`` accepts."""
    if form.layout == "wide":
        return _wide(form)
    parts = [replace(part, rows=tuple(row for row in part.rows if keep(row.id))) for part in form.parts]
    labels = max((len(row.groups) for part in parts for row in part.rows), default=0) + 1
    width = labels + max(len(part.columns) for part in parts)
    cells: list[GridCell] = []
    at = 0
    for part in parts:
        if part.title:
            cells.append(GridCell(at, 0, part.title, columns=width))
            at += 1
        depth = _depth(part)
        corner = GridCell(at, 0, form.header_note or "信息内容", depth, labels)
        cells += [corner, *_header(part, at, labels, width)]
        cells += _body(part, at + depth, labels, width)
        at += depth + len(part.rows)
    header = _depth(parts[0]) if len(parts) == 1 else 0
    return Grid(form.id, form.title, at, width, header, labels, _sorted(cells))


def _sorted(cells: list[GridCell]) -> tuple[GridCell, ...]:
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _depth(part: PartForm) -> int:
    return 1 + max(len(column.groups) for column in part.columns)


def _header(part: PartForm, top: int, left: int, width: int) -> Iterator[GridCell]:
    """Yield the header of a part: group labels above, a column with fewer groups reaching down."""
    depth = _depth(part)
    paths = [(*column.groups, column.label) for column in part.columns]
    for level in range(depth):
        for first, last, text, deepest in runs(paths, level):
            rows = depth - level if deepest else 1
            end = width if last == len(paths) - 1 else left + last + 1
            yield GridCell(top + level, left + first, text, rows, end - left - first)


def _body(part: PartForm, top: int, labels: int, width: int) -> Iterator[GridCell]:
    """Yield labels and figures; the last figure of a line takes the columns left over."""
    paths = [(*row.groups, row.label) for row in part.rows]
    for level in range(labels):
        for first, last, text, deepest in runs(paths, level):
            columns = labels - level if deepest else 1
            own = part.rows[first].id if deepest else ""
            yield GridCell(top + first, level, text, last - first + 1, columns, label=own)
    for number, row in enumerate(part.rows):
        for at, column in enumerate(part.columns, labels):
            columns = width - at if column is part.columns[-1] else 1
            yield GridCell(top + number, at, "", 1, columns, id=f"{row.id}.{column.id}")


def _wide(form: TableForm) -> Grid:
    """Return one line of figures; the rows stand side by side under their labels."""
    (part,) = form.parts
    count = len(part.columns)
    depth = 2 + max(len(row.groups) for row in part.rows)
    paths = [(*row.groups, row.label) for row in part.rows]
    cells = [
        GridCell(level, first * count, text, 1, (last - first + 1) * count)
        for level in range(depth - 1)
        for first, last, text, _ in runs(paths, level)
    ]
    for number, row in enumerate(part.rows):
        top = len(row.groups) + 1
        for at, column in enumerate(part.columns, number * count):
            cells.append(GridCell(top, at, column.label, depth - top))
            cells.append(GridCell(depth, at, "", id=f"{row.id}.{column.id}"))
    return Grid(form.id, form.title, depth + 1, count * len(part.rows), depth, 0, _sorted(cells))


def runs(paths: Sequence[tuple[str, ...]], level: int) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the runs of equal labels at a level: first, last, label, whether it is the innermost label."""
    first = 0
    while first < len(paths):
        path = paths[first]
        if len(path) <= level:
            first += 1
            continue
        last, deepest = first, len(path) == level + 1
        while not deepest and last + 1 < len(paths) and _continues(path, paths[last + 1], level):
            last += 1
        yield first, last, path[level], deepest
        first = last + 1


def _continues(path: tuple[str, ...], other: tuple[str, ...], level: int) -> bool:
    return len(other) > level + 1 and other[: level + 1] == path[: level + 1]
