"""Rule ``citation.outdated``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.citation.known import cited
from gxdesk.checks.find import sentences
from gxdesk.report.model import Report, Sentence

TRIAL_LAST, REVISED = 2020, 2019  # last report year of the trial format; first of the revised regulation
_TRIAL_TITLE = re.compile(r"关于政府信息公开工作年度报告有关事项的通知")
_ORDER = re.compile(r"(?:国务院令|国令)\(?第?(492|711)号|国务院第?(492|711)号令")
_ARTICLE = re.compile(
    r"信息公开条例》?(?:\([^()]{0,40}\)|国务院令第?\d+号)?,?的?第?(三十一|三十二|四十九|五十|31|32|49|50)条"
)
_OLD_ARTICLES = frozenset({"三十一", "三十二", "31", "32"})
_REPORTING = re.compile(r"报告|年报|编制|撰写|公布")
_REPEALED = ("废止", "不再执行", "停止执行", "原《", "修订前")
_TRIGGERS = ("条例", "号", "有关事项")


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """Report bases that do not fit the report year: formats (M30), decree numbers (M31), articles (M32)."""
    year = report.identity.year
    if year is None:
        yield Unchecked("没有确定报告年度，无法核对引用的文件是否适用。")
        return
    for sentence in sentences(report, _TRIGGERS):
        if not any(word in sentence.text for word in _REPEALED):
            yield from _formats(report, sentence, year)
            yield from _decree(report, sentence, year)
            yield from _article(report, sentence, year)


def _formats(report: Report, sentence: Sentence, year: int) -> Iterator[Hit]:
    found = [(s, e, k) for s, e, k in cited(sentence.text) if k.instead and not k.first <= year <= k.last]
    for start, end, known in found:
        yield _hit(
            report,
            sentence,
            (start, end),
            f"{year}年度报告引用了{known.number}，它不适用于{year}年度",
            f"改为{known.instead}。" if year >= REVISED else "删去这一依据。",
        )
    match = _TRIAL_TITLE.search(sentence.text)
    if match and not found and year > TRIAL_LAST:
        yield _hit(
            report,
            sentence,
            match.span(),
            f"{year}年度报告引用了{TRIAL_LAST}年度以后不再适用的试行格式通知",
            "改为引用《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。",
        )


def _decree(report: Report, sentence: Sentence, year: int) -> Iterator[Hit]:
    for match in _ORDER.finditer(sentence.text):
        number = match[1] or match[2]
        if number == "711" and year < REVISED:
            message = f"{year}年度适用2007年公布的条例（国务院令第492号），第711号令2019年才公布"
            yield _hit(report, sentence, match.span(), message, "改为国务院令第492号。")
        elif number == "492" and year >= REVISED:
            message = "国务院令第492号是2007年公布的条例，2019年5月15日起施行的是修订后的第711号令"
            advice = "改为国务院令第711号。"
            yield _hit(report, sentence, match.span(), message, advice, Severity.WARNING)


def _article(report: Report, sentence: Sentence, year: int) -> Iterator[Hit]:
    if not _REPORTING.search(sentence.text):
        return
    for match in _ARTICLE.finditer(sentence.text):
        old = match[1] in _OLD_ARTICLES
        if old and year >= REVISED:
            message = "修订后的条例关于年度报告的规定在第四十九条、第五十条，不是第三十一条、第三十二条"
            yield _hit(report, sentence, match.span(), message, "改为第四十九条或者第五十条。")
        elif not old and year < REVISED:
            message = f"{year}年度适用的条例关于年度报告的规定在第三十一条、第三十二条"
            yield _hit(report, sentence, match.span(), message, "改为第三十一条或者第三十二条。")


def _hit(
    report: Report,
    sentence: Sentence,
    span: tuple[int, int],
    message: str,
    advice: str,
    severity: Severity | None = None,
) -> Hit:
    words = sentence.text[slice(*span)]
    return Hit(
        message=f"“{words}”：{message}。",
        places=(report.span(sentence, *span),),
        key=f"{words}|{message}",
        severity=severity,
        advice=advice,
        actual=words,
    )


RULE = Rule(
    id="citation.outdated",
    title="引用的依据不适用于报告年度",
    severity=Severity.ERROR,
    requirement="依据引用现行有效、适用于报告年度的文件和条款",
    basis="国办公开办函〔2021〕30号；《中华人民共和国政府信息公开条例》（国务院令第711号）",
    explanation=(
        "2021年度起的报告依据国办公开办函〔2021〕30号，试行格式（〔2019〕60号）只适用于2019、2020年度；"
        "2018年度及以前适用国务院令第492号公布的条例。说明旧文件已经废止的语句不报，"
        "各地关于年度报告的通知不在此列。"
    ),
    advice="改为适用于报告年度的文件、令号和条款。",
    check=check,
)
