"""RTF files, also those named .doc: groups and control words read into lines and tables.

Automatic numbers are counted as for .docx; those of older lists are taken as the writing program put them
down (``\\listtext``). Notes, headers and footers come last, as for .docx.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from gxdesk.document.model import Document
from gxdesk.errors import ReadError
from gxdesk.readers.legacy import rtfchars as chars
from gxdesk.readers.legacy import rtfheader, rtfstate
from gxdesk.readers.legacy import rtftokens as t
from gxdesk.readers.legacy.anchors import LARGE
from gxdesk.readers.legacy.blocks import Blocks, LegacyRemarks
from gxdesk.readers.legacy.body import Line
from gxdesk.readers.legacy.margins import ENDNOTE, FOOTER, FOOTNOTE, HEADER, Margin
from gxdesk.readers.legacy.rtfflow import ROW_WORDS, Flow, Paragraph
from gxdesk.readers.legacy.rtfheader import TABLES, Header
from gxdesk.readers.legacy.rtfstate import FIELD, PICTURE, PREFIX, PROPERTY, SKIP, TEXT, State, apply
from gxdesk.readers.notes import Notes
from gxdesk.readers.package import DAMAGED
from gxdesk.readers.word.equations import equation_text

FORMAT = "rtf"
MAX_GROUPS = 20_000  # groups in groups
MAX_FLOWS = 40  # text boxes in text boxes

_LEFT_OUT = frozenset(
    {"info", "nonshppict", "shprslt", "nonesttables", "xe", "tc", "tcn", "rxe", "private1", "template"}
    | {"pntxta", "pntxtb"}
)
_STARRED = frozenset(
    {"shppict", "shpinst", "nesttableprops", "annotation", "do", "dptxbx", "fldinst", "footnote"}
    | {"listtable", "listoverridetable"}
)
_MARGINS = dict.fromkeys(("header", "headerl", "headerr", "headerf"), HEADER)
_MARGINS |= dict.fromkeys(("footer", "footerl", "footerr", "footerf"), FOOTER) | {"footnote": FOOTNOTE}
_SIGNS = {b"~": "\u00a0", b"_": "-", b"\t": "\t"}
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_OTHERS = frozenset(
    {
        "ud",
        "pict",
        "picwgoal",
        "picscalex",
        "upr",
        "sp",
        "listtext",
        "pntext",
        "shptxt",
        "dptxbxtext",
        "ftnalt",
    }
    | {"u", "par", "sect", "cell", "nestcell", "row", "nestrow", "deff", "ansicpg"}
)
# All words that matter; the rest, most of every file, only tells looks.
_WORDS = frozenset(
    word.encode("ascii")
    for words in (
        rtfheader.WORDS,
        rtfstate.WORDS,
        ROW_WORDS,
        _CHARACTERS,
        _LEFT_OUT,
        _STARRED,
        _MARGINS,
        _OTHERS,
    )
    for word in words
)


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of an RTF file; ``encoding`` is not asked, the file tells its code pages.

    Raises :class:`ReadError` when it is cut short or absurdly nested.
    """
    return _RtfReader().document(data)


