"""Rule ``layout.invisible``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.report.model import Report

MOST_PLACES = 25
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]")


def check(report: Report) -> Iterator[Hit]:
    """Report zero-width and private characters as one finding (M65); where they are is hard to see."""
    if not _HIDDEN.search(report.document.text):
        return
    places: list[Place] = []
    count = 0
    for block, paragraph in report.document.paragraphs():
        if block in report.foreign or paragraph.text.isascii():
            continue
        for match in _HIDDEN.finditer(paragraph.text):
            count += 1
            if len(places) < MOST_PLACES:
                places.append(report.document.place(block, *match.span()))
    if count:
        yield Hit(
            f"文中有{count}个看不见或者不能显示的字符，网页上会显示成方框或者使检索、朗读出错。",
            tuple(places),
            "invisible",
            actual=str(count),
        )


RULE = Rule(
    id="layout.invisible",
    title="有看不见的字符",
    severity=Severity.ERROR,
    requirement="没有零宽字符和不能显示的字符",
    basis="公文校核惯例；网站无障碍要求",
    explanation="零宽字符、方向控制符和自造字符多从网页或者生成工具复制带入，合为一条报告。普通空格、全角空格不在此列。",
    advice="把标出的字前后的文字删去重打，或者先粘贴为纯文本再粘贴回来。",
    check=check,
    any_text=True,
)
