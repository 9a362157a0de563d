"""The text and tables of a page in reading order, with what is hidden or beside the text told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gxdesk.document.model import FURNITURE, Block, Cell, Paragraph, Table
from gxdesk.document.place import Origin, PageCellOrigin, PageOrigin
from gxdesk.readers.notes import Notes, quote
from gxdesk.readers.rows import OUTER
from gxdesk.readers.web.grid import cells_of, is_data, lay, own_text, rows_of
from gxdesk.readers.web.looks import (
    BLOCKS,
    BY_SHEET,
    FIELDS,
    HIDDEN,
    INVISIBLE,
    SKIPPED,
    Tree,
    field_value,
    is_centered,
    is_furniture,
    is_hidden,
    list_number,
    tag_of,
)
from gxdesk.readers.web.sheetlike import pieces
from gxdesk.readers.web.unseen import mark_unseen

LAST_LINE = 65_535  # the parser counts no further
LARGE = 300  # a picture at least this wide (in pixels) may hold a table
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\u3000-\u9fff\uff00-\uffef])")
_HEADING = re.compile(r"h([1-6])$")
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d+)\s*(px|pt|%)?", re.IGNORECASE)
_HIDDEN = "有网页上看不见的隐藏文字{}，没有参加检查。请在网页编辑器中删去。"
_INVISIBLE = "有和背景同色的文字{}，网页上看不见。发布前请删去，或改成黑色。"
_HIDDEN_ROW = "这个表格有隐藏的行，里面有{}等内容，没有参加检查。发布前请取消隐藏或删去。"
_COMMENT = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
_COMMENTS = "有批注{}还没有处理。发布前请处理并删去批注。"
_DELETED = "有还没有接受或拒绝的修订，删去了{}。检查按删去后的文字进行；发布前请全部接受或拒绝。"
_IMAGE = "这里是一张图片，图片里的文字和数字无法检查。如果是表格截图，请换成可以编辑的表格。"


@dataclass(frozen=True, slots=True)
class _Look:
    """What the elements around a text say about it."""

    role: str = ""
    level: int = 0
    centered: bool = False
    kept: bool = False  # white space is kept (pre)


class PageReader:
    """Reads one page. ``lines``: source lines are those of the file and worth telling."""

    def __init__(self, notes: Notes, lines: bool) -> None:
        """Collect notices in ``notes``."""
        self._notes = notes
        self._lines = lines
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._begin: int | None = None
        self._at: int | None = 1 if lines else None
        self._paragraphs = 0
        self._tables = 0
        self._only_tables = False  # there is no text outside tables: a saved spreadsheet
        self._cell: list[str] | None = None  # the lines of the table cell being read
        self._later: list[tuple[str, str]] = []  # notices of that cell, or of the paragraph being read

    def read(self, root: Tree) -> tuple[Block, ...]:
        """Return the blocks of a page."""
        mark_unseen(root)
        body = root.find("body")
        look = _Look()
        self._only_tables = not own_text(root if body is None else body).strip()
        for element in [root] if body is None else [body]:
            self._walk(element, look)
            self._flush(look)
        return tuple(self._blocks)

    def _walk(self, element: Tree, look: _Look) -> None:
        self._add(element.text, look)
        for child in element:
            self._element(child, look)
            self._add(child.tail, look)

    def _element(self, element: Tree, look: _Look) -> None:
        tag = tag_of(element)
        if tag in FIELDS and self._cell is not None:
            self._add(field_value(element), look)
        if not tag or tag in SKIPPED:
            return
        self._at = self._line(element)
        if is_hidden(element):
            self._aside(element, look, "hidden", _HIDDEN)
        elif _COMMENT.search(element.get("style") or "") or element.get("class") == "msocomanchor":
            if tag != "a":
                self._aside(element, look, "comments", _COMMENTS)
        elif tag == "del":
            self._aside(element, look, "revisions", _DELETED)
        elif tag == "br":
            self._flush(look)
        elif tag == "img":
            self._picture(element, look)
        elif tag == "table":
            self._flush(look)
            self._table(element, look)
        elif tag in BLOCKS:
            self._flush(look)
            self._block(element, tag, look)
        else:
            self._walk(element, look)
            self._invisible(element, look)

    def _block(self, element: Tree, tag: str, look: _Look) -> None:
        heading = _HEADING.match(tag)
        inner = replace(
            look,
            role=look.role or (FURNITURE if is_furniture(element, tag) else ""),
            level=int(heading[1]) if heading else look.level,
            centered=is_centered(element, look.centered),
            kept=look.kept or tag == "pre",
        )
        if tag == "li":
            self._add(list_number(element), inner)
        self._walk(element, inner)
        self._invisible(element, inner)
        self._flush(inner)

    def _add(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if look.kept and "\n" in text:
            for line in text.split("\n"):
                self._add(line, replace(look, kept=False))
                self._flush(look)
                self._at = None if self._at is None else self._at + 1
            return
        if self._begin is None and text.strip():
            lead = len(text) - len(text.lstrip())
            self._begin = None if self._at is None else self._at + text.count("\n", 0, lead)
        self._text.append(text)
        if self._at is not None:
            self._at += text.count("\n")

    def _flush(self, look: _Look) -> None:
        """End the paragraph or the line of a cell that was being collected."""
        text = _SPACES.sub(" ", _BROKEN.sub("", "".join(self._text))).strip(OUTER)
        line, self._begin = self._begin, None
        self._text = []
        if not text:
            return
        if self._cell is not None:
            self._cell.append(text)
            return
        origin = PageOrigin(self._paragraphs, line)
        self._paragraphs += 1
        self._blocks.append(Paragraph(text, origin, look.level, look.centered, look.role))
        later, self._later = self._later, []
        for kind, note in later:
            self._notes.at(kind, note, len(self._blocks) - 1, origin)

    def _line(self, element: Tree) -> int | None:
        line = element.sourceline
        return line if self._lines and line is not None and line < LAST_LINE else None

    def _table(self, element: Tree, look: _Look) -> None:
        rows = rows_of(element)
        if look.role or self._cell is not None or not is_data(element, rows):
            for child in element:  # it only lays out the page
                if tag_of(child) == "caption":
                    self._element(child, look)
            for row in rows:
                for cell in cells_of(row):
                    self._block(cell, "td", replace(look, centered=False))
            return
        for caption in element.findall("caption"):
            self._element(caption, look)
        self._hidden_rows(element, look)
        placed, columns = lay(rows)
        cells: list[Cell] = []
        found: list[tuple[Cell, str, str]] = []
        for cell in placed:
            text = self._cell_text(cell.element, look)
            origin = PageCellOrigin(self._tables, cell.row, cell.file_column, self._line(cell.element))
            cells.append(Cell(text, cell.row, cell.column, origin, cell.height, cell.width))
            found += [(cells[-1], kind, note) for kind, note in self._later]
            self._later = []
        if not any(cell.text for cell in cells):
            return
        first = PageCellOrigin(self._tables, 0, 0, self._line(element))
        self._tables += 1
        start = len(self._blocks)
        for piece in pieces(Table(len(rows), columns, tuple(cells), first), self._only_tables):
            if isinstance(piece, Table):
                self._blocks.append(piece)
            else:
                lines = (line for line in piece.text.split("\n") if line.strip())
                self._blocks += [Paragraph(line, piece.origin) for line in lines]
        places = _places(self._blocks, start)
        for own, kind, note in found:
            block, position = places.get(own.origin, (start, None))
            self._notes.at(kind, note, block, own.origin, position)

    def _hidden_rows(self, table: Tree, look: _Look) -> None:
        for row in table.iter("tr"):
            if is_hidden(row):
                self._aside(row, look, "hidden", _HIDDEN_ROW)

    def _cell_text(self, element: Tree, look: _Look) -> str:
        lines: list[str] = []
        self._cell = lines
        self._walk(element, look)
        for owner in (element.getparent(), element):
            self._invisible(owner, look, element)
        self._flush(look)
        self._cell = None
        return "\n".join(lines)

    def _invisible(self, element: Tree, look: _Look, shown: Tree | None = None) -> None:
        """Say that the text of an element (what of it is ``shown`` here) has the colour of the page."""
        if element.get(INVISIBLE) is None or look.role:
            return
        text = own_text(element if shown is None else shown).strip()
        if text:
            self._note("hidden", _INVISIBLE.format(quote(text)))

    def _aside(self, element: Tree, look: _Look, kind: str, note: str) -> None:
        """Leave out what is not shown, and say so unless it is part of the page furniture."""
        text = (own_text(element) or "".join(element.itertext())).strip()
        if text and not look.role and not is_furniture(element, tag_of(element)) and not _is_chrome(element):
            self._note(kind, note.format(quote(text)))

    def _picture(self, element: Tree, look: _Look) -> None:
        style = _WIDTH.search(element.get("style") or "")
        width = element.get("width") or (style[1] + (style[2] or "") if style else "")
        number = re.match(r"\d+", width)
        large = width.endswith("%") or (number is not None and int(number[0][:6]) >= LARGE)
        if not look.role and (large or number is None):
            self._note("image", _IMAGE)

    def _note(self, kind: str, note: str) -> None:
        if self._cell is not None or "".join(self._text).strip():
            self._later.append((kind, note))
            return
        block = len(self._blocks) - 1 if self._blocks else None
        self._notes.at(kind, note, block, PageOrigin(max(0, self._paragraphs - 1), self._at))


def _is_chrome(element: Tree) -> bool:
    """Tell whether what a style sheet hides is a part of the page that scripts show, or help for the blind.

    Such parts stand alone and hold no sentence; what hides within a line is no part of the page.
    """
    if element.get(HIDDEN) != BY_SHEET or "。" in "".join(element.itertext()):
        return False
    if tag_of(element) in BLOCKS:
        return True
    before, after = element.getprevious(), element.getnext()
    lead = element.getparent().text if before is None else before.tail
    beside = (other for other in (before, after) if other is not None and tag_of(other) not in BLOCKS)
    return not (lead or "").strip() and not (element.tail or "").strip() and not any(map(own_text, beside))


def _places(blocks: list[Block], start: int) -> dict[Origin, tuple[int, tuple[int, int] | None]]:
    """Return the block and grid position of every cell and line from block ``start`` on."""
    found: dict[Origin, tuple[int, tuple[int, int] | None]] = {}
    for index in range(start, len(blocks)):
        block = blocks[index]
        if isinstance(block, Paragraph):
            found.setdefault(block.origin, (index, None))
            continue
        for cell in block.cells:
            found[cell.origin] = (index, (cell.row, cell.column))
    return found
