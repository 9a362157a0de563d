"""What an element of a page is for: block or inline, hidden, centred, or page furniture."""

from __future__ import annotations

import re
from typing import Any

from gxdesk.document.text import chinese_ordinal
from gxdesk.lexicon import lexicon, pattern

Tree = Any  # an lxml element

_SKIPPED = """
head script style noscript template title meta link iframe frame object applet select option datalist
textarea button input xml svg canvas audio video map colgroup col base rt rp
"""
_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary ul
table thead tbody tfoot tr td th html
"""
SKIPPED = frozenset(_SKIPPED.split())
BLOCKS = frozenset(_BLOCKS.split())
FIELDS = frozenset({"input", "select", "textarea"})
_TYPED = frozenset({"", "text", "number", "tel"})
_FURNITURE_TAGS = frozenset({"nav", "aside"})
_FURNITURE_ROLES = frozenset({"navigation", "search", "menu", "menubar", "toolbar", "contentinfo"})
LONGEST = 600  # characters of something a class name alone can make page furniture
SENTENCE = 40  # characters of a sentence that is no furniture
FEWEST_LINKS = 4
LINK_SHARE = 0.8

HIDDEN = "hidden"  # attributes; see :mod:`gxdesk.readers.web.unseen`
BY_SHEET = "sheet"  # its value where a style sheet hides the element, or its size or place
INVISIBLE = "gx-invisible"
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]*)", re.IGNORECASE)
_NUMBER = "gx-number"  # the attribute that keeps an item's number for the next
_CHINESE_NUMBERS = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese", re.IGNORECASE)
_CENTER = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_SENTENCE = re.compile(rf"[^。；！？]{{{SENTENCE},}}[。；]")


def tag_of(element: Tree) -> str:
    """Return the lower-case name of an element, ``""`` for what is none (a comment)."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def is_hidden(element: Tree) -> bool:
    """Tell whether an element is not shown."""
    return element.get(HIDDEN) is not None


def is_centered(element: Tree, inherited: bool) -> bool:
    """Tell whether an element's text is centred."""
    if tag_of(element) == "center" or (element.get("align") or "").lower() == "center":
        return True
    style = element.get("style") or ""
    if _CENTER.search(style):
        return True
    return inherited and "text-align" not in style.lower() and element.get("align") is None


def is_furniture(element: Tree, tag: str) -> bool:
    """Tell whether an element is navigation, a share bar, a footer and the like, by its own word or its look.

    A class name (see ``classes`` in the lexicon ``web``) counts only for something short without sentences
    and without a table of figures: pages call their whole content ``main-nav-box`` too.
    """
    if tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return not _has_content(element)
    if tag == "footer" or _named(element):
        return not _has_content(element)
    return tag in ("ul", "div", "td") and _is_link_list(element)


def _named(element: Tree) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " " or len(names) > 200:
        return False
    words = {word.lower() for word in _WORD.findall(names)}
    return not words.isdisjoint(_classes()) or pattern("web", "class_parts").search(names) is not None


def _classes() -> frozenset[str]:
    return frozenset(lexicon("web")["classes"])


def _has_content(element: Tree) -> bool:
    text = _opening(element, LONGEST)
    return len(text) > LONGEST or _SENTENCE.search(text) is not None


def _opening(element: Tree, length: int) -> str:
    """Return the text of an element without white space; no more than is needed to see that it is longer."""
    text = ""
    for piece in element.itertext():
        text += "".join(piece.split())
        if len(text) > length:
            break
    return text


def _is_link_list(element: Tree) -> bool:
    whole = len(_opening(element, LONGEST * 2))
    if whole > LONGEST * 2:
        return False
    links = list(element.iter("a"))
    if len(links) < FEWEST_LINKS:
        return False
    linked = sum(len("".join(text.split())) for link in links for text in link.itertext())
    return whole > 0 and linked >= LINK_SHARE * whole and element.find(".//table") is None


def field_value(field: Tree) -> str:
    """Return what is filled into a field of a form: pages for filling in tables have them in cells."""
    if is_hidden(field):
        return ""
    tag = tag_of(field)
    if tag == "input":
        return (field.get("value") or "") if (field.get("type") or "").lower() in _TYPED else ""
    if tag == "textarea":
        return "".join(field.itertext())
    options = list(field.iter("option"))
    chosen = next((option for option in options if option.get("selected") is not None), None)
    return "".join((options[0] if chosen is None else chosen).itertext()) if options else ""


def list_number(item: Tree) -> str:
    """Return the number a browser draws before an item of an ordered list."""
    parent = item.getparent()
    if parent is None or tag_of(parent) != "ol" or (parent.get("type") or "1") != "1":
        return ""
    before = (other.get(_NUMBER) for other in item.itersiblings("li", preceding=True))
    counted = next((int(number) for number in before if number), _whole(parent.get("start"), 1) - 1)
    number = _whole(item.get("value"), counted + 1)
    item.set(_NUMBER, str(number))
    style = _LIST_STYLE.search(parent.get("style") or "")
    if style is not None and _CHINESE_NUMBERS.search(style[1]):
        return f"{chinese_ordinal(number)}、"
    return f"{number}. " if style is None or "decimal" in style[1] else ""


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 6 else default
