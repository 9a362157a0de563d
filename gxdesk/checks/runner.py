"""Running the catalogue over a report: rules' hits become findings, in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from gxdesk.checks.api import Finding, Hit, Rule, Severity, Unchecked, fingerprint
from gxdesk.checks.catalogue import rules
from gxdesk.errors import Cancelled
from gxdesk.report.model import Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, what it could not check (``item`` always set), and which rules it ran."""

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    ran: tuple[Rule, ...]


def run(report: Report, cancelled: Callable[[], bool] | None = None, own: tuple[Rule, ...] = ()) -> Outcome:
    """Run every rule that applies to the report; raises ``Cancelled`` when asked to stop.

    ``own`` are the office's own rules, run after ours.
    """
    findings: list[Finding] = []
    unchecked: list[Unchecked] = []
    chosen = tuple(rule for rule in (*rules(), *own) if rule.applies_to(report))
    seen: Counter[str] = Counter()
    for rule in chosen:
        if cancelled is not None and cancelled():
            raise Cancelled("检查已取消。")
        for result in rule.check(report):
            if isinstance(result, Unchecked):
                unchecked.append(replace(result, item=result.item or rule.item or rule.id))
            else:
                findings.append(_finding(rule, result, seen))
    findings.sort(key=_reading_order)
    return Outcome(tuple(findings), tuple(unchecked), chosen)


def _finding(rule: Rule, hit: Hit, seen: Counter[str]) -> Finding:
    """Make a finding; equal keys of one rule are told apart by their order."""
    mark = f"{rule.id}\n{hit.key}"
    seen[mark] += 1
    key = hit.key if seen[mark] == 1 else f"{hit.key}#{seen[mark]}"
    return Finding(
        id=fingerprint(rule.id, key),
        rule=rule.id,
        severity=hit.severity or rule.severity,
        title=hit.title or rule.title,
        message=hit.message,
        basis=hit.basis or rule.basis,
        places=hit.places,
        item=hit.item or rule.item or rule.id,
        suggestion=hit.advice or rule.advice,
        expected=hit.expected,
        actual=hit.actual,
        suspects=hit.suspects,
        equation=hit.equation,
    )


def _reading_order(finding: Finding) -> tuple[float, int, int, int]:
    """By where they stand; of those about the whole draft the hints come last, the others first."""
    if not finding.places or finding.places[0].block is None:
        return (inf if finding.severity is Severity.INFO else -1, 0, 0, 0)
    place = finding.places[0]
    return (place.block or 0, place.row or 0, place.column or 0, place.start or 0)
