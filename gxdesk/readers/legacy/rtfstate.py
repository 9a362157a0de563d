"""What is in force at a point of an RTF file; groups inherit it and give it back at their end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gxdesk.readers.legacy.rtfflow import Paragraph
from gxdesk.readers.legacy.rtfheader import Header

TEXT, SKIP, PREFIX, PROPERTY, PICTURE, FIELD = "text", "skip", "prefix", "property", "picture", "field"
_SWITCHES = {"v": "hidden", "deleted": "deleted", "revised": "inserted"}
WORDS = frozenset(
    {"f", "plain", "cf", "highlight", "cb", "chcbpat", "uc", "nesttableprops", "pard", "intbl", "itap", "s"}
    | {"ls", "ilvl", "ql", "qr", "qj", "qd", "qc", "outlinelevel", "cbpat"}
    | set(_SWITCHES)
)


@dataclass(slots=True)
class State:
    """``target``: where text goes. ``fallback``: bytes that stand for a ``\\u`` character elsewhere.

    ``unicode``: the target of the Unicode half of a text given twice (``\\upr``).
    ``closes`` is called when the group that set it ends.
    """

    target: str = TEXT
    unicode: str | None = None
    font: int | None = None
    fallback: int = 1
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    white: bool = False
    shaded: bool = False
    nested_row: bool = False
    paragraph: Paragraph = field(default_factory=Paragraph)
    closes: Callable[[], None] | None = None

    def plain(self) -> None:
        """Forget all character properties."""
        self.font = None
        self.deleted = self.inserted = self.hidden = self.white = self.shaded = False


def apply(state: State, word: str, number: int | None, header: Header) -> bool:
    """Take a word that only changes what is in force; ``False``: it is another kind of word."""
    on = number != 0
    if word in _SWITCHES:
        setattr(state, _SWITCHES[word], on)
    elif word == "f":
        state.font = number
    elif word == "plain":
        state.plain()
    elif word == "cf":
        state.white = header.is_white(number or 0)
    elif word in ("highlight", "cb", "chcbpat"):
        state.shaded = bool(number)
    elif word == "uc":
        state.fallback = max(0, number or 0)
    elif word == "nesttableprops":
        state.nested_row = True
    else:
        return _paragraph(state.paragraph, word, number)
    return True


def _paragraph(paragraph: Paragraph, word: str, number: int | None) -> bool:
    value = number or 0
    if word == "pard":
        paragraph.style, paragraph.in_table, paragraph.depth = 0, False, 0
        paragraph.centered, paragraph.level, paragraph.shaded = False, None, False
        paragraph.list_use = paragraph.list_level = 0
    elif word == "intbl":
        paragraph.in_table = True
    elif word == "itap":
        paragraph.depth = value
        paragraph.in_table = paragraph.in_table or value > 0
    elif word == "s":
        paragraph.style = value
    elif word == "ls":
        paragraph.list_use = value
    elif word == "ilvl":
        paragraph.list_level = value
    elif word in ("ql", "qr", "qj", "qd", "qc"):
        paragraph.centered = word == "qc"
    elif word == "outlinelevel":
        paragraph.level = value + 1 if 0 <= value < 9 else 0
    elif word == "cbpat":
        paragraph.shaded = value != 0
    else:
        return False
    return True
