"""Rule ``layout.spaces``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.report.model import Report

MOST_PLACES = 25
_ODD = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+")


def check(report: Report) -> Iterator[Hit]:
    """Report odd spaces such as U+2002 and U+00A0 as one hint (A1-26, A2-13)."""
    if not _ODD.search(report.document.text):
        return
    places: list[Place] = []
    count = 0
    for block, paragraph in report.document.paragraphs():
        if block not in report.foreign and not paragraph.text.isascii():
            for match in _ODD.finditer(paragraph.text):
                count += match.end() - match.start()
                if len(places) < MOST_PLACES:
                    places.append(report.document.place(block, *match.span()))
    if count:
        yield Hit(
            f"文中有{count}个特殊空格（不换行空格等），多是从网页复制带入的。",
            tuple(places),
            "spaces",
            actual=str(count),
        )


RULE = Rule(
    id="layout.spaces",
    title="有特殊空格",
    severity=Severity.INFO,
    requirement="没有从网页带入的特殊空格",
    basis="公文校核惯例",
    explanation="特殊空格看上去与普通空格一样，排版时会造成断行和对齐错乱，全文合为一条提示。普通空格和段首的全角空格不报。",
    advice="用查找替换改为普通空格或者删去。",
    check=check,
    any_text=True,
)
