"""Rule ``prose.approximate``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import around, clip
from gxdesk.report.model import Report

_MORE = re.compile(r"(\d[\d,]*)(?:余|多)(?=[条件篇次个项份人名期场户家万册幅])")


def check(report: Report) -> Iterator[Hit]:
    """Report 余 or 多 after a number that is not round, such as 295余次 (M56, formats 4.3)."""
    for block, match in matches(report, ("余", "多"), _MORE):
        number = match[1].replace(",", "")
        text = report.folded[block].text
        scaled = text[match.end()] == "万"  # 278余万 counts by the ten thousand
        if number.endswith("0") or scaled or text[: match.start()].endswith("."):
            continue
        yield Hit(
            f"“{match[0]}{text[match.end()]}”：{number}已经是确数，不能再带“{match[0][-1]}”："
            f"“{clip(around(text, *match.span(), reach=12), 40)}”。",
            (report.folded_span(block, match.start(), match.end() + 1),),
            around(text, *match.span()),
            actual=match[0],
        )


RULE = Rule(
    id="prose.approximate",
    title="概数写法不当",
    severity=Severity.WARNING,
    requirement="“余”“多”只用在整十、整百的数后面",
    basis="《出版物上数字用法》（GB/T 15835）；公文校核惯例",
    explanation="“295余次”一类写法既是确数又是概数。整十、整百、整千的数和以“万”为单位的数带“余”不报。",
    advice="是确数的删去“余”，是概数的改为整数，如“290余次”。",
    check=check,
)
