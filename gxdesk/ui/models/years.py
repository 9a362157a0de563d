"""The figures of one body over the years, as its reports state them; what is not stated is not drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxdesk.report.model import Report


@dataclass(frozen=True, slots=True)
class Series:
    """One curve: its title and the cells (by the format that has them) whose sum it shows."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


SERIES = (
    Series("received", "收到申请", (("applications/new.total",), ("statistics/received.value",))),
    Series("answered", "办理完毕", (("applications/total.total",), ("statistics/finished.value",))),
    Series("carried", "结转下年", (("applications/carried_out.total",),)),
    Series("reviews", "行政复议", (("review_litigation/review.total",), ("statistics/review.value",))),
    Series(
        "suits",
        "行政诉讼",
        (
            ("review_litigation/suit.total", "review_litigation/suit_after_review.total"),
            ("statistics/suit.value",),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Year:
    """One year's figures, by series; ``None`` where the report states none."""

    year: int
    values: dict[str, Decimal | None]


def years(reports: Iterable[Report], authority: str | None) -> list[Year]:
    """Return the figures of a body's reports by year; of two reports of a year the first counts."""
    found: dict[int, Year] = {}
    for report in reports:
        year = report.identity.year
        if year is None or report.identity.authority != authority or not report.is_annual_report:
            continue
        found.setdefault(year, Year(year, {series.id: _value(report, series) for series in SERIES}))
    return [found[year] for year in sorted(found)]


def _value(report: Report, series: Series) -> Decimal | None:
    for cells in series.cells:
        values = [_cell(report, cell) for cell in cells]
        known = [value for value in values if value is not None]
        if known and len(known) == len(values):
            return sum(known, Decimal(0))
    return None


def _cell(report: Report, name: str) -> Decimal | None:
    table_id, _, cell_id = name.partition("/")
    table = report.table(table_id)
    return table.value(cell_id) if table is not None else None


def spoken(found: Sequence[Year]) -> str:
    """Return the figures as lines of text, for screen readers and the clipboard (tab separated)."""
    head = "\t".join(["年度", *(series.title for series in SERIES)])
    rows = [
        "\t".join([str(year.year), *(_text(year.values[series.id]) for series in SERIES)]) for year in found
    ]
    return "\n".join([head, *rows])


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}" if value else "0"
