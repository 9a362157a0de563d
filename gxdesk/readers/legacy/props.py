"""What the property modifiers of a .doc say about a paragraph and about characters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gxdesk.readers.legacy import sprms as s
from gxdesk.readers.legacy.body import Shape
from gxdesk.readers.legacy.rows import apply_row

CENTER = 1
WHITE_INDEX = 8


@dataclass(slots=True)
class ParagraphProps:
    """A paragraph's properties; ``level`` and ``list_level`` are ``None`` where nothing is said."""

    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    inner_cell: bool = False
    inner_row_end: bool = False
    centered: bool = False
    level: int | None = None
    list_use: int = 0
    list_level: int | None = None
    shaded: bool = False
    more: int | None = None  # where in the data stream further modifiers lie
    shape: Shape = field(default_factory=Shape)


@dataclass(frozen=True, slots=True)
class CharacterProps:
    """Properties of a run of characters."""

    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    white: bool = False
    shaded: bool = False
    special: bool = False
    data: bool = False
    ole: bool = False
    picture: int | None = None
    symbol: int | None = None
    style: int | None = None


def apply_paragraph(props: ParagraphProps, modifiers: bytes) -> None:
    """Apply a list of modifiers to ``props``; what does not concern us is passed over."""
    for code, operand in s.sprms(modifiers):
        value = int.from_bytes(operand, "little")
        if code in (s.P_JC, s.P_JC_OLD):
            props.centered = value == CENTER
        elif code == s.P_IN_TABLE:
            props.in_table = value != 0
        elif code == s.P_TTP:
            props.row_end = value != 0
        elif code == s.P_ITAP:
            props.depth = _signed(operand)
        elif code == s.P_DTAP:
            props.depth += _signed(operand)
        elif code == s.P_INNER_CELL:
            props.inner_cell = value != 0
        elif code == s.P_INNER_TTP:
            props.inner_row_end = value != 0
        elif code == s.P_OUTLINE:
            props.level = value + 1 if value < 9 else 0
        elif code == s.P_ILFO:
            props.list_use = _list_use(value)
        elif code == s.P_ILVL:
            props.list_level = value
        elif code in (s.P_SHADE, s.P_SHADE_OLD):
            props.shaded = True
        elif code in (s.P_HUGE, s.P_HUGE_OLD, s.P_TABLE_PROPERTIES):
            props.more = value
        else:
            apply_row(props.shape, code, operand)


def _signed(operand: bytes) -> int:
    return int.from_bytes(operand, "little", signed=True)


def _list_use(value: int) -> int:
    """Return the 1-based list use (sprmPIlfo); 0: no list. Negative ones only keep another indent."""
    if value > 0xF801:
        return 0x10000 - value
    return value if value < 0x07FF else 0


def apply_character(base: CharacterProps, modifiers: bytes) -> CharacterProps:
    """Return ``base`` (what the style says) with a list of modifiers applied."""
    found: dict[str, bool | int | None] = {}
    for code, operand in s.sprms(modifiers):
        value = int.from_bytes(operand, "little")
        name = _SWITCHES.get(code)
        if name is not None:
            said = bool(getattr(base, name))
            found[name] = {0x80: said, 0x81: not said}.get(value, value != 0)
        elif code == s.C_PLAIN:
            found["hidden"] = base.hidden
        elif code == s.C_PICTURE:
            found["picture"] = value
        elif code == s.C_SYMBOL:
            found["symbol"] = value >> 16
        elif code == s.C_STYLE:
            found["style"] = value
        elif code == s.C_COLOR:
            found["white"] = value & 0xFFFFFFFF == 0x00FFFFFF
        elif code == s.C_COLOR_INDEX:
            found["white"] = value == WHITE_INDEX
        elif code in (s.C_HIGHLIGHT, s.C_SHADE, s.C_SHADE_OLD):
            found["shaded"] = any(operand)
    return replace(base, **found) if found else base  # type: ignore[arg-type]


_SWITCHES = {
    s.C_DELETED: "deleted",
    s.C_INSERTED: "inserted",
    s.C_HIDDEN: "hidden",
    s.C_SPECIAL: "special",
    s.C_DATA: "data",
    s.C_OLE: "ole",
}
