"""Rule ``layout.punctuation``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.report.model import Report

FEWEST = 3
MOST_PLACES = 25
_HALF = re.compile(r"(?<=[\u4e00-\u9fff”》])[,;:?!](?=[\u4e00-\u9fff“《])")


def check(report: Report) -> Iterator[Hit]:
    """Report half-width punctuation between Chinese characters as one hint (formats 0.2-1)."""
    places: list[Place] = []
    count = 0
    for block, paragraph in report.prose:
        if "," not in paragraph.text and ":" not in paragraph.text and ";" not in paragraph.text:
            continue
        for match in _HALF.finditer(paragraph.text):
            count += 1
            if len(places) < MOST_PLACES:
                places.append(report.document.place(block, *match.span()))
    if count >= FEWEST:
        yield Hit(f"正文有{count}处用了半角标点。", tuple(places), "half-width", actual=str(count))


RULE = Rule(
    id="layout.punctuation",
    title="用了半角标点",
    severity=Severity.INFO,
    requirement="中文标点用全角",
    basis="《标点符号用法》（GB/T 15834）",
    explanation="半角标点常是网页转换造成的，全文合为一条提示，不逐处报。数字、网址、英文中的半角标点不在此列。",
    advice="用查找替换统一改为全角标点。",
    check=check,
    any_text=True,
)
