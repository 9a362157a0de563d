"""Rule ``prose.full_rate``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import sentences
from gxdesk.checks.quote import clip
from gxdesk.report.model import Report

_ZERO = re.compile(
    r"(?:未|没有|尚未|暂未)(?:收到|接到|受理|发生)[^,。;]{0,24}申请|申请[^,。;\d]{0,8}(?<!\d)0(?:件|条|宗|份)"
    r"|(?:收到|受理)[^,。;\d]{0,16}(?<!\d)0(?:件|条|宗|份)|零申请"
)
_RATE = re.compile(
    r"(?:按时|按期|及时)?(?:办结|答复|回复|办理)率(?:均)?(?:为|达到?|达到了|保持)?(?:100%|百分之百)"
)
_OTHER = re.compile(r"留言|信箱|热线|12345|建议|提案|信访|投诉|咨询|工单|来信")


def check(report: Report) -> Iterator[Hit]:
    """Report a rate of 100 % of nothing: no request received, yet all answered (M52)."""
    for sentence in sentences(report, ("率",)):
        text = sentence.text
        zero = _ZERO.search(text)
        rate = _RATE.search(text, zero.end()) if zero else None
        if zero and rate and not _OTHER.search(text, zero.start(), rate.end()):
            yield Hit(
                f"“{clip(text[zero.start() : rate.end()], 40)}”：没有收到申请，就谈不上办结率、答复率。",
                (report.span(sentence, *rate.span()),),
                clip(text[zero.start() : rate.end()], 60),
                actual=rate[0],
            )


RULE = Rule(
    id="prose.full_rate",
    title="没有申请却写办结率100%",
    severity=Severity.ERROR,
    requirement="没有申请的不写办结率",
    basis="公文校核惯例（前后矛盾）",
    explanation="同一句话里说没有收到申请，又说办结率、答复率100%，前后矛盾。留言、信箱、热线、建议提案的办结率不在此列。",
    advice="删去办结率。",
    check=check,
)
