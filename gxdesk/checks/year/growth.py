"""Rule year.growth: a growth rate follows from both years' numbers (G6, M51)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import last_report
from gxdesk.checks.equations import plain
from gxdesk.checks.find import sentences
from gxdesk.report.claim_forms import quantities
from gxdesk.report.claims import Counted, counted
from gxdesk.report.model import Report, Sentence

_CHANGED = (
    r"(?:同比|[较比](?:上年|去年|上一年度|20\d\d年)(?:度|同期)?)"
    r"(?P<way>增长|上升|增加|下降|减少|回落)(?:了|约)?(?P<p>\d+(?:\.\d+)?)%"
)
_RATE = re.compile(rf"(?:件|份|宗|条|起|个|次)?[,(]?{_CHANGED}")  # after a number
_NAMED = r"(?:案件|决定|申请)?(?:的)?(?:总?数量|件数|总量|总数|量|数)?,?"
_SUBJECTS = tuple(  # what is said to grow without its number: its quantity in claims.toml, its name
    (quantity, re.compile(f"(?<!公示)(?<!公开)(?:{words}){_NAMED}{_CHANGED}"))
    for quantity, words in (
        ("licensing", "行政许可"),
        ("penalty", "行政处罚"),
        ("coercion", "行政强制"),
        ("answered", "办结"),
        ("natural", "自然人"),
        ("new", "信息公开申请"),
    )
)
_OF_REQUESTS = frozenset(("answered", "natural"))
_REQUESTS = re.compile("信息公开申请|予以公开|结转")
_OTHER = re.compile(r"信访|12345|热线|工单|留言|信箱|来信|建议|提案|公示|许可|审批|公开行政")
_WIDE = re.compile(r"全[市县区省州旗]")
_DOWN = ("下降", "减少", "回落")


def check(report: Report) -> Iterator[Hit]:
    """Report a rate that no way of counting both years' tables gives (宿迁2024: 3646/3607)."""
    previous = last_report(report)
    if previous is None or "%" not in report.text:
        return
    for sentence, claim in report.claims:
        match = _RATE.match(sentence.text, claim.end)
        if match:
            rates = _rates([claim.value], counted(previous, claim.quantity))
            yield from _judged(report, sentence, claim.start, match, rates)
    for sentence in sentences(report, ("%",)):
        text = sentence.text
        about = _REQUESTS.search(report.folded[sentence.block].text)
        if report.identity.level == "department" and _WIDE.search(text):
            continue
        for name, expression in _SUBJECTS:
            if name in _OF_REQUESTS and (not about or _OTHER.search(text)):
                continue
            for match in expression.finditer(text):
                now = counted(report, quantities()[name]) or ()
                rates = _rates([way.value for way in now], counted(previous, quantities()[name]))
                yield from _judged(report, sentence, match.start(), match, rates)


def _judged(
    report: Report, sentence: Sentence, start: int, match: re.Match[str], rates: list[Decimal]
) -> Iterator[Hit]:
    said = Decimal(match["p"]) * (-1 if match["way"] in _DOWN else 1)
    if not rates or any(_like(rate, said) == said for rate in rates):
        return
    right = _like(rates[0], said)
    words = sentence.text[start : match.end()]
    yield Hit(
        f"“{words}”：按上年报告计算应为{'增长' if right >= 0 else '下降'}{plain(abs(right))}%。",
        (report.span(sentence, start, match.end()),),
        words,
        expected=f"{plain(right)}%",
        actual=f"{plain(said)}%",
    )


def _rates(now: list[Decimal], then: tuple[Counted, ...] | None) -> list[Decimal]:
    """Return the growth in per cent of each number over each way last year's tables count it."""
    return [(value / way.value - 1) * 100 for value in now for way in then or () if way.value]


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
    explanation="正文说某项数量同比增长、下降百分之几的，用本年的数（没有写出的取表中的数）和上年报告表中的同一项核算，四舍五入到所写位数；"
    "上年的几种口径任何一种相符都不报。",
    advice="用两年的数重新计算。",
    check=check,
    cross_year=True,
)
