"""Word 97-2003 and WPS Writer files (.doc, .dot, .wps): [MS-DOC] read directly into blocks.

Order of reading: container, file information block, piece table (text), formatted pages (tables, lists,
hidden and deleted text), style sheet, list tables; then paragraphs and rows become blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gxdesk.document.model import Document
from gxdesk.errors import ReadError
from gxdesk.readers.legacy import fib as f
from gxdesk.readers.legacy.anchors import Anchors, read_anchors
from gxdesk.readers.legacy.binary import plc
from gxdesk.readers.legacy.blocks import Blocks, LegacyRemarks
from gxdesk.readers.legacy.fkp import read_formats
from gxdesk.readers.legacy.lists import read_lists
from gxdesk.readers.legacy.margins import Margin, margin_ranges
from gxdesk.readers.legacy.ole import Container
from gxdesk.readers.legacy.pieces import read_text
from gxdesk.readers.legacy.story import Source, Story
from gxdesk.readers.legacy.styles import StyleSheet
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, TRUNCATED
from gxdesk.readers.word.numbering import Numbering

FORMAT = "doc"
NO_RANGES: list[tuple[str, int, int]] = []
_MACRO_STORAGES = ("Macros", "_VBA_PROJECT_CUR")

T = TypeVar("T")


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a .doc; ``encoding`` is not asked.

    Raises :class:`ReadError` for encrypted, older (Word 6.0/95), cut short and damaged files.
    """
    return _BinaryReader(data).document()


class _BinaryReader:
    def __init__(self, data: bytes) -> None:
        self._container = Container(data)
        main = self._container.stream("WordDocument")
        if not main:
            raise ReadError(DAMAGED)
        self._main: bytes = main
        self._fib = f.read_fib(self._main)
        table = self._container.stream(self._fib.table)
        if not table:
            raise ReadError(DAMAGED)
        self._table: bytes = table
        self._data: bytes | None = None
        self._damaged = False

    def document(self) -> Document:
        source = self._source()
        if len(source.text.characters) < self._fib.lengths[0]:
            raise ReadError(TRUNCATED)
        story = Story(source)
        body = story.body(self._fib.lengths[0])
        margins = [
            Margin(kind, story.beside(start, end))
            for kind, start, end in self._optional(lambda: margin_ranges(self._fib, self._table), NO_RANGES)
        ]
        notes = Notes()
        remarks = LegacyRemarks(notes, source.anchors.said)
        if self._damaged:
            remarks.damaged()
        blocks = Blocks(source.numbering, remarks).build(body, margins)
        if any(map(self._container.has, _MACRO_STORAGES)):
            remarks.macro()
        return Document(blocks, FORMAT, None, notes.done())

    def _source(self) -> Source:
        """Read every structure; only text and formatted pages are needed, without the rest it goes on."""
        text = read_text(self._main, self._structure(f.CLX))
        lists = self._fib.places[f.LISTS] if len(self._fib.places) > f.LIST_USES else (0, 0)
        return Source(
            text,
            read_formats(self._main, self._structure(f.PARAGRAPHS), paragraphs=True),
            read_formats(self._main, self._structure(f.CHARACTERS), paragraphs=False),
            self._optional(lambda: StyleSheet(self._structure(f.STYLES)), StyleSheet(b"")),
            self._optional(
                lambda: read_lists(self._table, lists, self._structure(f.LIST_USES)), Numbering.of({}, {})
            ),
            self._optional(lambda: read_anchors(self._fib, self._table, text), Anchors()),
            self._optional(lambda: set(plc(self._structure(f.SECTIONS), 12)[0]), set()),
            self._data_stream,
        )

    def _structure(self, index: int) -> bytes:
        return self._fib.structure(self._table, index)

    def _optional(self, load: Callable[[], T], otherwise: T) -> T:
        try:
            return load()
        except ReadError:
            self._damaged = True
            return otherwise

    def _data_stream(self) -> bytes:
        if self._data is None:
            self._data = self._container.stream("Data") or b""
        return self._data
