"""Old workbooks (.xls, and .et of WPS, which is the same binary format), through xlrd."""

from __future__ import annotations

import io
from typing import Any

from gxdesk.document.model import Block, Document
from gxdesk.errors import ReadError
from gxdesk.readers.legacy.ole import OLE, Container
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, ENCRYPTED
from gxdesk.readers.sheet.biff import count_cells, extras_by_sheet, tells_code_page
from gxdesk.readers.sheet.cells import MAX_CELLS, TOO_MANY, Merge, Stored, Worksheet
from gxdesk.readers.sheet.formats import BUILT_IN, GENERAL
from gxdesk.readers.sheet.lay import Extras, lay_sheet
from gxdesk.readers.sheet.remarks import SheetRemarks
from gxdesk.readers.sheet.unlock import unlock

FORMAT = "xls"
MAX_STORED = 400_000  # cells, blank ones included: each costs xlrd time and memory
_CENTER, _CENTER_ACROSS = 2, 6
_KINDS = {1: "str", 2: "n", 3: "n", 4: "b", 5: "e"}  # xlrd's cell types that hold something
_WHITE = (255, 255, 255)
# How tables begin that web systems put together by hand: as of Excel 97, but what follows is of Excel 4.
_BY_HAND = b"\x09\x08\x08\x00\x00\x00"
_EXCEL_4 = b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"
_MACROS = "_VBA_PROJECT_CUR"


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of an old workbook; ``encoding`` is not asked. Raises :class:`ReadError` when damaged.

    Results of formulas are those the file holds. Hidden sheets, rows and columns are left out and noticed.
    """
    container = Container(data) if data.startswith(OLE) else None
    stream = data if container is None else container.stream("Workbook") or container.stream("Book")
    if not stream:
        raise ReadError(DAMAGED)
    stream = unlock(stream)
    if count_cells(stream) > MAX_STORED:
        raise ReadError(TOO_MANY)
    try:
        return _document(_open(stream), stream, macros=container is not None and container.has(_MACROS))
    except ReadError:
        raise
    except Exception as error:  # xlrd takes offsets in the file at their word
        raise ReadError(DAMAGED) from error


def _open(stream: bytes) -> Any:  # noqa: ANN401 - xlrd has no types
    import xlrd

    if stream.startswith(_BY_HAND):
        stream = _EXCEL_4 + stream[12:]
    try:
        return xlrd.open_workbook(
            file_contents=stream,
            formatting_info=True,
            ragged_rows=True,
            encoding_override=None if tells_code_page(stream) else "gb18030",
            logfile=io.StringIO(),
        )
    except xlrd.XLRDError as error:
        raise ReadError(ENCRYPTED if "encrypted" in str(error).lower() else DAMAGED) from error


def _document(book: Any, stream: bytes, *, macros: bool) -> Document:  # noqa: ANN401
    notes = Notes()
    remarks = SheetRemarks(notes)
    blocks: list[Block] = []
    look = _Look(book)
    extras = extras_by_sheet(stream)
    for number, found in enumerate(book.sheets()):
        sheet = _worksheet(found)
        own = extras[number] if number < len(extras) else Extras()
        if found.visibility == 0:
            notes_of = sorted(found.cell_note_map.items())
            own.comments = [((row + 1, column + 1), note.text) for (row, column), note in notes_of]
            lay_sheet(found.name, sheet, look, own, remarks, blocks)
        elif sheet.cells:
            remarks.hidden_sheet(found.name)
    if macros:
        remarks.macro()
    return Document(tuple(blocks), FORMAT, None, notes.done())


def _worksheet(found: Any) -> Worksheet:  # noqa: ANN401
    sheet = Worksheet()
    for row in range(found.nrows):
        for column, cell in enumerate(found.row(row)):
            stored = _stored(cell)
            if stored is not None:
                sheet.cells[row + 1, column + 1] = stored
        if len(sheet.cells) > MAX_CELLS:
            raise ReadError(TOO_MANY)
    for top, bottom, left, right in found.merged_cells:
        sheet.merges.append(Merge(top + 1, left + 1, bottom, right))
    sheet.hidden_rows = {
        row + 1 for row, info in found.rowinfo_map.items() if info.hidden or info.height == 0
    }
    sheet.hidden_columns = [
        (column + 1, column + 1)
        for column, info in found.colinfo_map.items()
        if info.hidden or info.width == 0
    ]
    return sheet


def _stored(cell: Any) -> Stored | None:  # noqa: ANN401
    kind = _KINDS.get(cell.ctype)
    if kind is None or cell.value == "":
        return None
    if kind == "e":
        import xlrd

        return Stored(kind, xlrd.error_text_from_code.get(cell.value, "#ERR!"), cell.xf_index or 0)
    value = str(cell.value).replace("\r\n", "\n").replace("\r", "\n") if kind == "str" else repr(cell.value)
    return Stored(kind, value, cell.xf_index or 0)


class _Look:
    """Answers :class:`gxdesk.readers.sheet.shown.Look` from xlrd's tables."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401
        self._book = book
        self.epoch_1904 = book.datemode == 1

    def code(self, style: int) -> str:
        """Return the number format of a cell style."""
        own = self._format(style)
        key = 0 if own is None else own.format_key
        if key in BUILT_IN:
            return BUILT_IN[key]
        found = self._book.format_map.get(key)
        return str(found.format_str) if found is not None and found.format_str else GENERAL

    def centered(self, style: int) -> bool:
        """Tell whether a cell style centres its text."""
        own = self._format(style)
        return own is not None and own.alignment.hor_align in (_CENTER, _CENTER_ACROSS)

    def white(self, style: int) -> bool:
        """Tell whether a cell style writes white on white."""
        found = self._format(style)
        fonts, colours = self._book.font_list, self._book.colour_map
        if found is None or found.font_index >= len(fonts):
            return False
        if colours.get(fonts[found.font_index].colour_index) != _WHITE:
            return False
        ground = found.background
        if ground is None or ground.fill_pattern == 0:
            return True
        return ground.fill_pattern == 1 and colours.get(ground.pattern_colour_index) in (_WHITE, None)

    def has_white(self) -> bool:
        """Tell whether any style may do so."""
        return _WHITE in self._book.colour_map.values()

    def string(self, index: str) -> str:
        """Return ``""``: strings stand in the cells."""
        return ""

    def _format(self, style: int) -> Any:  # noqa: ANN401
        """Return what a cell style says, ``None`` in a file without styles."""
        return self._book.xf_list[style] if self._book.xf_list else None
