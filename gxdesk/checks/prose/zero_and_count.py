"""Rule ``prose.zero_and_count``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import having
from gxdesk.checks.quote import clip
from gxdesk.report.model import Report

_NONE = re.compile(r"(?:未|没有|尚未|暂未)(?:收到|接到|受理)[^,。;]{0,24}申请(?!行政复议|复议)|无依申请公开")
_SOME = re.compile(
    r"(?:接待|收到|受理|接受|办理|处理)[^,。;\d]{0,40}?申请[^,。;\d]{0,6}?(?<!\d)([1-9]\d*)余?(?:件|份|宗|条|起|个|次|人次)"
)
_OTHER = re.compile(r"复议|诉讼|信访|留言|热线|12345|建议|提案|去年|上年|备案|补助|资助|许可|登记|低保|救助")
_LAST_YEAR = re.compile(r"(20\d\d)年")


def check(report: Report) -> Iterator[Hit]:
    """Report a paragraph that says no request came and then counts requests (M58, A4-08)."""
    for block, text in having(report, ("申请",)):
        none = _NONE.search(text)
        if none is None:
            continue
        for sentence in report.sentences_of[block]:
            some = _SOME.search(sentence.text)
            if some and not _OTHER.search(sentence.text) and not _of_another_year(report, sentence.text):
                yield Hit(
                    f"前面说“{clip(none[0])}”，这里又说“{clip(some[0], 36)}”，口径不明。",
                    (report.span(sentence, *some.span()), report.folded_span(block, *none.span())),
                    some[0],
                )


def _of_another_year(report: Report, text: str) -> bool:
    years = {int(year) for year in _LAST_YEAR.findall(text)}
    return bool(years) and report.identity.year not in years


RULE = Rule(
    id="prose.zero_and_count",
    title="没有申请与申请数量并列",
    severity=Severity.WARNING,
    requirement="没有收到申请与写出的申请数量不相矛盾",
    basis="公文校核惯例（前后矛盾）",
    explanation="同一段里先说没有收到申请，又写出办理申请的数量，读者分不清后一个数是什么申请。"
    "复议、信访、热线和行政许可等其他申请不在此列。",
    advice="写明后一个数量是哪一类申请，不属于政府信息公开申请的移到别处。",
    check=check,
)
