"""Workbooks (.xlsx, .xlsm): every visible sheet in order, its cells as they are shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from gxdesk.document.model import Block, Cell, Document, Paragraph, Table
from gxdesk.document.place import SheetOrigin
from gxdesk.errors import ReadError
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED, RELATIONSHIPS, Element, Package
from gxdesk.readers.sheet.cells import S, address, read_worksheet
from gxdesk.readers.sheet.islands import Grid, Lone, Surface, islands
from gxdesk.readers.sheet.remarks import SheetRemarks
from gxdesk.readers.sheet.shown import Shower, Workbook

FORMAT = "xlsx"
_HIDDEN = ("hidden", "veryHidden")


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a workbook; ``encoding`` is not asked. Raises :class:`ReadError` when damaged.

    Hidden sheets, rows and columns are left out and noticed. A sheet's name is not text of the report.
    """
    return _WorkbookReader(Package(data)).document()


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
        self._remarks = SheetRemarks(package, self._notes)
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
        root = self._package.xml(part)
        if root is None:
            raise ReadError(DAMAGED)
        sheet = read_worksheet(root)
        if hidden:
            if sheet.cells:
                self._remarks.hidden_sheet(name)
            return
        shower = Shower(self._workbook, sheet.cells)
        texts = {place: shower.text(place) for place in sheet.cells}
        texts = {place: text for place, text in texts.items() if text.strip()}
        hidden_columns = {column for _, column in texts if sheet.column_hidden(column)}
        hidden_columns.update(
            column
            for merge in sheet.merges
            for column in range(merge.left, min(merge.right, merge.left + 512) + 1)
            if sheet.column_hidden(column)
        )
        self._remarks.hidden_cells(name, texts, sheet.hidden_rows, hidden_columns)
        surface = Surface(texts, sheet.merges, sheet.hidden_rows, hidden_columns)
        first = len(self._blocks)
        for island in islands(surface):
            if isinstance(island, Lone):
                self._blocks.extend(_paragraphs(name, island, shower))
            else:
                self._blocks.append(_table(name, island))
        self._remarks.sheet(name, part, shower, self._blocks, first)


def _paragraphs(sheet: str, lone: Lone, shower: Shower) -> Iterator[Paragraph]:
    """Yield a paragraph for each line of a cell."""
    place = (lone.patch.row, lone.patch.column)
    origin = SheetOrigin(sheet, address(*place))
    for line in lone.patch.text.split("\n"):
        if line.strip():
            yield Paragraph(line, origin, centered=shower.centered(place))


def _table(sheet: str, grid: Grid) -> Table:
    cells = []
    for patch in grid.patches:
        row, column = bisect_left(grid.rows, patch.row), bisect_left(grid.columns, patch.column)
        height = bisect_right(grid.rows, patch.row + patch.height - 1) - row
        width = bisect_right(grid.columns, patch.column + patch.width - 1) - column
        origin = SheetOrigin(sheet, address(patch.row, patch.column))
        cells.append(Cell(patch.text, row, column, origin, max(1, height), max(1, width)))
    first = SheetOrigin(sheet, address(grid.rows[0], grid.columns[0]))
    return Table(len(grid.rows), len(grid.columns), tuple(cells), first)
