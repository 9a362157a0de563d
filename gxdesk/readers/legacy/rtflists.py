"""The lists at the head of an RTF file (``\\listtable``, ``\\listoverridetable``), counted as those of .docx.

Paragraphs name a use of a list (``\\ls``) and a level (``\\ilvl``). Programs also put the number down as text
(``\\listtext``), but only for readers that know no lists: not all do, and rarer kinds come out as another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gxdesk.readers.legacy import rtfchars as chars
from gxdesk.readers.legacy.lists import MAX_LISTS, MAX_NUMBER, number_format
from gxdesk.readers.word.numbering import LEVELS, Level, ListNumber, Numbering

_NOTHING_FOLLOWS = 2
_NUMBERS = frozenset({"levelnfc", "levelnfcn", "levelstartat", "levelfollow", "levellegal", "levelnorestart"})
WORDS = _NUMBERS | {
    *("list", "listlevel", "leveltext", "levelnumbers", "listid"),
    *("listoverride", "lfolevel", "listoverridestartat", "ls"),
}


@dataclass(slots=True)
class _Level:
    numbers: dict[str, int] = field(default_factory=dict)
    text: str = ""
    raw: bytearray = field(default_factory=bytearray)

    def decode(self, encoding: str) -> None:
        """Make text of the bytes that wait."""
        if len(self.text) < MAX_NUMBER:
            self.text += chars.decode(bytes(self.raw), encoding, encoding)
        self.raw.clear()

    def done(self, encoding: str) -> Level:
        """Return the level. Its text begins with its length; a level's index stands for its number."""
        self.decode(encoding)
        text = self.text[1 : 1 + ord(self.text[0])] if self.text else ""
        said = self.numbers.get
        return Level(
            start=said("levelstartat", 1),
            number_format=number_format(said("levelnfcn", said("levelnfc", 0))),
            text="".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text),
            restart=0 if said("levelnorestart") else None,
            legal=bool(said("levellegal")),
            separated=said("levelfollow", 0) != _NOTHING_FOLLOWS,
        )


@dataclass(slots=True)
class _Entry:
    """A list, or (``changes``) a use of one, which may change levels or only where they start."""

    changes: bool
    key: str = ""
    use: str = ""
    levels: list[_Level] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)


class Lists:
    """Takes the words and the text of both tables."""

    def __init__(self) -> None:
        """Begin without any list."""
        self._entries: list[_Entry] = []
        self._text = False  # within the text of a level

    def word(self, word: str, number: int | None, encoding: str) -> None:
        """Take a control word within one of the tables; ``encoding``: of the file."""
        if self._text and word == "u":
            level = self._entries[-1].levels[-1]
            level.decode(encoding)
            level.text += chr((number or 0) & 0xFFFF)
        elif word in WORDS:
            self._text = False
            if word in ("list", "listoverride") and len(self._entries) < 2 * MAX_LISTS:
                self._entries.append(_Entry(word == "listoverride"))
            elif self._entries:
                self._entry(self._entries[-1], word, number)

    def _entry(self, entry: _Entry, word: str, number: int | None) -> None:
        if word == ("lfolevel" if entry.changes else "listlevel"):
            if len(entry.levels) < LEVELS:
                entry.levels.append(_Level())
        elif word == "listid":
            entry.key = str(number)
        elif word == "ls":
            entry.use = str(number)
        elif word == "listoverridestartat":
            entry.starts.add(len(entry.levels) - 1)
        elif entry.levels and word in _NUMBERS:
            entry.levels[-1].numbers[word] = 1 if number is None else number
        elif entry.levels and word == "leveltext":
            self._text = True

    def text(self, content: bytes) -> None:
        """Take text within one of the tables."""
        if self._text:
            self._entries[-1].levels[-1].raw += content

    def numbering(self, encoding: str) -> Numbering:
        """Return the lists, known by the number of their use."""
        abstracts: dict[str, dict[int, Level]] = {}
        numbers: dict[str, ListNumber] = {}
        for entry in self._entries:
            levels = dict(enumerate(level.done(encoding) for level in entry.levels))
            if not entry.changes:
                abstracts[entry.key] = levels
                continue
            number = numbers[entry.use] = ListNumber(entry.key)
            number.levels = {at: level for at, level in levels.items() if level.text}
            number.starts = {at: levels[at].start for at in entry.starts if at in levels}
        return Numbering.of(abstracts, numbers)
