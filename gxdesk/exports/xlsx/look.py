"""How the workbooks look: one set of fonts, colours, borders and page settings for every sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gxdesk.checklist.model import Status
from gxdesk.checks.api import Severity

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill

TEXT_FONT, TITLE_FONT = "宋体", "黑体"  # on every Windows, Kylin and UOS machine
INK, LINE, BAND, HEADER = "FF262626", "FFBFBFBF", "FF1F4E79", "FFD9E2EF"


@dataclass(frozen=True, slots=True)
class Tone:
    """A background and the ink on it; the word in the cell always says the same as the colour."""

    fill: str
    ink: str


RED = Tone("FFFFC7CE", "FF9C0006")
AMBER = Tone("FFFFEB9C", "FF7F4F00")
GREEN = Tone("FFD8F0DC", "FF00561B")
BLUE = Tone("FFDDEBF7", "FF1F4E79")
GREY = Tone("FFEDEDED", "FF595959")
VIOLET = Tone("FFE8E1F0", "FF5B3F86")

STATUS_TONES = {
    Status.FAIL: RED,
    Status.WARN: AMBER,
    Status.PASS: GREEN,
    Status.MANUAL: BLUE,
    Status.NOT_APPLICABLE: GREY,
    Status.NOT_CHECKABLE: VIOLET,
}
SEVERITY_TONES = {Severity.ERROR: RED, Severity.WARNING: AMBER, Severity.INFO: BLUE}


@cache
def font(size: float = 10, ink: str = INK, bold: bool = False, title: bool = False) -> Font:
    """Return a font; ``title`` chooses the heading face."""
    from openpyxl.styles import Font

    return Font(name=TITLE_FONT if title else TEXT_FONT, size=size, color=ink, bold=bold)


@cache
def fill(colour: str) -> PatternFill:
    """Return a plain background."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=colour, end_color=colour)


@cache
def border() -> Border:
    """Return the thin grey box around every cell of a list."""
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=LINE)
    return Border(left=side, right=side, top=side, bottom=side)


@cache
def align(horizontal: str = "left", vertical: str = "center") -> Alignment:
    """Return an alignment that wraps."""
    from openpyxl.styles import Alignment

    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)


def boxed(cell: Cell, horizontal: str = "left", tone: Tone | None = None, bold: bool = False) -> None:
    """Style a cell of a list."""
    cell.border = border()
    cell.alignment = align(horizontal)
    cell.font = font(ink=tone.ink if tone else INK, bold=bold)
    if tone is not None:
        cell.fill = fill(tone.fill)


def heading(cell: Cell) -> None:
    """Style a cell of a header row."""
    cell.border = border()
    cell.alignment = align("center")
    cell.font = font(bold=True, title=True)
    cell.fill = fill(HEADER)
