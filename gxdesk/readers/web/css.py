"""What a page's own style sheets say of an element: only what decides whether its text can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.readers.web.looks import Tree, tag_of

MOST_RULES = 5000
LONGEST = 300  # characters of a selector or a value that means anything here
_BRACE = re.compile(r"[{}]")
_NAME = re.compile(r"[.#][\w-]+|[a-z]+[1-6]?$", re.IGNORECASE)
_SIMPLE = re.compile(r"([A-Za-z][A-Za-z0-9]*)?(?:([.#])([\w-]+))?")
_WORDS = """
display visibility font-size text-indent position left top opacity color background background-color
background-image overflow width height clip text-align mso-hide
"""
_WANTED = frozenset(_WORDS.split())

Declared = dict[str, str]


class Sheets:
    """The style sheets written into a page. Selectors with a context (``.nav a``) are passed over."""

    def __init__(self, root: Tree) -> None:
        """Read the ``style`` elements of a page."""
        self._rules: dict[tuple[str, str, str], Declared] = {}
        self._known: dict[tuple[str, ...], Declared] = {}
        self._named: set[str] = set()  # .classes and #ids of rules that are read
        text = "\n".join("".join(style.itertext()) for style in root.iter("style"))
        self._outside = "@import" in text or any(
            "stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link")
        )
        elsewhere: set[str] = set()
        for (selectors, body), _ in zip(_rules(text), range(MOST_RULES), strict=False):
            declared = declarations(body)
            for selector in map(str.strip, selectors[: LONGEST * 10].split(",")):
                simple = _SIMPLE.fullmatch(selector[:LONGEST])
                if simple is None and "background" in body.lower():
                    elsewhere.update(_NAME.findall(selector[:LONGEST]))
                elif simple is not None and selector:
                    key = (simple[1] or "").lower(), simple[2] or "", simple[3] or ""
                    self._rules.setdefault(key, {}).update(declared)
                    self._named.add(key[1] + key[2])
        self._elsewhere = frozenset(elsewhere)  # names in rules with a context that give backgrounds

    def of(self, element: Tree) -> Declared:
        """Return what is declared for an element itself, its own ``style`` last."""
        tag, get = tag_of(element), element.get
        key = (tag, classes, name, style) = (tag, get("class", ""), get("id", ""), get("style", ""))
        found = self._known.get(key)
        if found is None:
            found = {}
            for sign, word in (("", ""), *((".", word) for word in classes.split()), ("#", name)):
                for owner in ("", tag):
                    found.update(self._rules.get((owner, sign, word), {}))
            found.update(declarations(style))
            self._known[key] = found
        return found

    def names_unknown(self, element: Tree) -> bool:
        """Tell whether a rule that is not read may say something of an element."""
        if tag_of(element) in self._elsewhere:
            return True
        words = [f".{word}" for word in (element.get("class") or "").split()]
        words += [f"#{element.get('id')}"] * bool(element.get("id"))
        return any(word in self._elsewhere or (self._outside and word not in self._named) for word in words)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the body of every rule outside ``@media`` and the like."""
    first, *rest = text.replace("<!--", " ").replace("-->", " ").split("/*")
    plain = first + "".join(piece.partition("*/")[2] for piece in rest)
    depth = at = 0
    selectors = ""
    for found in _BRACE.finditer(plain):
        if found[0] == "{":
            if depth == 0:
                selectors, at = plain[at : found.start()].rpartition(";")[2].strip(), found.end()
            depth += 1
        elif depth > 0:
            depth -= 1
            if depth == 0:
                if not selectors.startswith("@"):
                    yield selectors, plain[at : found.start()]
                at = found.end()


def declarations(style: str) -> Declared:
    """Return the declarations of a ``style`` that matter here, names and values in lower case."""
    found: Declared = {}
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in _WANTED:
            found[name] = value[:LONGEST].replace("!important", "").strip().lower()
    return found
