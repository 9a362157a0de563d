"""Rule year.previous: the report given as last year's is of the same body and of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report another body or another year; cross-year rules then compare nothing or say so."""
    previous = report.previous
    assert previous is not None
    now, then = report.identity, previous.identity
    if now.year is not None and then.year != now.year - 1:
        written = f"{then.year}年度" if then.year else "看不出年度"
        yield Hit(
            f"作比对的报告是{written}的，不是{now.year - 1}年度的，没有进行跨年比对。",
            (report.whole,),
            "year",
            expected=f"{now.year - 1}",
            actual=str(then.year or ""),
        )
    if now.authority and then.authority and now.authority != then.authority:
        yield Hit(
            f"作比对的报告是“{then.authority}”的，与本报告“{now.authority}”名称不同，请确认是同一机关。",
            (report.whole,),
            "authority",
            expected=now.authority,
            actual=then.authority,
        )


RULE = Rule(
    id="year.previous",
    title="上年报告不对应",
    severity=Severity.WARNING,
    requirement="作比对的是同一机关上一年度的报告",
    basis="《中华人民共和国政府信息公开条例》第五十条：年度报告按年度编制",
    explanation="跨年勾稽只在相邻两年、同一机关的报告之间成立。机关更名的可以不理会名称不同的提醒。",
    advice="换成本机关上一年度的报告再比对。",
    check=check,
    cross_year=True,
)
