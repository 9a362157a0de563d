"""The language model: which characters follow each other in official prose, and what each costs there."""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise

from gxdesk.resources import resource

EDGE = "。"  # stands for whatever is no Chinese character
FIRST_LEVEL, STEP, UNSEEN = 48, 0.5, 24.0  # how the model writes costs; that of a character it does not know


class Model:
    """What each character costs (negative binary logarithms) after the two before it."""

    def __init__(self, data: bytes) -> None:
        """Read the compressed model that ``packaging/language_model.py`` builds."""
        text, _, table = zlib.decompress(data).partition(b"\0")
        self.digest, after, words, backwards, sounds, phrases = text.decode("utf-8").split("\n\n")
        self._after = {row[0]: row[1:] for row in after.split("\n")}
        self._ends = {row[0]: row[1:] for row in words.split("\n")}
        self._begins = {row[0]: row[1:] for row in backwards.split("\n")}
        self.sounds, self.phrases = sounds.split("\n"), phrases.split("\n")
        self._keys, self._costs = _table(table)

    def tied(self, first: str, second: str) -> bool:
        """Whether two characters make a word, as far as the model knows."""
        return bool(second) and second in self._ends.get(first, "")

    def fitting(self, before: str, after: str, among: frozenset[str]) -> frozenset[str]:
        """Return which characters make a word with a neighbour, or are known between both."""
        between = among & self._followers(before)
        words = among & (self._enders(before) | self._beginners(after))
        return words | {char for char in between if self._known_between(before, char, after)}

    def _known_between(self, before: str, char: str, after: str) -> bool:
        return self.met(char, after) and self._look(before + char + after) is not None

    @cache  # noqa: B019 - there is one model
    def _followers(self, char: str) -> frozenset[str]:
        return frozenset(self._after.get(char, ""))  # with the letters of costs, which no text is asked for

    @cache  # noqa: B019 - there is one model
    def _enders(self, char: str) -> frozenset[str]:
        return frozenset(self._ends.get(char, ""))

    @cache  # noqa: B019 - there is one model
    def _beginners(self, char: str) -> frozenset[str]:
        return frozenset(self._begins.get(char, ""))

    def met(self, first: str, second: str) -> bool:
        """Whether two characters were ever seen together."""
        return second in self._after.get(first, "")

    def strange(self, text: str) -> list[int]:
        """Return where two characters stand together that were never seen so."""
        after = self._after.get
        return [i for i, (a, b) in enumerate(pairwise(text)) if b not in after(a, "")]

    def price(self, text: str, start: int, end: int) -> tuple[float, int]:
        """Return what the characters ``start:end`` cost, and how many end three seen together before."""
        cost, seen = 0.0, 0
        for i in range(start, end):
            here, known = self._at(text[max(0, i - 2) : i + 1])
            cost += here
            seen += known
        return cost, seen

    @lru_cache(maxsize=50_000)  # noqa: B019 - there is one model
    def _at(self, gram: str) -> tuple[float, bool]:
        """Return the cost of the last character of one to three, and whether all three are known together."""
        if len(gram) == 3:
            whole = self._look(gram)
            if whole is not None:
                return whole, True
            return self._at(gram[1:])[0] + (self._look(gram[:2]) or 0), False
        row = self._after.get(gram[0], "")
        if len(gram) == 1:
            return (_level(row[1]) if row else UNSEEN), False
        place = row.find(gram[1], 2)
        if place > 0:
            return _level(row[place + 1]), False
        return (_level(row[0]) if row else 0) + self._at(gram[1])[0], False

    def _look(self, gram: str) -> float | None:
        key = zlib.crc32(gram.encode("utf-16-le"))
        place = bisect_left(self._keys, key)
        found = place < len(self._keys) and self._keys[place] == key
        return (self._costs[place] - FIRST_LEVEL) * STEP if found else None


def _table(data: bytes) -> tuple[array[int], bytes]:
    """Return the keys in ascending order and their costs."""
    size = len(data) // 5
    ranks = bytearray(4 * size)
    for rank in range(4):
        ranks[rank::4] = data[rank * size : (rank + 1) * size]
    keys = array("I", bytes(ranks))
    if sys.byteorder == "big":
        keys.byteswap()
    return keys, data[4 * size :]


def _level(letter: str) -> float:
    return (ord(letter) - FIRST_LEVEL) * STEP


@cache
def model() -> Model:
    """Return the shipped model, read on first use."""
    return Model(resource("lexicon", "language.model").read_bytes())
