"""A Word draft with comments on the exact words and shaded cells; no other part of the file is touched."""

from __future__ import annotations

from gxdesk.checklist.result import Result
from gxdesk.document.model import Paragraph, Table
from gxdesk.document.place import GridOrigin, ParagraphOrigin, Place
from gxdesk.exports.annotate import anchors
from gxdesk.exports.annotate.comments import Comments
from gxdesk.exports.annotate.oox import Parts, Tree, Unusual
from gxdesk.exports.annotate.remarks import remarks, shades
from gxdesk.exports.annotate.summary import add_summary
from gxdesk.readers.word.flow import flow
from gxdesk.readers.word.names import BODY, PPR, VAL, W
from gxdesk.readers.word.styles import Styles
from gxdesk.readers.word.tables import find_cell
from gxdesk.readers.word.trace import Span, Tracer

_AFTER_SHADING = frozenset(
    W + name
    for name in (
        "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers",
        "cellIns", "cellDel", "cellMerge", "tcPrChange",
    )
)  # fmt: skip
_REFERENCES = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def annotate_word(result: Result, data: bytes, summary: bool = False) -> bytes:
    """Return the bytes of the annotated copy of a Word draft (see :func:`annotated_copy`)."""
    parts = Parts(data)
    main = parts.package.main_part("word/document.xml")
    root = parts.tree(main)
    body = root.find(BODY)
    if root.tag != W + "document" or body is None:
        raise Unusual
    draft = _Draft(result, body, _styles(parts, main))
    comments = Comments(parts, main, result.checked_at)
    comments.reserve({mark.get(W + "id", "") for mark in root.iter(*_REFERENCES)})
    for remark in remarks(result):
        draft.comment(remark.place, comments.add(remark.lines))
    for shade in shades(result):
        cell = draft.cell(shade.place)
        if cell is not None:
            _fill(cell, shade.fill)
    if summary:
        add_summary(body, result)
    comments.save()
    parts.put(main, root)
    return parts.saved()


class _Draft:
    """The elements of the body a place leads to, and the runs of its paragraphs."""

    def __init__(self, result: Result, body: Tree, styles: Styles) -> None:
        self._blocks = result.report.document.blocks
        self._paragraphs: dict[int, Tree] = {}
        self._tables: dict[int, Tree] = {}
        self._traced: dict[int, tuple[str, list[Span]]] = {}
        tracer = Tracer(styles)
        for item in flow(body):
            if item.is_table:
                self._tables[item.number] = item.element
            else:
                self._paragraphs[item.number] = item.element
                self._traced[item.number] = tracer.trace(item.element, _hidden(item.element, styles))

    def comment(self, place: Place, key: str) -> None:
        """Anchor a comment at the words, the cell or the paragraph of a place."""
        block = self._blocks[place.block or 0]
        if isinstance(block, Table):
            cell = self.cell(place)
            if cell is None or not anchors.around_cell(cell, key):
                self._comment_last(key)
            return
        origin = block.origin
        if not isinstance(origin, ParagraphOrigin) or origin.paragraph not in self._paragraphs:
            self._comment_last(key)
            return
        paragraph = self._paragraphs[origin.paragraph]
        if not self._comment_words(paragraph, block, origin, place, key):
            anchors.around_paragraph(paragraph, key)

    def _comment_last(self, key: str) -> None:
        """Comment the end of the text: for what stands in a footnote or header, where Word allows none."""
        last = next(reversed(self._paragraphs.values()), None)
        if last is not None:
            anchors.around_paragraph(last, key)

    def _comment_words(
        self, paragraph: Tree, block: Paragraph, origin: ParagraphOrigin, place: Place, key: str
    ) -> bool:
        """Comment the exact words; not when they are the automatic number, in a box, or not to be found."""
        text, spans = self._traced[origin.paragraph]
        if place.start is None or place.end is None or text != block.text[origin.skip :]:
            return False
        start, end = max(0, place.start - origin.skip), place.end - origin.skip
        if end <= start or anchors.in_box(paragraph):
            return False
        return anchors.around_words(paragraph, spans, start, end, key)

    def cell(self, place: Place) -> Tree | None:
        """Return the ``w:tc`` of a place in a table (the first cell when it names none)."""
        block = self._blocks[place.block or 0]
        if not isinstance(block, Table):
            return None
        cell = next((one for one in block.cells if (one.row, one.column) == (place.row, place.column)), None)
        origin = block.cells[0].origin if cell is None else cell.origin
        if not isinstance(origin, GridOrigin) or origin.table not in self._tables:
            return None
        return find_cell(self._tables[origin.table], origin.row, origin.column)


def _styles(parts: Parts, main: str) -> Styles:
    names = dict(parts.package.relations(main).values())
    name = names.get("styles")
    return Styles(lambda: parts.package.read(name) if name else None)


def _hidden(paragraph: Tree, styles: Styles) -> bool:
    style = paragraph.find(f"{PPR}/{W}pStyle")
    return style is not None and bool(styles.get(style.get(VAL)).hidden)


def _fill(cell: Tree, colour: str) -> None:
    """Shade a cell, in the place the file format wants it."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = cell.makeelement(W + "tcPr", {})
        cell.insert(0, properties)
    for old in properties.findall(W + "shd"):
        properties.remove(old)
    shading = cell.makeelement(W + "shd", {VAL: "clear", W + "color": "auto", W + "fill": colour})
    behind = next((n for n, child in enumerate(properties) if child.tag in _AFTER_SHADING), len(properties))
    properties.insert(behind, shading)
