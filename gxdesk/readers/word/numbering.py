"""Word's automatic numbering: the numbers that are shown but do not stand in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from gxdesk.readers.package import Element
from gxdesk.readers.word.names import ILVL, NUM_ID, VAL, W, integer, is_on
from gxdesk.readers.word.numerals import list_number
from gxdesk.readers.word.styles import Styles

LEVELS = 9
_PART = re.compile(r"%([1-9])")
_BULLETS = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0fc": "✓", "\uf0d8": "➢"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written and when it starts again."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    separated: bool = True
    style: str | None = None


@dataclass(slots=True)
class ListNumber:
    """A ``w:num``: an abstract list with its own overrides."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Numbering:
    """The lists of a file and how far each has counted. Ask for every numbered paragraph in order."""

    def __init__(self, load: Callable[[], Element | None], styles: Styles) -> None:
        """Remember how to fetch ``numbering.xml``; it is fetched when the first number is asked for."""
        self._load = load
        self._styles = styles
        self._abstracts: dict[str, dict[int, Level]] | None = None
        self._links: dict[str, str] = {}
        self._numbers: dict[str, ListNumber] = {}
        self._counters: dict[str, list[int | None]] = {}

    @classmethod
    def of(cls, abstracts: dict[str, dict[int, Level]], numbers: dict[str, ListNumber]) -> Numbering:
        """Return the numbering of lists another format holds (the binary .doc)."""
        numbering = cls(lambda: None, Styles(lambda: None))
        numbering._abstracts, numbering._numbers = abstracts, numbers
        return numbering

    def level_of_style(self, num_id: str, style_id: str | None) -> int:
        """Return the list level that is tied to a paragraph style (0 when none is)."""
        for index, level in self._levels(num_id).items():
            if style_id and level.style == style_id:
                return index
        return 0

    def next(self, num_id: str, level: int) -> str:
        """Count one paragraph and return its number as shown, with a space where the text must not touch it.

        Restarts follow ECMA-376 17.9: a level starts again after a higher one, ``lvlRestart`` says
        otherwise, ``startOverride`` starts again when its list is first used.
        """
        levels = self._levels(num_id)
        number = self._numbers.get(num_id)
        if number is None or level not in levels:
            return ""
        counters = self._counters.setdefault(number.abstract, [None] * LEVELS)
        if not number.used:
            number.used = True
            for index in number.starts:
                counters[index] = None
        for index in range(level):
            if counters[index] is None:
                counters[index] = self._start(number, levels, index)
        current = counters[level]
        counters[level] = self._start(number, levels, level) if current is None else current + 1
        for index in range(level + 1, LEVELS):
            restart = levels[index].restart if index in levels else None
            if restart is None or level < restart:
                counters[index] = None
        return _shown(levels, level, counters)

    @staticmethod
    def _start(number: ListNumber, levels: dict[int, Level], index: int) -> int:
        if index in number.starts:
            return number.starts[index]
        return levels[index].start if index in levels else 1

    def _levels(self, num_id: str) -> dict[int, Level]:
        if self._abstracts is None:
            self._abstracts = {}
            self._read(self._load())
        number = self._numbers.get(num_id)
        if number is None:
            return {}
        linked = self._links.get(number.abstract)
        if linked is not None and number.abstract not in self._abstracts:
            target = self._numbers.get(self._styles.numbering(linked) or "")
            if target is not None and target.abstract in self._abstracts:
                number.abstract = target.abstract
        return {**self._abstracts.get(number.abstract, {}), **number.levels}

    def _read(self, root: Element | None) -> None:
        if root is None or self._abstracts is None:
            return
        for abstract in root.findall(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            levels = dict(_level(found) for found in abstract.findall(W + "lvl"))
            link = abstract.find(W + "numStyleLink")
            if link is not None and not levels:
                self._links[key] = link.get(VAL, "")
            else:
                self._abstracts[key] = levels
        for found in root.findall(W + "num"):
            reference = found.find(W + "abstractNumId")
            number = ListNumber("" if reference is None else reference.get(VAL, ""))
            for override in found.findall(W + "lvlOverride"):
                _override(number, override)
            self._numbers[found.get(NUM_ID, "")] = number


def _override(number: ListNumber, override: Element) -> None:
    index = integer(override.get(ILVL), -1)
    if not 0 <= index < LEVELS:
        return
    level = override.find(W + "lvl")
    if level is not None:
        number.levels[index] = _level(level)[1]
    start = override.find(W + "startOverride")
    if start is not None:
        number.starts[index] = integer(start.get(VAL), 1)


def _level(element: Element) -> tuple[int, Level]:
    def value(name: str) -> str | None:
        child = element.find(W + name)
        return None if child is None else child.get(VAL, "")

    restart = value("lvlRestart")
    legal = value("isLgl")
    return integer(element.get(ILVL)), Level(
        start=integer(value("start"), 0),
        number_format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=None if restart is None else integer(restart),
        legal=legal is not None and is_on(legal),
        separated=value("suff") != "nothing",
        style=value("pStyle"),
    )


def _shown(levels: dict[int, Level], level: int, counters: list[int | None]) -> str:
    own = levels[level]
    if own.number_format == "bullet":
        return _BULLETS.get(own.text, own.text if own.text.isprintable() and own.text else "•") + " "

    def part(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        count = counters[index]
        if index > level or count is None:
            return ""
        written = levels[index].number_format if index in levels else "decimal"
        if written == "bullet":
            return ""
        return list_number(count, "decimal" if own.legal and written != "none" else written)

    text = _PART.sub(part, own.text)
    return text + " " if text and own.separated and text[-1].isascii() else text
