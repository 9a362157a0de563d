"""The file information block at the start of a .doc ([MS-DOC] 2.5): what lies where."""

from __future__ import annotations

from dataclasses import dataclass

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.binary import number, part
from gxdesk.readers.package import DAMAGED, ENCRYPTED

WORD_97 = 0xA5EC
WORD_6 = frozenset({0xA5DC, 0xA697, 0xA698, 0xA699})  # and the Korean, Chinese, Japanese Word 6
OLD_WORD = "这是 Word 95 或更早的 Word 文件，太旧，不能直接读取。请用 Word 或 WPS 另存为 .docx 文件后再检查。"

# Indices of the (offset, size) pairs of FibRgFcLcb97.
STYLES, FOOTNOTE_REFS, FOOTNOTE_TEXTS, COMMENT_REFS, COMMENT_TEXTS, SECTIONS, HEADERS = 1, 2, 3, 4, 5, 6, 11
ENDNOTE_REFS, ENDNOTE_TEXTS = 46, 47
CHARACTERS, PARAGRAPHS, CLX, SHAPES = 12, 13, 33, 40
DRAWINGS, BOX_TEXTS, LISTS, LIST_USES = 50, 56, 73, 74


@dataclass(frozen=True, slots=True)
class Fib:
    """Which table stream is used, how long the parts of the text are, and where the structures lie."""

    table: str
    lengths: tuple[int, ...]  # main text, footnotes, headers, macros, comments, endnotes, text boxes
    places: tuple[tuple[int, int], ...]

    def structure(self, table: bytes, index: int) -> bytes:
        """Return a structure of the table stream (``b""``: there is none); raises when it lies outside."""
        if index >= len(self.places):
            return b""
        offset, size = self.places[index]
        return part(table, offset, size) if size else b""

    def start(self, index: int) -> int:
        """Return the character position where a part of the text (see :attr:`lengths`) begins."""
        return sum(self.lengths[:index])


def read_fib(stream: bytes) -> Fib:
    """Read the block. Raises :class:`ReadError` for other versions, encrypted and damaged files."""
    kind, version, flags = number(stream, 0, 2), number(stream, 2, 2), number(stream, 10, 2)
    if kind in WORD_6 or (kind == WORD_97 and 0 < version < 0xC0):
        raise ReadError(OLD_WORD)
    if kind != WORD_97:
        raise ReadError(DAMAGED)
    if flags & 0x0100:
        raise ReadError(ENCRYPTED)
    words = 34 + 2 * number(stream, 32, 2)
    longs = words + 2
    pairs = longs + 4 * number(stream, words, 2)
    lengths = tuple(number(stream, longs + 4 * index, 4, signed=True) for index in (3, 4, 5, 6, 7, 8, 9))
    if pairs - longs < 40 or lengths[0] <= 0 or min(lengths) < 0:
        raise ReadError(DAMAGED)
    block = part(stream, pairs + 2, 8 * number(stream, pairs, 2))
    places = tuple(
        (number(block, at, 4), number(block, at + 4, 4)) for at in range(0, min(len(block), 8 * 128), 8)
    )
    if len(places) <= CLX:
        raise ReadError(DAMAGED)
    return Fib("1Table" if flags & 0x0200 else "0Table", lengths, places)
