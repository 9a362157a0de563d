"""The text of one Word paragraph as a reader of the printed page sees it, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gxdesk.readers.package import Element
from gxdesk.readers.word.fields import Fields
from gxdesk.readers.word.names import (
    ALTERNATE,
    CHOICE,
    DEL,
    FALLBACK,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    VAL,
    WP,
    M,
    R,
    T,
    V,
    W,
    integer,
    is_on,
)
from gxdesk.readers.word.styles import Styles

_CARRIERS = frozenset(
    W + name for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent")
)
_VANISH, _RSTYLE, _COLOR = W + "vanish", W + "rStyle", W + "color"
_JC, _P_STYLE = W + "jc", W + "pStyle"
_TAB, _BR, _CR, _TYPE = W + "tab", W + "br", W + "cr", W + "type"
_FLD_CHAR, _FLD_TYPE, _INSTRUCTION = W + "fldChar", W + "fldCharType", W + "instrText"
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_PLAIN = {W + "noBreakHyphen": "-", W + "ptab": "\t"}
_TICKS = {
    "F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□", "F0A3": "□", "F0FC": "✓", "F050": "✓", "F0FB": "×",
    "F0FD": "☒", "F053": "☒", "F0B7": "•", "F06C": "●", "F06E": "■", "F075": "◆", "F0D8": "➢",
}  # fmt: skip
_SYMBOLS = re.compile("[\uf020-\uf0ff]")  # characters of symbol fonts, written as such
UNKNOWN = "□"
LARGE = 2_000_000  # a picture at least this wide (in EMU; about 5.5 cm) may hold a table


@dataclass(slots=True)
class Marks:
    """What a paragraph (or the paragraphs of a cell) holds beside its text."""

    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    white: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: int = 0
    changed_mark: bool = False  # the paragraph itself was added or deleted with tracked changes

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(
            self.pictures
            or self.hidden
            or self.white
            or self.inserted
            or self.deleted
            or self.comments
            or self.changed_mark
        )


class RunReader:
    """Reads the runs of paragraphs, one after the other (a field may run over several paragraphs)."""

    def __init__(self, styles: Styles) -> None:
        """Use ``styles`` to find out whether a run is hidden."""
        self._styles = styles
        self._fields = Fields()
        self._begun = self._fields.begun
        self._out: list[str] = []
        self._hidden = False
        self._on_paper = False
        self.symbols = False  # are there characters of symbol fonts in the text?
        self.marks = Marks()
        self.joined = False  # the mark of the paragraph read last was deleted: it goes on with the next

    def plain(self, paragraph: Element) -> str | None:
        """Return the text of a paragraph that is one bare run, as nearly all table cells are; else ``None``.

        A shortcut: :meth:`read` finds the same, but asks six questions more.
        """
        count = len(paragraph)
        if count == 0:
            return ""
        if self._begun or self.symbols or count > 2:
            return None
        first, run = paragraph[0], paragraph[count - 1]
        if first.tag == PPR:
            for child in first:
                if child.tag != _JC and not (child.tag == _P_STYLE and self._styles.is_plain(child.get(VAL))):
                    return None
            if count == 1:
                return ""
        elif count == 2:
            return None
        if run.tag != R or len(run) != 1 or run[0].tag != T:
            return None
        return run[0].text or ""

    def read(self, paragraph: Element, hidden: bool = False, on_paper: bool = False) -> str:
        """Return the text of a ``w:p``; tracked insertions stay, deletions and hidden text are left out.

        What was left out is added to :attr:`marks`. ``hidden``: the paragraph's style hides its text.
        ``on_paper``: it stands on the bare page, where white letters cannot be seen.
        """
        out: list[str] = []
        self._out = out
        self._hidden = hidden
        self._on_paper = on_paper
        self._walk(paragraph)
        if self._begun:
            self._fields.end_paragraph()
        text = out[0] if len(out) == 1 else "".join(out)
        return readable(text) if self.symbols else text

    def _walk(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag == PPR:
                pass
            elif tag in _CARRIERS:
                self._walk(child)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self._walk(content)
            elif tag in (INS, MOVE_TO):
                self._inserted(child)
            elif tag in (DEL, MOVE_FROM):
                self._deleted(child)
            elif tag == ALTERNATE:
                self._alternate(child)
            elif tag in (M + "oMath", M + "oMathPara"):
                self._out.extend(text.text or "" for text in child.iter(M + "t"))

    def _alternate(self, element: Element) -> None:
        choice = element.find(CHOICE)
        choice = element.find(FALLBACK) if choice is None else choice
        if choice is not None:
            self._pieces(choice, self._out)
            self._walk(choice)

    def _inserted(self, element: Element) -> None:
        before = len(self._out)
        self._walk(element)
        text = "".join(self._out[before:])
        if text.strip():
            self.marks.inserted.append(text)

    def _deleted(self, element: Element) -> None:
        names = (T, W + "delText")
        text = "".join(piece.text or "" for piece in element.iter() if piece.tag in names)
        if text.strip():
            self.marks.deleted.append(text)

    def _run(self, run: Element) -> None:
        properties = run.find(RPR)
        hidden = self._hidden if properties is None else self._is_hidden(properties)
        if not hidden:
            before = len(self._out)
            self._pieces(run, self._out)
            if self._on_paper and properties is not None and _is_white(properties):
                text = "".join(self._out[before:])
                if text.strip():
                    self.marks.white.append(text)
            return
        out: list[str] = []
        self._pieces(run, out)
        text = "".join(out)
        if text.strip():
            self.marks.hidden.append(text)

    def _pieces(self, run: Element, out: list[str]) -> None:
        for piece in run:
            tag = piece.tag
            if tag == T:
                if piece.text and (not self._begun or all(self._begun)):
                    out.append(piece.text)
            elif tag == RPR:
                pass
            elif tag == _TAB:
                out.append("\t")
            elif tag == _BR:
                if piece.get(_TYPE, "textWrapping") == "textWrapping":
                    out.append("\n")
            elif tag == _CR:
                out.append("\n")
            elif tag == _FLD_CHAR:
                out.append(self._field(piece.get(_FLD_TYPE)))
            elif tag == _INSTRUCTION:
                self._fields.instruct(piece.text or "")
            elif tag in _PICTURES:
                self.marks.pictures += _large_picture(piece)
            elif tag in _PLAIN:
                out.append(_PLAIN[tag])
            elif tag == W + "sym":
                out.append(_symbol(piece))
            elif tag == W + "commentReference":
                self.marks.comments.append(piece.get(W + "id", ""))
            elif tag == W + "ruby":
                self._ruby(piece)
            elif tag == ALTERNATE:
                self._alternate(piece)

    def _ruby(self, element: Element) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self._walk(base)

    def _field(self, kind: str | None) -> str:
        if kind == "separate":
            return self._fields.separate()
        if kind == "end":
            return self._fields.end()
        if kind == "begin":
            self._fields.begin()
        return ""

    def _is_hidden(self, properties: Element) -> bool:
        own = properties.find(_VANISH)
        if own is not None:
            return is_on(own.get(VAL))
        style = properties.find(_RSTYLE)
        if style is not None:
            hidden = self._styles.get(style.get(VAL)).hidden
            if hidden is not None:
                return hidden
        return self._hidden


def _is_white(properties: Element) -> bool:
    color = properties.find(_COLOR)
    if color is None or color.get(VAL, "").upper() != "FFFFFF":
        return False
    return properties.find(W + "highlight") is None and properties.find(W + "shd") is None


def _symbol(element: Element) -> str:
    try:
        return symbol(int(element.get(W + "char", ""), 16))
    except ValueError:
        return ""


def symbol(value: int) -> str:
    """Return a character of a symbol font (``0xF0FE``...) as a reader sees it."""
    code = f"{value:04X}"
    if code in _TICKS:
        return _TICKS[code]
    if 0xF020 <= value <= 0xF0FF:  # a sign of a symbol font whose shape is not known here
        return UNKNOWN
    return chr(value) if 0x20 <= value < 0xD800 or 0xE000 <= value < 0x110000 else ""


def readable(text: str, unknown: str = UNKNOWN) -> str:
    """Return ``text`` with characters of symbol fonts as ordinary ones, ``unknown`` where none is known."""

    def shown(match: re.Match[str]) -> str:
        found = symbol(ord(match[0]))
        return unknown if found == UNKNOWN else found

    return _SYMBOLS.sub(shown, text)


def _large_picture(element: Element) -> int:
    """Return 1 for a picture that may hold a table; text boxes, lines and small pictures are none."""
    if next(element.iter(V + "imagedata"), None) is None and not any(
        found.tag.endswith("}blip") for found in element.iter()
    ):
        return 0
    extent = next(element.iter(WP + "extent"), None)
    return int(extent is None or integer(extent.get("cx")) >= LARGE)
