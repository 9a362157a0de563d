"""Quoting a draft in messages, and keys that survive edits elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gxdesk.lexicon import pattern

LONGEST = 24  # characters quoted of a longer passage
_HALF = re.compile(r"(?<![0-9A-Za-z])[,;:?!()]|[,;:?!()](?![0-9A-Za-z/])")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")


def clip(text: str, longest: int = LONGEST) -> str:
    """Return folded ``text`` fit to be read: with Chinese punctuation, its middle left out when too long."""
    text = _HALF.sub(lambda mark: mark[0].translate(_FULL), text)
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]}……{text[-half:]}"


def around(text: str, start: int, end: int, reach: int = 10) -> str:
    """Return ``text[start:end]`` with a few characters on either side."""
    return text[max(0, start - reach) : end + reach]


def listed(words: Iterable[str], most: int = 4) -> str:
    """Return ``“甲”、“乙”`` of the distinct words, 等N处 when there are more than ``most``."""
    distinct = list(dict.fromkeys(words))
    shown = "、".join(f"“{clip(word)}”" for word in distinct[:most])
    return shown if len(distinct) <= most else f"{shown}等{len(distinct)}处"


def is_pasted(text: str) -> bool:
    """Whether a paragraph is, or has within it, words of a web page (``leftover.web`` reports them)."""
    return pattern("web", "inline").search(text) is not None
