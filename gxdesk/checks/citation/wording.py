"""Rule ``citation.wording``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import around, clip
from gxdesk.lexicon import lexicon
from gxdesk.report.model import Report

_OLD_TIMES = re.compile(r"原|以前|过去|当时|20[01]\d年")


def check(report: Report) -> Iterator[Hit]:
    """Report wording out of use in the report year: 原则/例外, 一费制, 新修订, old offices (M37, M38)."""
    year = _year(report)
    if year is None:
        return
    for entry, expression in _entries():
        if year < entry["since"] or entry["word"] not in report.own_text:
            continue
        for block, match in matches(report, (entry["word"],), expression):
            text = report.folded[block].text
            if _OLD_TIMES.search(text[max(0, match.start() - 8) : match.start()]):
                continue
            quoted = clip(around(text, *match.span(), reach=8), 40)
            yield Hit(
                f"“{clip(match[0])}”：{entry['message']}：“{quoted}”。",
                (report.folded_span(block, *match.span()),),
                match[0],
                severity=Severity(entry["severity"]),
                actual=match[0],
                advice=entry["advice"],
            )


def _year(report: Report) -> int | None:
    """Return the report year; for another kind of text the last year it names."""
    if report.identity.year is not None:
        return report.identity.year
    years = [int(year) for year in re.findall(r"(?<!\d)(20[0-3]\d)[年-]", report.own_text)]
    dated = [int(e.value) for e in report.identity.year_evidence if e.value.isdigit()]
    return max(years + dated, default=None)


@cache
def _entries() -> tuple[tuple[dict[str, Any], re.Pattern[str]], ...]:
    return tuple((entry, re.compile(entry["text"])) for entry in lexicon("outdated_wording")["wording"])


RULE = Rule(
    id="citation.wording",
    title="提法已经过时",
    severity=Severity.WARNING,
    requirement="制度、机构的提法与报告年度相符",
    basis="《中共中央办公厅、国务院办公厅关于全面推进政务公开工作的意见》（中办发〔2016〕8号）等现行文件",
    explanation="提法过时多是沿用旧稿造成的。只查程序收录的少数提法；写明“原”“过去”或者年份的不报，“新修订的条例”只作提示。",
    advice="改为现行的提法。",
    check=check,
    any_text=True,
)
