"""The notes of one sheet: ours are added to those it has; a note on the same cell is kept above ours."""

from __future__ import annotations

from math import ceil

from gxdesk.exports.annotate.oox import OFFICE, SPACE, Parts, Tree, parse, writable
from gxdesk.exports.annotate.remarks import AUTHOR
from gxdesk.readers.package import RELATIONSHIPS
from gxdesk.readers.sheet.cells import S, position
from gxdesk.readers.word.names import ALTERNATE

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = {ALTERNATE} | {
    S + name
    for name in (
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
        "extLst",
    )
}  # fmt: skip
_V = "urn:schemas-microsoft-com:vml"
_X = "urn:schemas-microsoft-com:office:excel"
_O = "urn:schemas-microsoft-com:office:office"
_EMPTY_DRAWING = (
    f'<xml xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
).encode()
_SHAPE = (
    '<v:shape xmlns:v="{v}" xmlns:o="{o}" xmlns:x="{x}" id="_x0000_s{number}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:{height}pt;z-index:{order};'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 31, {bottom}, 1</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_CHARACTERS = 22  # Chinese characters on a line of a note
_LINE = 13.5  # points


class SheetNotes:
    """The notes part and the drawing with their boxes."""

    def __init__(self, parts: Parts, sheet: str, root: Tree) -> None:
        """Prepare for the sheet part ``sheet`` whose tree is ``root``; the caller saves the tree."""
        self._parts, self._sheet, self._root = parts, sheet, root
        self._relations = parts.package.relations(sheet) if sheet else {}

    def add(self, notes: dict[str, list[str]]) -> None:
        """Add notes by cell address; several texts of one cell become one note."""
        if not notes:
            return
        name = next((target for kind, target in self._relations.values() if kind == "comments"), "")
        known = bool(name) and name in self._parts
        root = self._parts.tree(name) if known else parse(_no_notes())
        author = _author(root)
        listed = root.find(S + "commentList")
        old = {one.get("ref"): one for one in listed}
        fresh = {spot: "\n\n".join(texts) for spot, texts in notes.items()}
        for spot, text in fresh.items():
            if spot in old:
                _extend(old[spot], text)
            else:
                listed.append(_note(root, spot, author, text))
        listed[:] = sorted(listed, key=lambda one: position(one.get("ref")) or (0, 0))
        if not known:
            name = self._parts.free("xl/comments{}.xml")
            self._parts.relate(self._sheet, "comments", name)
            self._parts.declare(name, _KIND)
        self._parts.put(name, root)
        self._draw({spot: text for spot, text in fresh.items() if spot not in old})

    def _draw(self, notes: dict[str, str]) -> None:
        """Add the hidden boxes of new notes: without a box Excel does not show a note."""
        if not notes:
            return
        name, drawing = self._drawing()
        used = {str(shape.get("id", "")) for shape in drawing}
        number = 1024
        for spot, text in notes.items():
            number += 1
            while f"_x0000_s{number}" in used:
                number += 1
            drawing.append(_box(spot, text, number))
        self._parts.put(name, drawing)

    def _drawing(self) -> tuple[str, Tree]:
        """Return the sheet's drawing of boxes; begins one when it has none."""
        element = self._root.find(S + "legacyDrawing")
        if element is not None:
            _, name = self._relations.get(element.get(RELATIONSHIPS + "id", ""), ("", ""))
            if name in self._parts:
                return name, self._parts.tree(name)
            self._root.remove(element)
        name = self._parts.free("xl/drawings/vmlDrawing{}.vml")
        self._parts.declare_extension("vml", _DRAWING)
        key = self._parts.relate(self._sheet, "vmlDrawing", name)
        behind = next((n for n, one in enumerate(self._root) if one.tag in _AFTER_DRAWING), len(self._root))
        new = self._root.makeelement(S + "legacyDrawing", {RELATIONSHIPS + "id": key}, {"r": OFFICE})
        self._root.insert(behind, new)
        return name, parse(_EMPTY_DRAWING)


def _no_notes() -> bytes:
    return f'<comments xmlns="{S[1:-1]}"><authors/><commentList/></comments>'.encode()


def _author(root: Tree) -> str:
    """Return our index among the authors."""
    authors = root.find(S + "authors")
    for index, author in enumerate(authors):
        if author.text == AUTHOR:
            return str(index)
    author = root.makeelement(S + "author", {})
    author.text = AUTHOR
    authors.append(author)
    return str(len(authors) - 1)


def _note(root: Tree, spot: str, author: str, text: str) -> Tree:
    note = root.makeelement(S + "comment", {"ref": spot, "authorId": author})
    holder = root.makeelement(S + "text", {})
    note.append(holder)
    _run(holder, text)
    return note


def _extend(note: Tree, text: str) -> None:
    """Add ours below what a note says already."""
    holder = note.find(S + "text")
    plain = holder.find(S + "t")
    if plain is not None:
        said = plain.text or ""
        holder.remove(plain)
        _run(holder, said)
    _run(holder, f"\n\n{AUTHOR}：\n{text}")


def _run(holder: Tree, text: str) -> None:
    run = holder.makeelement(S + "r", {})
    holder.append(run)
    look = holder.makeelement(S + "rPr", {})
    run.append(look)
    for name, value in (("sz", "9"), ("rFont", "宋体")):
        look.append(holder.makeelement(S + name, {"val": value}))
    words = holder.makeelement(S + "t", {SPACE: "preserve"})
    words.text = writable(text)
    run.append(words)


def _box(spot: str, text: str, number: int) -> Tree:
    row, column = position(spot) or (1, 1)
    lines = sum(max(1, ceil(len(line) / _CHARACTERS)) for line in text.split("\n"))
    height = min(400.0, lines * _LINE + 10)
    deep = max(3, ceil(height / 18))
    top = max(0, row - 2)
    fields = {"left": column, "right": column + 4, "top": top, "bottom": top + deep}
    return parse(
        _SHAPE.format(
            v=_V, o=_O, x=_X, number=number, order=number - 1024, height=height, row=row - 1,
            column=column - 1, **fields,
        ).encode()
    )  # fmt: skip
