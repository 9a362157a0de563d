"""How prose restates cells of the statutory tables, loaded from ``resources/lexicon/claims.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gxdesk.lexicon import lexicon

_PIECE = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something the tables count. ``ways``: each is a sum of cells ``table/row.column``; any may agree."""

    name: str
    ways: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ClaimForm:
    """One way of saying a number; the fields are explained in the lexicon.

    ``quantity`` names one of :func:`quantities`, or ``*.column`` for the subject last named.
    """

    word: str
    source: str
    quantity: str
    about: str = ""
    never: str = ""
    zero: bool = False
    part: bool = False
    sure: bool = True
    near: bool = False
    also: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words one of which must stand in the sentence."""
        return tuple(self.word.split("|"))

    @property
    def expression(self) -> re.Pattern[str]:
        """What says it; the groups ``n`` and ``u`` are the number and its unit."""
        return _compiled(self.source)

    def concerns(self, text: str) -> bool:
        """Whether a text is about the right thing."""
        return not self.about or _compiled(self.about).search(text) is not None

    def excluded(self, text: str) -> bool:
        """Whether a sentence speaks of something else."""
        return bool(self.never) and _compiled(self.never).search(text) is not None


@cache
def _compiled(source: str) -> re.Pattern[str]:
    pieces = lexicon("claims")["pieces"]
    return re.compile(_PIECE.sub(lambda piece: pieces.get(piece[1], piece[0]), source))


@cache
def forms() -> tuple[ClaimForm, ...]:
    """Return every way of saying a number, the most specific first."""
    entries = lexicon("claims")["form"]
    return tuple(ClaimForm(source=entry.pop("expression"), **entry) for entry in map(dict, entries))


@cache
def quantities() -> dict[str, Quantity]:
    """Return the quantities by id."""
    entries = lexicon("claims")["quantities"].items()
    return {key: Quantity(entry["name"], tuple(map(tuple, entry["ways"]))) for key, entry in entries}


@cache
def anchors() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the subjects that parts may belong to."""
    return tuple((name, re.compile(source)) for name, source in lexicon("claims")["anchors"].items())
