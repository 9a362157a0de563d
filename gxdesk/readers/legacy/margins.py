"""What stands beside the text of an older Word file: footnotes, endnotes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gxdesk.document.place import PartOrigin
from gxdesk.readers.legacy import fib as f
from gxdesk.readers.legacy.binary import plc
from gxdesk.readers.legacy.body import Content, Line

HEADER, FOOTER, FOOTNOTE, ENDNOTE = "header", "footer", "footnote", "endnote"
NOTES = frozenset({FOOTNOTE, ENDNOTE})
_NAMES = {HEADER: "页眉", FOOTER: "页脚", FOOTNOTE: "脚注", ENDNOTE: "尾注"}
_SEPARATORS = 6  # stories before the headers: the lines above footnotes and endnotes
_SECTION = (HEADER, HEADER, FOOTER, FOOTER, HEADER, FOOTER)  # the stories of a section, in their order


@dataclass(frozen=True, slots=True)
class Margin:
    """A note, header or footer."""

    kind: str
    content: Content


def margin_lines(margins: list[Margin]) -> Iterator[tuple[str, Line, PartOrigin]]:
    """Yield kind, line and origin of all that stands beside the text, kind by kind as for .docx."""
    numbers = dict.fromkeys(_NAMES, 0)
    for margin in sorted(margins, key=lambda margin: margin.kind):
        kind, lines = margin.kind, list(_lines(margin.content))
        if kind not in NOTES and not any(line.text.strip() for line in lines):
            continue
        numbers[kind] += 1
        number, name = numbers[kind], _NAMES[kind]
        origin = PartOrigin(f"{kind}{number}", name)
        if kind in NOTES:
            origin = PartOrigin(f"{kind} {number}", f"{name}{number}")
        for line in lines:
            yield kind, line, origin


def _lines(content: Content) -> Iterator[Line]:
    for item in content:
        if isinstance(item, Line):
            yield item
        else:
            for row in item.rows:
                for cell in row.cells:
                    yield from _lines(cell)


def margin_ranges(fib: f.Fib, table: bytes) -> list[tuple[str, int, int]]:
    """Return kind, start and end of every note, header and footer of a .doc; raises when damaged."""
    found: list[tuple[str, int, int]] = []
    for kind, references, texts, part in (
        (FOOTNOTE, f.FOOTNOTE_REFS, f.FOOTNOTE_TEXTS, 1),
        (ENDNOTE, f.ENDNOTE_REFS, f.ENDNOTE_TEXTS, 5),
    ):
        _, entries = plc(fib.structure(table, references), 2)
        bounds, _ = plc(fib.structure(table, texts), 0)
        found += [(kind, *limits) for limits in _limits(fib, part, bounds[: len(entries) + 1])]
    bounds, _ = plc(fib.structure(table, f.HEADERS), 0)
    for index, limits in enumerate(_limits(fib, 2, bounds)):
        if index >= _SEPARATORS:
            found.append((_SECTION[(index - _SEPARATORS) % len(_SECTION)], *limits))
    return found


def _limits(fib: f.Fib, part: int, bounds: list[int]) -> list[tuple[int, int]]:
    base, end = fib.start(part), fib.start(part + 1)
    return [(min(base + start, end), min(base + stop, end)) for start, stop in pairwise(bounds)]
