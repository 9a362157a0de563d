"""Marks what nobody sees on a page: hidden by its style, or written in the colour of its background."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from gxdesk.readers.web.css import Declared, Sheets, declarations
from gxdesk.readers.web.looks import BY_SHEET, HIDDEN, INVISIBLE, Tree, tag_of

MOST_SHOWN_LATER = 600  # characters; what a style sheet hides and is longer, a script of the page shows
LONGEST = 2000  # characters of text in the colour of its background; more is an article on a dark page
MOST_ASKED = 3000  # elements a page is searched for
MOST_BACKGROUNDS = 30
FAR = 500  # pixels and more beyond the edge of the page
ALIKE = 8  # of 255: colours no eye tells apart
SMALLEST = 1  # pixels or points of letters

_NUMBER = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%)?$")
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)")
_HEX = re.compile(r"#(?:([0-9a-f]{6})|([0-9a-f]{3}))(?![0-9a-f])")
_NAMES = {"white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "windowtext": (0, 0, 0)}
_CELLS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table"})
_TABLE = frozenset({"tr", "thead", "tbody", "tfoot", "table"})
_WHITE = (255, 255, 255)

Colour = tuple[int, int, int]


def mark_unseen(root: Tree) -> None:
    """Give the attribute ``hidden`` to hidden elements and :data:`INVISIBLE` to those in the page's colour.

    What is said in style sheets outside the page is not known: nothing they may colour is called invisible.
    ``text-align`` of the page's own sheets becomes the attribute ``align``.
    """
    sheets = Sheets(root)
    ways: dict[int, str] = {}  # by what is declared, which is the same for many elements
    backgrounds, asked = {_WHITE}, 0
    for element in root.iter():
        tag = tag_of(element)
        if not tag:
            continue
        declared = sheets.of(element)
        if declared:
            if id(declared) not in ways:
                ways[id(declared)] = _way_hidden(declared)
            _hide(element, tag, ways[id(declared)], sheets)
            if "text-align" in declared and element.get("align") is None:
                element.set("align", declared["text-align"])
        behind = _colour(_background(element, sheets))
        if behind is not None and len(backgrounds) < MOST_BACKGROUNDS:
            backgrounds.add(behind)
        value = declared.get("color") or (element.get("color") or "").lower()
        colour = _colour(value) if value else None
        if value == "transparent":
            element.set(INVISIBLE, INVISIBLE)
        elif colour is not None and asked < MOST_ASKED and any(_alike(colour, b) for b in backgrounds):
            asked += 1
            if _is_invisible(element, colour, sheets):
                element.set(INVISIBLE, INVISIBLE)


def _hide(element: Tree, tag: str, way: str, sheets: Sheets) -> None:
    """Mark an element that is hidden in a ``way``, unless what is in it shows again."""
    if not way or _is_shown_later(element):
        return
    if way in ("font-size", "visibility") and any(
        way in sheets.of(inner) and _way_hidden(sheets.of(inner)) != way
        for inner in islice(element.iterdescendants("*"), MOST_ASKED)
    ):
        return
    if way != "display" and tag in _CELLS:  # the cell is there, its text is not seen
        element.set(INVISIBLE, INVISIBLE)
    else:
        own = way != "place" and _way_hidden(declarations(element.get("style") or ""))
        element.set(HIDDEN, element.get(HIDDEN, HIDDEN if own else BY_SHEET))


def _way_hidden(declared: Declared) -> str:
    """Return what hides an element that declares this, ``""`` when nothing does."""
    if declared.get("display") == "none" or declared.get("mso-hide") == "all":
        return "display"
    if declared.get("visibility") in ("hidden", "collapse"):
        return "visibility"
    if "font-size" in declared and _size(declared["font-size"], 16) <= SMALLEST:
        return "font-size"
    flat = any(_size(declared.get(side, "1"), 16) == 0 for side in ("width", "height"))
    if flat and declared.get("overflow") == "hidden":
        return "size"
    if _size(declared.get("text-indent", "0"), 16) <= -FAR or _size(declared.get("opacity", "1")) == 0:
        return "place"
    away = any(_size(declared.get(side, "0"), 16) <= -FAR for side in ("left", "top"))
    clipped = declared.get("clip", "").replace(" ", "").startswith(("rect(0,0", "rect(000", "rect(1px"))
    return "place" if declared.get("position") in ("absolute", "fixed") and (away or clipped) else ""


def _size(value: str, letter: int = 1) -> float:
    """Return a length in pixels or points (of ``letter`` for ``em``); an unknown one is ordinary."""
    found = _NUMBER.match(value)
    if found is None:
        return letter
    unit = {"em": letter, "rem": letter, "%": letter / 100}.get(found[2] or "", 1)
    return float(found[1]) * unit


def _is_shown_later(element: Tree) -> bool:
    """Whether only a style sheet hides an element that holds an article: a script of the page shows it."""
    if "none" in (element.get("style") or "").lower():
        return False
    return _length(element, MOST_SHOWN_LATER) > MOST_SHOWN_LATER


def _is_invisible(element: Tree, colour: Colour, sheets: Sheets) -> bool:
    at: Tree | None = element
    while at is not None:
        background = _background(at, sheets)
        if background:
            behind = None if "url" in background else _colour(background)
            break
        at = at.getparent()
    else:
        behind = _WHITE
    return behind is not None and _alike(colour, behind) and not _may_be_on_another(element, at, sheets)


def _background(element: Tree, sheets: Sheets) -> str:
    declared = sheets.of(element)
    if not declared and not element.attrib:
        return ""
    found = declared.get("background-color") or declared.get("background") or element.get("bgcolor") or ""
    if element.get("background") is not None or declared.get("background-image", "none") != "none":
        return "url"
    return "" if found in ("none", "transparent", "inherit", "initial", "0 0") else found.lower()


def _may_be_on_another(element: Tree, behind: Tree | None, sheets: Sheets) -> bool:
    """Whether a style sheet that is not read may give the text a background that sets it off.

    What holds other text too is not dark: the other text is. Only tables have dark rows.
    """
    length = _length(element, LONGEST)
    if not 0 < length <= LONGEST:
        return True
    at = element
    while at is not behind and at is not None and (tag_of(at) in _TABLE or _length(at, length) == length):
        if sheets.names_unknown(at):
            return True
        at = at.getparent()
    return False


def _length(element: Tree, most: int) -> int:
    """Return how many characters an element holds, white space left out; more than ``most`` need no count."""
    length = 0
    for text in element.itertext():
        length += len("".join(text.split()))
        if length > most:
            break
    return length


@lru_cache(maxsize=256)
def _colour(value: str) -> Colour | None:
    if found := _RGB.search(value):
        return None if found[4] == "0" else (int(found[1]), int(found[2]), int(found[3]))
    if found := _HEX.search(value):
        code = found[1] or "".join(sign * 2 for sign in found[2])
        return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)
    return _NAMES.get(value.split(" ")[0])


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= ALIKE for a, b in zip(one, other, strict=True))
