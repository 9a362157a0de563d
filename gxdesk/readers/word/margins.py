"""What stands beside the text of a Word file: footnotes, endnotes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from gxdesk.document.model import MARGIN, Paragraph
from gxdesk.document.place import PartOrigin
from gxdesk.readers.package import Element, Package
from gxdesk.readers.word.names import P, W
from gxdesk.readers.word.slim import parse_slim

NOTES = {"footnotes": ("footnote", "脚注"), "endnotes": ("endnote", "尾注")}
EDGES = {"header": "页眉", "footer": "页脚"}
_PAGE_NUMBER = re.compile(r"[\s\d\-—–－·.,/|第页共]*")
_TEXT = re.compile(rb"<(?:\w+:)?(?:t|delText)[ >]")


def margin_paragraphs(
    package: Package, parts: Iterable[tuple[str, str]], read: Callable[[Element], str]
) -> Iterator[Paragraph]:
    """Yield the paragraphs of the notes, headers and footers among ``parts`` (kind, name), each text once.

    Page numbers are left out. ``read`` returns a paragraph's text. Raises ``ReadError`` for a damaged part.
    """
    said: set[str] = set()
    for kind, name in sorted(parts):
        if kind not in NOTES and kind not in EDGES:
            continue
        data = package.read(name)
        if data is None or not _TEXT.search(data):
            continue
        root = parse_slim(data)
        found = _notes(root, kind, read) if kind in NOTES else _edge(root, kind, name, read)
        for paragraph in found:
            if kind in NOTES or paragraph.text not in said:
                said.add(paragraph.text)
                yield paragraph


def _notes(root: Element, kind: str, read: Callable[[Element], str]) -> Iterator[Paragraph]:
    tag, name = NOTES[kind]
    number = 0
    for note in root.iterfind(W + tag):
        if note.get(W + "type", "normal") != "normal":  # the lines that separate notes from the text
            continue
        number += 1
        key = note.get(W + "id", str(number))
        yield from _paragraphs(note, PartOrigin(f"{tag} {key}", f"{name}{number}"), read)


def _edge(root: Element, kind: str, name: str, read: Callable[[Element], str]) -> Iterator[Paragraph]:
    base = name.rsplit("/", 1)[-1].removesuffix(".xml")
    for paragraph in _paragraphs(root, PartOrigin(base, EDGES[kind]), read):
        if not is_page_number(paragraph.text):
            yield paragraph


def _paragraphs(parent: Element, origin: PartOrigin, read: Callable[[Element], str]) -> Iterator[Paragraph]:
    for element in parent.iter(P):
        text = read(element)
        if text.strip():
            yield Paragraph(text.strip(), origin, role=MARGIN)


def is_page_number(text: str) -> bool:
    """Tell whether a header or footer only numbers the pages."""
    return _PAGE_NUMBER.fullmatch(text) is not None
