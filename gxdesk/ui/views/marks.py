"""Where the findings stand in the draft: a map from spots of the draft to the findings there, and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxdesk.checks.api import Finding
    from gxdesk.document.place import Place
    from gxdesk.jobs.model import Result

_GRAVITY = {"error": 0, "warning": 1, "info": 2}
END = -1


@dataclass(frozen=True, slots=True)
class Spot:
    """A markable spot: a gap before ``block``, a table cell, characters of a text, or a whole block."""

    block: int
    row: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None
    gap: str | None = None

    @property
    def cell(self) -> Spot | None:
        """The table cell the spot is (in), without characters; ``None`` outside tables."""
        return None if self.row is None else Spot(self.block, self.row, self.column)

    @property
    def text(self) -> bool:
        """Whether the spot is a run of characters."""
        return self.start is not None and self.end is not None and self.end > self.start


def spot_of(place: Place | None) -> Spot | None:
    """Return the spot of a place; ``None`` for places without one (the whole draft)."""
    if place is None:
        return None
    if place.gap is not None:
        return Spot(END if place.block is None else place.block, gap=place.gap)
    if place.block is None:
        return None
    return Spot(place.block, place.row, place.column, place.start, place.end)


@dataclass(slots=True)
class Marks:
    """All spots with their findings, the gravest first.

    ``quiet`` ones lead to their findings but are not painted: the right cells of an equation whose wrong
    cell is known, and what only follows from another finding. One mistake must not look like fifty.
    """

    spots: dict[Spot, list[Finding]] = field(default_factory=dict)
    quiet: dict[Spot, list[Finding]] = field(default_factory=dict)
    gaps: dict[int, list[str]] = field(default_factory=dict)

    def add(self, spot: Spot, finding: Finding, quiet: bool = False) -> None:
        """Note that ``finding`` stands at ``spot``."""
        here = (self.quiet if quiet else self.spots).setdefault(spot, [])
        if finding not in here:
            here.append(finding)
            here.sort(key=lambda found: _GRAVITY.get(found.severity.value, 3))

    def add_gap(self, spot: Spot) -> None:
        """Note that something is missing before ``spot.block``."""
        names = self.gaps.setdefault(spot.block, [])
        if spot.gap is not None and spot.gap not in names:
            names.append(spot.gap)

    def severity(self, spot: Spot) -> str:
        """Return the gravest severity at a spot, ``muted`` when nothing was found there."""
        found = self.spots.get(spot) or self.quiet.get(spot)
        return found[0].severity.value if found else "muted"


def marks_of(result: Result) -> Marks:
    """Collect the spots of every finding, and the gaps of what is missing."""
    marks = Marks()
    absent = [*(s.place for s in result.report.sections if not s.present)]
    absent += [table.place for table in result.report.tables if not table.present and table.form.absence]
    known = {finding.id for finding in result.checklist.findings}
    for finding in result.checklist.findings:
        suspected = {spot_of(suspect.place) for suspect in finding.suspects} - {None}
        for place in (*(suspect.place for suspect in finding.suspects), *finding.places):
            spot = spot_of(place)
            if spot is None:
                continue
            if spot.gap is not None:
                marks.add_gap(spot)
            follows = finding.cause in known or (bool(suspected) and spot not in suspected)
            marks.add(spot, finding, quiet=follows and spot.gap is None)
    for place in absent:
        spot = spot_of(place)
        if spot is not None and spot.gap is not None:
            marks.add_gap(spot)
    return marks


def gap_names(result: Result) -> dict[str, str]:
    """Return what each possible gap lacks, in words: ``section.overview`` -> ``一、总体情况``."""
    names = {f"section.{section.id}": section.title for section in result.report.sections}
    names |= {
        f"table.{table.id}": f"{table.form.name} {table.form.title}".strip() for table in result.report.tables
    }
    return names
