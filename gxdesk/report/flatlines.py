"""Lines of text that may be cells or rows of a flattened table, cut into the cells they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gxdesk.document.model import Block, Document, Paragraph
from gxdesk.document.numbers import parse_number
from gxdesk.document.place import LineOrigin, Origin
from gxdesk.document.text import narrow
from gxdesk.report.headings import heading, is_section_heading
from gxdesk.report.labels import FormLabels, known_label, labels_in
from gxdesk.standards.model import Standard

LONGEST_LINE = 60  # characters of a line that can be a cell or a row of a flattened table
LONGEST_ROW_LINE = 160  # characters of a line with a label and its figures, spaces counted once
FEWEST_LINES = 3
FEWEST_ROW_FIGURES = 3
MOST_JOINED = 4  # lines one label may be broken over
_FIGURE = r"(?:[+\-]?[\d,.]+(?:万元?|[元件项宗次条个])?|[/\\]|[-—–―]{1,2}|无|不适用)"
_ROW_LINE = re.compile(rf"^(?P<label>.*?)(?P<numbers>(?:\s+{_FIGURE})+)$")
_NUMBERS_LINE = re.compile(rf"^{_FIGURE}(?:\s+{_FIGURE})+$")
_GAP = re.compile(r"\s+")
_BARS = str.maketrans(dict.fromkeys("|│┃║", " "))  # what is left of rows that made no table of bars


@dataclass(frozen=True, slots=True)
class Token:
    """A cell's text in the flow of lines: a number or a (piece of a) label."""

    text: str
    number: bool
    block: int
    origin: Origin


def runs(document: Document, standard: Standard) -> Iterator[tuple[int, int]]:
    """Yield spans of consecutive short lines that are no section heading outside a table."""
    start: int | None = None
    inside = False  # the line before is a figure or a label of a table
    for index, block in enumerate((*document.blocks, None)):
        if isinstance(block, Paragraph) and (
            _is_short(block, standard)
            and (not _is_heading(index, block, standard) or (inside and _is_cell(document, index, standard)))
        ):
            start = index if start is None else start
            inside = _names_cells(block.text, standard) or any(
                map(_is_numeric, _unbarred(block.text).split()[-1:])
            )
            continue
        if start is not None and index - start >= FEWEST_LINES:
            yield start, index
        start, inside = None, False


def _unbarred(text: str) -> str:
    """Return a line narrowed, with spaces for the bars between its cells."""
    return narrow(text).translate(_BARS).strip()


def _is_short(block: Paragraph, standard: Standard) -> bool:
    if block.role or block.text.rstrip().endswith("。"):
        return False
    return len(block.text) <= LONGEST_LINE or _is_row_line(block.text, standard)


def _is_heading(index: int, block: Paragraph, standard: Standard) -> bool:
    line = heading(index, block)
    return line is not None and is_section_heading(standard, line)


def _is_cell(document: Document, index: int, standard: Standard) -> bool:
    """Whether what reads like a section heading is a label of a table (2008: 三、依申请公开情况)."""
    text, *following = (b.text for b in document.blocks[index : index + 2] if isinstance(b, Paragraph))
    return _names_cells(text, standard) or any(known_label(text + more, standard) for more in following)


def _names_cells(text: str, standard: Standard) -> bool:
    """Whether a line is a label or several, with figures after it or without."""
    text = _unbarred(text)
    match = _ROW_LINE.match(text)
    label = text if match is None else match["label"]
    return known_label(label, standard) or bool(labels_in(label, standard))


def _is_row_line(text: str, standard: Standard) -> bool:
    """Whether a longer line is a label with its row of figures, or labels alone."""
    text = _GAP.sub(" ", _unbarred(text))
    if len(text) > LONGEST_ROW_LINE:
        return False
    match = _ROW_LINE.match(text)
    if match is not None and len(match["numbers"].split()) >= FEWEST_ROW_FIGURES:
        return True
    return _names_cells(text, standard)


def tokens(index: int, block: Block, standard: Standard) -> Iterator[Token]:
    """Cut a line into cells: labels, a number, labels followed by numbers, or several numbers."""
    text = _unbarred(block.text) if isinstance(block, Paragraph) else ""
    if not text:
        return
    match = _NUMBERS_LINE.match(text) or (None if _is_numeric(text) else _ROW_LINE.match(text))
    label = text if match is None else match.groupdict().get("label") or ""
    words = labels_in(label, standard) or [(label.strip(), 0)]
    for found in re.finditer(r"\S+", text[len(label) :]):
        words.append((found[0], len(label) + found.start()))
    for word, start in words:
        if word:
            yield Token(word, _is_numeric(word), index, _shifted(block.origin, start))


def _shifted(origin: Origin, start: int) -> Origin:
    return replace(origin, column=origin.column + start) if isinstance(origin, LineOrigin) else origin


def _is_numeric(text: str) -> bool:
    return parse_number(text).kind not in ("text", "blank")


def joined(cells: list[Token], start: int, labels: FormLabels) -> int:
    """Return how many cells from ``start`` make up a known label (0: none), longest first."""
    text, best = "", 0
    for count in range(1, MOST_JOINED + 1):
        if start + count > len(cells) or cells[start + count - 1].number:
            break
        text += cells[start + count - 1].text
        if labels.known(text):
            best = count
    return best
