"""Which slip of the pen would explain a strange place in a text, as the language model sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from gxdesk.checks.language.model import EDGE, Model, model
from gxdesk.lexicon import lexicon

PARTICLES = {"的": "地得", "地": "的", "得": "的"}
BODIES = "省市县区乡镇村街城州国局司厅部委处科室所站队会校院馆组团党社"  # 教育局局长, 北街街道
WHOLE = ("主任", "作为")  # 主任任组长, 作为为群众: a word of one character may follow that begins alike
NUMERALS = frozenset("〇零二三四五六七八九十百千万亿两余")  # anything follows them; 一 is part of many words
JOINTS = frozenset("和或与及")  # they stand between any two words, and are typed with the word before
NOT_SWAPPED = NUMERALS | {EDGE}
NEEDED = {"mistaken": 5.5, "particle": 3.5, "swapped": 4.5, "doubled": -1.5, "phrase": -1.0}
NEVER = -99.0
SURE = 2.0  # beyond what is needed: from here on guesses on published reports were slips
_RUN = re.compile("[\u4e00-\u9fff]{1,200}")  # longer ones in pieces: a long line must not take long


class Slip(NamedTuple):
    """A likely slip of the pen: ``start:end`` should read ``right``.

    ``guessed`` where no list says so; ``sure`` is false for a guess that a new word or a name may explain.
    """

    start: int
    end: int
    right: str
    guessed: bool = True
    sure: bool = True


class Edit(NamedTuple):
    """A way to mend a text: ``start:end`` becomes ``right``; ``kind`` is the slip it mends."""

    kind: str
    start: int
    end: int
    right: str


@cache
def alike(char: str) -> frozenset[str]:
    """Return the characters that one is mistaken for: alike in sound or shape."""
    if char in JOINTS:
        return frozenset()
    return frozenset("".join(_groups().get(char, ()))) - JOINTS - {char}


@cache
def _groups() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in [*model().sounds, *lexicon("misspelt")["confusable"]["shapes"].split()]:
        for char in group:
            found.setdefault(char, []).append(group)
    return found


@cache
def _phrases() -> dict[str, list[str]]:
    """Return the set phrases of four characters by the two in their middle, where those are no word."""
    found: dict[str, list[str]] = {}
    for phrase in model().phrases:
        if (
            not model().tied(phrase[1], phrase[2]) and phrase[0] != phrase[2]
        ):  # 一企一策: a pattern, no phrase
            found.setdefault(phrase[1:3], []).append(phrase)
    return found


def slips(text: str) -> Iterator[Slip]:
    """Yield the likely slips in folded text, the surest first in each stretch of Chinese."""
    for match in _RUN.finditer(text):
        run = f"{EDGE}{match[0]}{EDGE}"
        taken: list[Edit] = []
        for margin, edit in sorted(_judged(run), reverse=True):
            if all(edit.start > other.end + 1 or edit.end + 1 < other.start for other in taken):
                taken.append(edit)
                yield _slip(run, edit, match.start() - 1, margin >= SURE)


def _judged(run: str) -> Iterator[tuple[float, Edit]]:
    """Yield the edits that explain a strange place well enough, with how well."""
    known = model()
    edits: dict[Edit, None] = {}
    for at in known.strange(run):
        if 0 < at < len(run) - 2 and not _meet(known, run, at):
            edits.update(dict.fromkeys(_edits(known, run, at)))
    edits.update(dict.fromkeys(_telling(known, run)))
    for edit in edits:
        score = _score(known, run, edit)
        if score >= NEEDED[edit.kind]:
            yield score - NEEDED[edit.kind], edit


def _meet(known: Model, run: str, at: int) -> bool:
    """Whether two words merely meet here: the left one ends, the right one begins."""
    return known.tied(run[at - 1], run[at]) and known.tied(run[at + 1], run[at + 2])


def _edits(known: Model, run: str, at: int) -> Iterator[Edit]:
    """Yield the ways to mend two strangers at ``at`` and ``at + 1``."""
    for i in (at, at + 1):
        for other in known.fitting(run[i - 1], run[i + 1], alike(run[i])):
            yield Edit("mistaken", i, i + 1, other)
        for other in PARTICLES.get(run[i], ""):
            yield Edit("particle", i, i + 1, other)
    for i in (at - 1, at, at + 1):
        first, second = run[i], run[i + 1]
        if first != second and NOT_SWAPPED.isdisjoint((first, second)) and known.met(second, first):
            yield Edit("swapped", i, i + 2, second + first)


def _telling(known: Model, run: str) -> Iterator[Edit]:
    """Yield what is worth a look though nothing is strange: phrases, a character twice, a lone 地 or 得."""
    for i, (char, after) in enumerate(pairwise(run)):
        for phrase in _phrases().get(char + after, ()):
            for start, rest in ((i - 1, phrase[1:]), (i + 2, phrase[:3])):
                edit = Edit("phrase", start, start + 1, phrase[0] if start < i else phrase[3])
                written = run[i : i + 3] if start < i else run[i - 1 : i + 2]
                if (
                    written == rest
                    and run[start] not in (edit.right, EDGE)
                    and not _plausible(known, run, edit)
                ):
                    yield edit
        if char == after:
            ended = _meet(known, run, i) or run[i - 1 : i + 1] in WHOLE
            if not ended and not (char in BODIES and known.tied(char, run[i + 2])):
                yield Edit("doubled", i, i + 1, "")
        elif char == "的" and known.tied(run[i - 1], after):
            yield Edit("swapped", i - 1, i + 1, char + run[i - 1])
            yield Edit("swapped", i, i + 2, after + char)
        elif char in "地得" and not known.tied(run[i - 1], char) and not known.tied(char, after):
            yield Edit("particle", i, i + 1, "的")


def _score(known: Model, run: str, edit: Edit) -> float:
    """Return how much speaks for an edit.

    For it: what it saves, how well known the outcome is, how many characters it puts back into words. Against
    it: that what is written makes a word, that numbers (anything follows them) or the edge are concerned. The
    weights are rounded from a logistic regression on right and spoilt sentences, :data:`NEEDED` is read from
    its curve.
    """
    start, end, right = edit.start, edit.end, edit.right
    mended = run[:start] + right + run[end:]
    until = min(start + len(right) + 2, len(mended))
    cost, seen = known.price(mended, start, until)
    if not seen and edit.kind != "doubled":
        return NEVER
    cost_now, seen_now = known.price(run, start, min(end + 2, len(run)))
    mean, near = cost / (until - start), slice(max(0, start - 3), end + 3)
    joined = _loose(known, run[near]) - _loose(known, mended[near.start : near.stop + len(mended) - len(run)])
    doubt = _plausible(known, run, edit) + (run[start - 1] == EDGE or run[end] == EDGE)
    doubt += not NUMERALS.isdisjoint((run[start:end] or run[start - 1 : end + 1]) + right)
    if edit.kind == "doubled":
        stranger = not known.met(run[start], run[start])
        return 2 * seen - seen_now + joined + 3 * stranger - mean / 4 - 2 * doubt
    doubt += edit.kind == "swapped" and joined < 1
    return (cost_now - cost) / 5 + seen + joined / 2 - mean / 8 - 2 * doubt


def _loose(known: Model, text: str) -> int:
    """Return how few characters can be left over when a text is cut into words of two."""
    before, here = 0, 0
    for i, char in enumerate(text):
        alone = here + (char != EDGE)
        before, here = here, min(alone, before) if i and known.tied(text[i - 1], char) else alone
    return here


def _plausible(known: Model, run: str, edit: Edit) -> bool:
    """Whether what is written makes a word as it stands."""
    return any(known.tied(run[i], run[i + 1]) for i in range(edit.start - 1, edit.end))


def _slip(run: str, edit: Edit, shift: int, sure: bool) -> Slip:
    """Return a slip with the word it is part of."""
    known, kind, (start, end, right) = model(), edit.kind, edit[1:]
    if kind == "doubled":
        end, right = end + 1, run[start]
    before, after = run[start - 1], run[end]
    if before != EDGE and known.tied(before, right[0]):
        start, right = start - 1, before + right
    if after != EDGE and known.tied(right[-1], after):
        end, right = end + 1, right + after
    return Slip(start + shift, end + shift, right, sure=sure)
