"""The statutory tables as merged grids, drawn from resources/standards: labels are kept in one place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

STANDARDS = Path(__file__).resolve().parent.parent / "resources" / "standards"


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
    """A table ready to be drawn; ``header`` counts the rows repeated on every page."""

    table: str
    title: str
    rows: int
    columns: int
    header: int
    cells: tuple[GridCell, ...]


@cache
def form(standard: str, table: str) -> dict[str, Any]:
    with (STANDARDS / f"{standard}.toml").open("rb") as stream:
        tables = tomllib.load(stream)["tables"]
    found: dict[str, Any] = next(entry for entry in tables if entry["id"] == table)
    return found


def row_ids(standard: str, table: str) -> list[str]:
    return [row["id"] for part in form(standard, table)["parts"] for row in part["rows"]]


def grid(standard: str, table: str, dropped: frozenset[str] = frozenset()) -> Grid:
    """Return the official layout of a table, without the rows in ``dropped``."""
    draw = {"disclosure": _disclosure, "applications": _applications, "review_litigation": _review}
    return draw[table](form(standard, table), dropped)


def _disclosure(entry: dict[str, Any], dropped: frozenset[str]) -> Grid:
    """Four sub-tables in one grid of four columns; the last cell of a short line is widened."""
    cells: list[GridCell] = []
    at = 0
    for part in entry["parts"]:
        cells.append(GridCell(at, 0, part["title"], columns=4))
        labels = [column["label"] for column in part["columns"]]
        cells += _line(at + 1, [GridCell(at + 1, 0, text) for text in ["信息内容", *labels]])
        at += 2
        for row in part["rows"]:
            if row["id"] in dropped:
                continue
            figures = [GridCell(at, 0, "", id=f"{row['id']}.{column['id']}") for column in part["columns"]]
            cells += _line(at, [GridCell(at, 0, row["label"], label=row["id"]), *figures])
            at += 1
    return Grid("disclosure", entry["title"], at, 4, 0, tuple(cells))


def _line(at: int, cells: list[GridCell], width: int = 4) -> list[GridCell]:
    """Lay cells side by side; the last one takes the columns left over."""
    laid = [GridCell(at, n, cell.text, id=cell.id, label=cell.label) for n, cell in enumerate(cells)]
    last = laid.pop()
    rest = width - last.column
    return [*laid, GridCell(at, last.column, last.text, columns=rest, id=last.id, label=last.label)]


def _applications(entry: dict[str, Any], dropped: frozenset[str]) -> Grid:
    """Three label columns and seven of figures under a header of three lines."""
    part = entry["parts"][0]
    names = [column["label"] for column in part["columns"]]
    cells = [
        GridCell(0, 0, entry["header_note"], rows=3, columns=3),
        GridCell(0, 3, "申请人情况", columns=7),
        GridCell(1, 3, names[0], rows=2),
        GridCell(1, 4, "法人或其他组织", columns=5),
        GridCell(1, 9, names[6], rows=2),
        *(GridCell(2, 4 + n, name) for n, name in enumerate(names[1:6])),
    ]
    rows = [row for row in part["rows"] if row["id"] not in dropped]
    for depth in (0, 1):
        cells += _groups(rows, depth)
    for at, row in enumerate(rows, start=3):
        depth = len(row.get("groups", ()))
        cells.append(GridCell(at, depth, row["label"], columns=3 - depth, label=row["id"]))
        cells += [
            GridCell(at, 3 + n, "", id=f"{row['id']}.{column['id']}")
            for n, column in enumerate(part["columns"])
        ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid("applications", entry["title"], 3 + len(rows), 10, 3, tuple(cells))


def _groups(rows: list[dict[str, Any]], depth: int) -> list[GridCell]:
    """Return the vertically merged group labels of one depth."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows, start=3):
        groups = row.get("groups", ())
        if len(groups) > depth:
            found.setdefault(groups[depth], []).append(at)
    return [GridCell(places[0], depth, text, rows=len(places)) for text, places in found.items()]


def _review(entry: dict[str, Any], dropped: frozenset[str]) -> Grid:
    """One line of fifteen figures; reviews and the two kinds of suits stand side by side."""
    part = entry["parts"][0]
    names = [column["label"] for column in part["columns"]]
    rows = part["rows"]
    cells = [
        GridCell(0, 0, rows[0]["label"], columns=5),
        GridCell(0, 5, "行政诉讼", columns=10),
        *(GridCell(1, n, name, rows=2) for n, name in enumerate(names)),
        GridCell(1, 5, rows[1]["label"], columns=5),
        GridCell(1, 10, rows[2]["label"], columns=5),
        *(GridCell(2, 5 + n, name) for n, name in enumerate(names * 2)),
    ]
    ids = [f"{row['id']}.{column['id']}" for row in rows for column in part["columns"]]
    cells += [GridCell(3, n, "", id=cell) for n, cell in enumerate(ids)]
    return Grid("review_litigation", entry["title"], 4, 15, 3, tuple(cells))
