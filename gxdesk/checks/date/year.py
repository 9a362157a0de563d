"""Rule ``date.year``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.date.mentions import PLAIN, PLANNED, QUOTED, Mention, mentions, title_year
from gxdesk.checks.find import having, sentences
from gxdesk.checks.quote import around, clip
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report

LONGEST_HEAD = 25  # folded characters of a heading that runs on into its paragraph
_OPENING = re.compile(r"(20\d\d)年度?(?=,|我|本|全|市|县|区|是|[\u4e00-\u9fff]{2,10}[局厅委办府])")
_GUIDED = re.compile(r"根据|按照|依据|落实|贯彻|对照|执行|印发|制定")
_OLD_GUIDE = re.compile(
    r"《[^《》]{0,40}?(?<![\d—~至-])(20\d\d)年[^《》]{0,30}(?:工作要点|重点工作(?!总结|完成|情况|评估|考核)|工作安排|工作任务)[^《》]{0,12}》"
)

_PRESENTING = ("现将", "现公", "现发", "现予", "现向", "特公", "特发", "特予", "特向")
_PRESENTED = re.compile(  # the report itself, not last year's that was published on time
    r"(?:现将|[特现](?:予|予以)?(?:向社会)?(?:公布|发布|公开))[^。;,《》]{0,30}?"
    r"(20\d\d)年度?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
)


def check(report: Report) -> Iterator[Hit]:
    """Report a body of another year than the title (M21), plans (M24) and guides (M25) of wrong years."""
    year = report.identity.year
    if year is None:
        return
    found = list(mentions(report))
    mismatch = _mismatch(report, found)
    if mismatch:
        yield mismatch
        return
    yield from _presented(report, year)
    yield from _openings(report, found, year)
    yield from _plans(report, found, year)
    yield from _guides(report, year)


def _mismatch(report: Report, found: list[Mention]) -> Hit | None:
    """Judge the whole text: it speaks of another year throughout."""
    title = title_year(report)
    if title is None:
        return None
    year, place = title
    counts = Counter(mention.year for mention in found if mention.kind == PLAIN)
    other, count = max(
        ((z, n) for z, n in counts.items() if z != year), key=lambda pair: pair[1], default=(0, 0)
    )
    planned = any(mention.kind == PLANNED and mention.year == year == other + 1 for mention in found)
    own = counts[year]
    if (
        not (count >= 2 and own == 0)
        and not (count and planned and own == 0)
        and not count >= max(4, own * 3)
    ):
        return None
    said = [mention for mention in found if mention.year == other]
    told = said + [mention for mention in found if mention.kind == PLANNED and mention.year == year]
    plan = f"，还把{year}年写成下一年" if planned else ""
    return Hit(
        message=f"标题是{year}年度，正文写的却是{other}年的情况（提到{other}年共{len(said)}处）{plan}。",
        places=(place, *(mention.place(report) for mention in told)),
        key=f"{year}|{other}",
        expected=f"{year}年",
        actual=f"{other}年",
        advice="核对报告年度：标题写错的改标题；内容是往年的，换成本年度的情况。",
    )


def _presented(report: Report, year: int) -> Iterator[Hit]:
    """Report that the preface presents the report of another year."""
    for sentence in sentences(report, _PRESENTING):
        match = _PRESENTED.search(sentence.text)
        if match and int(match[1]) != year:
            quoted = clip(match[0], 40)
            yield Hit(
                message=f"报告年度是{year}年，这里公布的却是{match[1]}年度的报告：“{quoted}”。",
                places=(report.span(sentence, *match.span(1)),),
                key=match[0],
                expected=f"{year}年",
                actual=f"{match[1]}年",
                advice=f"改为“{year}年”。",
            )


def _openings(report: Report, found: list[Mention], year: int) -> Iterator[Hit]:
    """Report paragraphs that open with last year and never come to the report year."""
    plain = {(mention.block, mention.start) for mention in found if mention.kind == PLAIN}
    come_to = {mention.block for mention in found if mention.year == year and mention.kind != QUOTED}
    for block, text in having(report, (f"{year - 1}年",)):
        if block in come_to or "今年" in text:
            continue
        start = _start(text)
        match = _OPENING.match(text, start)
        if match and int(match[1]) == year - 1 and (block, start) in plain:
            quoted = clip(text[start : start + 30], 40)
            yield Hit(
                message=f"本段开头写的是{year - 1}年，报告年度是{year}年：“{quoted}”。",
                places=(report.folded_span(block, start, start + 5),),
                key=text[start : start + 24],
                expected=f"{year}年",
                actual=f"{year - 1}年",
                advice=f"写的是本年度情况的，改为“{year}年”；是往年情况的，换成本年度的内容。",
            )


def _start(text: str) -> int:
    """Return where the running text starts: after a heading that stands in the same paragraph."""
    number = enumerator(text)
    head = text.find("。", 0, LONGEST_HEAD)
    return head + 1 if number and head > 0 else number.length if number else 0


def _plans(report: Report, found: list[Mention], year: int) -> Iterator[Hit]:
    for mention in found:
        if mention.kind != PLANNED or mention.year == year + 1:
            continue
        if mention.year <= year and not (mention.firm or report.section_of(mention.block) == "problems"):
            continue  # 将 may mean 把: 2023年将公开工作纳入考核
        text = report.folded[mention.block].text
        quoted = clip(around(text, mention.start, mention.end, reach=18), 40)
        yield Hit(
            message=f"{year}年度报告的下一年打算应当是{year + 1}年，这里写的是{mention.year}年：“{quoted}”。",
            places=(mention.place(report),),
            key=around(text, mention.start, mention.end),
            expected=f"{year + 1}年",
            actual=f"{mention.year}年",
            advice=f"改为“{year + 1}年”。",
        )


def _guides(report: Report, year: int) -> Iterator[Hit]:
    """Report that the year's work is said to follow a guide of an earlier year."""
    for sentence in sentences(report, ("《",)):
        if "年" not in sentence.text or not _GUIDED.search(sentence.text):
            continue
        for match in _OLD_GUIDE.finditer(sentence.text):
            if int(match[1]) < year:
                yield Hit(
                    message=f"{match[0]}是{match[1]}年的安排，{year}年度报告以它为依据，请核对。",
                    places=(report.span(sentence, *match.span()),),
                    key=match[0],
                    severity=Severity.WARNING,
                    title="引用往年的工作要点",
                    advice=f"改为{year}年的要点；确需提及往年文件的，写明是延续落实。",
                )


RULE = Rule(
    id="date.year",
    title="年度前后不一致",
    severity=Severity.ERROR,
    requirement="标题、正文和下一年打算的年度前后一致",
    basis="国办公开办函〔2021〕30号；《中华人民共和国政府信息公开条例》关于年度报告的规定",
    explanation=(
        "正文写成往年、下一年打算写错年份，多是沿用上年稿件没有改净。与上年比较、引用文件名称和文号中的年份、"
        "“自某年以来”等不报；引用往年工作要点的只报存疑。"
    ),
    advice="逐处核对年份，改成与报告年度一致。",
    check=check,
)
