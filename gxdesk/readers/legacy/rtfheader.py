"""The tables at the head of an RTF file: code page, fonts, colours, outline levels of styles, lists."""

from __future__ import annotations

import re

from gxdesk.readers.legacy import rtfchars as chars
from gxdesk.readers.legacy import rtflists

FONTS, COLORS, STYLES, LISTS = "fonts", "colors", "styles", "lists"
TABLES = {"fonttbl": FONTS, "colortbl": COLORS, "stylesheet": STYLES}
TABLES |= {"listtable": LISTS, "listoverridetable": LISTS}
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$", re.IGNORECASE)
WORDS = frozenset(
    {"f", "fcharset", "cpg", "red", "green", "blue", "s", "cs", "ds", "ts", "sbasedon", "outlinelevel"}
    | rtflists.WORDS
    | set(TABLES)
)
MAX_CHAIN = 20
_WHITE = (255, 255, 255)


class Header:
    """Collects what the head of the file says; later text is decoded with it."""

    def __init__(self) -> None:
        """Begin with what holds in a file that says nothing."""
        self.encoding = chars.DEFAULT
        self.default_font = 0
        self.lists = rtflists.Lists()
        self._levels: dict[int, int] = {}  # by style number
        self._bases: dict[int, int] = {}
        self._fonts: dict[int, str] = {}
        self._white: set[int] = set()
        self._font = self._color = 0
        self._mixed: dict[str, int] = {}
        self._style: int | None = 0
        self._level: int | None = None
        self._base: int | None = None
        self._name = bytearray()

    def font(self, number: int | None) -> str:
        """Return the encoding of text in a font."""
        return self._fonts.get(self.default_font if number is None else number, self.encoding)

    def is_white(self, color: int) -> bool:
        """Tell whether a colour of the colour table is white."""
        return color in self._white

    def level(self, style: int) -> int:
        """Return the outline level of a style or of the nearest one it is based on that has one."""
        for _ in range(MAX_CHAIN):
            if style in self._levels or style not in self._bases:
                break
            style = self._bases[style]
        return self._levels.get(style, 0)

    def word(self, table: str, word: str, number: int | None) -> None:
        """Take a control word within one of the tables."""
        value = number or 0
        if table == LISTS:
            self.lists.word(word, number, self.encoding)
        elif table == FONTS:
            encoding = {"fcharset": chars.of_charset, "cpg": chars.of_page}.get(word, _nothing)(value)
            if word == "f":
                self._font = value
            elif encoding is not None:
                self._fonts[self._font] = encoding
        elif table == COLORS:
            self._mixed[word] = value
        elif word == "s":
            self._style = value
        elif word in ("cs", "ds", "ts"):
            self._style = None
        elif word == "outlinelevel":
            self._level = value + 1 if 0 <= value < 9 else 0
        elif word == "sbasedon":
            self._base = value

    def text(self, table: str, text: bytes) -> None:
        """Take text within one of the tables: names, and the semicolons that end entries."""
        if table == COLORS:
            for _ in range(text.count(b";")):
                if tuple(map(self._mixed.get, ("red", "green", "blue"))) == _WHITE:
                    self._white.add(self._color)
                self._color += 1
                self._mixed.clear()
        elif table == LISTS:
            self.lists.text(text)
        elif table == STYLES:
            self._name += text
            if b";" in text:
                self._end_style()

    def _end_style(self) -> None:
        name = bytes(self._name).split(b";")[0].decode(self.encoding, "replace").strip()
        heading = _HEADING.match(name)
        level = int(heading[1]) if self._level is None and heading else self._level
        if self._style is not None and level is not None:
            self._levels[self._style] = level
        if self._style is not None and self._base is not None:
            self._bases[self._style] = self._base
        self._style, self._level, self._base = 0, None, None
        self._name.clear()


def _nothing(value: int) -> None:
    """An entry that tells no encoding."""
