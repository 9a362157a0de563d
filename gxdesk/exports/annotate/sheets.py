"""A workbook with notes and fills on its cells; charts, formulas, rules and every other part stay untouched.

The XML of the sheets is changed in place: a library that loads and saves workbooks would drop pictures,
controls, newer conditional formats and more.
"""

from __future__ import annotations

from collections import defaultdict

from gxdesk.checklist.result import Result
from gxdesk.document.place import Origin, Place, SheetOrigin
from gxdesk.exports.annotate.fills import Fills
from gxdesk.exports.annotate.notes import SheetNotes
from gxdesk.exports.annotate.oox import Parts, Tree, Unusual
from gxdesk.exports.annotate.remarks import remarks, shades
from gxdesk.readers.package import RELATIONSHIPS
from gxdesk.readers.sheet.cells import S, address, position


def annotate_workbook(result: Result, data: bytes) -> bytes:
    """Return the bytes of the annotated copy of a workbook (see :func:`annotated_copy`)."""
    parts = Parts(data)
    main = parts.package.main_part("xl/workbook.xml")
    book = parts.tree(main)
    if book.tag != S + "workbook":
        raise Unusual
    names = _sheet_parts(parts, main, book)
    notes, colours = _by_sheet(result)
    fills = Fills(parts, main)
    for sheet in dict.fromkeys((*notes, *colours)):
        if sheet not in names:
            continue
        root = parts.tree(names[sheet])
        cells = _Cells(root)
        for spot, colour in colours[sheet].items():
            cell = cells.at(spot)
            style = fills.style(int(cell.get("s", "0")), colour)
            if style is not None:
                cell.set("s", str(style))
        SheetNotes(parts, names[sheet], root).add(notes[sheet])
        parts.put(names[sheet], root)
    fills.save()
    return parts.saved()


def _sheet_parts(parts: Parts, main: str, book: Tree) -> dict[str, str]:
    relations = parts.package.relations(main)
    found = {}
    for sheet in book.iterfind(f"{S}sheets/{S}sheet"):
        kind, target = relations.get(sheet.get(RELATIONSHIPS + "id", ""), ("", ""))
        if kind == "worksheet":
            found[sheet.get("name", "")] = target
    return found


def _by_sheet(
    result: Result,
) -> tuple[defaultdict[str, dict[str, list[str]]], defaultdict[str, dict[str, str]]]:
    """Return the notes and the colours by sheet name and cell address."""
    notes: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    colours: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for remark in remarks(result):
        origin = _origin(remark.place, result)
        if isinstance(origin, SheetOrigin):
            words = _words(remark.place, result) if remark.quotable else ""
            lines = [remark.lines[0], *([f"原文：{words}"] if words else []), *remark.lines[1:]]
            notes[origin.sheet].setdefault(origin.cell, []).append("\n".join(lines))
            colours[origin.sheet].setdefault(origin.cell, "FFF2CC")
    for shade in shades(result):
        origin = _origin(shade.place, result)
        if isinstance(origin, SheetOrigin):
            colours[origin.sheet][origin.cell] = shade.fill
    return notes, colours


def _origin(place: Place, result: Result) -> Origin | None:
    if place.origin is not None:
        return place.origin
    return result.report.document.blocks[place.block or 0].origin


def _words(place: Place, result: Result) -> str:
    """Return the words of a long text cell a note is about: a note can only hang on the whole cell."""
    text = getattr(result.report.document.blocks[place.block or 0], "text", "")
    return str(text[place.start : place.end]) if place.start is not None and place.end is not None else ""


class _Cells:
    """The ``c`` elements of a sheet by position; missing ones are put in their place."""

    def __init__(self, root: Tree) -> None:
        self._data = root.find(S + "sheetData")
        if self._data is None:
            raise Unusual
        number = 0
        for row in self._data.iterchildren(S + "row"):
            number = int(row.get("r", number + 1))
            row.set("r", str(number))
            column = 0
            for cell in row.iterchildren(S + "c"):
                place = position(cell.get("r", "")) or (number, column + 1)
                column = place[1]
                cell.set("r", address(number, column))

    def at(self, spot: str) -> Tree:
        place = position(spot)
        assert place is not None
        row = self._row(place[0])
        before = None
        for cell in row.iterchildren(S + "c"):
            column = (position(cell.get("r")) or (0, 0))[1]
            if column == place[1]:
                return cell
            if column > place[1]:
                break
            before = cell
        fields = {"r": spot} | ({"s": row.get("s")} if row.get("customFormat") in ("1", "true") else {})
        new = row.makeelement(S + "c", fields)
        row.insert(0 if before is None else list(row).index(before) + 1, new)
        return new

    def _row(self, number: int) -> Tree:
        index = 0
        for index, row in enumerate(self._data, 1):
            found = int(row.get("r", "0"))
            if found == number:
                return row
            if found > number:
                index -= 1
                break
        new = self._data.makeelement(S + "row", {"r": str(number)})
        self._data.insert(index, new)
        return new
