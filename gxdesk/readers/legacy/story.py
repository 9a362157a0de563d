"""The text of a .doc to lines and raw tables: control characters, fields, revisions, hidden text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.anchors import LARGE, Anchors, inline_width
from gxdesk.readers.legacy.binary import number, part
from gxdesk.readers.legacy.body import Builder, Content, Line
from gxdesk.readers.legacy.fkp import Formats
from gxdesk.readers.legacy.gather import Gather
from gxdesk.readers.legacy.pieces import REUSE, Text
from gxdesk.readers.legacy.props import CharacterProps, ParagraphProps, apply_character, apply_paragraph
from gxdesk.readers.legacy.styles import StyleSheet
from gxdesk.readers.package import DAMAGED
from gxdesk.readers.word.fields import Fields
from gxdesk.readers.word.numbering import Numbering
from gxdesk.readers.word.runs import symbol

_ENDS = re.compile(r"[\r\x07\x0c]")
_CONTROL = re.compile(r"([\x00-\x08\x0a-\x1f])")
_SHOWN = {"\x0b": "\n", "\x1e": "-"}
PARAGRAPH_END, CELL_END, SECTION_END = "\r", "\x07", "\x0c"
PICTURE, COMMENT, SHAPE = "\x01", "\x05", "\x08"
FIELD_BEGIN, FIELD_SEPARATE, FIELD_END = "\x13", "\x14", "\x15"


@dataclass(slots=True)
class Source:
    """Everything paragraphs are put together from. ``data`` fetches the data stream (``b""``: none)."""

    text: Text
    paragraphs: Formats
    characters: Formats
    styles: StyleSheet
    numbering: Numbering
    anchors: Anchors
    section_ends: set[int]
    data: Callable[[], bytes]


class Story:
    """Reads one part of the text after the other (the main text, then its text boxes)."""

    def __init__(self, source: Source) -> None:
        """Read from ``source``."""
        self._source = source
        self._fields = Fields()
        self._in_box = False
        self._taken = 0  # bytes of the data stream read as modifiers
        self._paragraphs: dict[tuple[bytes, bytes], ParagraphProps] = {}
        self._runs: dict[tuple[int, bytes], CharacterProps] = {}

    def body(self, length: int) -> Content:
        """Return the main text, ``length`` characters, text boxes hung on their lines."""
        anchored: list[tuple[Line, tuple[int, int]]] = []
        body = self._read(0, length, anchored)
        last = next((item for item in reversed(body) if isinstance(item, Line)), None)
        if last is not None:
            anchored += [(last, box) for box in self._source.anchors.loose]
        self._in_box = True
        for line, box in anchored:
            self._fields.clear()
            line.boxes.append(self._read(*box, []))
        return body

    def beside(self, start: int, end: int) -> Content:
        """Return a note, header or footer."""
        self._in_box = True
        self._fields.clear()
        return self._read(start, end, [])

    def _read(self, start: int, end: int, anchored: list[tuple[Line, tuple[int, int]]]) -> Content:
        builder = Builder()
        end = min(end, len(self._source.text.characters))
        for first, last in self._spans(start, end):
            props, style = self._properties(last - 1)
            line = self._line(first, last, props, style)
            for place in range(first, last) if self._source.anchors.boxes else ():
                anchored += [(line, box) for box in self._source.anchors.boxes.get(place, ())]
            self._place(builder, line, props, last - 1)
        return builder.done()

    def _spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of every paragraph, end mark included."""
        characters = self._source.text.characters
        for match in _ENDS.finditer(characters, start, end):
            if match[0] != SECTION_END or match.end() in self._source.section_ends:
                yield start, match.end()
                start = match.end()
        if start < end:
            yield start, end

    def _properties(self, mark: int) -> tuple[ParagraphProps, int]:
        """Return the properties of the paragraph that ends at ``mark``, and its style."""
        source = self._source
        modifiers, piece = source.paragraphs.at(source.text.byte(mark)), source.text.piece(mark).modifiers
        style = int.from_bytes(modifiers[:2], "little")
        props = self._paragraphs.get((modifiers, piece))
        if props is None:
            props = source.styles.paragraph(style)
            apply_paragraph(props, modifiers[2:])
            if props.more is not None:
                apply_paragraph(props, self._more(props.more))
            apply_paragraph(props, piece)
            self._paragraphs[modifiers, piece] = props
        return props, style

    def _more(self, at: int) -> bytes:
        """Return a long list of modifiers from the data stream (PrcData, [MS-DOC] 2.9.209)."""
        data = self._source.data()
        modifiers = part(data, at + 2, number(data, at, 2))
        self._taken += len(modifiers)
        if self._taken > REUSE * len(data):
            raise ReadError(DAMAGED)
        return modifiers

    def _place(self, builder: Builder, line: Line, props: ParagraphProps, mark: int) -> None:
        """Tell the builder where a paragraph stands and what ends with it."""
        sign = self._source.text.characters[mark]
        depth = max(props.depth, int(props.in_table))
        end = self._run_at(mark)
        if sign == CELL_END and props.row_end:
            builder.row(props.shape, 1, tracked=end.inserted, deleted=end.deleted)
        elif sign == CELL_END:
            builder.cell(line, 1)
        elif depth > 1 and props.inner_row_end:
            builder.row(props.shape, depth, tracked=end.inserted, deleted=end.deleted)
        elif depth > 1 and props.inner_cell:
            builder.cell(line, depth)
        else:
            builder.line(line, depth)

    def _run_at(self, position: int) -> CharacterProps:
        text = self._source.text
        modifiers = self._source.characters.at(text.byte(position)) + text.piece(position).modifiers
        return self._character(0, modifiers)

    def _character(self, style: int, modifiers: bytes) -> CharacterProps:
        """Return the properties of a run: paragraph style, character style, then its own."""
        found = self._runs.get((style, modifiers))
        if found is None:
            base = self._source.styles.character(style)
            found = apply_character(base, modifiers)
            if found.style is not None and found.style != base.style:
                own = self._source.styles.character(found.style)
                found = apply_character(own if own.hidden else base, modifiers)
            self._runs[style, modifiers] = found
        return found

    def _line(self, first: int, last: int, props: ParagraphProps, style: int) -> Line:
        gather = Gather(on_paper=not (self._in_box or props.in_table or props.depth or props.shaded))
        text = self._source.text
        mark = last - 1 if _ENDS.match(text.characters[last - 1]) else last
        only_break = first == mark and text.characters[first] == SECTION_END
        while first < mark:
            piece = text.piece(first)
            stop = min(mark, piece.end)
            offset = piece.offset - piece.start * piece.width
            ranges = self._source.characters.over(offset + first * piece.width, offset + stop * piece.width)
            for _, end_byte, modifiers in ranges:
                start = first
                first = (end_byte - offset + piece.width - 1) // piece.width
                run = self._character(style, modifiers + piece.modifiers)
                self._run(start, min(first, stop), run, gather)
            first = stop
        self._fields.end_paragraph()
        end = self._run_at(last - 1)
        gather.marks.changed_mark = (end.inserted or end.deleted) and not props.row_end
        line = self._numbered(gather, props, style)
        line.joined = end.deleted and text.characters[last - 1] == PARAGRAPH_END
        if line.joined or only_break or (end.hidden and not line.text.strip()):
            line.number = None
        return line

    def _numbered(self, gather: Gather, props: ParagraphProps, style: int) -> Line:
        number_ = None
        if props.list_use:
            level = props.list_level
            use = str(props.list_use)
            if level is None:
                level = self._source.numbering.level_of_style(use, str(style))
            number_ = (use, level)
        return Line(gather.text(), props.level or 0, props.centered, "", number_, gather.taken_marks())

    def _run(self, start: int, end: int, run: CharacterProps, gather: Gather) -> None:
        text = self._source.text.characters[start:end]
        if run.symbol is not None:  # the file holds a bracket in its stead
            text = text.replace("(", symbol(run.symbol))
        if text.isprintable() and not self._fields.begun:
            gather.add(text, run)
            return
        for piece in _CONTROL.split(text):
            if len(piece) == 1 and piece < " " and piece != "\t":
                self._control(piece, start, run, gather)
            elif piece and self._fields.shown():
                gather.add(piece, run)
            else:
                self._fields.instruct(piece)
            start += len(piece)

    def _control(self, sign: str, position: int, run: CharacterProps, gather: Gather) -> None:
        if sign in _SHOWN:
            gather.add(_SHOWN[sign], run)
        elif sign == FIELD_BEGIN:
            self._fields.begin()
        elif sign in (FIELD_SEPARATE, FIELD_END):
            shown = self._fields.end() if sign == FIELD_END else self._fields.separate()
            if shown:
                gather.add(shown, run)
        elif run.deleted or not run.special:
            return
        elif sign == COMMENT and position in self._source.anchors.comments:
            gather.marks.comments.append(self._source.anchors.comments[position])
        elif sign == SHAPE:
            gather.marks.pictures += position in self._source.anchors.pictures
        elif sign == PICTURE and run.picture is not None and not (run.data or run.ole):
            gather.marks.pictures += self._width(run.picture) >= LARGE

    def _width(self, at: int) -> int:
        try:
            return inline_width(self._source.data(), at)
        except ReadError:
            return LARGE
