"""The figures of a sample draft: its tables filled from its data file, and the names its text gives them.

A data file holds the figures that stand on their own; sums, totals and the newly received follow from them,
so every table balances.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sample_tables import load

APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")
BODIES = "bodies"  # in a text: the five kinds of legal persons and organisations together
NOT_RESULTS = {"new", "carried_in", "total", "carried_out"}


def tables(standard: str, given: dict[str, dict[str, list[Any]]]) -> dict[str, str]:
    """Return the texts of all cells; rows that are not given are 0. ``given`` is keyed table, row."""
    cells: dict[str, Any] = {}
    for form in load(standard).tables:
        rows = given.get(form.id, {})
        if unknown := set(rows) - {row.id for row in form.rows()}:
            raise ValueError(f"{form.id} has no rows {unknown}")
        if form.id == "applications":
            rows = _with_results([row.id for row in form.rows()], rows)
        names = {"applications": APPLICANTS, "review_litigation": OUTCOMES}.get(form.id)
        for part in form.parts:
            for row in part.rows:
                columns = names or tuple(column.id for column in part.columns)
                values = rows.get(row.id, [0] * len(columns))
                filled = dict(zip(columns, values, strict=True)) | ({"total": sum(values)} if names else {})
                cells |= {f"{form.id}/{row.id}.{column}": value for column, value in filled.items()}
    return {key: str(value) for key, value in cells.items()}


def _with_results(ids: list[str], rows: dict[str, list[int]]) -> dict[str, list[int]]:
    """Return the rows of table three with the total of the results and the newly received."""
    full = {row: rows.get(row, [0] * len(APPLICANTS)) for row in ids}
    results = [values for row, values in full.items() if row not in NOT_RESULTS]
    full["total"] = [sum(column) for column in zip(*results, strict=True)]
    taken = zip(full["total"], full["carried_out"], full["carried_in"], strict=True)
    full["new"] = [done + kept - earlier for done, kept, earlier in taken]
    return full


def figure(name: str, cells: dict[str, str]) -> str:
    """Return what a text means by a name.

    ``granted.natural`` is a cell, ``denied`` the total of a row and its sub-rows, ``new+carried_in`` a sum
    and ``granted%total`` a share in per cent.
    """
    if "%" in name:
        part, whole = (Decimal(figure(side, cells)) for side in name.split("%"))
        return f"{(part * 100 / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}"
    if "+" in name:
        return str(sum(int(figure(term, cells)) for term in name.split("+")))
    row, _, column = name.partition(".")
    columns = APPLICANTS[1:] if column == BODIES else (column or "total",)
    found = [
        value
        for (own_row, own_column), value in ((key.split("/")[1].split("."), v) for key, v in cells.items())
        if own_column in columns and (own_row == row or (not column and own_row.startswith(f"{row}_")))
    ]
    if not found:
        raise KeyError(name)
    return found[0] if len(found) == 1 else str(sum(map(int, found)))
