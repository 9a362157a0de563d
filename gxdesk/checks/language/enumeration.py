"""Rule ``language.enumeration``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import having
from gxdesk.checks.quote import around, clip
from gxdesk.document.text import chinese_integer, chinese_ordinal
from gxdesk.report.model import Report

LARGEST = 20  # 五一是, 十一是 are holidays, no enumeration gets there
_ITEM = re.compile(
    r"(?<![唯统单专第同其合归惟不万之周期月年初划逐每])([一二三四五六七八九十]{1,3})是(?![否])"
    r"|(?<=[。;:])(是)(?!否|年|日|故|以|因|由|的|指|不)"
)
_URGED = re.compile(  # 一要……二要……; a bare 要 tells nothing
    r"(?<![唯统单专第同其合归惟不万之周期月年初划逐每])([一二三四五六七八九十]{1,3})要(?![求素件点务闻])"
)
_VERBS = {"是": _ITEM, "要": _URGED}
_FIRST_BY_OTHER_WORDS = re.compile(r"一是|首先|第一|一方面|其一|一要|一靠|一个是|1[.、)]|一为|一、")


@dataclass(frozen=True, slots=True)
class _Item:
    """``N是`` in a paragraph; ``ordinal`` is ``None`` for a sentence that begins with a bare 是."""

    ordinal: int | None
    start: int
    end: int


def check(report: Report) -> Iterator[Hit]:
    """Report enumerations 一是…二是…, 一要…二要… with a lost, repeated or skipped number (M04)."""
    for verb in _VERBS:
        yield from _check(report, verb)


def _check(report: Report, verb: str) -> Iterator[Hit]:
    """Report the faults of enumerations by ``N是`` or ``N要``."""
    stack: list[int] = []  # for each open enumeration, the number expected next
    for block, text in having(report, (verb,)):
        items = _items(text, verb)
        if not any(item.ordinal for item in items):
            continue
        if items[0].start > 2 or items[0].ordinal == 1:
            stack = []
        for start, end, message, advice in _faults(items, stack, text, verb):
            quoted = clip(around(text, start, end, reach=12), 40)
            yield Hit(
                message=f"{message}：“{quoted}”。",
                places=(report.folded_span(block, start, end),),
                key=around(text, start, end),
                advice=advice,
            )


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _items(text: str, verb: str) -> tuple[_Item, ...]:
    found = []
    for match in _VERBS[verb].finditer(text):
        ordinal = chinese_integer(match[1]) if match[1] else None
        if match[1] is None or (ordinal is not None and 0 < ordinal <= LARGEST):
            found.append(_Item(ordinal, *match.span()))
    return tuple(found)


def _faults(
    items: Sequence[_Item], stack: list[int], text: str, verb: str
) -> Iterator[tuple[int, int, str, str]]:
    """Yield ``(start, end, message, advice)``; ``stack`` is carried on to the next paragraph."""
    for position, item in enumerate(items):
        expected = stack[-1] if stack else 1
        if item.ordinal is None:
            after = next(
                (later.ordinal for later in islice(items, position + 1, None) if later.ordinal), None
            )
            if after == expected + 1 or (after is None and expected > 2):
                lost = chinese_ordinal(expected)
                yield item.start, item.end, f"“是”前面缺少序号“{lost}”", f"补上“{lost}”，改为“{lost}是”。"
                _advance(stack, expected)
        elif item.ordinal == 1:
            stack.append(2)
        elif item.ordinal in stack:
            while stack[-1] != item.ordinal:  # back from an enumeration within the enumeration
                stack.pop()
            stack[-1] += 1
        else:
            yield from _misplaced(item, expected, bool(stack), text, verb)
            _advance(stack, item.ordinal)


def _advance(stack: list[int], ordinal: int) -> None:
    if stack:
        stack[-1] = ordinal + 1
    else:
        stack.append(ordinal + 1)


def _misplaced(
    item: _Item, expected: int, started: bool, text: str, verb: str
) -> Iterator[tuple[int, int, str, str]]:
    ordinal = item.ordinal or 0
    word = f"{chinese_ordinal(ordinal)}{verb}"
    advice = "按一、二、三的顺序改正序号；漏了内容的，补上。"
    if not started:
        if ordinal == 2 and not _FIRST_BY_OTHER_WORDS.search(text, 0, item.start):
            yield item.start, item.end, f"有“{word}”而前面没有“一{verb}”", advice
    elif ordinal > expected:
        between = [chinese_ordinal(n) for n in range(expected, ordinal)]
        lost = "、".join(f"“{number}{verb}”" for number in between)
        otherwise = all(f"{number}{other}" in text for number in between for other in "是要" if other != verb)
        if len(between) <= 3 and not otherwise:
            yield item.start, item.end, f"“{word}”前面缺少{lost}", advice
    else:
        yield (
            item.start,
            item.end,
            f"“{word}”重复或者次序颠倒，此处应为“{chinese_ordinal(expected)}{verb}”",
            advice,
        )


RULE = Rule(
    id="language.enumeration",
    title="列举序号缺失或错乱",
    severity=Severity.ERROR,
    requirement="“一是、二是、三是”等列举序号连续完整",
    basis="《党政机关公文格式》（GB/T 9704）；公文校核惯例",
    explanation=(
        "列举的序号缺失、重复或者跳号，说明文字有遗漏。“唯一是”“之一是”“五一是”等不是列举；"
        "用“首先”“一方面”“第一”引出第一项的不报；列举中再套一层列举的，分别核对。"
    ),
    advice="补上或者改正序号。",
    check=check,
    any_text=True,
)
