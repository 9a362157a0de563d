"""Many drafts added up, and a government's own summary report held against the sum of its bodies' drafts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gxdesk.checklist.result import Result
from gxdesk.standards.model import Standard

_TIER = re.compile(r"(?:省|自治区|市|州|盟|地区|县|旗|区)人民政府$")
_LEAST = 2  # fewer drafts are no collection

Figures = dict[str, dict[str, Decimal]]  # by table and cell id


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell in which the summary report differs from the sum. ``own`` is ``None`` when it has no figure.

    ``absent`` names the bodies whose figure is missing from the sum.
    """

    table: str
    cell: str
    name: str
    own: Decimal | None
    total: Decimal
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The drafts of one report year and format added up.

    ``summary`` is the government's report on all of them, if one of the drafts is that (``reason`` says why
    it was taken for it); ``parts`` are the others. ``absent`` names, by table and cell, whose figures are
    missing; ``notes`` are sentences about the collection.
    """

    year: int | None
    standard: Standard
    parts: tuple[Result, ...]
    summary: Result | None
    reason: str
    sums: Figures
    absent: dict[str, dict[str, tuple[str, ...]]]
    notes: tuple[str, ...]
    gaps: tuple[Gap, ...]


def aggregates(results: Sequence[Result]) -> list[Aggregate]:
    """Return the sums for every year and format with at least two drafts, the largest collection first."""
    groups: defaultdict[tuple[int | None, str], list[Result]] = defaultdict(list)
    for result in results:
        if result.report.is_annual_report and result.report.tables:
            groups[result.report.identity.year, result.report.standard.id].append(result)
    found = [_aggregate(year, group) for (year, _), group in groups.items() if len(group) >= _LEAST]
    return sorted(found, key=lambda one: -len(one.parts))


def body(result: Result) -> str:
    """Return who reports, or the file's name when that was not recognised."""
    return result.report.identity.authority or result.path.stem


def _aggregate(year: int | None, group: list[Result]) -> Aggregate:
    standard = group[0].report.standard
    summary, reason = _summary(group)
    parts = tuple(result for result in group if result is not summary)
    sums: Figures = {}
    absent: dict[str, dict[str, tuple[str, ...]]] = {}
    for form in standard.tables:
        sums[form.id], absent[form.id] = {}, {}
        for cell in form.cell_ids():
            values = [(body(part), _value(part, form.id, cell)) for part in parts]
            sums[form.id][cell] = sum((value for _, value in values if value is not None), Decimal(0))
            absent[form.id][cell] = tuple(name for name, value in values if value is None)
    gaps = _gaps(summary, standard, sums, absent)
    return Aggregate(year, standard, parts, summary, reason, sums, absent, _notes(parts, standard), gaps)


def _value(result: Result, table: str, cell: str) -> Decimal | None:
    found = result.report.table(table)
    return found.value(cell) if found is not None else None


def _summary(group: list[Result]) -> tuple[Result | None, str]:
    """Find the report of the government the others belong to; in doubt there is none."""
    governments = [one for one in group if _TIER.search(one.report.identity.authority or "")]
    above = [one for one in governments if all(_belongs(other, one) for other in group if other is not one)]
    if len(above) == 1:
        return above[0], "其余草稿的单位名称都以这一级政府的名称开头"
    if len(governments) == 1 and not above:
        return governments[0], "草稿中只有这一份是县级以上人民政府的报告"
    return None, ""


def _belongs(result: Result, government: Result) -> bool:
    place = (government.report.identity.authority or "").removesuffix("人民政府")
    name = result.report.identity.authority or ""
    return name != government.report.identity.authority and name.startswith(place)


def _gaps(
    summary: Result | None, standard: Standard, sums: Figures, absent: dict[str, dict[str, tuple[str, ...]]]
) -> tuple[Gap, ...]:
    if summary is None:
        return ()
    found = []
    for form in standard.tables:
        table = summary.report.table(form.id)
        if table is None or not table.present:
            continue
        for cell, total in sums[form.id].items():
            own = table.value(cell)
            if own != total:
                name = f"{form.name}{form.cell_name(cell)}"
                found.append(Gap(form.id, cell, name, own, total, absent[form.id][cell]))
    return tuple(found)


def _notes(parts: Sequence[Result], standard: Standard) -> tuple[str, ...]:
    notes = []
    for name, times in Counter(body(part) for part in parts).items():
        if times > 1:
            notes.append(f"“{name}”有{times}份草稿，都加进了合计，请只留一份后重新检查。")
    for form in standard.tables:
        if not form.absence:
            continue
        lacking = [body(part) for part in parts if not _present(part, form.id)]
        if lacking:
            notes.append(f"没有{form.name}、没有计入{form.name}合计的单位：{'、'.join(lacking)}。")
    return tuple(notes)


def _present(part: Result, table: str) -> bool:
    found = part.report.table(table)
    return found is not None and found.present
