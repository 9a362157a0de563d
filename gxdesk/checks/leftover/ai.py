"""Rule ``leftover.ai``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import clip, listed
from gxdesk.document.model import Paragraph
from gxdesk.report.model import Report

_MARKS = re.compile(
    r"\*\*[^*\n]{1,60}\*\*|^#{1,6}(?=\s*[\u4e00-\u9fff一二三四五六(])|^```|^-{3,}$|^\s*[-*]\s+\*\*", re.M
)
_SPEAKS = re.compile(
    r"作为(?:一个|一名|一款)?(?:人工智能|AI|ai)(?:语言)?(?:模型|助手)?[,，]?(?:我|无法)|(?:我是|本文由)(?:一个|一款)?(?:AI|人工智能)"
    r"|我(?:无法|不能)(?:直接)?(?:提供|获取|访问)[^。]{0,20}(?:数据|信息|文件)|希望(?:以上|这份|这个|这些)[^。]{0,16}(?:帮助|有用|满意)"
    r"|如(?:果)?(?:您)?(?:需要|有)[^。]{0,16}(?:修改|调整|补充|润色)[^。]{0,10}(?:请|随时)+(?:告诉我|告知我|联系我)"
)
_SPEAKING = ("AI", "ai", "人工智能", "希望以上", "希望这", "我无法", "我不能", "告诉我", "告知我", "联系我")
_OFFERS = re.compile(
    r"^(?:好的[,!。]|当然[,!。]|没问题[,!。])|^(?:以下|下面)是(?:一[份篇个])?(?:为您|根据|修改|润色|优化|完整)[^。\n]{0,30}:?$",
    re.M,
)
_BOXED = re.compile(r"\?\d+[\u4e00-\u9fff]{0,2}\?")


def check(report: Report) -> Iterator[Hit]:
    """Report markup, marks around figures and phrases a text generator leaves behind (M65)."""
    marks = _marks(report)
    if marks:
        yield Hit(
            f"正文留有标记符号{listed(words for _, words, _ in marks)}，是生成工具或者网页编辑器的标记。",
            tuple(report.document.place(block, *span) for block, _, span in marks),
            "marks|" + "|".join(words[:12] for _, words, _ in marks[:4]),
            title="留有标记符号",
        )
    for block, match in matches(report, _SPEAKING, _SPEAKS):
        yield Hit(
            f"“{clip(match[0], 36)}”是生成工具自己的话，不属于报告。",
            (report.folded_span(block, *match.span()),),
            match[0],
        )
    for block, match in matches(report, ("好的", "当然", "没问题", "以下是", "下面是"), _OFFERS):
        yield Hit(
            f"“{clip(match[0], 36)}”像是生成工具的答话。",
            (report.folded_span(block, *match.span()),),
            match[0],
            severity=Severity.INFO,
        )
    for block, match in matches(report, ("?",), _BOXED):
        yield Hit(
            f"“{match[0]}”数字两边有问号，多是不能显示的字符变成的。",
            (report.folded_span(block, *match.span()),),
            match[0],
            title="数字两边有多余的问号",
            advice="核对原稿，删去问号。",
        )


def _marks(report: Report) -> list[tuple[int, str, tuple[int, int]]]:
    if not any(mark in report.text for mark in ("**", "#", "```", "---")):
        return []
    return [
        (block, match[0].strip(), match.span())
        for block, paragraph in report.prose
        if isinstance(paragraph, Paragraph)
        for match in _MARKS.finditer(paragraph.text)
    ]


RULE = Rule(
    id="leftover.ai",
    title="留有生成工具的痕迹",
    severity=Severity.ERROR,
    requirement="没有生成工具、编辑器留下的标记和答话",
    basis="公文校核惯例；国办公开办函〔2021〕30号（内容准确、规范）",
    explanation="“**”“##”等标记、“作为人工智能”“希望对您有帮助”等答话，以及数字两边的问号，是复制生成工具或者网页内容时带入的。"
    "“以下是”一类开头语只作提示；正文中讲人工智能应用的不报。",
    advice="删去这些文字和标记，并逐句核对内容是否为本机关的实际情况。",
    check=check,
    any_text=True,
)
