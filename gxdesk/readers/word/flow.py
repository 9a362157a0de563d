"""The reading order of a Word body, and the numbers its paragraphs and tables are found again with.

Numbers: paragraphs (tables) that are direct children of the body are numbered as python-docx's
``document.paragraphs`` (``document.tables``) does. Those python-docx does not list continue after the last
of these in reading order: inside content controls, in text boxes, in a one-cell table that is only a frame,
tables nested in other tables. So every number is unique and ``find_paragraph``/``find_table`` lead back to
the element, in the standard library's tree and in lxml's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from gxdesk.errors import ReadError
from gxdesk.readers.word.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    INS,
    MOVE_TO,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    P,
    W,
)

_WRAPPERS = frozenset({SDT_CONTENT, W + "customXml", W + "smartTag", INS, MOVE_TO, ALTERNATE, CHOICE})
MAX_DEPTH = 100
TOO_DEEP = "文件的结构嵌套得不正常，不像报告草稿，没有读取。请把正文复制到新文件中另存，再检查新文件。"

Tree = Any  # an element of the standard library or of lxml


class Item(NamedTuple):
    """A paragraph or a table (``is_table``) in reading order, with the number it is found again with.

    ``name`` is its Chinese name where the number is not one a person can count, else ``""``.
    """

    is_table: bool
    element: Tree
    number: int
    name: str


class _Flow:
    """``holder`` is where the walk is: ``""`` in the body itself, else the Chinese name of the container."""

    def __init__(self, body: Tree) -> None:
        self.direct_paragraphs = 0
        self.direct_tables = 0
        self.paragraphs = sum(1 for child in body if child.tag == P)
        self.tables = sum(1 for child in body if child.tag == TBL)
        self.held: Counter[str] = Counter()

    def walk(self, parent: Tree, holder: str, depth: int) -> Iterator[Item]:
        if depth > MAX_DEPTH:
            raise ReadError(TOO_DEEP)
        for child in parent:
            tag = child.tag
            if tag == P:
                yield self._paragraph(child, holder)
                yield from self._boxes(child, depth)
            elif tag == TBL:
                yield from self._table(child, holder, depth)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    yield from self.walk(content, holder or self._here("内容控件"), depth + 1)
            elif tag in _WRAPPERS:
                yield from self.walk(child, holder or self._here("内容"), depth + 1)

    def _boxes(self, element: Tree, depth: int) -> Iterator[Item]:
        """Yield what stands in the text boxes anchored in a paragraph or table."""
        if next(element.iter(TEXT_BOX), None) is not None:
            for box in _find_boxes(element, depth):
                yield from self.walk(box, self._here("文本框"), depth + 1)

    def _table(self, table: Tree, holder: str, depth: int) -> Iterator[Item]:
        number, name = self._count_table(holder)
        frame = frame_cell(table)
        if frame is not None:
            yield from self.walk(frame, name or f"第{number + 1}个表格内", depth + 1)
            return
        yield Item(True, table, number, name)
        tables = table.iter(TBL)
        next(tables)
        if next(tables, None) is not None:
            for nested in _find_nested(table, depth):
                yield from self._table(nested, f"第{self.direct_tables}个表格内", depth + 1)
        yield from self._boxes(table, depth)

    def _here(self, what: str) -> str:
        return f"第{self.direct_paragraphs}段后的{what}" if self.direct_paragraphs else f"开头的{what}"

    def _paragraph(self, element: Tree, holder: str) -> Item:
        if not holder:
            self.direct_paragraphs += 1
            return Item(False, element, self.direct_paragraphs - 1, "")
        self.paragraphs += 1
        self.held[holder] += 1
        return Item(False, element, self.paragraphs - 1, f"{holder}第{self.held[holder]}段")

    def _count_table(self, holder: str) -> tuple[int, str]:
        if not holder:
            self.direct_tables += 1
            return self.direct_tables - 1, ""
        self.tables += 1
        self.held[holder + "/"] += 1
        return self.tables - 1, f"{holder}第{self.held[holder + '/']}个表格"


def flow(body: Tree) -> Iterator[Item]:
    """Yield the paragraphs and tables of ``body`` in reading order, text boxes after their anchor.

    A one-cell table is a frame: what stands in it is yielded in its place. ``mc:AlternateContent`` is
    followed once (its first choice).
    """
    return _Flow(body).walk(body, "", 0)


def frame_cell(table: Tree) -> Tree | None:
    """Return the only cell of a one-cell table, else ``None``."""
    rows = table.findall(TR)
    if len(rows) != 1 or table.find(SDT) is not None:
        return None
    cells = rows[0].findall(TC)
    return cells[0] if len(cells) == 1 and rows[0].find(SDT) is None else None


def _find_boxes(element: Tree, depth: int) -> Iterator[Tree]:
    if depth > MAX_DEPTH:
        raise ReadError(TOO_DEEP)
    skip_fallback = element.tag == ALTERNATE and element.find(CHOICE) is not None
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in (TBL, FALLBACK) or (child.tag == FALLBACK and not skip_fallback):
            yield from _find_boxes(child, depth + 1)


def _find_nested(element: Tree, depth: int) -> Iterator[Tree]:
    if depth > MAX_DEPTH:
        raise ReadError(TOO_DEEP)
    for child in element:
        if child.tag == TBL:
            yield child
        elif child.tag != P:
            yield from _find_nested(child, depth + 1)


def find_paragraph(body: Tree, number: int) -> Tree | None:
    """Return the ``w:p`` a :class:`~gxdesk.document.place.ParagraphOrigin` speaks of."""
    return next((item.element for item in flow(body) if not item.is_table and item.number == number), None)


def find_table(body: Tree, number: int) -> Tree | None:
    """Return the ``w:tbl`` a :class:`~gxdesk.document.place.GridOrigin` speaks of."""
    return next((item.element for item in flow(body) if item.is_table and item.number == number), None)
