"""Text as people mean it: width and space folding with a way back, label keys, Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPACES = "\t\n\v\f\r \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff"


def _narrow_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update({ord(space): " " for space in _SPACES})
    return table


_NARROW = _narrow_table()
_FOLD: dict[int, str | None] = {**_NARROW, **dict.fromkeys(map(ord, _SPACES + _INVISIBLE))}


def narrow(text: str) -> str:
    """Return ``text`` with full-width forms and odd spaces narrowed; length and offsets are unchanged."""
    return text.translate(_NARROW)


@dataclass(frozen=True, slots=True)
class Folded:
    """Narrowed text without any white space or invisible characters, with the way back to the original."""

    text: str
    offsets: tuple[int, ...] | None = None  # None: nothing was removed

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that became ``text[start:end]``."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=8192)  # a draft is checked at every save, most of its paragraphs as they were
def fold(text: str) -> Folded:
    """Fold ``text`` for searching: narrow forms, no white space, no invisible characters."""
    folded = text.translate(_FOLD)
    if len(folded) == len(text):
        return Folded(folded)
    kept = tuple(i for i, ch in enumerate(text) if _FOLD.get(ord(ch), ch) is not None)
    return Folded(folded, kept)


_KEY_DROP = re.compile(r"[\s\"'“”‘’《》<>·、,.:;。()\[\]〔〕【】/\-—_]+")
_ENUMERATOR = re.compile(
    r"^(?:第[一二三四五六七八九十]+[章节部分]+|[一二三四五六七八九十]+[、.．,]|"
    r"\([一二三四五六七八九十\d]+\)|\d{1,2}[.、)](?!\d)|[•●■◆])"
)


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Return the comparison key of a table or section label: no enumerator, spaces or punctuation."""
    folded = unicodedata.normalize("NFKC", text).translate(_FOLD)
    return _KEY_DROP.sub("", _ENUMERATOR.sub("", folded))


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A leading number of a line: ``kind`` is ``一、`` ``（一）`` ``1.`` ``（1）`` or ``第一章``."""

    kind: str
    ordinal: int
    length: int


_NO_DECIMAL = r"(?!\d(?!\d{3}年))"  # 3.5万元 is no item, 3.2022年起 is
_ENUMERATORS = (
    ("第一章", re.compile(r"^\s*第\s*([一二三四五六七八九十]{1,3})\s*[章节部]分?[、:\s]?")),
    ("一、", re.compile(rf"^\s*([一二三四五六七八九十]{{1,3}})\s*[、.,]{_NO_DECIMAL}")),
    ("（一）", re.compile(r"^\s*\(\s*([一二三四五六七八九十]{1,3})\s*\)[、.,]?")),
    ("1.", re.compile(rf"^\s*(\d{{1,2}})\s*[.、]{_NO_DECIMAL}")),
    ("（1）", re.compile(r"^\s*\(\s*(\d{1,2})\s*\)")),
)


_FIRST = frozenset("第一二三四五六七八九十(0123456789")


@lru_cache(maxsize=8192)
def enumerator(text: str) -> Enumerator | None:
    """Return the leading number of a heading-like line, or ``None``."""
    padded = narrow(text[:16])
    head = padded.lstrip()
    padding = len(padded) - len(head)
    if not head or head[0] not in _FIRST:
        return None
    for kind, pattern in _ENUMERATORS:
        match = pattern.match(head)
        if match:
            number = chinese_integer(match[1])
            if number is not None:
                return Enumerator(kind, number, match.end() + padding)
    return None


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def chinese_integer(text: str) -> int | None:
    """Read digits or Chinese numerals (``12``, ``十二``, ``一百零三``, ``二〇二四``); ``None`` if neither."""
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    if all(ch in _DIGITS for ch in text):
        return int("".join(str(_DIGITS[ch]) for ch in text))
    total = section = digit = 0
    for ch in text:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
        elif ch in _UNITS:
            section += (digit or 1) * _UNITS[ch]
            digit = 0
        elif ch == "万":
            total += (section + digit) * 10000
            section = digit = 0
        else:
            return None
    return total + section + digit


_NUMERALS = "零一二三四五六七八九十"


def chinese_ordinal(number: int) -> str:
    """Return 1 -> ``一`` ... 99 -> ``九十九``, as headings are numbered."""
    if number <= 10:
        return _NUMERALS[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")
