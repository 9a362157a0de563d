"""The way back from a paragraph's shown text to the runs that hold it, for whoever marks words in a draft."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from gxdesk.readers.word.names import R
from gxdesk.readers.word.runs import RunReader
from gxdesk.readers.word.styles import Styles

Tree = Any  # an element of the standard library or of lxml


class Span(NamedTuple):
    """``text`` of the shown paragraph begins at ``start`` and stands in ``piece``, a child of ``run``."""

    start: int
    text: str
    run: Tree
    piece: Tree

    @property
    def end(self) -> int:
        """Where the text ends."""
        return self.start + len(self.text)


class Tracer(RunReader):
    """Reads paragraphs as :class:`RunReader` does and remembers which piece of which run gave which text.

    Paragraphs must be read in the order of the document: fields run over several of them.
    """

    def __init__(self, styles: Styles) -> None:
        """Use ``styles`` to find out whether a run is hidden."""
        super().__init__(styles)
        self._spans: list[Span] = []

    def trace(self, paragraph: Tree, hidden: bool = False) -> tuple[str, list[Span]]:
        """Return the text of a ``w:p`` (without an automatic number) and its spans in reading order.

        Text that stands in no run of its own (formulas) has no span.
        """
        self._spans = []
        text = self.read(paragraph, hidden)
        return text, self._spans

    def _pieces(self, run: Iterable[Any], out: list[str]) -> None:
        for piece in run:
            start, known = len("".join(out)), len(self._spans)
            super()._pieces([piece], out)  # type: ignore[arg-type]
            text = "".join(out)[start:]
            if text and out is self._out and len(self._spans) == known and getattr(run, "tag", None) == R:
                self._spans.append(Span(start, text, run, piece))
