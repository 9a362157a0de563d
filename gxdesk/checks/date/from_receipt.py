"""Rule ``date.from_receipt``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import sentences
from gxdesk.report.model import Report

_FROM = re.compile(
    r"(?:自|在|从)?[^,。;自从在]{0,8}(?P<w>登记|受理|提交|递交|审核|补正通知)之?日起(?:\d+|十五|二十)个?工作日"
)
_ANSWER = re.compile(r"答复|回复")
_OTHER = re.compile(r"征求|第三方|补正|复议|许可|审批|提案|建议|信访|热线|留言|工单")


def check(report: Report) -> Iterator[Hit]:
    """Report a time limit for answering that does not run from receipt (2007: article 24; 2019: 33)."""
    for sentence in sentences(report, ("之日起", "日起")):
        if not _ANSWER.search(sentence.text) or _OTHER.search(sentence.text) or "申请" not in sentence.text:
            continue
        match = _FROM.search(sentence.text)
        if match:
            yield Hit(
                f"答复期限写作从{match['w']}之日起算，条例规定从收到申请之日起算。",
                (report.span(sentence, *match.span()),),
                match[0],
                expected="自收到申请之日起",
                actual=match[0],
            )


RULE = Rule(
    id="date.from_receipt",
    title="答复期限的起算日不对",
    severity=Severity.WARNING,
    requirement="答复期限从收到申请之日起算",
    basis="《中华人民共和国政府信息公开条例》第三十一条、第三十三条（2019年5月15日前为原第二十四条）",
    explanation="申请人当面提交的以提交之日、邮寄的以签收之日为收到申请之日，登记、受理不是起算日。征求意见、补正和其他业务的期限不在此列。",
    advice="改为“自收到申请之日起”。",
    check=check,
)
