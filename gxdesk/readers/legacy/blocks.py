"""A body of lines and raw tables to the blocks of a Document, numbered as the .docx reader numbers them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace

from gxdesk.document.model import MARGIN, Block, Paragraph
from gxdesk.document.place import GridOrigin, ParagraphOrigin
from gxdesk.readers.legacy.body import Content, Line, RawTable
from gxdesk.readers.legacy.grid import read_grid
from gxdesk.readers.legacy.margins import NOTES, Margin, margin_lines
from gxdesk.readers.notes import Notes
from gxdesk.readers.word.margins import is_page_number
from gxdesk.readers.word.numbering import LEVELS, Numbering
from gxdesk.readers.word.remarks import Remarks
from gxdesk.readers.word.runs import Marks

MAX_DEPTH = 60  # text boxes in tables in text boxes...


class LegacyRemarks(Remarks):
    """Says what stands beside the text; the comments are known beforehand."""

    def __init__(self, notes: Notes, comments: dict[str, str]) -> None:
        """Add to ``notes``; ``comments`` holds the text of every comment by the key marks carry."""
        super().__init__(notes, lambda: None)
        self._said = comments


class Blocks:
    """Builds blocks in reading order: cells, then tables within them; text boxes after their anchor."""

    def __init__(self, numbering: Numbering, remarks: Remarks) -> None:
        """Count automatic numbers with ``numbering`` and report with ``remarks``."""
        self._numbering = numbering
        self._remarks = remarks
        self._blocks: list[Block] = []
        self._direct_paragraphs = self._direct_tables = 0
        self._paragraphs = self._tables = 0
        self._counted: Counter[str] = Counter()
        self._held: tuple[str, ParagraphOrigin] | None = None  # text whose paragraph mark was deleted

    def build(self, body: Content, margins: list[Margin]) -> tuple[Block, ...]:
        """Return the blocks of ``body``, then those of what stands beside it."""
        self._paragraphs = sum(isinstance(item, Line) for item in body)
        self._tables = len(body) - self._paragraphs
        self._walk(body, "", 0)
        self._release()
        self._margins(margins)
        return tuple(self._blocks)

    def _walk(self, content: Content, holder: str, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        for item in content:
            if isinstance(item, Line):
                self._paragraph(item, holder)
                self._boxes(item, depth)
            else:
                self._table(item, holder, depth)

    def _boxes(self, line: Line, depth: int) -> None:
        for box in line.boxes:
            self._walk(box, self._here("文本框"), depth + 1)

    def _here(self, what: str) -> str:
        return f"第{self._direct_paragraphs}段后的{what}" if self._direct_paragraphs else f"开头的{what}"

    def _paragraph(self, line: Line, holder: str) -> None:
        number, name = self._direct_paragraphs, ""
        if holder:
            number = self._paragraphs
            self._paragraphs += 1
            self._counted[holder] += 1
            name = f"{holder}第{self._counted[holder]}段"
        else:
            self._direct_paragraphs += 1
        shown, skip = self._shown(line)
        origin = ParagraphOrigin(number, skip, name)
        if line.joined and (self._held or line.text.strip()):
            before, first = self._held or ("", replace(origin, skip=0))
            self._held = before + line.text, first
            return
        if self._held is not None:
            before, first = self._held
            shown, origin, self._held = shown[:skip] + before + line.text, replace(first, skip=skip), None
        block = None
        if shown[skip:].strip():
            block = len(self._blocks)
            self._blocks.append(Paragraph(shown, origin, line.level, line.centered))
        if line.marks is not None:
            self._remarks.marks(line.marks, block, origin)

    def _release(self) -> None:
        """Let go of text that waits for a next paragraph when there is none."""
        if self._held is not None:
            text, origin = self._held
            self._held = None
            self._blocks.append(Paragraph(text, origin))

    def _margins(self, margins: list[Margin]) -> None:
        """Add notes, headers and footers; a header or footer that only repeats or numbers pages goes."""
        said: set[str] = set()
        for kind, line, origin in margin_lines(margins):
            text = line.text.strip()
            if text and (kind in NOTES or not (text in said or is_page_number(text))):
                said.add(text)
                self._blocks.append(Paragraph(text, origin, role=MARGIN))
                if line.marks is not None:
                    self._remarks.marks(line.marks, len(self._blocks) - 1, origin)

    def _shown(self, line: Line) -> tuple[str, int]:
        """Return the text with its automatic number, and the length of the number."""
        prefix = line.prefix
        if line.number is not None and 0 <= line.number[1] < LEVELS:
            prefix = _truer(self._numbering.next(*line.number), prefix)
        if not line.text.strip():
            prefix = prefix.rstrip()
        return prefix + line.text, len(prefix)

    def _table(self, raw: RawTable, holder: str, depth: int) -> None:
        self._release()
        number, name = self._direct_tables, ""
        if holder:
            number = self._tables
            self._tables += 1
            self._counted[holder + "/"] += 1
            name = f"{holder}第{self._counted[holder + '/']}个表格"
        else:
            self._direct_tables += 1
        if len(raw.rows) == 1 and len(raw.rows[0].cells) == 1:  # only a frame
            self._walk(raw.rows[0].cells[0], name or f"第{number + 1}个表格内", depth + 1)
            return
        self._grid(raw, GridOrigin(number, name=name))
        contents = [content for row in raw.rows for content in row.cells]
        for content in contents:
            for item in content:
                if isinstance(item, RawTable) and depth < MAX_DEPTH:
                    self._table(item, f"第{self._direct_tables}个表格内", depth + 1)
        for content in contents:
            for item in content:
                if isinstance(item, Line):
                    self._boxes(item, depth)

    def _lines(self, lines: list[Line]) -> list[str]:
        """Return the texts of the lines of a cell; a line whose end was deleted goes on with the next."""
        texts: list[str] = []
        joined = False
        for line in lines:
            text = self._shown(line)[0]
            texts = [*texts[:-1], texts[-1] + text] if joined else [*texts, text]
            joined = line.joined
        return texts

    def _grid(self, raw: RawTable, origin: GridOrigin) -> None:
        found: list[tuple[Marks, int, int]] = []

        def text(content: Content, row: int, column: int) -> str:
            lines = [item for item in content if isinstance(item, Line)]
            found.extend((line.marks, row, column) for line in lines if line.marks is not None)
            texts = self._lines(lines)
            return texts[0] if len(texts) == 1 else "\n".join(texts).strip("\n")

        table = read_grid(raw, origin, text)
        if not table.cells:
            return
        block = len(self._blocks)
        self._blocks.append(table)
        if raw.tracked:
            self._remarks.tracked_rows(block, table.origin)
        for marks, row, column in found:
            place = GridOrigin(origin.table, row, column, origin.name)
            self._remarks.marks(marks, block, place, (row, column))


def _truer(counted: str, written: str) -> str:
    """Choose between a counted number and the one RTF has put down beside it (``""``: none).

    Word puts down rare kinds as another one (壹 as 一); LibreOffice writes the signs around a number in ASCII
    into the list, or as "?".
    """
    one, other = (unicodedata.normalize("NFKC", number).strip() for number in (counted, written))
    return written if written and (one == other or not counted or "?" in counted) else counted
