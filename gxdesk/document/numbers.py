"""The number in a table cell: its value, and what is irregular about how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gxdesk.document.text import fold

_DASHES = frozenset({"/", "\\", "-", "--", "—", "——", "－", "–", "―"})
_NONE_WORDS = frozenset({"无", "不适用", "N/A", "n/a", "空"})
_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_NUMBER = re.compile(
    r"(?P<sign>[+\-−]|增加?|减少?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<unit>万元?|元|件|项|宗|次|条|个)?"
)
_CHINESE_ZERO = frozenset({"零", "〇"})


@dataclass(frozen=True, slots=True)
class Number:
    """A cell's number. ``value`` is ``None`` when there is none; ``kind`` says why or how it is written.

    ``kind``: ``plain`` (0, 12, 3.5), ``signed``, ``grouped`` (1,234), ``unit`` (12件; ``unit`` holds it),
    ``wide`` (full-width or padded with leading zeros), ``blank``, ``dash`` (/ - —), ``word`` (无),
    ``text`` (anything else). Blank, dash and word are never zero.
    """

    value: Decimal | None
    kind: str
    unit: str = ""


@lru_cache(maxsize=4096)  # the same labels and small figures come in every draft
def parse_number(text: str) -> Number:
    """Read the number in the text of a table cell."""
    if _PLAIN.fullmatch(text):
        return Number(Decimal(text), "plain")
    folded = fold(text).text
    if not folded:
        return Number(None, "blank")
    if folded in _DASHES:
        return Number(None, "dash")
    if folded in _NONE_WORDS:
        return Number(None, "word")
    if folded in _CHINESE_ZERO:
        return Number(Decimal(0), "wide")
    match = _NUMBER.fullmatch(folded)
    if match is None:
        return Number(None, "text")
    value = Decimal(match["number"].replace(",", ""))
    if match["sign"] and match["sign"][0] in "-−减":
        value = -value
    if match["unit"]:
        return Number(value, "unit", match["unit"])
    if match["sign"]:
        return Number(value, "signed")
    if "," in match["number"]:
        return Number(value, "grouped")
    return Number(value, "plain" if _PLAIN.fullmatch(text.strip()) else "wide")
