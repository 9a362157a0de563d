"""What a page's own style sheets say of an element: only what decides whether its text can be seen."""

from __future__ import annotations

import re

from gxdesk.readers.web.looks import Tree, tag_of

MOST_RULES = 5000
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^;{}]*;")  # print and the like
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
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
        plain = _MEDIA.sub("", _COMMENT.sub("", text))
        elsewhere: set[str] = set()
        for found, _ in zip(_RULE.finditer(plain), range(MOST_RULES), strict=False):
            for selector in map(str.strip, found[1].split(",")):
                simple = _SIMPLE.fullmatch(selector)
                if simple is None and "background" in found[2].lower():
                    elsewhere.update(_NAME.findall(selector))
                elif simple is not None and selector:
                    key = (simple[1] or "").lower(), simple[2] or "", simple[3] or ""
                    self._rules.setdefault(key, {}).update(declarations(found[2]))
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


def declarations(style: str) -> Declared:
    """Return the declarations of a ``style`` that matter here, names and values in lower case."""
    found: Declared = {}
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in _WANTED:
            found[name] = value.replace("!important", "").strip().lower()
    return found
