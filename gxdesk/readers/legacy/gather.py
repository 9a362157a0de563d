"""Collects the shown text of one line, and beside it what revisions and hidden text hold."""

from __future__ import annotations

from typing import Protocol

from gxdesk.readers.legacy.pieces import whole
from gxdesk.readers.word.runs import Marks, readable


class Run(Protocol):
    """How a stretch of text is formatted."""

    @property
    def deleted(self) -> bool:
        """Deleted by a tracked change."""

    @property
    def inserted(self) -> bool:
        """Added by a tracked change."""

    @property
    def hidden(self) -> bool:
        """Not shown and not printed."""

    @property
    def white(self) -> bool:
        """In white letters."""

    @property
    def shaded(self) -> bool:
        """On a background of its own."""


class Gather:
    """Add runs in order; neighbouring runs of one kind become one entry of the marks."""

    def __init__(self, *, on_paper: bool) -> None:
        """Begin a line; ``on_paper``: it stands on the bare page, where white letters cannot be seen."""
        self.marks = Marks()
        self._on_paper = on_paper
        self._out: list[str] = []
        self._kinds: tuple[str, ...] = ()

    def add(self, text: str, run: Run) -> None:
        """Add text; deleted and hidden text goes to the marks only."""
        if not text.isascii():
            text = readable(text)
        kinds = tuple(
            name
            for name, holds in (
                ("deleted", run.deleted),
                ("hidden", run.hidden and not run.deleted),
                ("inserted", run.inserted and not (run.deleted or run.hidden)),
                ("white", self._on_paper and run.white and not (run.shaded or run.deleted or run.hidden)),
            )
            if holds
        )
        for kind in kinds:
            entries: list[str] = getattr(self.marks, kind)
            if kind in self._kinds and entries:
                entries[-1] += text
            else:
                entries.append(text)
        self._kinds = kinds
        if not (run.deleted or run.hidden):
            self._out.append(text)

    def text(self) -> str:
        """Return the shown text."""
        return whole("".join(self._out))

    def taken_marks(self) -> Marks | None:
        """Return the marks, ``None`` when there are none; white space alone is none."""
        for kind in ("inserted", "deleted", "hidden", "white"):
            entries: list[str] = getattr(self.marks, kind)
            if entries:
                entries[:] = [whole(entry) for entry in entries if entry.strip()]
        return self.marks or None
