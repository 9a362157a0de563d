"""Finding words in a report's own paragraphs, asking first whether they occur at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gxdesk.report.model import Report, Section, Sentence


def matches(
    report: Report, words: Iterable[str], expression: re.Pattern[str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield ``(block, match)`` of an expression that can only match where one of ``words`` stands.

    The whole text is looked over at once; ``^`` and ``$`` need ``re.M``.
    """
    text = report.text
    if not any(word in text for word in words):
        return
    own: frozenset[int] | None = None
    for found in expression.finditer(text):
        if "\n" in found[0]:
            continue
        own = own if own is not None else frozenset(block for block, _ in report.prose)
        block, start, _ = report.in_text(*found.span())
        match = expression.match(report.folded[block].text, start) if block in own else None
        if match is not None:
            yield block, match


def sentences(report: Report, words: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences that have one of ``words``."""
    present = [word for word in words if word in report.text]
    if present:
        for sentence in report.sentences:
            if any(word in sentence.text for word in present):
                yield sentence


def paragraphs(report: Report, section: Section | None) -> list[tuple[int, str]]:
    """Return ``(block, folded text)`` of a section's own paragraphs; nothing without such a section."""
    if section is None or not section.present or not section.heading:
        return []
    return [
        (block, report.folded[block].text)
        for block, _ in report.prose
        if section.start <= block < section.end
    ]
