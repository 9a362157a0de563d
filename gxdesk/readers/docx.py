"""Word files (.docx, .docm, .dotx): the XML read directly into blocks with exact places.

The standard library's ElementTree parses: lxml parses faster, but walking its tree takes twice as long
(4 against 8 ms for a usual draft), and it would have to be imported first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gxdesk.document.model import Block, Document, Paragraph
from gxdesk.document.place import GridOrigin, ParagraphOrigin
from gxdesk.errors import ReadError
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, Element, Package
from gxdesk.readers.word.flow import Item, flow
from gxdesk.readers.word.margins import margin_paragraphs
from gxdesk.readers.word.names import (
    BODY,
    DEL,
    ILVL,
    INS,
    MOVE_FROM,
    NUM_ID,
    NUM_PR,
    PPR,
    RPR,
    VAL,
    P,
    R,
    W,
    integer,
    is_on,
)
from gxdesk.readers.word.numbering import LEVELS, Numbering
from gxdesk.readers.word.remarks import Remarks
from gxdesk.readers.word.runs import Marks, RunReader
from gxdesk.readers.word.slim import parse_slim
from gxdesk.readers.word.styles import NO_STYLE, Style, Styles
from gxdesk.readers.word.tables import cell_paragraphs, kept_rows, read_table

FORMAT = "docx"
_P_STYLE, _JC, _OUTLINE, _SHD = W + "pStyle", W + "jc", W + "outlineLvl", W + "shd"
_SYMBOLS = re.compile(rb"\xef[\x80-\x83][\x80-\xbf]")  # characters of symbol fonts, U+F000 to U+F0FF
_VANISH, _SECTION = W + "vanish", W + "sectPr"


def read(package: Package, encoding: str = "auto") -> Document:
    """Read a Word file; ``encoding`` is not asked. Raises :class:`ReadError` when it is damaged."""
    return _WordReader(package).document()


class _WordReader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part("word/document.xml")
        data = package.read(self._main)
        body = None if data is None else parse_slim(data).find(BODY)
        if data is None or body is None:
            raise ReadError(DAMAGED)
        self._body: Element = body
        self._relations = list(package.relations(self._main).values())
        self._parts = dict(self._relations)
        self._notes = Notes()
        self._styles = Styles(lambda: self._optional_chunks("styles"))
        self._numbering = Numbering(lambda: self._optional_xml("numbering"), self._styles)
        self._runs = RunReader(self._styles)
        self._runs.symbols = _SYMBOLS.search(data) is not None
        self._blocks: list[Block] = []
        self._held: tuple[str, ParagraphOrigin] | None = None  # text whose paragraph mark was deleted
        self._remarks = Remarks(self._notes, lambda: self._optional_xml("comments"))

    def document(self) -> Document:
        try:
            for item in flow(self._body):
                if item.is_table:
                    self._table(item)
                else:
                    self._paragraph(item)
            self._release()
            self._margins()
        except RecursionError as error:
            raise ReadError(DAMAGED) from error
        if self._body.find(W + "altChunk") is not None:
            self._remarks.embedded()
        if any(name.endswith("vbaproject.bin") for name in self._package.names()):
            self._remarks.macro()
        return Document(tuple(self._blocks), FORMAT, None, self._notes.done())

    def _paragraph(self, item: Item) -> None:
        number, text = self._shown(item.element, on_paper=not item.name)
        origin = ParagraphOrigin(item.number, len(number), item.name)
        joined, self._runs.joined = self._runs.joined, False
        if joined and (self._held or text.strip()):
            before, first = self._held or ("", replace(origin, skip=0))
            self._held = before + text, first
            return
        if self._held is not None:
            before, first = self._held
            text, origin, self._held = before + text, replace(first, skip=len(number)), None
        block = None
        if text and not text.isspace():
            block = len(self._blocks)
            level, centered = self._layout(item.element)
            self._blocks.append(Paragraph(number + text, origin, level, centered))
        marks = self._taken_marks()
        if marks is not None:
            self._remarks.marks(marks, block, origin)

    def _release(self) -> None:
        """Let go of text that waits for a next paragraph when there is none."""
        if self._held is not None:
            text, origin = self._held
            self._held = None
            self._blocks.append(Paragraph(text, origin))

    def _margins(self) -> None:
        """Add footnotes, endnotes, headers and footers as the last blocks."""
        self._taken_marks()
        try:
            for paragraph in margin_paragraphs(self._package, self._relations, self._runs.read):
                self._blocks.append(paragraph)
                marks = self._taken_marks()
                if marks is not None:
                    self._remarks.marks(marks, len(self._blocks) - 1, paragraph.origin)
        except ReadError:
            self._remarks.damaged()

    def _table(self, item: Item) -> None:
        self._release()
        hidden: list[Element] = []
        rows, tracked = kept_rows(item.element, hidden)
        found: list[tuple[Marks, int, int]] = []

        def text(cell: Element, row: int, column: int) -> str:
            paragraphs = cell_paragraphs(cell)
            if len(paragraphs) == 1:
                plain = self._runs.plain(paragraphs[0])
                if plain is not None:
                    return plain
                shown = "".join(self._shown(paragraphs[0]))
            else:
                shown = self._lines(paragraphs)
            marks = self._taken_marks()
            if marks is not None:
                found.append((marks, row, column))
            return shown

        table = read_table(item.element, rows, GridOrigin(item.number, name=item.name), text)
        self._runs.joined = False
        if not table.cells:
            return
        block = len(self._blocks)
        self._blocks.append(table)
        if hidden:
            texts = (self._runs.read(paragraph) for row in hidden for paragraph in row.iter(P))
            self._remarks.hidden_rows(next(filter(str.strip, texts), ""), block, table.origin)
            self._taken_marks()
        if tracked:
            self._remarks.tracked_rows(block, table.origin)
        origins = {(cell.row, cell.column): cell.origin for cell in table.cells} if found else {}
        for marks, row, column in found:
            self._remarks.marks(marks, block, origins[row, column], (row, column))

    def _lines(self, paragraphs: list[Element]) -> str:
        """Return the text of the paragraphs of a cell."""
        lines: list[str] = []
        joined = self._runs.joined = False
        for paragraph in paragraphs:
            text = "".join(self._shown(paragraph))
            lines = [*lines[:-1], lines[-1] + text] if joined else [*lines, text]
            joined, self._runs.joined = self._runs.joined, False
        return "\n".join(lines).strip("\n")

    def _taken_marks(self) -> Marks | None:
        """Return what the runs read last hold beside their text, and start afresh."""
        marks = self._runs.marks
        if not marks:
            return None
        self._runs.marks = Marks()
        return marks

    def _shown(self, element: Element, on_paper: bool = False) -> tuple[str, str]:
        """Return a paragraph's automatic number and its text; ``on_paper``: outside tables and boxes."""
        properties = element.find(PPR)
        if properties is None:
            return "", self._runs.read(element, False, on_paper)
        style_id = properties.find(_P_STYLE)
        name = None if style_id is None else style_id.get(VAL)
        style = NO_STYLE if name is None else self._styles.get(name)
        on_paper = on_paper and properties.find(_SHD) is None
        text = self._runs.read(element, bool(style.hidden), on_paper)
        self._paragraph_mark(properties)
        if self._runs.joined:  # it has the number of the paragraph it goes on with
            return "", text
        if text.strip():
            return self._number(properties, style, name), text
        if _unseen(element, properties):
            return "", text
        return self._number(properties, style, name).rstrip(), text

    def _layout(self, element: Element) -> tuple[int, bool]:
        """Return a paragraph's outline level and whether it is centred."""
        properties = element.find(PPR)
        if properties is None:
            return 0, False
        style_id = properties.find(_P_STYLE)
        style = NO_STYLE if style_id is None else self._styles.get(style_id.get(VAL))
        alignment, outline = properties.find(_JC), properties.find(_OUTLINE)
        level = style.level or 0
        if outline is not None:
            own = integer(outline.get(VAL), 9)
            level = own + 1 if 0 <= own < 9 else 0
        return level, bool(style.centered) if alignment is None else alignment.get(VAL) == "center"

    def _number(self, properties: Element, style: Style, style_id: str | None) -> str:
        own = properties.find(NUM_PR)
        num_id, level = style.num_id, style.num_level
        if own is not None:
            own_id, own_level = own.find(NUM_ID), own.find(ILVL)
            if own_id is not None:
                num_id = own_id.get(VAL)
            if own_level is not None:
                level = integer(own_level.get(VAL))
        if not num_id or num_id == "0":
            return ""
        if level is None:
            level = self._numbering.level_of_style(num_id, style_id)
        return self._numbering.next(num_id, level) if 0 <= level < LEVELS else ""

    def _paragraph_mark(self, properties: Element) -> None:
        mark = properties.find(RPR)
        if mark is None:
            return
        gone = mark.find(DEL) is not None or mark.find(MOVE_FROM) is not None
        if gone or mark.find(INS) is not None:
            self._runs.marks.changed_mark = True
            self._runs.joined = gone

    def _optional_chunks(self, kind: str) -> Iterator[bytes]:
        """Yield a part the draft can be read without; a damaged one is noticed once and left out."""
        name = self._parts.get(kind)
        try:
            yield from () if name is None else self._package.chunks(name)
        except ReadError:
            self._remarks.damaged()

    def _optional_xml(self, kind: str) -> Element | None:
        name = self._parts.get(kind)
        try:
            return None if name is None else self._package.xml(name)
        except ReadError:
            self._remarks.damaged()
            return None


def _unseen(element: Element, properties: Element) -> bool:
    """Tell whether an empty paragraph is hidden or only ends a section; any other shows its number."""
    if properties.find(_SECTION) is not None and element.find(R) is None:
        return True
    mark = properties.find(RPR)
    hidden = None if mark is None else mark.find(_VANISH)
    return hidden is not None and is_on(hidden.get(VAL))