class _RtfReader:
    def __init__(self) -> None:
        self._header = Header()
        self._state = State(target=SKIP)
        self._groups: list[State] = []
        self._flows = [Flow(self._header.level, on_paper=True)]
        self._bytes = bytearray()
        self._ignored = 0  # bytes still to be passed over after a \u character
        self._starred = False
        self._instruction = ""  # of the field being read
        self._width: tuple[int | None, int] = (None, 100)
        self._said: dict[str, str] = {}
        self._margins: list[Margin] = []

    def document(self, data: bytes) -> Document:
        before = b""
        for kind, content, number in t.tokens(data):
            if kind == t.TEXT:
                self._text(content)
            elif kind == t.HEX:
                self._text(bytes.fromhex(content.decode("ascii")))
            elif kind == t.WORD:
                if content in _WORDS or self._starred:
                    self._flush()
                    self._word(content.decode("ascii"), number)
                else:
                    self._ignored = 0
            elif kind == t.GROUP:
                self._flush()
                self._begin() if content == b"{" else self._end()
            elif content == b"*":
                self._starred = before == b"{"  # else it is a slip of the writing program
            else:
                self._flush()
                self._sign(content)
            before = content
        notes = Notes()
        body = self._flow.done(self._state.paragraph, self._state)
        numbering = self._header.lists.numbering(self._header.encoding)
        blocks = Blocks(numbering, LegacyRemarks(notes, self._said)).build(body, self._margins)
        return Document(blocks, FORMAT, None, notes.done())

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _begin(self) -> None:
        if len(self._groups) >= MAX_GROUPS:
            raise ReadError(DAMAGED)
        self._ignored, self._starred = 0, False
        self._groups.append(self._state)
        self._state = copy(self._state)
        self._state.paragraph = copy(self._state.paragraph)
        self._state.closes = None
        if len(self._groups) == 1:
            self._state.target = TEXT

    def _end(self) -> None:
        self._ignored, self._starred = 0, False
        if self._state.closes is not None:
            self._state.closes()
        if len(self._groups) > 1:  # what is in force at the very end also holds for the last line
            self._state = self._groups.pop()

    def _text(self, content: bytes) -> None:
        target = self._state.target
        if self._ignored:
            skipped = min(self._ignored, len(content))
            self._ignored -= skipped
            content = content[skipped:]
        if target in (TEXT, PREFIX, FIELD):
            self._bytes += content
        elif target in TABLES.values():
            self._header.text(target, content)

    def _flush(self) -> None:
        """Decode the bytes collected; everything but bytes ends them."""
        if self._bytes:
            encoding = self._header.font(self._state.font)
            text = chars.decode(bytes(self._bytes), encoding, self._header.encoding)
            self._bytes.clear()
            self._show(text)

    def _show(self, text: str) -> None:
        if self._state.target == PREFIX:
            self._flow.prefix.append(text)
        elif self._state.target == FIELD:
            self._instruction += text
        elif self._state.target == TEXT:
            self._flow.add(text, self._state, self._state.paragraph)

    def _sign(self, sign: bytes) -> None:
        if self._ignored:
            self._ignored -= 1
        elif sign in b"\\{}":
            self._text(sign)
        elif sign in b"\r\n":
            self._word("par", None)
        elif sign in _SIGNS:
            self._show(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred, self._ignored = self._starred, False, 0
        state = self._state
        if word == "ud" and state.unicode is not None:
            state.target, state.unicode = state.unicode, None
        elif state.target in (SKIP, PROPERTY):
            if word == "pict" and state.target == PROPERTY:
                self._picture()
        elif state.target == PICTURE:
            goal, scale = self._width
            self._width = {"picwgoal": (number, scale), "picscalex": (goal, number or 100)}.get(
                word, self._width
            )
        elif state.target in TABLES.values():
            if starred and word not in ("cs", "ds", "ts"):
                state.target = SKIP
            else:
                self._header.word(state.target, word, number)
                self._ignored = state.fallback if word == "u" else 0
        elif starred and word not in _STARRED:
            state.target = SKIP
        elif apply(state, word, number, self._header):
            pass
        elif word == "u" or not (state.target == FIELD or self._target(word)):
            self._content(word, number)

    def _target(self, word: str) -> bool:
        """Take a word that says what the rest of the group is; ``False``: it is none."""
        state = self._state
        if word in _LEFT_OUT:
            state.target = SKIP
        elif word == "upr":
            state.target, state.unicode = SKIP, state.target
        elif word == "sp":
            state.target = PROPERTY
        elif word in TABLES:
            state.target = TABLES[word]
        elif word in ("listtext", "pntext"):
            state.target = PREFIX
        elif word == "fldinst":
            state.target, state.closes, self._instruction = FIELD, self._close_field, ""
        elif word == "pict":
            self._picture()
        elif word in ("shptxt", "dptxbxtext"):
            self._open(self._close_box)
        elif word == "annotation":
            self._open(self._close_comment)
        elif word in _MARGINS:
            kind = _MARGINS[word]
            self._open(lambda: self._close_margin(kind))
        elif word == "ftnalt":
            state.closes = lambda: self._close_margin(ENDNOTE)
        else:
            return False
        return True

    def _content(self, word: str, number: int | None) -> None:
        """Take a word that is text itself, ends something, or describes a row or the file."""
        state, flow = self._state, self._flow
        depth = max(2, state.paragraph.depth)
        if word in _CHARACTERS:
            self._show(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self._show(chr(number & 0xFFFF))
            self._ignored = state.fallback
        elif word == "par" or (word == "sect" and flow.begun):
            flow.end(state.paragraph, state)
        elif word in ("cell", "nestcell"):
            flow.end(state.paragraph, state, cell=1 if word == "cell" else depth)
        elif word in ("row", "nestrow"):
            flow.end_row(1 if word == "row" else depth)
        elif word in ROW_WORDS:
            (flow.nested_row if state.nested_row else flow.row).word(word, number)
        elif word == "deff":
            self._header.default_font = number or 0
        elif word == "ansicpg":
            self._header.encoding = chars.of_page(number or 0) or self._header.encoding

    def _close_field(self) -> None:
        shown = equation_text(self._instruction)
        if shown:
            self._state.target = TEXT
            self._show(shown)

    def _picture(self) -> None:
        self._state.target = PICTURE
        self._width = (None, 100)
        self._state.closes = self._close_picture

    def _close_picture(self) -> None:
        goal, scale = self._width
        if not self._state.deleted and (goal is None or goal * scale // 100 >= LARGE):
            self._flow.touch(self._state.paragraph)
            self._flow.gather.marks.pictures += 1

    def _open(self, close: Callable[[], None]) -> None:
        """Begin a flow of its own: a text box, a comment."""
        if len(self._flows) > MAX_FLOWS:
            self._state.target = SKIP
            return
        self._flows.append(Flow(self._header.level))
        self._state.paragraph = Paragraph()
        self._state.closes = close

    def _close_box(self) -> None:
        content = self._flows.pop().done(self._state.paragraph, self._state)
        self._flow.boxes.append(content)

    def _close_margin(self, kind: str) -> None:
        self._margins.append(Margin(kind, self._flows.pop().done(self._state.paragraph, self._state)))

    def _close_comment(self) -> None:
        content = self._flows.pop().done(self._state.paragraph, self._state)
        key = str(len(self._said))
        self._said[key] = " ".join(item.text for item in content if isinstance(item, Line)).strip()
        self._flow.touch(self._state.paragraph)
        self._flow.gather.marks.comments.append(key)
