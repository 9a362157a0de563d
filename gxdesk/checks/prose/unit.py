"""Rule ``prose.unit``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import listed
from gxdesk.document.place import Place
from gxdesk.report.model import Report

_COUNTED_IN = "条份宗起个次项"


def check(report: Report) -> Iterator[Hit]:
    """Report requests and cases counted in other words than 件, once (M57)."""
    if not any(unit in report.text for unit in _COUNTED_IN):
        return
    words: list[str] = []
    places: list[Place] = []
    for sentence, claim in report.claims:
        cells = {cell.split("/")[0] for way in claim.quantity.ways for cell in way}
        unit = sentence.text[claim.end : claim.end + 1]
        if not claim.zero and unit in _COUNTED_IN and unit and cells <= {"applications", "review_litigation"}:
            words.append(claim.words)
            places.append(report.span(sentence, claim.start, claim.end + 1))
    if words:
        yield Hit(
            f"{listed(words)}：申请和案件通常以“件”计，与表格一致。",
            tuple(places),
            "|".join(words),
        )


RULE = Rule(
    id="prose.unit",
    title="申请、案件的量词不一致",
    severity=Severity.INFO,
    requirement="申请和复议诉讼案件以“件”计",
    basis="国家统一的年度报告格式（各表以件计）",
    explanation="“条”“宗”“次”等量词不算错，但与表格不一致，读者会以为口径不同。数值照常核对。",
    advice="统一改为“件”。",
    check=check,
)
