"""The sentences exports and command line share: who reports, where a finding stands, what caused it."""

from __future__ import annotations

from collections.abc import Sequence

from gxdesk.checklist.model import Status
from gxdesk.checklist.result import Result
from gxdesk.checks.api import Finding, Severity, Suspect
from gxdesk.report.model import Report

LEVELS = {"government": "人民政府", "department": "政府部门"}
_MOST_PLACES = 3


def about(report: Report) -> str:
    """Return body, year and format: ``某市教育局　·　2024年度　·　2021 年度起的报告格式``."""
    year = f"{report.identity.year}年度" if report.identity.year else "年度不明"
    return f"{report.identity.authority or '报告单位不明'}　·　{year}　·　{report.standard.name}"


def amounts(result: Result) -> str:
    """Return the counts of findings and of what a person has yet to decide."""
    found = "，".join(f"{severity.word}{result.checklist.count(severity)}处" for severity in Severity)
    manual = states(result, Status.MANUAL)
    return f"{found}，待人工确认{manual}项，无法核对{states(result, Status.NOT_CHECKABLE)}项"


def states(result: Result, status: Status) -> int:
    """Return how many items are in a state."""
    return sum(item.status is status for item in result.checklist.items)


def moment(result: Result) -> str:
    """Return when the draft was checked."""
    return result.checked_at.strftime("%Y-%m-%d %H:%M")


def by_gravity(findings: Sequence[Finding]) -> list[Finding]:
    """Sort findings as they are listed and numbered: the gravest first, otherwise in reading order."""
    order = list(Severity)
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def places(finding: Finding) -> str:
    """Return where a finding stands, the first few places by name."""
    labels = list(dict.fromkeys(place.label for place in finding.places))
    more = f"\n等{len(labels)}处" if len(labels) > _MOST_PLACES else ""
    return "\n".join(labels[:_MOST_PLACES]) + more


def cause(finding: Finding, report: Report, numbers: dict[str, int]) -> str:
    """Return the most likely cause: suspect cells, or the finding this one follows from."""
    if finding.cause in numbers:
        return f"由第{numbers[finding.cause]}条引起，改好那一条后再查。"
    return "\n".join(_suspect(suspect, report) for suspect in finding.suspects)


def cell_name(report: Report, cell: str) -> str:
    """Return the Chinese name of ``table/row.column``, or the id itself when the format has no such cell."""
    table_id, _, cell_id = cell.partition("/")
    table = report.table(table_id)
    try:
        return f"{table.form.name}{table.form.cell_name(cell_id)}" if table else cell
    except (KeyError, ValueError):
        return cell


def _suspect(suspect: Suspect, report: Report) -> str:
    return f"{cell_name(report, suspect.cell)}：{suspect.value} 可能应为 {suspect.should_be}"
