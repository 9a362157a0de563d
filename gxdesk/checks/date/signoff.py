"""Rule ``date.signoff``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.document.text import chinese_integer
from gxdesk.report.model import Report

TAIL = 10  # last paragraphs among which the sign-off stands
HEAD = 14  # first paragraphs among which a page states its date
_NUMERALS = "〇○零一二三四五六七八九十"
_SIGNED = re.compile(
    rf"[(]?(?P<y>20\d\d|[二2][{_NUMERALS}0]{{3}})年(?P<m>\d{{1,2}}|[{_NUMERALS}]{{1,3}})月"
    rf"(?P<d>\d{{1,2}}|[{_NUMERALS}]{{1,3}})日[)]?"
)
_PAGE = re.compile(
    r"(?:日期|时间|发布时间|发布日期|成文日期|公开日期|发文日期|生成日期):"
    r"(?P<y>20\d\d)[-年/.](?P<m>\d{1,2})[-月/.](?P<d>\d{1,2})"
)


def check(report: Report) -> Iterator[Hit]:
    """Report a date of signing or publishing before the year is over, or after the deadline (M23)."""
    year = report.identity.year
    if year is None:
        return
    month_day = report.standard.deadlines.get(report.identity.level) or max(
        report.standard.deadlines.values(), default="03-31"
    )
    deadline = date(year + 1, *map(int, month_day.split("-")))
    for day, words, place in _dates(report):
        if day < date(year, 12, 31):
            yield Hit(
                message=f"日期“{words}”早于{year}年12月31日，这时{year}年度的统计期还没有满。",
                places=(place,),
                key=words,
                actual=words,
                title="落款日期早于年末",
                advice="核对日期和报告年度；年度未满时编写的，补齐全年数据后重新落款。",
            )
        elif day > deadline:
            yield Hit(
                message=f"日期“{words}”晚于公布期限{_chinese(deadline)}。",
                places=(place,),
                key=words,
                severity=Severity.WARNING,
                expected=f"不晚于{_chinese(deadline)}",
                actual=words,
                title="公布日期逾期",
                advice="核对日期；确已逾期的，说明原因并尽快公布。",
            )


def _dates(report: Report) -> Iterator[tuple[date, str, Place]]:
    paragraphs = list(report.document.paragraphs())
    for block, _ in paragraphs[:HEAD]:
        match = _PAGE.search(report.folded[block].text)
        if match and (day := _date(match)):
            yield day, _chinese(day), report.folded_span(block, *match.span())
            break
    for block, _ in [own for own in report.prose if not own[1].role][-TAIL:]:
        match = _SIGNED.fullmatch(report.folded[block].text)
        if match and (day := _date(match)):
            yield day, match[0], report.folded_span(block, *match.span())


def _date(match: re.Match[str]) -> date | None:
    parts = [chinese_integer(match[name].replace("○", "〇")) for name in "ymd"]
    try:
        return date(*(part or 0 for part in parts))
    except ValueError:
        return None


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULE = Rule(
    id="date.signoff",
    title="落款或公布日期不合理",
    severity=Severity.ERROR,
    requirement="落款日期在报告年度结束之后、公布期限之前",
    basis="《中华人民共和国政府信息公开条例》第四十九条（2018年度及以前为原第三十一条）",
    explanation=(
        "年度报告在年度结束后编写：政府部门每年1月31日前、地方人民政府3月31日前公布上一年度报告，"
        "2018年度及以前均为3月31日前。期限当日公布不算逾期；没有写日期的不报。"
    ),
    advice="核对日期。",
    check=check,
)
