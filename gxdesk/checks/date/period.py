"""Rule ``date.period``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report, Sentence

_DAY = r"(?P<m{0}>\d{{1,2}})月(?P<d{0}>\d{{1,2}})日"
_PERIOD = re.compile(
    r"(?P<y1>20\d\d)年"
    + _DAY.format(1)
    + r"(?:起|开始)?,?(?:至|到|-|—|–|~|─)+(?:(?P<y2>20\d\d)年)?"
    + _DAY.format(2)
)
_LOOSE = re.compile(r"20\d\d[年月日\d]{0,7}(?:起|开始)?(?:至|到|-|—|–|~|─)+[年月日\d]{2,12}")
_MONTHS = re.compile(r"(?P<y>20\d\d)年1月份?(?:起|开始)?(?:至|到|-|—|–|~)+(?:(?P=y)年)?12月(?!\d)")
_BLANK = re.compile(r"[自从](?:起|开始)?,?[至到][^。;,]{0,14}")  # 统计期限自起至……止: a date was lost
_ABOUT = re.compile(r"期限|时限|期间|时段|所列数据|统计数据|数据统计|统计时间|统计区间")
_UNTIL = re.compile(r"截[至止]到?(?P<y>20\d\d)年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|份)?")
_REPORTED = re.compile(r"信息公开|公开信息|政务公开|申请|统计|数据|主动公开|发布")
FIRST_YEAR, FIRST_DAY = 2008, (5, 1)  # the regulation came into force on 2008-05-01


def check(report: Report) -> Iterator[Hit]:
    """Report a period that is not the calendar year, lacks 年月日 or ends before the year does (M22)."""
    year = report.identity.year
    if year is None:
        return
    stated = False
    for sentence in report.sentences:
        if "20" not in sentence.text and "期限" not in sentence.text:
            continue
        match = _PERIOD.search(sentence.text)
        stated = stated or (match is not None and _is_whole(match, year))
        if _ABOUT.search(sentence.text):
            stated = stated or match is not None
            months = _MONTHS.search(sentence.text)
            if months and int(months["y"]) == year:
                stated = True
            elif match:
                if not _is_whole(match, year):
                    yield _not_whole(report, sentence, match, year)
            elif loose := _LOOSE.search(sentence.text) or _BLANK.search(sentence.text):
                stated = True
                yield _missing_words(report, sentence, loose, year)
        stated = stated or ("数据" in sentence.text and f"{year}年12月31日" in sentence.text)
        yield from _until(report, sentence, year)
    if not stated:
        yield Hit(
            message="没有写明所列数据的统计期限。",
            places=(report.whole,),
            key="absent",
            severity=Severity.INFO,
            title="没有写统计期限",
            advice=f"在报告开头写明“所列数据的统计期限自{year}年1月1日起至{year}年12月31日止”。",
        )


def _is_whole(match: re.Match[str], year: int) -> bool:
    """Whether a period is the report's year; in 2008 it may begin with the regulation."""
    first = (int(match["m1"]), int(match["d1"]))
    begun = first == (1, 1) or (year == FIRST_YEAR and first == FIRST_DAY)
    same = int(match["y1"]) == year and (match["y2"] is None or int(match["y2"]) == year)
    return begun and same and (int(match["m2"]), int(match["d2"])) == (12, 31)


def _not_whole(report: Report, sentence: Sentence, match: re.Match[str], year: int) -> Hit:
    expected = f"{year}年1月1日至{year}年12月31日"
    return Hit(
        message=f"统计期限写作“{match[0]}”，{year}年度报告应为{expected}。",
        places=(report.span(sentence, *match.span()),),
        key=match[0],
        expected=expected,
        actual=match[0],
        advice=f"改为“{expected}”，并核对表中数据是否按全年统计。",
    )


def _missing_words(report: Report, sentence: Sentence, match: re.Match[str], year: int) -> Hit:
    expected = f"{year}年1月1日至{year}年12月31日"
    return Hit(
        message=f"统计期限“{match[0]}”缺少“年”“月”“日”等字或者数字写错，日期读不出来。",
        places=(report.span(sentence, *match.span()),),
        key=match[0],
        expected=expected,
        actual=match[0],
        title="统计期限日期不完整",
        advice=f"改为“{expected}”。",
    )


def _until(report: Report, sentence: Sentence, year: int) -> Iterator[Hit]:
    """Report what is said to be counted only up to a day within the year."""
    if "截" not in sentence.text:
        return
    for match in _UNTIL.finditer(sentence.text):
        month, day = int(match["m"]), int(match["d"] or 31)
        if int(match["y"]) != year or (month == 12 and day >= 31) or not 1 <= month <= 12:
            continue
        sure = bool(_REPORTED.search(sentence.text)) and month < 12
        yield Hit(
            message=f"“{match[0]}”说明只统计到年中，{year}年度报告应当写到12月31日。",
            places=(report.span(sentence, *match.span()),),
            key=match[0] + sentence.text[match.end() : match.end() + 12],
            severity=None if sure else Severity.WARNING,
            expected=f"{year}年12月31日",
            actual=match[0],
            title="统计没有到年底",
            advice="补齐到年底的情况和数据，改写日期；说的是某项工作完成时间的，去掉“截至”。",
        )


RULE = Rule(
    id="date.period",
    title="统计期限不是整个报告年度",
    severity=Severity.ERROR,
    requirement="统计期限为报告年度1月1日至12月31日",
    basis="《中华人民共和国政府信息公开条例》关于年度报告的规定；国办公开办函〔2021〕30号",
    explanation=(
        "年度报告反映一个完整年度，期限跨年、缺字、只到年中的都应改正。2008年度可以从5月1日条例施行起算。"
        "结束日期省略年份的写法不报；没有写统计期限的只作提示。"
    ),
    advice="改为报告年度1月1日至12月31日。",
    check=check,
)
