"""Rule ``language.doubled``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import around, clip
from gxdesk.lexicon import lexicon, triggered
from gxdesk.report.model import Report

_WORD = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
_DOUBLED = re.compile(r"(.)\1")
_COUNT = re.compile(r"\d([项件条个次份篇场期])[一二两三四五六七八九十]{1,3}\1(?![级类次性])")


def check(report: Report) -> Iterator[Hit]:
    """Report characters, words and counts written twice (M69), and punctuation written twice (M70)."""
    for block, text in report.own:
        for start, end in _spans(text):
            yield _hit(report, block, start, end)


@lru_cache(maxsize=4000)  # a draft is checked at every save, most of its paragraphs as they were
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a paragraph has something twice."""
    doubled = set(_DOUBLED.findall(text))
    wanted = [
        (word, expression)
        for word, expression in triggered("doubled", "characters")
        if (word[0] in doubled if word[0] == word[1] else word in text)
    ]
    spans = [m.span() for _, expression in wanted for m in expression.finditer(text)]
    spans += [m.span() for m in _COUNT.finditer(text)]
    return tuple(sorted(spans + _words(text)))


def _hit(report: Report, block: int, start: int, end: int) -> Hit:
    text = report.folded[block].text
    word, quoted = text[start:end], clip(around(text, start, end, reach=12), 40)
    return Hit(
        message=f"“{word}”疑为重复：“{quoted}”。",
        places=(report.folded_span(block, start, end),),
        key=around(text, start, end),
        actual=word,
    )


def _words(text: str) -> list[tuple[int, int]]:
    """Return words standing twice, apart from words people do repeat and from where titles meet."""
    legitimate = lexicon("doubled")["words"]["legitimate"]
    return [
        match.span()
        for match in _WORD.finditer(text)
        if match[1] not in legitimate and len(set(match[1])) > 1 and not _crosses_words(text, match)
    ]


def _crosses_words(text: str, match: re.Match[str]) -> bool:
    """Whether two words merely meet: 政务公开公开栏, 档案管理管理办法."""
    after = text[match.end() : match.end() + 1]
    return len(match[1]) == 2 and after != "" and after in lexicon("doubled")["words"]["heads"]


RULE = Rule(
    id="language.doubled",
    title="文字或标点重复",
    severity=Severity.WARNING,
    requirement="没有重复的文字和标点",
    basis="公文校核惯例",
    explanation=(
        "连写两遍的字、词、数量和标点多是修改时留下的。“人人”“层层”“逐一”等叠词，“公开开展”“教育局局长”"
        "等前后两个词恰好相连的不报。"
    ),
    advice="删去重复的部分。",
    check=check,
    any_text=True,
)
