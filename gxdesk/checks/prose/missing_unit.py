"""Rule ``prose.missing_unit``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import around, clip
from gxdesk.report.model import Report

_VERBS = (
    "积极|公开的|主动|予以|发布|开展|组织|举办|通过|召开|及时|有效|切实"
    r"|进一步|不断|全面|认真|严格|并|均|已|都|其中"
)
_MISSING = re.compile(rf"\d+(?:[余多](?={_VERBS}|[,。;、])|(?=公开的|积极|予以|切实|进一步|不断))")
_LISTED = re.compile(  # one of the kinds counted: 公告21条,制度15,动态30条
    r"(?<=[\u4e00-\u9fff])(?<!第)\d{1,4}(?=[,、][^\d,、。;]{2,14}\d+(?:条|件|篇|次|个|项|份|期)(?:[,、。;]|$))"
)
_DONE = ("举办", "组织", "召开", "开展", "发布", "公布", "印发", "接待", "收到", "受理", "答复", "办结")
_ENDS = re.compile(  # 举办培训3,内容……: the sentence goes on after the bare number of what was done
    rf"(?:{'|'.join(_DONE)})[^,。;:、\d()]{{0,14}}(?<![A-Za-z第号线率例至比达为—-])(?P<n>\d{{1,4}})(?=[,。;](?!\d))"
)
_NAMED = re.compile(r"电话|热线|信箱|编号|代码|邮编|房间|网址|排名|得分|平均")
_YEAR = re.compile(r"20\d\d$")
_NO_COUNT = re.compile(r"[\d.年月第号〕\]~—–至-]$")
_TRIGGERS = ("余", "多", "公开的", "积极", "予以", "切实", "进一步", "不断")
_BEFORE = re.compile(r"[条件篇次个项份人名期场](?:余|多)?$")
_CODES = re.compile(r"(?:12345|12315|110|119|120|122|96\d{3}|12\d{3})$")


def check(report: Report) -> Iterator[Hit]:
    """Report a number without its measure word, such as 50余积极 or 210公开的 (M55)."""
    for block, match in matches(report, _TRIGGERS, _MISSING):
        text = report.folded[block].text
        before = text[max(0, match.start() - 2) : match.start()]
        if _CODES.search(match[0]) or _BEFORE.search(before) or _is_no_count(match[0], before):
            continue
        yield _hit(report, block, match)
    for block, match in matches(report, ("其中",), _LISTED):
        text = report.folded[block].text
        before = text[: match.start()]
        if "其中" not in before[before.rfind("。") + 1 :] or _YEAR.match(match[0]):
            continue
        yield _hit(report, block, match)
    for block, match in matches(report, _DONE, _ENDS):
        if not (_NAMED.search(match[0]) or _CODES.match(match["n"]) or _YEAR.match(match["n"])):
            yield _hit(report, block, match, "n")


def _hit(report: Report, block: int, match: re.Match[str], group: int | str = 0) -> Hit:
    text, span = report.folded[block].text, match.span(group)
    return Hit(
        f"“{match[group]}”后面缺少量词：“{clip(around(text, *span, reach=12), 40)}”。",
        (report.folded_span(block, *span),),
        around(text, *span),
        actual=match[group],
    )


def _is_no_count(number: str, before: str) -> bool:
    """Whether the digits are a year, an ordinal or part of a longer number."""
    if number[-1] in "余多":
        return before.endswith((".", *"0123456789"))
    return not 2 <= len(number) <= 6 or number[0] == "0" or bool(_NO_COUNT.search(before))


RULE = Rule(
    id="prose.missing_unit",
    title="数字后缺少量词",
    severity=Severity.WARNING,
    requirement="数字后面有量词",
    basis="公文校核惯例",
    explanation="“50余积极”“210公开的”一类写法漏了“条”“件”等量词，也可能是从网页复制时丢失了字。热线号码、年份、编号不在此列。",
    advice="补上量词和丢失的文字。",
    check=check,
)
