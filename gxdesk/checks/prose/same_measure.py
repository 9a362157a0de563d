"""Rule ``prose.same_measure``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.fees import NAME, fees
from gxdesk.checks.find import matches, sentences
from gxdesk.document.place import Place
from gxdesk.report.model import Report

_NUMBER = r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?P<more>万|余|多)?"
_WHOLE = r"(?:全年|本年度|年内|共计?|累计|总计|合计)[^,。;:\d]{0,10}?"
REQUESTS = "收到的政府信息公开申请"  # where no table tells their number
_MEASURES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "主动公开政府信息的条数",
        "公开",
        re.compile(rf"{_WHOLE}公开(?:各类)?(?:政府|政务)?信息(?:共计?|总计|合计)?{_NUMBER}条"),
    ),
    (
        "政策解读材料的数量",
        "解读",
        re.compile(rf"{_WHOLE}(?:政策)?解读(?:材料|稿件|信息|文章)(?:共计?|合计)?{_NUMBER}[篇条件份]"),
    ),
    ("新闻发布会的场次", "发布会", re.compile(rf"{_WHOLE}新闻发布会{_NUMBER}[场次]")),
    (
        "政府信息公开培训的次数",
        "培训",
        re.compile(
            rf"{_WHOLE}(?:政府信息公开|政务公开)(?:工作|业务|专题)?(?:专题)?培训(?:班|会)?{_NUMBER}[次场期]"
        ),
    ),
    (
        REQUESTS,
        "申请",
        re.compile(rf"{_WHOLE}(?:收到|接到)(?:政府)?信息公开申请(?:共计?|总计|合计)?{_NUMBER}[件份宗条]"),
    ),
    ("政府公报的期数", "公报", re.compile(rf"{_WHOLE}政府公报{_NUMBER}期")),
)
_ANY_WAY = re.compile(
    r"(?:通过|利用|以)(?:各类|各种|多种|不同|全部)(?:公开)?(?:渠道|方式|途径|形式|平台)"
)  # no scope
_NO_FEE = re.compile(
    rf"(?:未|没有)(?:产生|收取|发生|收缴)(?:任何|过)?(?:政府信息公开)?{NAME}|{NAME}(?:为|收入)0元"
)
_PART_OF_FEE = re.compile(r"上年|去年|往年|同期|其中|本级|下级|分别")
_YEAR = re.compile(r"(20\d\d)年")
_WIDE = re.compile(r"全[省市县区]")  # another scope, the same wherever it is named
_SCOPE = re.compile(
    r"通过|利用|依托|其中|网站|微信|微博|公众号|新媒体|平台|学校|各[县区市镇乡科单]|本局|本级|机关|"
    r"上年|去年|同期|上半年|下半年|季度|\d月|重点|领域|方面|条例|累计"
)


class _Said(NamedTuple):
    value: Decimal
    words: str
    place: Place


def check(report: Report) -> Iterator[Hit]:
    """Report a measure of the whole year given twice with different numbers (F7, M58)."""
    said: dict[str, list[_Said]] = defaultdict(list)
    for name, word, expression in _MEASURES:
        if name == REQUESTS and report.table("applications"):
            continue  # prose.table
        for block, match in matches(report, (word,), expression):
            text = report.folded[block].text
            sentence = max(text.rfind(mark, 0, match.start()) for mark in "。;") + 1
            clause = _ANY_WAY.sub("", text[max(sentence, match.start() - 16) : match.end()])
            wide = _WIDE.search(clause)
            if match["more"] is None and not _SCOPE.search(_WIDE.sub("", clause)):
                value = Decimal(match["n"].replace(",", ""))
                said[f"{wide[0] if wide else ''}{name}"].append(
                    _Said(value, match[0], report.folded_span(block, *match.span()))
                )
    for name, all_said in said.items():
        values = dict.fromkeys(one.value for one in all_said)
        if len(values) > 1:
            listed = "、".join(plain(value) for value in values)
            yield Hit(
                f"{name}前后写了不同的数：{listed}。",
                tuple(one.place for one in all_said),
                f"{name}|{listed}",
                actual=listed,
            )
    yield from _fees(report)


def _fees(report: Report) -> Iterator[Hit]:
    """Report two amounts of the year's fee, no third being their sum, or an amount and none."""
    year = str(report.identity.year)
    other = [
        sentence.block
        for sentence in sentences(report, (NAME,))
        if _PART_OF_FEE.search(sentence.text) or any(y != year for y in _YEAR.findall(sentence.text))
    ]
    said = [fee for fee in fees(report) if fee.yuan and fee.place.block not in other]
    amounts = sorted({fee.yuan for fee in said})
    none = [
        report.folded_span(block, *match.span())
        for block, match in matches(report, (NAME,), _NO_FEE)
        if block not in other
    ]
    if (len(amounts) == len(said) == 2) or (amounts and none):
        listed = "、".join([*(f"{plain(amount)}元" for amount in amounts), *(["未收取"] if none else [])])
        places = (*(fee.place for fee in said), *none)
        yield Hit(f"{NAME}前后写得不同：{listed}。", places, f"{NAME}|{listed}", actual=listed)


RULE = Rule(
    id="prose.same_measure",
    title="同一指标前后不一",
    severity=Severity.WARNING,
    requirement="同一指标在全文中只有一个数",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation="公开总数、解读材料、发布会、培训、公报期数、信息处理费等全年指标在文中出现两次而数值不同的，报存疑。"
    "写明渠道、单位、时段等不同口径的，以及概数，不比。",
    advice="核对台账，统一为一个数；口径不同的，写明口径。",
    check=check,
)
