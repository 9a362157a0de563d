"""Rule ``prose.missing_number``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import around, clip
from gxdesk.report.model import Report

_LOST = re.compile(
    r"(?:主动公开|公开|发布|收到|受理|答复|办结|印发|转载)(?:各类)?(?:政府|政务)?(?:信息|申请|文件)?(?:共计?|累计|合计|总计)?"
    r"(?:条|件|篇|余条|余件|余篇)(?=[,。;、]|其中)"
)
_LOST_OF = re.compile(  # what is counted by its own measure word, none of which may follow the noun otherwise
    r"(?:举办|组织|开展|召开|发布|编发|撰写|印发)[^,。;:、\d一二两三四五六七八九十几多数首每各]{0,14}?"
    r"(?:(?:材料|稿件|解读|图解|文章)余?篇|(?:培训班?|座谈会|听证会|发布会|会议|讲座)余?[次场期])(?=[,。;、]|其中)"
)
_NOT_LOST = re.compile(
    r"(?:[文证要案附来信稿邮事条收办]件|头条|公开件|发布件|受理件|答复件|办结件|印发件|转载件)$"
)
_NONE_AND_MORE = re.compile(r"(?<![\d.])0(?:余|多)(?=[条件篇次个项份人])")
_BARE_MORE = re.compile(r"(?<=[,。;:、共达计发布公开息])余(?=[条件篇]次?[,。;、])")


def check(report: Report) -> Iterator[Hit]:
    """Report a count whose number is gone (M54, P44), and 0余 or 余 without a number (4.3)."""
    for block, match in matches(report, ("条", "件", "篇"), _LOST):
        if not _NOT_LOST.search(match[0]):
            yield _hit(report, block, match.span(), "缺少数字")
    for block, match in matches(report, ("篇", "次", "场", "期"), _LOST_OF):
        yield _hit(report, block, match.span(), "缺少数字")
    for block, match in matches(report, ("0余", "0多"), _NONE_AND_MORE):
        yield _hit(report, block, (match.start(), match.end() + 1), "没有的数量不能带“余”“多”")
    for block, match in matches(report, ("余",), _BARE_MORE):
        text = report.folded[block].text
        if not _LOST.search(text, max(0, match.start() - 12), match.end() + 2):
            yield _hit(report, block, (match.start(), match.end() + 1), "“余”前面缺少数字")


def _hit(report: Report, block: int, span: tuple[int, int], what: str) -> Hit:
    text = report.folded[block].text
    return Hit(
        f"“{text[slice(*span)]}”{what}：“{clip(around(text, *span, reach=12), 40)}”。",
        (report.folded_span(block, *span),),
        around(text, *span),
        actual=text[slice(*span)],
    )


RULE = Rule(
    id="prose.missing_number",
    title="数量缺少数字",
    severity=Severity.ERROR,
    requirement="写到数量的地方都有数字",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation="“共主动公开条”一类写法漏了数字，多是沿用模板没有填写，或者从网页复制时丢失。“文件”“条件”“稿件”等词不在此列。",
    advice="补上数字；没有的写“0”或者删去这半句。",
    check=check,
)
