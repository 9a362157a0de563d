"""Takes the marks of Markdown out of a text draft: in a file of that name they are its layout, not left over.

In any other text file they stay, and are reported: Word and web editors print them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import LineOrigin

_Text = TypeVar("_Text", Paragraph, Cell)
_LINE = re.compile(r"\s*(?:[-*_=]\s*){3,}")  # a rule, or what underlines a heading
_STRONG = re.compile(r"(?<![*_~])(\*\*|__|~~)(?=[^\s*_~])(.{0,300}?[^\s*_~])\1(?![*_~])")
_WEAK = re.compile(r"(?<![*\d])(\*)(?=[^\s*])([^*]*?[^\s*])\*(?![*\d])")


@dataclass(frozen=True, slots=True)
class MarkedOrigin(LineOrigin):
    """Text of a line from which marks were taken out: ``marks`` are the shown characters before each."""

    marks: tuple[int, ...] = ()

    def locate(self, start: int | None, end: int | None) -> dict[str, Any]:
        """See :meth:`Origin.locate`."""
        at = start or 0
        return {"line": self.line, "column": self.column + at + bisect_right(self.marks, at)}


def unmarked(document: Document) -> Document:
    """Return a draft without marks of emphasis and without lines that only draw."""
    kept = [number for number, block in enumerate(document.blocks) if not _only_draws(block)]
    notices = tuple(
        replace(found, place=replace(found.place, block=bisect_left(kept, found.place.block)))
        if found.place.block is not None
        else found
        for found in document.notices
    )
    blocks = tuple(_unmarked(document.blocks[number]) for number in kept)
    return replace(document, blocks=blocks, notices=notices)


def _only_draws(block: Block) -> bool:
    return isinstance(block, Paragraph) and _LINE.fullmatch(block.text) is not None


def _unmarked(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, cells=tuple(_plain(cell) for cell in block.cells))
    return _plain(block)


def _plain(block: _Text) -> _Text:
    """Return a paragraph or cell without marks; its origin knows where they stood."""
    kept: list[int] = list(range(len(block.text)))
    for pattern in (_STRONG, _WEAK):
        shown = "".join(block.text[at] for at in kept)
        drop = {at for found in pattern.finditer(shown) for at in _marks(found)}
        kept = [at for number, at in enumerate(kept) if number not in drop]
    if len(kept) == len(block.text) or not isinstance(block.origin, LineOrigin):
        return block
    gone = sorted({*range(len(block.text))} - {*kept})
    marks = tuple(at - number for number, at in enumerate(gone))
    origin = MarkedOrigin(block.origin.line, block.origin.column, marks)
    return replace(block, text="".join(block.text[at] for at in kept), origin=origin)


def _marks(found: re.Match[str]) -> list[int]:
    length = len(found[1])
    return [*range(found.start(), found.start() + length), *range(found.end() - length, found.end())]
