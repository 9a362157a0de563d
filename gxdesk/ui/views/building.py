"""Writing a long draft in short stretches, so that the window never stands still."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtGui import QTextCursor, QTextDocument

from gxdesk.ui.views.compose import Composer
from gxdesk.ui.views.marks import Marks, Spot
from gxdesk.ui.views.paint import Painter


class Building:
    """A document half written. ``anchor`` is the text position to come back to when it is reached.

    ``scroll``: a finding was chosen meanwhile and is to be brought into view at the end.
    """

    def __init__(
        self, document: QTextDocument, composer: Composer, painter: Painter, marks: Marks, anchor: int
    ) -> None:
        """Prepare to write into ``document``; nothing is written yet."""
        self.done = False
        self.anchor = anchor
        self.scroll = False
        self.document = document
        self._steps = composer.steps()
        self._painter = painter
        self._spots: dict[int, list[Spot]] = {}
        for spot in marks.spots:
            self._spots.setdefault(spot.block, []).append(spot)

    def go_on(self, milliseconds: float) -> None:
        """Write (and mark) blocks until the time is over or all is written."""
        end = perf_counter() + milliseconds / 1000
        edit = QTextCursor(self.document)
        edit.beginEditBlock()
        for index in self._steps:
            self._painter.paint(self._spots.get(index, ()))
            if perf_counter() > end:
                break
        else:
            self.done = True
        edit.endEditBlock()

    def reached(self, position: int) -> bool:
        """Whether the text is written some screens beyond a position."""
        return self.done or self.document.characterCount() > position + 6000
