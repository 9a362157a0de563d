"""The comments of a Word file: ours are added behind those the draft has already."""

from __future__ import annotations

from datetime import datetime

from gxdesk.exports.annotate.oox import SPACE, Parts, Tree, parse, writable
from gxdesk.exports.annotate.remarks import AUTHOR, INITIALS
from gxdesk.readers.word.names import W

_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """The part with the comments of the document part ``main``."""

    def __init__(self, parts: Parts, main: str, moment: datetime) -> None:
        """Open the part, or begin one; ``moment`` is the date of the new comments."""
        self._parts, self._main = parts, main
        self._date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        targets = [target for kind, target in parts.package.relations(main).values() if kind == "comments"]
        self._name = targets[0] if targets and targets[0] in parts else ""
        self._root = parts.tree(self._name) if self._name else parse(_EMPTY)
        self._next = 1 + max((_number(one.get(W + "id")) for one in self._root), default=-1)
        self._added = 0

    def reserve(self, ids: set[str]) -> None:
        """Never use ids that occur in the document although they have no comment (damaged files)."""
        self._next = max(self._next, 1 + max(map(_number, ids), default=-1))

    def add(self, lines: tuple[str, ...]) -> str:
        """Add a comment and return its id; the first line is its heading."""
        key = str(self._next)
        self._next += 1
        self._added += 1
        fields = {W + "id": key, W + "author": AUTHOR, W + "date": self._date, W + "initials": INITIALS}
        comment = self._root.makeelement(W + "comment", fields)
        for number, line in enumerate(lines):
            comment.append(_paragraph(self._root, line, heading=number == 0))
        self._root.append(comment)
        return key

    def save(self) -> None:
        """Put the part into the package; nothing when no comment was added."""
        if not self._added:
            return
        if not self._name:
            folder = self._main.rpartition("/")[0]
            name = f"{folder}/comments.xml".lstrip("/")
            self._name = name if name not in self._parts else self._parts.free(f"{folder}/comments{{}}.xml")
            self._parts.relate(self._main, "comments", self._name)
            self._parts.declare(self._name, _KIND)
        self._parts.put(self._name, self._root)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0


def _paragraph(near: Tree, text: str, heading: bool) -> Tree:
    """Return a paragraph in plain small type, whatever the draft's own body text looks like."""

    def add(parent: Tree, name: str, **fields: str) -> Tree:
        child = parent.makeelement(W + name, {W + key: value for key, value in fields.items()})
        parent.append(child)
        return child

    paragraph = near.makeelement(W + "p", {})
    properties = add(paragraph, "pPr")
    add(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
    add(properties, "ind", firstLineChars="0", firstLine="0")
    add(properties, "jc", val="left")
    if heading:
        add(add(paragraph, "r"), "annotationRef")
    run = add(paragraph, "r")
    look = add(run, "rPr")
    add(look, "rFonts", ascii="宋体", hAnsi="宋体", eastAsia="宋体")
    if heading:
        add(look, "b")
    add(look, "sz", val="20")
    words = add(run, "t")
    words.text = writable(" ".join(text.split("\n")))
    words.set(SPACE, "preserve")
    return paragraph
