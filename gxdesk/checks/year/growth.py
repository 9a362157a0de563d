"""Rule year.growth: a growth rate follows from both years' numbers (G6, M51)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import last_report
from gxdesk.checks.equations import plain
from gxdesk.report.claims import Claim, counted
from gxdesk.report.model import Report

_RATE = re.compile(
    r"^(?:件|份|宗|条|起|个|次)?[,(]?(?:同比|较(?:上年|去年|上一年度|20\d\d年)(?:度|同期)?|比(?:上年|去年|20\d\d年)(?:度|同期)?)"
    r"(?P<way>增长|上升|增加|下降|减少|回落)(?:了|约)?(?P<p>\d+(?:\.\d+)?)%"
)
_DOWN = ("下降", "减少", "回落")


def check(report: Report) -> Iterator[Hit]:
    """Report a rate that no way of counting both years' tables gives (宿迁2024: 3646/3607)."""
    previous = last_report(report)
    if previous is None or "%" not in report.text:
        return
    for sentence, claim in report.claims:
        match = _RATE.match(sentence.text[claim.end :])
        rates = _rates(report, previous, claim) if match else []
        if match is None or not rates:
            continue
        said = Decimal(match["p"]) * (-1 if match["way"] in _DOWN else 1)
        if any(_like(rate, said) == said for rate in rates):
            continue
        right = _like(rates[0], said)
        way = "增长" if right >= 0 else "下降"
        yield Hit(
            f"“{claim.words}{match[0]}”：按上年报告计算应为{way}{plain(abs(right))}%。",
            (report.span(sentence, claim.start, claim.end + match.end()),),
            claim.words + match[0],
            expected=f"{plain(right)}%",
            actual=f"{plain(said)}%",
        )


def _rates(report: Report, previous: Report, claim: Claim) -> list[Decimal]:
    """Return the growth in per cent of the claimed number over each way last year's tables count it."""
    then = counted(previous, claim.quantity) or ()
    return [(claim.value / way.value - 1) * 100 for way in then if way.value]


def _like(rate: Decimal, said: Decimal) -> Decimal:
    exponent = said.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return rate.quantize(step, ROUND_HALF_UP)


RULE = Rule(
    id="year.growth",
    title="同比增减算得不对",
    severity=Severity.WARNING,
    requirement="同比增减与两年的数相符",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation="正文说某项数量同比增长、下降百分之几的，用本年的数和上年报告表中的同一项核算，四舍五入到所写位数；"
    "上年的几种口径任何一种相符都不报。",
    advice="用两年的数重新计算。",
    check=check,
    cross_year=True,
)
