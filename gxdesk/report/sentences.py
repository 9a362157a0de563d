"""Cutting folded paragraphs into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.document.text import Folded

_SENTENCE = re.compile(r"[^。;!?]+")


def cut(folded: Folded) -> Iterator[tuple[int, str]]:
    """Yield ``(offset, sentence)`` for each sentence; the closing mark is left out."""
    for match in _SENTENCE.finditer(folded.text):
        yield match.start(), match[0]
