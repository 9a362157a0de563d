"""The style sheet of a .doc ([MS-DOC] 2.4.6.5, 2.9.271): what paragraph and character styles say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.binary import number, part
from gxdesk.readers.legacy.body import Shape
from gxdesk.readers.legacy.props import CharacterProps, ParagraphProps, apply_character, apply_paragraph
from gxdesk.readers.package import DAMAGED

MAX_CHAIN = 20
MAX_STYLES = 4096
_PARAGRAPH, _CHARACTER = 1, 2
_NO_BASE = 0x0FFF


@dataclass(frozen=True, slots=True)
class _Style:
    builtin: int
    base: int
    paragraph: bytes
    character: bytes


class StyleSheet:
    """Styles by index; an unknown one says nothing."""

    def __init__(self, data: bytes) -> None:
        """Read the sheet (``b""``: there is none); raises :class:`ReadError` when it is damaged."""
        self._styles: list[_Style | None] = _read(data) if data else []
        self._paragraphs: dict[int, ParagraphProps] = {}
        self._characters: dict[int, CharacterProps] = {}

    def paragraph(self, index: int) -> ParagraphProps:
        """Return a fresh copy of what a style and those it is based on say of a paragraph."""
        found = self._paragraphs.get(index)
        if found is None:
            found = ParagraphProps()
            for style in self._chain(index):
                if 1 <= style.builtin <= 9:
                    found.level = style.builtin
                apply_paragraph(found, style.paragraph)
            self._paragraphs[index] = found
        return replace(found, shape=Shape())

    def character(self, index: int) -> CharacterProps:
        """Return what a style and those it is based on say of characters."""
        found = self._characters.get(index)
        if found is None:
            found = CharacterProps()
            for style in self._chain(index):
                found = apply_character(found, style.character)
            self._characters[index] = found
        return found

    def _chain(self, index: int) -> list[_Style]:
        """Return the style and those it is based on, the most basic first."""
        chain: list[_Style] = []
        seen: set[int] = set()
        while 0 <= index < len(self._styles) and index not in seen and len(chain) < MAX_CHAIN:
            seen.add(index)
            style = self._styles[index]
            if style is None:
                break
            chain.append(style)
            index = style.base
        return chain[::-1]


def _read(data: bytes) -> list[_Style | None]:
    head = number(data, 0, 2)
    count, base_size = number(data, 2, 2), number(data, 4, 2)
    if count > MAX_STYLES or base_size < 10:
        raise ReadError(DAMAGED)
    styles: list[_Style | None] = []
    at = 2 + head
    for _ in range(count):
        if at + 2 > len(data):  # some programs count empty styles at the end they do not write
            break
        size = number(data, at, 2)
        source = part(data, at + 2, size)
        styles.append(_style(source, base_size) if size else None)
        at += 2 + size + size % 2
    return styles


def _style(source: bytes, base_size: int) -> _Style:
    builtin = number(source, 0, 2) & 0x0FFF
    kind_and_base, counts = number(source, 2, 2), number(source, 4, 2)
    kind = kind_and_base & 0xF
    at = base_size + 2 * number(source, base_size, 2) + 4  # the name and its closing zero
    parts: list[bytes] = []
    for _ in range(counts & 0xF):
        size = number(source, at, 2)
        parts.append(part(source, at + 2, size))
        at += 2 + size + size % 2
    paragraph = parts[0][2:] if kind == _PARAGRAPH and parts else b""
    character = parts[{_PARAGRAPH: 1, _CHARACTER: 0}.get(kind, 9) :][:1]
    base = kind_and_base >> 4
    return _Style(builtin, -1 if base == _NO_BASE else base, paragraph, character[0] if character else b"")
