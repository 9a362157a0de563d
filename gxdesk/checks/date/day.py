"""Rule ``date.day``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import around, clip
from gxdesk.report.model import Report

_MONTH_DAY = re.compile(r"(?<![\d.])(\d{1,2})月(\d{1,2})(日)?")
_ENDS = re.compile(r"(?:以?[前后]|之[前后]|起|止|开始|上午|下午|晚|[在由],?|[。;)]|,(?!\d)|$)")
_RANGE = re.compile(r"(?:至|到|-|—|~|–)(\d{1,2}月)?(\d{1,2})(日)?")
_YEAR_ALONE = re.compile(
    r"(?<![\dA-Za-z〔\[(【《“/.\-—~第年至号])(20\d\d)(?=,?(?:我[局厅委办部院市县区省镇乡街]|本[局厅委办单部院]|全[年市县区省]|共|累计|主动|依托|通过|积极))"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(report: Report) -> Iterator[Hit]:
    """Report dates without 日 such as 6月20前 (M69), and dates the calendar does not have."""
    for block, match in matches(report, ("月",), _MONTH_DAY):
        text, whole = match.string, match[3] is not None
        fault = _impossible(int(match[1]), int(match[2])) if whole else _without_day(text, match)
        if fault:
            message, advice = fault
            quoted = clip(around(text, *match.span()), 40)
            yield Hit(
                message=f"“{match[0]}”{message}：“{quoted}”。",
                places=(report.folded_span(block, *match.span()),),
                key=around(text, *match.span()),
                actual=match[0],
                advice=advice,
            )
    yield from _bare_years(report)


def _bare_years(report: Report) -> Iterator[Hit]:
    """Report years about the report's that lack 年: 2024我局主动公开……"""
    year = report.identity.year
    if year is None:
        return
    for block, match in matches(report, ("20",), _YEAR_ALONE):
        if abs(int(match[1]) - year) > 1:
            continue
        quoted = clip(around(match.string, *match.span()), 40)
        yield Hit(
            message=f"“{match[1]}”后面缺少“年”：“{quoted}”。",
            places=(report.folded_span(block, *match.span()),),
            key=around(match.string, *match.span()),
            severity=Severity.WARNING,
            title="年份缺“年”",
            actual=match[1],
            expected=f"{match[1]}年",
            advice=f"改为“{match[1]}年”。",
        )


def _impossible(month: int, day: int) -> tuple[str, str] | None:
    if 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]:
        return None
    return "不是日历上有的日期", "核对并改正日期。"


def _without_day(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    if _impossible(int(match[1]), int(match[2])):
        return None  # a count, not a day: 6月45件
    advice = f"改为“{match[0]}日”。"
    if _ENDS.match(text, match.end()):
        return "后面缺少“日”", advice
    later = _RANGE.match(text, match.end())
    if later and later[1] and not match[3]:  # 1月1至12月31日; 6月20至25日 is right
        return "后面缺少“日”", advice
    return None


RULE = Rule(
    id="date.day",
    title="日期缺“年”“日”或者不存在",
    severity=Severity.ERROR,
    requirement="日期写法完整、真实",
    basis="公文校核惯例",
    explanation=(
        "“6月20前”一类写法缺少“日”；2月30日一类日期并不存在。“6月20至25日”“6月20、21日”和“6月20件”等不报。"
        "“2024我局”一类写法缺少“年”，报存疑。"
    ),
    advice="补上缺少的字。",
    check=check,
    any_text=True,
)
