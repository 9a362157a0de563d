"""Rule ``structure.topic``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report

LONG = 120  # folded characters of a paragraph judged
SHARE = 0.4
_TOPIC = re.compile(
    r"公开|公布|公示|信息|解读|申请|答复|发布|网站|平台|专栏|栏目|新媒体|公众号|公报|知情|透明|监督|复议|诉讼|保密|"
    r"规范性文件|查阅|舆情|回应|政务|宣传"
)


def check(report: Report) -> Iterator[Hit]:
    """Report long paragraphs that have nothing to do with open information, once (M73)."""
    judged = [(block, text) for block, text in report.own if len(text) >= LONG]
    strange = [(block, text) for block, text in judged if not _TOPIC.search(text)]
    whole = sum(len(text) for _, text in judged)
    if strange and sum(len(text) for _, text in strange) > SHARE * whole:
        yield Hit(
            f"有{len(strange)}段较长的文字没有写到信息公开，像是业务工作总结。",
            tuple(report.document.place(block) for block, _ in strange),
            "topic",
        )


RULE = Rule(
    id="structure.topic",
    title="写入了与信息公开无关的内容",
    severity=Severity.INFO,
    requirement="内容围绕政府信息公开，不写业务工作总结",
    basis="国办公开办函〔2021〕30号：内容不宜泛化",
    explanation="较长的段落里完全没有“公开”“信息”“申请”等词，而且占到正文四成以上的，提示一次。",
    advice="删去业务总结，或者改写为这些业务信息的公开情况。",
    check=check,
)
