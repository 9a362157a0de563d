"""What is said where in an annotated copy: one comment a finding at the place it is about, cells to shade."""

from __future__ import annotations

from dataclasses import dataclass

from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding, Severity
from gxdesk.document.model import Document, Paragraph
from gxdesk.document.place import Place
from gxdesk.exports.words import by_gravity
from gxdesk.exports.xlsx.marks import marks

AUTHOR, INITIALS = "GxDesk", "Gx"
MOST_PLACES = 12  # comments of one finding; further places are only shaded
FILLS = {"suspect": "FFC7CE", "wrong": "FFEB9C", "unbalanced": "FFF2CC"}
_SEVERITY_FILLS = {Severity.ERROR: "FFEB9C", Severity.WARNING: "FFF2CC", Severity.INFO: "DDEBF7"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: its ``lines`` (the first is its heading) and the place it is anchored at.

    ``place.block`` is always a block of the document. ``quotable``: its words may be repeated elsewhere.
    """

    place: Place
    lines: tuple[str, ...]
    quotable: bool = True


@dataclass(frozen=True, slots=True)
class Shade:
    """A cell to shade; ``place`` has block, row and column."""

    place: Place
    fill: str


def remarks(result: Result) -> list[Remark]:
    """Return the comments in the order of the document. A finding that only follows is told at its cause."""
    findings = by_gravity(result.checklist.findings)
    numbers = {finding.id: number for number, finding in enumerate(findings, 1)}
    document = result.report.document
    found: list[Remark] = []
    for finding in findings:
        if finding.cause in numbers or not document.blocks:
            continue
        followers = [one for one in findings if one.cause == finding.id]
        places = _each_once([_in_draft(place, document) for place in _spots(finding, result)])
        for number, place in enumerate(places[:MOST_PLACES]):
            whole = number == 0
            lines = _whole(finding, followers, numbers, place) if whole else _again(finding, numbers, place)
            found.append(Remark(place, lines, not finding.rule.startswith("privacy.")))
    return sorted(found, key=_position)


def shades(result: Result) -> list[Shade]:
    """Return the cells to shade: wrong figures, and cells findings point at."""
    found: dict[tuple[int | None, int | None, int | None], Shade] = {}
    for cell_id, mark in marks(result).items():
        place = _cell_place(result, cell_id)
        if place is not None:
            found.setdefault((place.block, place.row, place.column), Shade(place, FILLS[mark.kind]))
    for finding in by_gravity(result.checklist.findings):
        if finding.equation is not None:
            continue
        for place in finding.places:
            if place.row is not None and place.block is not None and place.gap is None:
                key = (place.block, place.row, place.column)
                found.setdefault(key, Shade(place, _SEVERITY_FILLS[finding.severity]))
    return list(found.values())


def _spots(finding: Finding, result: Result) -> list[Place]:
    """Return where a finding is commented: at suspected cells, else the failing sum, else its places."""
    suspected = [suspect.place or _cell_place(result, suspect.cell) for suspect in finding.suspects]
    known = [place for place in suspected if place is not None]
    if known:
        return known
    places = list(finding.places) or [result.report.whole]
    return places[:1] if finding.equation is not None else places


def _cell_place(result: Result, cell: str) -> Place | None:
    table_id, _, cell_id = cell.partition("/")
    table = result.report.table(table_id)
    value = table.cells.get(cell_id) if table else None
    return value.place if value is not None and value.place.block is not None else None


def _in_draft(place: Place, document: Document) -> Place:
    """Return a place inside the document: what is missing is told at the text before it.

    What concerns the whole draft is told at its first line. Notes, headers and footers have no words to mark.
    """
    block = 0 if place.block is None else min(place.block, len(document.blocks) - 1)
    if block in document.aside:
        return Place(place.label, block)
    if place.gap is None:
        return place if place.block == block else Place(place.label, block)
    before = max(0, (place.block or 0) - 1)
    if isinstance(document.blocks[min(before, block)], Paragraph):
        block = min(before, block)
    return Place(place.label, block)


def _whole(
    finding: Finding, followers: list[Finding], numbers: dict[str, int], place: Place
) -> tuple[str, ...]:
    lines = [f"〔{numbers[finding.id]}〕{finding.severity.word}　{finding.title}", finding.message]
    if place.label and place.block is not None and place.start is None:
        lines.insert(1, f"位置：{place.label}")
    lines.append(f"处理：{finding.suggestion}")
    if finding.basis:
        lines.append(f"依据：{finding.basis}")
    if followers:
        names = "、".join(f"第{numbers[one.id]}条（{one.title}）" for one in followers[:6])
        lines.append(f"由这一处引起的还有：{names}。改好这里后再查。")
    return tuple(lines)


def _again(finding: Finding, numbers: dict[str, int], place: Place) -> tuple[str, ...]:
    """Return what is said at a further place of a finding that is explained elsewhere."""
    number = numbers[finding.id]
    said = next((one for one in finding.suspects if one.place is not None and _same(one.place, place)), None)
    guess = f"这一格可能应为 {said.should_be}。" if said else ""
    return (
        f"〔{number}〕{finding.severity.word}　{finding.title}",
        f"{guess}同第{number}条，说明见写有“处理”的那一处批注。",
    )


def _same(one: Place, other: Place) -> bool:
    return (one.block, one.row, one.column) == (other.block, other.row, other.column)


def _each_once(places: list[Place]) -> list[Place]:
    unique = {(p.block, p.row, p.column, p.start, p.end): p for p in reversed(places)}
    return list(reversed(unique.values()))


def _position(remark: Remark) -> tuple[int, int, int, int]:
    place = remark.place
    return place.block or 0, place.row or 0, place.column or 0, place.start or 0
