"""Rule ``leftover.signoff``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import listed
from gxdesk.document.place import Place
from gxdesk.report.model import Report

_NAMES = (
    "撰稿人?|供稿人?|拟稿人?|起草人?|校对人?|校核人?|核稿人?|审核人?|审签人?|签发人?|初审人?|复审人?|终审人?|"
    "[一二三四]审人?|[一二三]校人?|责任编辑|编辑"
)
LONGEST = 80  # folded characters of a line of sign-off fields
_LINE = re.compile(f"(?:(?:来源|{_NAMES}):[^:。]{{0,15}})+")
_EMPTY = re.compile(f"(来源|{_NAMES}):(?=(?:来源|{_NAMES}):|$)")


def fields(report: Report) -> Iterator[tuple[int, int, int, str]]:
    """Yield ``(block, start, end, name)`` of each empty sign-off field of the draft."""
    for block, paragraph in report.document.paragraphs():
        if block in report.foreign or len(paragraph.text) > LONGEST or ":" not in report.folded[block].text:
            continue
        text = report.folded[block].text
        if _LINE.fullmatch(text):
            for match in _EMPTY.finditer(text):
                yield block, match.start(), match.end(), match[1]


def check(report: Report) -> Iterator[Hit]:
    """Report empty sign-off fields (M74) once; a lone empty 来源： is a mere leftover of a web page."""
    found = list(fields(report))
    if all(name in ("来源", "编辑", "责任编辑") for _, _, _, name in found):
        return
    places: tuple[Place, ...] = tuple(report.folded_span(block, start, end) for block, start, end, _ in found)
    yield Hit(
        message=f"签审栏{listed((name for _, _, _, name in found), most=8)}后面是空白，没有填写。",
        places=places,
        key="|".join(name for _, _, _, name in found),
    )


RULE = Rule(
    id="leftover.signoff",
    title="签审栏空白",
    severity=Severity.WARNING,
    requirement="撰稿、校对和各级审核栏已填写，或者不随文发布",
    basis="三审三校工作惯例",
    explanation=(
        "文末留有撰稿、校对、一审、二审、三审等栏目而没有姓名，说明审签没有完成，或者是把内部流转栏目带进了公开稿。"
        "已填写的栏目不报；单独一个空的“来源：”只作为网页残留提示。"
    ),
    advice="补齐审签；公开稿不需要这些栏目的，整行删去。",
    check=check,
    any_text=True,
)
