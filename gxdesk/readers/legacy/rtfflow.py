"""One flow of RTF text (the body, a text box, a comment): the line being written, the row being described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gxdesk.readers.legacy.body import CONTINUE, RESTART, Builder, Content, Line, Shape
from gxdesk.readers.legacy.gather import Gather, Run
from gxdesk.readers.word.runs import readable

MAX_CELLS = 4096
BULLET = "•"
_MERGES = {"clmgf": ("across", RESTART), "clmrg": ("across", CONTINUE)}
_MERGES |= {"clvmgf": ("down", RESTART), "clvmrg": ("down", CONTINUE)}
ROW_WORDS = frozenset({"trowd", "trleft", "cellx", *_MERGES})


@dataclass(slots=True)
class Paragraph:
    """Paragraph properties in force. ``level`` is ``None`` where the paragraph does not say.

    ``list_use`` is 0 for a paragraph without a number.
    """

    style: int = 0
    in_table: bool = False
    depth: int = 0
    centered: bool = False
    level: int | None = None
    shaded: bool = False
    list_use: int = 0
    list_level: int = 0

    def nesting(self) -> int:
        """Return how deep in tables the paragraph stands."""
        return max(1, self.depth) if self.in_table else 0


@dataclass(slots=True)
class RowFormat:
    """A row's description while it is read: ``\\trowd`` to ``\\row``; then it is no longer ``begun``."""

    begun: bool = False
    shape: Shape = field(default_factory=Shape)
    across: int = 0
    down: int = 0

    def word(self, word: str, number: int | None) -> None:
        """Take a control word of a row's description."""
        if word == "trowd":
            self.shape, self.across, self.down, self.begun = Shape([0]), 0, 0, True
        elif word == "trleft":
            if len(self.shape.edges) == 1:
                self.shape.edges[0] = number or 0
        elif word in _MERGES:
            name, value = _MERGES[word]
            setattr(self, name, value)
        elif word == "cellx" and len(self.shape.edges) <= MAX_CELLS:
            shape = self.shape
            shape.edges = shape.edges or [0]
            shape.edges.append(number or 0)
            shape.across.append(self.across)
            shape.down.append(self.down)
            self.across = self.down = 0


class Flow:
    """Collects lines and rows into a body."""

    def __init__(self, level: Callable[[int], int], *, on_paper: bool = False) -> None:
        """Begin; ``level`` tells the outline level of a style. ``on_paper``: this is the body itself."""
        self._on_paper = on_paper
        self.row = RowFormat()
        self.nested_row = RowFormat()
        self.prefix: list[str] = []
        self.boxes: list[Content] = []
        self.gather: Gather = Gather(on_paper=False)
        self._level = level
        self._builder = Builder()
        self._begun = False

    def add(self, text: str, run: Run, paragraph: Paragraph) -> None:
        """Add shown text."""
        self._begin(paragraph)
        self.gather.add(text, run)

    def touch(self, paragraph: Paragraph) -> None:
        """Begin the line, though it has no text yet (a picture, a comment)."""
        self._begin(paragraph)

    def end(self, paragraph: Paragraph, run: Run, cell: int = 0) -> None:
        """End the line; ``cell``: and with it a cell of a table at this depth."""
        self._begin(paragraph)
        self.gather.marks.changed_mark = run.inserted or run.deleted
        level = paragraph.level
        if level is None:
            level = self._level(paragraph.style)
        number = (str(paragraph.list_use), paragraph.list_level) if paragraph.list_use else None
        line = Line(self.gather.text(), level, paragraph.centered, self._number(), number)
        line.marks, line.boxes = self.gather.taken_marks(), self.boxes
        line.joined = run.deleted and not cell
        if line.joined or (run.hidden and not line.text.strip()):
            line.number, line.prefix = None, ""
        self.boxes, self._begun = [], False
        if cell:
            self._builder.cell(line, cell)
        else:
            self._builder.line(line, paragraph.nesting() or self._in_row())

    def _in_row(self) -> int:
        """Return 1 where cells of a row are still to come: some programs forget to say ``\\intbl``."""
        return int(self.row.begun and self._builder.cells_read() < len(self.row.shape.down))

    def end_row(self, depth: int) -> None:
        """End a row at ``depth``; nested rows have their own description."""
        row = self.nested_row if depth > 1 else self.row
        shape, row.begun = row.shape, False
        self._builder.row(Shape(list(shape.edges), list(shape.across), list(shape.down)), depth)

    def done(self, paragraph: Paragraph, run: Run) -> Content:
        """Return the body; a line still open ends here."""
        if self._begun or self.boxes:
            self.end(paragraph, run)
        return self._builder.done()

    @property
    def begun(self) -> bool:
        """Tell whether a line is open."""
        return self._begun

    def _begin(self, paragraph: Paragraph) -> None:
        if not self._begun:
            self._begun = True
            self.gather = Gather(on_paper=self._on_paper and not (paragraph.in_table or paragraph.shaded))

    def _number(self) -> str:
        """Return the automatic number: separated from the text as the .docx reader does it."""
        text = "".join(self.prefix)
        self.prefix.clear()
        number = readable(text.strip(), BULLET)
        bullet = len(number) == 1 and not number.isalnum()
        return number + " " if bullet or (number != text and number[-1:].isascii()) else number
