"""The language model: which characters follow each other in official prose, and what a slip should read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from gxdesk.lexicon import lexicon
from gxdesk.resources import resource

REACH = 5  # characters on either side of two strangers that can tell what is wrong with them


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip of the pen: ``start:end`` should read ``right``."""

    start: int
    end: int
    right: str


class Model:
    """Pairs and frequent runs of four characters; built by ``packaging/language_model.py``."""

    def __init__(self, data: bytes) -> None:
        """Read the compressed model."""
        pairs, fours, words, bound, idioms = zlib.decompress(data).decode("utf-8").split("\n\n")
        self._after = {row[0]: row[1:] for row in pairs.split("\n")}
        self._fours = {row[0]: row[1:] for row in fours.split("\n")}
        self._words = {row[0]: row[1:] for row in words.split("\n")}
        self._bound = frozenset(bound)
        self._idioms: dict[str, list[str]] = {}
        for idiom in idioms.split("\n"):
            self._idioms.setdefault(idiom[1:3], []).append(idiom)

    def known(self, first: str, second: str) -> bool:
        """Whether two characters are seen together; anything but two Chinese characters is."""
        if not (first and second and _chinese(first) and _chinese(second)):
            return True
        return second in self._after.get(first, "")

    def tied(self, first: str, second: str) -> bool:
        """Whether two characters make a word, as far as the model knows."""
        return bool(second) and second in self._words.get(first, "")

    def is_bound(self, char: str) -> bool:
        """Whether a character hardly ever stands alone."""
        return char in self._bound

    def strange(self, text: str) -> list[int]:
        """Return where two Chinese characters stand together that never do."""
        after = self._after.get
        found = [i for i, (a, b) in enumerate(pairwise(text)) if b not in after(a, b)]
        return [i for i in found if "\u4e00" <= text[i + 1] <= "\u9fff"]

    def is_run(self, four: str) -> bool:
        """Whether four characters are a frequent run."""
        return len(four) == 4 and four[1:] in self._tails(four[0])

    def _tails(self, first: str) -> frozenset[str]:
        return _cut(self._fours.get(first, ""))

    def runs_like(self, first: str, second: str, third: str, fourth: str) -> list[str]:
        """Return the frequent runs from ``first`` on; one empty string stands for any character."""
        holes = _holes(self._fours.get(first, ""))
        return [first + tail for tail in holes.get(f"{second or '?'}{third or '?'}{fourth or '?'}", ())]

    def idioms_around(self, pair: str) -> list[str]:
        """Return the set phrases with this pair of characters in the middle."""
        return self._idioms.get(pair, [])


@cache
def _cut(row: str) -> frozenset[str]:
    return frozenset(row[i : i + 3] for i in range(0, len(row), 3))


@cache
def _holes(row: str) -> dict[str, list[str]]:
    """Return the tails of three characters by what is left of them when one is not known."""
    found: dict[str, list[str]] = {}
    for tail in _cut(row):
        for hole in range(3):
            found.setdefault(f"{tail[:hole]}?{tail[hole + 1 :]}", []).append(tail)
    return found


def _chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@cache
def model() -> Model:
    """Return the shipped model, read on first use."""
    return Model(resource("lexicon", "language.model").read_bytes())


@cache
def confusable() -> dict[str, frozenset[str]]:
    """Return, for each character, those it is mistaken for: alike in sound or shape."""
    found: dict[str, set[str]] = {}
    for group in lexicon("misspelt")["confusable"]["groups"]:
        for char in group:
            found.setdefault(char, set()).update(group)
    return {char: frozenset(others - {char}) for char, others in found.items()}


def slips(text: str) -> Iterator[Slip]:
    """Yield the likely slips in folded text, each place once."""
    taken = -1
    for at in model().strange(text):
        if at < taken:
            continue
        begin = max(0, at - REACH)
        found = _judged(text[begin : at + REACH + 2], at - begin)
        if found is not None:
            taken = found.end + begin
            yield Slip(found.start + begin, taken, found.right)


def _judged(text: str, at: int) -> Slip | None:
    """Return the likely slip at ``at``, seen with :data:`REACH` characters on either side."""
    known = model()
    alone, particles, either = _particles()
    if _meet(known, text, at, particles):
        return None
    idioms = known.idioms_around(text[at : at + 2])
    if text[max(0, at - 1) : at + 3] in idioms:
        return None
    found = (
        _near(idioms, text, at)
        or _transposed(known, text, at, alone)
        or _replaced(known, text, at, particles)
        or _lost(known, text, at, alone)
    )
    if found is not None:
        return _tight(known, text, found)
    return _in_word(known, text, at, either)


