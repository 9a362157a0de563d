"""Finding words in a report's own paragraphs, asking first whether they occur at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from gxdesk.document.model import Cell
from gxdesk.document.place import Place
from gxdesk.report.model import Report, Section, Sentence

Words = tuple[str, ...]


def matches(report: Report, words: Words, expression: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield ``(block, match)`` of an expression that can only match in a paragraph with one of ``words``."""
    for block, text in having(report, words):
        for match in expression.finditer(text):
            yield block, match


def having(report: Report, words: Words) -> list[tuple[int, str]]:
    """Return ``(block, folded text)`` of the report's own paragraphs that have one of ``words``."""
    has = _finder(report, words)
    return [(block, text) for block, text in report.own if has(text)] if has else []


def sentences(report: Report, words: Words) -> list[Sentence]:
    """Return the sentences that have one of ``words``."""
    has = _finder(report, words)
    return [sentence for sentence in report.sentences if has(sentence.text)] if has else []


def paragraphs(report: Report, section: Section | None) -> list[tuple[int, str]]:
    """Return ``(block, folded text)`` of a section's own paragraphs; nothing without such a section."""
    if section is None or not section.present or not section.heading:
        return []
    return [(block, text) for block, text in report.own if section.start <= block < section.end]


def in_passage(report: Report, block: int, cell: Cell | None, span: tuple[int, int]) -> Place:
    """Return the place of folded characters of a paragraph, or of the cell."""
    return report.document.cell_place(block, cell) if cell else report.folded_span(block, *span)


def _finder(report: Report, words: Words) -> Callable[[str], object] | None:
    """Return what tells whether a text has one of ``words``; ``None``: the report has none of them."""
    text = report.own_text
    present = tuple(word for word in words if word in text)
    return _any(present).search if present else None


@cache
def _any(words: Words) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
