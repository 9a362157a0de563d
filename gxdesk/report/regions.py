"""Which paragraphs belong to the report: page furniture, foreign text and second copies are set apart."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.document.model import FURNITURE, MARGIN, Document, Paragraph
from gxdesk.lexicon import pattern

SHORTEST_COPY = 12  # folded characters; shorter lines repeat by nature (headings, 0件 sentences)
FEWEST_COPIES = 3  # paragraphs in the same order that make a second copy of the text
HEAD = 20  # characters of a paragraph that identify it when something was glued to its front


def furniture(document: Document) -> frozenset[int]:
    """Return the blocks that are page furniture (打印本页, 当前位置...) by their words or their role."""
    lines = pattern("web", "lines")
    return with_role(document, FURNITURE) | {
        i for i, folded in document.folded.items() if len(folded.text) < 120 and lines.fullmatch(folded.text)
    }


def margins(document: Document) -> frozenset[int]:
    """Return the blocks beside the text: footnotes, endnotes, headers and footers."""
    return with_role(document, MARGIN)


def with_role(document: Document, role: str) -> frozenset[int]:
    """Return the paragraphs the reader gave a role to."""
    return frozenset(i for i in document.aside if _role(document, i) == role)


def _role(document: Document, index: int) -> str:
    block = document.blocks[index]
    return block.role if isinstance(block, Paragraph) else ""


def foreign(document: Document) -> frozenset[int]:
    """Return the blocks from the first 延伸阅读-like line to the end."""
    start = pattern("web", "foreign")
    for index, folded in document.main.items():
        if len(folded.text) < 20 and start.fullmatch(folded.text):
            return frozenset(range(index, len(document.blocks))) - margins(document)
    return frozenset()


def repeats(document: Document, skip: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yield ``(first, second)`` for paragraphs whose folded text stood earlier in the draft."""
    seen: dict[str, int] = {}
    for index, folded in document.main.items():
        if index in skip or len(folded.text) < SHORTEST_COPY:
            continue
        first = seen.setdefault(folded.text, index)
        if first != index:
            yield first, index


def copies(document: Document, skip: frozenset[int]) -> frozenset[int]:
    """Return the blocks of a second copy of the text: repeated paragraphs in the order of the first."""
    chain: list[tuple[int, int]] = []
    for first, second in repeats(document, skip):
        if not chain or first > chain[-1][0]:
            chain.append((first, second))
        elif len(chain) < FEWEST_COPIES:
            chain = [(first, second)]
    if len(chain) < FEWEST_COPIES or chain[0][1] <= chain[-1][0]:
        return frozenset()
    start = _start_of_copy(document, *chain[0])
    return frozenset(range(start, chain[-1][1] + 1))


def _start_of_copy(document: Document, first: int, second: int) -> int:
    """Walk back over paragraphs that repeat the text before ``first`` in part (cut or glued to others)."""
    texts = {i: folded.text for i, folded in document.folded.items() if i < second}
    originals = [text for i, text in texts.items() if i < first and len(text) >= SHORTEST_COPY]
    before = {text for i, text in texts.items() if i < first}
    while (text := texts.get(second - 1)) is not None and (
        text in before or any(text in original or original[:HEAD] in text for original in originals)
    ):
        second -= 1
    return second
