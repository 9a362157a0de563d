"""Says in Chinese what a workbook holds beside the cells that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from gxdesk.document.model import Block, Table
from gxdesk.document.place import Place, SheetOrigin
from gxdesk.readers.notes import Notes, quote
from gxdesk.readers.sheet.cells import Position, address
from gxdesk.readers.sheet.shown import Shower

_MACRO = "工作簿里带有宏。报告草稿用不着宏，请另存为不带宏的 .xlsx 文件。"
_FORMULA = "这里的公式没有保存计算结果，读不出数字。请用 Excel 或 WPS 打开，重新计算后保存，再检查。"
_ERROR = "这里的公式出错了，显示的不是数字。请改正公式，或直接填写数字。"
_IMAGE = "这里是一张图片，图片里的文字和数字无法检查。如果是表格截图，请换成可以编辑的表格。"
_ROUNDED = "这里显示的数字经过四舍五入，实际保存的是 {}。合计可能因此对不上，请按显示的数字填写。"
_CONCEALED = "这里保存着数字 {}，却被单元格格式藏了起来，纸面上看不见。请改正单元格格式，或删去这个数字。"
_WHITE = "有白色文字{}，白底上看不见。发布前请删去，或改成黑色。"


class SheetRemarks:
    """Turns oddities of a workbook into notices."""

    def __init__(self, notes: Notes) -> None:
        """Add to ``notes``."""
        self._notes = notes

    def macro(self) -> None:
        """The workbook carries macros."""
        self._notes.add("macro", _MACRO)

    def damaged(self, name: str) -> None:
        """The comments or pictures of a sheet cannot be read."""
        note = f"工作表“{name}”的批注或图片部分已损坏，单元格照常读取。请另存一份新文件。"
        self._notes.add("damaged", note)

    def hidden_sheet(self, name: str) -> None:
        """A hidden sheet holds something."""
        note = f"工作表“{name}”是隐藏的，里面的内容没有参加检查。发布前请取消隐藏，或删去这个工作表。"
        self._notes.add("hidden", note, Place(f"工作表“{name}”", origin=SheetOrigin(name, "A1")))

    def hidden_cells(
        self, name: str, texts: Mapping[Position, str], rows: set[int], columns: set[int]
    ) -> None:
        """Hidden rows or columns hold something: one notice for each such row and column."""
        if not rows and not columns:
            return
        seen: set[str] = set()
        for row, column in sorted(texts):
            key, what = (
                (f"r{row}", f"第{row}行") if row in rows else (f"c{column}", f"{address(1, column)[:-1]}列")
            )
            if (row not in rows and column not in columns) or key in seen:
                continue
            seen.add(key)
            note = (
                f"工作表“{name}”{what}是隐藏的，里面有{quote(texts[row, column])}等内容，没有参加检查。"
                "发布前请取消隐藏或删去。"
            )
            origin = SheetOrigin(name, address(row, column))
            self._notes.at("hidden", note, None, origin)

    def shown(self, name: str, texts: Mapping[Position, str], shower: Shower, places: Places) -> None:
        """What is odd about how the cells of a visible sheet are shown."""
        for place in shower.uncomputed:
            self._at("formula", _FORMULA, name, place, places)
        for place in shower.errors:
            self._at("formula", _ERROR, name, place, places)
        for place, exact in shower.rounded.items():
            self._at("rounded", _ROUNDED.format(exact), name, place, places)
        for place, exact in shower.concealed.items():
            self._at("hidden", _CONCEALED.format(exact), name, place, places)
        for place, text in texts.items() if shower.has_white else ():
            if shower.white(place):
                self._at("hidden", _WHITE.format(quote(text)), name, place, places)

    def comment(self, name: str, place: Position, text: str, places: Places) -> None:
        """A cell has a comment."""
        said = quote(text) if text.strip() else ""
        note = f"有批注{said}还没有处理。发布前请处理并删去批注。"
        self._at("comments", note, name, place, places)

    def picture(self, name: str, place: Position, places: Places) -> None:
        """A picture lies over a cell."""
        self._at("image", _IMAGE, name, place, places)

    def _at(self, kind: str, text: str, name: str, place: Position, places: Places) -> None:
        cell = address(*place)
        block, grid = places.find(cell)
        self._notes.at(kind, text, block, SheetOrigin(name, cell), grid)


class Places:
    """Finds the block and grid position of a cell address in the blocks of one sheet."""

    def __init__(self, blocks: Sequence[Block], first: int) -> None:
        """Look at the blocks from ``first`` on when the first cell is asked for."""
        self._blocks, self._first = blocks, first

    @cached_property
    def _found(self) -> dict[str, tuple[int, tuple[int, int] | None]]:
        found: dict[str, tuple[int, tuple[int, int] | None]] = {}
        blocks = self._blocks
        for index in range(self._first, len(blocks)):
            block = blocks[index]
            cells = block.cells if isinstance(block, Table) else ()
            for cell in cells:
                if isinstance(cell.origin, SheetOrigin):
                    found[cell.origin.cell] = (index, (cell.row, cell.column))
            if not cells and isinstance(block.origin, SheetOrigin):
                found.setdefault(block.origin.cell, (index, None))
        return found

    def find(self, cell: str) -> tuple[int | None, tuple[int, int] | None]:
        """Return the block and the ``(row, column)`` in it; ``None`` for what is in no block."""
        return self._found.get(cell, (None, None))
