"""Finding words in a report's own paragraphs, asking first whether they occur at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from gxdesk.document.model import Cell
from gxdesk.document.place import Place
from gxdesk.report.model import Report, Section, Sentence

Words = tuple[str, ...]


def matches(report: Report, words: Words, expression: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield ``(block, match)`` of an expression that can only match in a paragraph with one of ``words``."""
    found = _remembering(expression)
    for block, text in having(report, words):
        for match in found(text):
            yield block, match


def having(report: Report, words: Words) -> Iterator[tuple[int, str]]:
    """Yield ``(block, folded text)`` of the report's own paragraphs that have one of ``words``.

    The whole text is looked over at once: most words stand nowhere, or in few paragraphs.
    """
    search, text, starts = _any(words).search, report.own_text, report.own_starts
    found = search(text)
    while found:
        number = bisect_right(starts, found.start())
        yield report.own[number - 1]
        found = search(text, starts[number]) if number < len(starts) else None


def sentences(report: Report, words: Words) -> Iterator[Sentence]:
    """Yield the sentences that have one of ``words``."""
    search = _any(words).search
    for block, _ in having(report, words):
        for sentence in report.sentences_of[block]:
            if search(sentence.text):
                yield sentence


def paragraphs(report: Report, section: Section | None) -> list[tuple[int, str]]:
    """Return ``(block, folded text)`` of a section's own paragraphs; nothing without such a section."""
    if section is None or not section.present or not section.heading:
        return []
    return [(block, text) for block, text in report.own if section.start <= block < section.end]


def in_passage(report: Report, block: int, cell: Cell | None, span: tuple[int, int]) -> Place:
    """Return the place of folded characters of a paragraph, or of the cell."""
    return report.document.cell_place(block, cell) if cell else report.folded_span(block, *span)


@cache
def _remembering(expression: re.Pattern[str]) -> Callable[[str], tuple[re.Match[str], ...]]:
    """Return what finds the matches in a paragraph; a draft is checked at every save."""

    @lru_cache(maxsize=4000)
    def found(text: str) -> tuple[re.Match[str], ...]:
        return tuple(expression.finditer(text))

    return found


@cache
def _any(words: Words) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
