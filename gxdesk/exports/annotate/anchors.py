"""Puts the ends of a comment's range into a paragraph or cell, splitting runs at the exact characters."""

from __future__ import annotations

from copy import deepcopy

from gxdesk.exports.annotate.oox import SPACE, Tree
from gxdesk.readers.word.names import ALTERNATE, PPR, RPR, TEXT_BOX, P, R, T, W
from gxdesk.readers.word.tables import cell_paragraphs
from gxdesk.readers.word.trace import Span


def around_words(paragraph: Tree, spans: list[Span], start: int, end: int, key: str) -> bool:
    """Put comment ``key`` around the characters ``start:end`` of a traced paragraph.

    ``spans`` is kept up to date with the runs that had to be split. Returns whether the words were found.
    """
    _split(spans, start, paragraph)
    _split(spans, end, paragraph)
    inside = [span for span in spans if span.start < end and span.end > start]
    if not inside:
        return False
    _top(inside[0].run, paragraph).addprevious(_mark(paragraph, "commentRangeStart", key))
    last = _top(inside[-1].run, paragraph)
    reference = _reference(paragraph, key)
    last.addnext(reference)
    last.addnext(_mark(paragraph, "commentRangeEnd", key))
    return True


def around_paragraph(paragraph: Tree, key: str) -> None:
    """Put comment ``key`` around a whole paragraph; one in a text box is commented at the box's anchor."""
    paragraph = _outside_boxes(paragraph)
    _begin(paragraph, key)
    _end(paragraph, key)


def around_cell(cell: Tree, key: str) -> bool:
    """Put comment ``key`` around the text of a ``w:tc``; returns whether the cell has a paragraph."""
    inside = cell_paragraphs(cell)
    if not inside:
        return False
    first, last = _outside_boxes(inside[0]), _outside_boxes(inside[-1])
    _begin(first, key)
    _end(last, key)
    return True


def _outside_boxes(paragraph: Tree) -> Tree:
    """Return the paragraph itself, or the one its text box hangs on: Word allows no comments in boxes."""
    boxes = list(paragraph.iterancestors(TEXT_BOX))
    return next(boxes[-1].iterancestors(P), paragraph) if boxes else paragraph


def in_box(paragraph: Tree) -> bool:
    """Tell whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(TEXT_BOX), None) is not None


def _begin(paragraph: Tree, key: str) -> None:
    properties = paragraph.find(PPR)
    at = 0 if properties is None else list(paragraph).index(properties) + 1
    paragraph.insert(at, _mark(paragraph, "commentRangeStart", key))


def _end(paragraph: Tree, key: str) -> None:
    paragraph.append(_mark(paragraph, "commentRangeEnd", key))
    paragraph.append(_reference(paragraph, key))


def _mark(near: Tree, name: str, key: str) -> Tree:
    return near.makeelement(W + name, {W + "id": key})


def _reference(near: Tree, key: str) -> Tree:
    run = near.makeelement(R, {})
    run.append(_mark(near, "commentReference", key))
    return run


def _top(run: Tree, paragraph: Tree) -> Tree:
    """Return what can be marked as a whole: the run, or the run or alternative it is buried in (ruby)."""
    found = run
    for above in run.iterancestors():
        if above is paragraph:
            break
        if above.tag in (R, ALTERNATE):
            found = above
    return found


def _split(spans: list[Span], at: int, paragraph: Tree) -> None:
    """Let a run begin at character ``at``, unless it does already or the run cannot be split."""
    for index, span in enumerate(spans):
        if not span.start <= at < span.end:
            continue
        if _top(span.run, paragraph) is not span.run:
            return
        if at > span.start:
            if span.piece.tag != T:
                return
            _split_text(spans, index, at)
            index += 1
        if any(other.run is spans[index].run for other in spans[:index]):
            _split_run(spans, index)
        return


def _split_text(spans: list[Span], index: int, at: int) -> None:
    """Cut a ``w:t`` in two within its run."""
    span = spans[index]
    cut = at - span.start
    piece, rest = span.piece, deepcopy(span.piece)
    rest.tail = piece.tail
    piece.text, piece.tail, rest.text = span.text[:cut], None, span.text[cut:]
    for half in (piece, rest):
        half.set(SPACE, "preserve")
    piece.addnext(rest)
    spans[index : index + 1] = [
        Span(span.start, span.text[:cut], span.run, piece),
        Span(at, span.text[cut:], span.run, rest),
    ]


def _split_run(spans: list[Span], index: int) -> None:
    """Move a piece of a run and what follows it to a new run of the same look."""
    run, first = spans[index].run, spans[index].piece
    new = run.makeelement(R, dict(run.attrib), run.nsmap)
    properties = run.find(RPR)
    if properties is not None:
        new.append(deepcopy(properties))
    children = list(run)
    for child in children[children.index(first) :]:
        new.append(child)
    new.tail, run.tail = run.tail, None
    run.addnext(new)
    for number, span in enumerate(spans[index:], index):
        if span.run is run:
            spans[number] = span._replace(run=new)