@cache
def _particles() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the characters that stand alone, the particles, and either."""
    lists = lexicon("misspelt")["alone"]
    alone, particles = frozenset(lists["characters"]), frozenset(lists["particles"])
    return alone, particles, alone | particles


def _tight(known: Model, text: str, slip: Slip) -> Slip:
    """Leave out what stands right before and after the word that was hurt."""
    start, end, right = slip.start, slip.end, slip.right
    while len(right) > 2 and text[start] == right[0] and not known.tied(right[0], right[1]):
        start, right = start + 1, right[1:]
    while len(right) > 2 and text[end - 1] == right[-1] and not known.tied(right[-2], right[-1]):
        end, right = end - 1, right[:-1]
    return Slip(start, end, right)


def _at(text: str, index: int) -> str:
    return text[index] if 0 <= index < len(text) else ""


def _meet(known: Model, text: str, at: int, particles: frozenset[str]) -> bool:
    """Whether two words merely meet here: the left one ends, the right one begins."""
    a, b = text[at], text[at + 1]
    return (known.tied(_at(text, at - 1), a) or a in particles) and (
        known.tied(b, _at(text, at + 2)) or b in particles
    )


def _near(idioms: list[str], text: str, at: int) -> Slip | None:
    """A set phrase with one character wrong at its end or at its beginning."""
    four = text[at - 1 : at + 3] if at else ""
    for idiom in idioms:
        if len(four) == 4 and (four[:3] == idiom[:3] or four[1:] == idiom[1:]):
            return Slip(at - 1, at + 3, idiom)
    return None


def _transposed(known: Model, text: str, at: int, alone: frozenset[str]) -> Slip | None:
    """Two neighbours changed places, or one was struck twice."""
    for first in (at, at + 1, at - 1):
        if not (0 <= first < len(text) - 1 and known.known(text[first + 1], text[first])):
            continue  # turned round, they stand together no better
        for start in (first - 1, first - 2, first):
            four, i = (text[start : start + 4] if start >= 0 else ""), first - start
            if len(four) < 4 or four[i] == four[i + 1] or known.tied(four[i], four[i + 1]):
                continue
            right = four[:i] + four[i + 1] + four[i] + four[i + 2 :]
            if known.is_run(right):
                return Slip(start, start + 4, right)
    if text[at] == text[at + 1] and text[at] not in alone:
        for start in (at - 1, at - 2, at):
            five, i = (text[start : start + 5] if start >= 0 else ""), at - start
            if len(five) == 5 and known.is_run(five[:i] + five[i + 1 :]):
                return Slip(start, start + 5, five[:i] + five[i + 1 :])
    return None


def _replaced(known: Model, text: str, at: int, particles: frozenset[str]) -> Slip | None:
    """One character stands for another: for one alike, or for the neighbour's double."""
    for wrong in (at + 1, at):
        char, before, after = text[wrong], _at(text, wrong - 1), _at(text, wrong + 1)
        if known.tied(before, char) or (known.tied(char, after) and char != after):
            continue
        alike = confusable().get(char, frozenset())
        if not alike and char not in (before, after):
            continue
        for start in (wrong - 1, wrong - 2, wrong - 3):
            i = wrong - start
            four = text[start : start + 4] if start >= 0 else ""
            if len(four) < 4:
                continue
            for right in known.runs_like(*("" if n == i else other for n, other in enumerate(four))):
                fits = known.tied(before, right[i]) or known.tied(right[i], after)
                fits = fits and (char not in particles or right in known.idioms_around(right[1:3]))
                if fits and (right[i] in alike or char in (before, after)):
                    return Slip(start, start + 4, right)
    return None


def _in_word(known: Model, text: str, at: int, alone: frozenset[str]) -> Slip | None:
    """A word of two characters turned round, struck twice, or with one mistaken for another."""
    before, a, b, after = _at(text, at - 1), text[at], text[at + 1], _at(text, at + 2)
    torn_left, torn_right = not known.tied(before, a), not known.tied(b, after)
    if torn_left and torn_right and a != b and known.tied(b, a) and known.is_bound(a) and known.is_bound(b):
        return Slip(at, at + 2, b + a)
    if a == b and torn_left != torn_right and known.is_bound(a):
        start = at if torn_left else at - 1
        return Slip(start, start + 3, text[start : start + 3].replace(a + a, a))
    for wrong, left, right in ((at, before, b), (at + 1, a, after)):
        char = text[wrong]
        if char in alone or known.known(left or "。", char) or known.known(char, right or "。"):
            continue
        for other in confusable().get(char, ()):
            if known.tied(left, other):
                return Slip(wrong - 1, wrong + 1, left + other)
            if known.tied(other, right):
                return Slip(wrong, wrong + 2, other + right)
    return None


def _lost(known: Model, text: str, at: int, alone: frozenset[str]) -> Slip | None:
    """A character was left out between two that never stand together."""
    before, a, b, after = _at(text, at - 1), text[at], text[at + 1], _at(text, at + 2)
    torn_left, torn_right = not known.tied(before, a), not known.tied(b, after)
    if (torn_left and not known.known(before, a)) or (torn_right and not known.known(b, after)):
        return None  # strange on both sides: more likely a word the model does not know
    if torn_left and not _chinese(before or "。"):
        return None  # 强监管、优服务: a verb of one character begins the clause
    if (torn_left and a in alone) or (torn_right and b in alone):
        return None
    found: list[tuple[int, str, str]] = []
    if after and _chinese(after):
        found += [(at, right, right[1]) for right in known.runs_like(a, "", b, after)]
    if before and _chinese(before):
        found += [(at - 1, right, right[2]) for right in known.runs_like(before, a, "", b)]
    for start, right, lost in found:
        if (not torn_left or known.tied(a, lost)) and (not torn_right or known.tied(lost, b)):
            return Slip(start, start + 3, right)
    return None
