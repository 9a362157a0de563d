"""What a report says of the fee for processing information (信息处理费, 国办函〔2020〕109号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gxdesk.checks.find import sentences
from gxdesk.document.place import Place
from gxdesk.report.model import Report

NAME = "信息处理费"
FIRST_YEAR = 2021  # in force since 2021-01-01
_AMOUNT = re.compile(
    r"(?:收取|收缴|缴纳|征收|收入|收到)[^。;\d]{0,16}信息处理费(?:共计?|合计|总计|为|:)?(?P<a>\d[\d,]*(?:\.\d+)?)(?P<u>万?元)"
    r"|信息处理费(?:情况)?(?:共计?|合计|总计|金额|为|:|收取|收入){0,3}(?P<b>\d[\d,]*(?:\.\d+)?)(?P<v>万?元)"
)


@dataclass(frozen=True, slots=True)
class Fee:
    """An amount of the fee, in 元, with its words and place."""

    yuan: Decimal
    words: str
    place: Place


def fees(report: Report) -> Iterator[Fee]:
    """Yield the amounts of the fee a report states."""
    for sentence in sentences(report, (NAME,)):
        for match in _AMOUNT.finditer(sentence.text):
            value = Decimal((match["a"] or match["b"]).replace(",", ""))
            if "万" in (match["u"] or match["v"]):
                value *= 10000
            yield Fee(value, match[0], report.span(sentence, *match.span()))
