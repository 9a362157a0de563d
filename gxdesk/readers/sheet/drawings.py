"""What lies over the cells of an .xlsx sheet: comments, pictures, shapes with text."""

from __future__ import annotations

from gxdesk.readers.package import Element, Package
from gxdesk.readers.sheet.cells import MAX_COLUMN, MAX_ROW, Position, S, position, rich_text
from gxdesk.readers.sheet.lay import Extras

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_extras(package: Package, part: str) -> Extras:
    """Return the comments, pictures and shapes of a sheet. Raises ``ReadError`` when a part is damaged."""
    extras = Extras()
    for kind, target in package.relations(part).values():
        if kind == "comments":
            _comments(package.xml(target), extras)
        elif kind == "drawing":
            _drawing(package.xml(target), extras)
    return extras


def _comments(root: Element | None, extras: Extras) -> None:
    for comment in () if root is None else root.iter(S + "comment"):
        text = comment.find(S + "text")
        place = position(comment.get("ref", "A1")) or (1, 1)
        extras.comments.append((place, "" if text is None else rich_text(text)))


def _drawing(root: Element | None, extras: Extras) -> None:
    for anchor in () if root is None else root:
        begin = anchor.find(_XDR + "from")
        place = (1, 1) if begin is None else _place(begin)
        if next(anchor.iter(_XDR + "pic"), None) is not None:
            extras.pictures.append(place)
        lines = [
            "".join(text.text or "" for text in line.iter(_A + "t"))
            for body in anchor.iter(_XDR + "txBody")
            for line in body.iterfind(_A + "p")
        ]
        if any(line.strip() for line in lines):
            extras.shapes.append((place, "\n".join(lines)))


def _place(begin: Element) -> Position:
    row, column = begin.findtext(_XDR + "row", "0").strip(), begin.findtext(_XDR + "col", "0").strip()
    if not (row.isdecimal() and column.isdecimal()):
        return 1, 1
    return min(int(row[:9]) + 1, MAX_ROW), min(int(column[:9]) + 1, MAX_COLUMN)
