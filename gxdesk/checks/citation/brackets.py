"""Rule ``citation.brackets``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import listed
from gxdesk.report.model import Report

OFFICIAL = "〔"
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}([〔﹝\[【(])(?:19|20)\d\d([〕﹞\]】)])第?\d+号")


def check(report: Report) -> Iterator[Hit]:
    """Report document numbers with other than hexagonal brackets, once (M34): a warning when mixed."""
    wrong, marks = [], set()
    for block, match in matches(report, ("号",), _NUMBER):
        marks.add(match[1])
        if match[1] != OFFICIAL:
            wrong.append((block, match))
    if not wrong:
        return
    numbers = list(dict.fromkeys(_without_lead(match[0]) for _, match in wrong))
    mixed = len(marks) > 1
    why = "全文有几种写法，应当统一用六角括号“〔〕”" if mixed else "公文的文号用六角括号“〔〕”"
    yield Hit(
        message=f"文号{listed(numbers)}的年份括号不规范，{why}。",
        places=tuple(report.folded_span(block, *match.span()) for block, match in wrong),
        key="|".join(numbers),
        severity=Severity.WARNING if mixed else Severity.INFO,
        title="文号括号混用" if mixed else None,
    )


def _without_lead(number: str) -> str:
    return re.sub(r"^.*(?:根据|按照|依据|印发|以及|和|及|以)(?=.{2})", "", number)


RULE = Rule(
    id="citation.brackets",
    title="文号括号不规范",
    severity=Severity.WARNING,
    requirement="文号中的年份统一用六角括号“〔〕”",
    basis="《党政机关公文格式》（GB/T 9704—2012）7.2.5",
    explanation=(
        "发文字号的年份用六角括号“〔〕”括入。全文混用几种括号的报存疑，全文一致而不是六角括号的只作提示；"
        "文件名称中的年份和括号不在此列。"
    ),
    advice="把年份两边的括号改为“〔〕”。",
    check=check,
)
