"""What all sheets of an .xlsx share: strings, number formats, alignments, white letters, the date system."""

from __future__ import annotations

from gxdesk.readers.package import Element
from gxdesk.readers.sheet.cells import S, rich_text
from gxdesk.readers.sheet.formats import BUILT_IN, GENERAL

_WHITE = "0"  # the theme's first colour is the page; in the old palette 9 (and 1) is white
_INDEXED_WHITE = ("1", "9")


class Workbook:
    """The shared parts of a workbook, by style number."""

    def __init__(self, root: Element, strings: Element | None, styles: Element | None) -> None:
        """Take the parsed ``workbook.xml``, ``sharedStrings.xml`` and ``styles.xml`` (or ``None``)."""
        properties = root.find(S + "workbookPr")
        self.epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self.strings = [] if strings is None else [rich_text(item) for item in strings.iterfind(S + "si")]
        self._codes: list[str] = []
        self._centered: list[bool] = []
        self._white: list[bool] = []
        if styles is not None:
            self._read_styles(styles)

    def code(self, style: int) -> str:
        """Return the number format of a cell style."""
        return self._codes[style] if style < len(self._codes) else GENERAL

    def centered(self, style: int) -> bool:
        """Tell whether a cell style centres its text."""
        return style < len(self._centered) and self._centered[style]

    def white(self, style: int) -> bool:
        """Tell whether a cell style writes white on white."""
        return style < len(self._white) and self._white[style]

    def has_white(self) -> bool:
        """Tell whether any style may do so."""
        return True in self._white

    def string(self, index: str) -> str:
        """Return a shared string; ``""`` for an index that does not exist."""
        return self.strings[int(index)] if index.isdecimal() and int(index) < len(self.strings) else ""

    def _read_styles(self, styles: Element) -> None:
        own = {
            found.get("numFmtId", ""): found.get("formatCode", GENERAL)
            for found in styles.iterfind(f"{S}numFmts/{S}numFmt")
        }
        pale = [_is_white(font.find(S + "color")) for font in styles.iterfind(f"{S}fonts/{S}font")]
        bare = [_is_bare(fill) for fill in styles.iterfind(f"{S}fills/{S}fill")]
        for style in styles.iterfind(f"{S}cellXfs/{S}xf"):
            number = style.get("numFmtId", "0")
            built_in = BUILT_IN.get(int(number), GENERAL) if number.isdecimal() else GENERAL
            self._codes.append(own.get(number, built_in))
            alignment = style.find(S + "alignment")
            horizontal = "" if alignment is None else alignment.get("horizontal", "")
            self._centered.append(horizontal in ("center", "centerContinuous"))
            self._white.append(_at(pale, style.get("fontId"), False) and _at(bare, style.get("fillId"), True))


def _at(found: list[bool], index: str | None, otherwise: bool) -> bool:
    if index is None or not index.isdecimal() or int(index) >= len(found):
        return otherwise
    return found[int(index)]


def _is_white(color: Element | None) -> bool:
    if color is None:
        return False
    plain = color.get("tint") in (None, "0")
    return (
        color.get("rgb", "")[-6:].upper() == "FFFFFF"
        or (color.get("theme") == _WHITE and plain)
        or color.get("indexed") in _INDEXED_WHITE
    )


def _is_bare(fill: Element) -> bool:
    pattern = fill.find(S + "patternFill")
    if pattern is None:
        return fill.find(S + "gradientFill") is None
    kind = pattern.get("patternType", "none")
    return kind == "none" or (kind == "solid" and _is_white(pattern.find(S + "fgColor")))
