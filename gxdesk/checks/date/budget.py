"""Rule ``date.budget``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report

_FINAL = re.compile(r"(20\d\d)年(?:度)?(?:部门|单位|财政|收支){0,2}决算(?!.{0,4}(?:编制|审计|布置))")
_DONE = re.compile(r"公开|公布|公示|发布|上网|挂网|网上")
_NOT_YET = re.compile(r"[将拟]|计划|下一步|准备")


def check(report: Report) -> Iterator[Hit]:
    """Report final accounts said to be public before they can exist (M26)."""
    year = report.identity.year
    if year is None:
        return
    for sentence in report.sentences:
        text = sentence.text
        if "决算" not in text or not _DONE.search(text) or _NOT_YET.search(text):
            continue
        for match in _FINAL.finditer(text):
            if int(match[1]) >= year:
                yield Hit(
                    message=(
                        f"“{match[0]}”在{year}年度报告公布时还不可能公开：{year}年决算要到{year + 1}年下半年"
                        "经批复后才公开。"
                    ),
                    places=(report.span(sentence, *match.span()),),
                    key=match[0] + text[max(0, match.start() - 8) : match.start()],
                    expected=f"{year - 1}年决算",
                    actual=match[0],
                )


RULE = Rule(
    id="date.budget",
    title="决算年份不可能",
    severity=Severity.WARNING,
    requirement="预算、决算公开的年份合理",
    basis="《中华人民共和国预算法》第十四条（决算经批准、批复后二十日内公开）",
    explanation=(
        "某年的决算在下一年下半年批复后公开，所以年度报告里已经公开的决算最晚是上一年的。"
        "写“将公开”“拟公开”的不报。"
    ),
    advice="核对年份，多半应为上一年决算。",
    check=check,
)
