"""Rule structure.problems: the fifth section names problems and how they are mended (M12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import paragraphs
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report

LONGEST_HEAD = 15  # folded characters of a sub-heading, its number apart
_HALVES = (  # how the two halves are headed
    re.compile(r"(?:存在|主要)[^,:;。]{0,5}(?:问题|不足|困难)"),
    re.compile(r"改进(?:情况|措施|打算|意见|方向|办法)|整改(?:情况|措施)|下一步"),
)
_RUNNING = re.compile(r"[,:;。【]")  # 【请填写…】 is a place to fill in
_PROBLEM = re.compile(
    r"问题|不足|短板|差距|薄弱|有待|不够|欠缺|滞后|困难|较少|偏少|不多|较低|不高|不强|不深|不全|不及时|不到位|单一"
)
_IMPROVEMENT = re.compile(
    r"改进|下一步|措施|整改|今后|加强|提升|完善|推进|将.{0,12}(?:进一步|继续)|[我们,]将(?!其|此|它)|督促"
)


def check(report: Report) -> Iterator[Hit]:
    """Report a section that has only problems or only improvements (条例 article 50 item 4)."""
    section = report.section("problems")
    if section is None or not section.present or not section.heading:
        return
    text = "".join(
        folded.text for block, folded in report.folded.items() if section.start <= block < section.end
    )
    if not text:
        return
    for words, missing in ((_PROBLEM, "存在的主要问题"), (_IMPROVEMENT, "改进情况")):
        if not words.search(text):
            yield Hit(
                f"“{section.heading}”一章没有写{missing}。",
                (section.place,),
                missing,
                advice=f"补写{missing}，问题与改进措施应当对应。",
            )
    own = paragraphs(report, section)
    for (block, text), (_, after) in pairwise([*own, (0, "")]):
        half, other = _half(text), _half(after)
        if half and (not after or (other and other[0] != half[0] and other[1] == half[1])):
            yield Hit(f"小标题“{text}”下面没有内容。", (report.document.place(block),), text)


def _half(text: str) -> tuple[int, str | None] | None:
    """Return which half a line is the sub-heading of, and its kind of number; ``None`` for running text."""
    number = enumerator(text)
    head = text[number.length :] if number else text
    named = [half for half, words in enumerate(_HALVES) if words.search(head)]
    if len(named) != 1 or len(head) > LONGEST_HEAD or _RUNNING.search(head):
        return None
    return named[0], number.kind if number else None


RULE = Rule(
    id="structure.problems",
    title="问题和改进没有写全",
    severity=Severity.ERROR,
    requirement="既写存在的主要问题，也写改进情况",
    basis="《中华人民共和国政府信息公开条例》第五十条第一款第四项",
    explanation="只看有没有写到问题和改进，小标题下有没有内容，不评价写得好不好。",
    advice="补写缺少的一方面。",
    check=check,
    item="section.problems",
)
