"""Rule ``date.limit``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import clip
from gxdesk.report.model import Report

REVISED = 2019  # the revised regulation applies from 2019-05-15
_LIMIT = re.compile(r"(15|十五|20|二十)个?工作日")
_ANSWER = re.compile(r"答复|回复")
_STATED = re.compile(r"之日起|法定|规定|应当|自收到|自登记|登记之日|延长")
_OTHER = re.compile(
    r"征求|第三方|补正|意见书|复议|形成|变更|主动公开|承诺|缩短|压缩|提前|平均|仅|提案|建议|信访|热线|留言|工单"
)


def check(report: Report) -> Iterator[Hit]:
    """Report the time limit for answering requests of the other era: 15 or 20 working days (M36)."""
    year = report.identity.year
    if year is None:
        return
    for sentence in report.sentences:
        text = sentence.text
        if "工作日" not in text or not _ANSWER.search(text) or _OTHER.search(text):
            continue
        for match in _LIMIT.finditer(text):
            days = 15 if match[1] in ("15", "十五") else 20
            right = 15 if year < REVISED else 20
            if days == right:
                continue
            sure = bool(_STATED.search(text)) and year != REVISED
            law = "修订后的条例" if right == 20 else "2007年公布的条例"
            yield Hit(
                message=f"答复申请的期限写作{days}个工作日，{year}年度适用{law}，应为{right}个工作日。",
                places=(report.span(sentence, *match.span()),),
                key=clip(text, 30),
                severity=None if sure else Severity.WARNING,
                expected=f"{right}个工作日",
                actual=match[0],
                advice=f"改为{right}个工作日；本机关另有更短承诺期限的，写明“承诺”。",
            )


RULE = Rule(
    id="date.limit",
    title="答复期限与适用的条例不符",
    severity=Severity.ERROR,
    requirement="依申请公开的答复期限与适用的条例一致",
    basis="《中华人民共和国政府信息公开条例》第三十三条（2019年5月15日前为原第二十四条）",
    explanation=(
        "2019年5月15日起，答复申请的期限由15个工作日改为20个工作日。征求第三方意见、补正、主动公开的期限，"
        "以及承诺、缩短后的实际期限不报；跨新旧条例的2019年度只报存疑。"
    ),
    advice="改为适用条例规定的期限。",
    check=check,
)
