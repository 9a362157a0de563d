"""Collects what a reader notices about the file itself, with places, without drowning the clerk."""

from __future__ import annotations

from collections import Counter

from gxdesk.document.model import Notice
from gxdesk.document.place import WHOLE_DRAFT, Origin, Place

LIMIT = 60  # places of one kind; the rest is counted in one closing notice


def quote(text: str, length: int = 24) -> str:
    """Return ``text`` on one line, shortened, in Chinese quotation marks."""
    line = " ".join(text.split())
    return f"“{line[:length]}…”" if len(line) > length else f"“{line}”"


class Notes:
    """The notices of one file in the order they were met, at most :data:`LIMIT` of a kind."""

    def __init__(self) -> None:
        """Start without notices."""
        self._notices: list[Notice] = []
        self._counts: Counter[str] = Counter()

    def add(self, kind: str, text: str, place: Place = WHOLE_DRAFT) -> None:
        """Add a notice of ``kind`` (see :class:`gxdesk.document.model.Notice`)."""
        self._counts[kind] += 1
        if self._counts[kind] <= LIMIT:
            self._notices.append(Notice(kind, text, place))

    def at(
        self, kind: str, text: str, block: int | None, origin: Origin, cell: tuple[int, int] | None = None
    ) -> None:
        """Add a notice at a block, or at the ``(row, column)`` of a table block."""
        row, column = cell or (None, None)
        self.add(kind, text, Place(origin.label(), block, row, column, origin=origin))

    def done(self) -> tuple[Notice, ...]:
        """Return the notices, with one more for each kind that has too many places."""
        rest = [
            Notice(kind, f"同类情况另有 {count - LIMIT} 处，不再逐一列出。", WHOLE_DRAFT)
            for kind, count in self._counts.items()
            if count > LIMIT
        ]
        return (*self._notices, *rest)
