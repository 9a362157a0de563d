"""Workbooks (.xlsx, .xlsm): every visible sheet in order, its cells as they are shown."""

from __future__ import annotations

import re

from gxdesk.document.model import Block, Document
from gxdesk.errors import ReadError
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, RELATIONSHIPS, Element, Package, parse_xml
from gxdesk.readers.sheet.cells import S, Worksheet, read_worksheet
from gxdesk.readers.sheet.drawings import read_extras
from gxdesk.readers.sheet.lay import Extras, lay_sheet
from gxdesk.readers.sheet.remarks import SheetRemarks
from gxdesk.readers.sheet.scan import scan_worksheet
from gxdesk.readers.sheet.workbook import Workbook

FORMAT = "xlsx"
_BLANK = re.compile(rb'<c r="[A-Z]{1,3}\d+"(?: s="\d+")?\s*/>')
_HIDDEN = ("hidden", "veryHidden")


def read(package: Package, encoding: str = "auto") -> Document:
    """Read a workbook; ``encoding`` is not asked. Raises :class:`ReadError` when it is damaged.

    Hidden sheets, rows and columns are left out and noticed. A sheet's name is not text of the report.
    """
    return _WorkbookReader(package).document()


def read_sheet(data: bytes) -> Worksheet:
    """Return the cells in the XML of a worksheet, the short way where it can be gone; raises ReadError."""
    plain = scan_worksheet(data)
    return read_worksheet(parse_xml(_without_blanks(data))) if plain is None else plain


def _without_blanks(data: bytes) -> bytes:
    """Return a sheet without the cells that hold nothing but a style, where every cell names its place."""
    return data if b"<c>" in data or b"<c s" in data or b"<c t" in data else _BLANK.sub(b"", data)


class _WorkbookReader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part("xl/workbook.xml")
        root = package.xml(self._main)
        if root is None:
            raise ReadError(DAMAGED)
        self._root: Element = root
        self._relations = package.relations(self._main)
        self._notes = Notes()
        self._remarks = SheetRemarks(self._notes)
        self._blocks: list[Block] = []
        self._workbook = Workbook(root, self._part("sharedStrings"), self._part("styles"))

    def document(self) -> Document:
        for sheet in self._root.iterfind(f"{S}sheets/{S}sheet"):
            kind, target = self._relations.get(sheet.get(RELATIONSHIPS + "id", ""), ("", ""))
            if kind == "worksheet":
                self._sheet(sheet.get("name", ""), target, sheet.get("state") in _HIDDEN)
        if any(name.endswith("vbaproject.bin") for name in self._package.names()):
            self._remarks.macro()
        return Document(tuple(self._blocks), FORMAT, None, self._notes.done())

    def _part(self, wanted: str) -> Element | None:
        targets = [target for kind, target in self._relations.values() if kind == wanted]
        return self._package.xml(targets[0]) if targets else None

    def _sheet(self, name: str, part: str, hidden: bool) -> None:
        data = self._package.read(part)
        if data is None:
            raise ReadError(DAMAGED)
        sheet = read_sheet(data)
        if not hidden:
            lay_sheet(name, sheet, self._workbook, self._extras(name, part), self._remarks, self._blocks)
        elif sheet.cells:
            self._remarks.hidden_sheet(name)

    def _extras(self, name: str, part: str) -> Extras:
        try:
            return read_extras(self._package, part)
        except ReadError:
            self._remarks.damaged(name)
            return Extras()
