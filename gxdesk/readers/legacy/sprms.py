"""Property modifiers of a .doc ([MS-DOC] 2.2.5, 2.6): codes, and a walk over a list of them."""

from __future__ import annotations

from collections.abc import Iterator

P_JC_OLD, P_JC, P_ILVL, P_ILFO = 0x2403, 0x2461, 0x260A, 0x460B
P_IN_TABLE, P_TTP, P_ITAP, P_DTAP = 0x2416, 0x2417, 0x6649, 0x664A
P_INNER_CELL, P_INNER_TTP, P_OUTLINE = 0x244B, 0x244C, 0x2640
P_HUGE, P_HUGE_OLD, P_TABLE_PROPERTIES = 0x6646, 0x6645, 0x646B
T_DEF_TABLE, T_VERT_MERGE, T_MERGE, T_SPLIT = 0xD608, 0xD62B, 0x5624, 0x5625
T_INSERT, T_DELETE, T_WIDTH = 0x7621, 0x5622, 0x7623
T_STYLE = 0x563A
# Two rows that differ in one of these belong to two tables ([MS-DOC] 2.4.3): style, direction, position.
T_APART = frozenset(
    {T_STYLE, 0x740A, 0x560B, 0x5664, 0x360D, 0x3465, 0x940E, 0x940F, 0x9410, 0x9411, 0x941E, 0x941F}
)
C_DELETED, C_INSERTED, C_FIELD_HIDDEN, C_PICTURE, C_DATA = 0x0800, 0x0801, 0x0802, 0x6A03, 0x0806
C_COLOR, C_COLOR_INDEX, C_HIGHLIGHT, C_SHADE, C_SHADE_OLD = 0x6870, 0x2A42, 0x2A0C, 0xCA71, 0x4866
P_SHADE, P_SHADE_OLD = 0xC64D, 0x442D
C_SYMBOL, C_OLE, C_PLAIN, C_STYLE, C_HIDDEN, C_SPECIAL = 0x6A09, 0x080A, 0x2A33, 0x4A30, 0x083C, 0x0855
_P_CHANGE_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # by the upper three bits; 0: the operand tells its size

# What the short form in a piece (Prm0, [MS-DOC] 2.9.215) may apply, of what matters here.
_SHORT = {
    0x05: P_JC_OLD, 0x0C: P_ILVL, 0x18: P_IN_TABLE, 0x19: P_TTP, 0x41: C_DELETED, 0x42: C_INSERTED,
    0x43: C_FIELD_HIDDEN, 0x47: C_DATA, 0x4B: C_OLE, 0x53: C_PLAIN, 0x5C: C_HIDDEN, 0x75: C_SPECIAL,
    0x78: P_OUTLINE,
}  # fmt: skip


def sprms(modifiers: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield ``(code, operand)``; the size byte of an operand of varying size is left out.

    A list that breaks off in the middle of an operand ends before it.
    """
    at, end = 0, len(modifiers)
    while at + 2 < end:
        code = modifiers[at] | modifiers[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if size == 0:
            if code == T_DEF_TABLE:
                size = max(0, int.from_bytes(modifiers[at : at + 2], "little") - 1)
                at += 2
            elif code == _P_CHANGE_TABS and modifiers[at] == 255:
                size = _tabs(modifiers, at + 1)
                at += 1
            else:
                size = modifiers[at]
                at += 1
        if at + size > end:
            return
        yield code, modifiers[at : at + size]
        at += size


def _tabs(modifiers: bytes, at: int) -> int:
    """Return the size of the long form of sprmPChgTabs: deleted tabs, then added tabs."""
    deleted = 1 + 4 * modifiers[at] if at < len(modifiers) else 1
    added = at + deleted
    return deleted + (1 + 3 * modifiers[added] if added < len(modifiers) else 1)


def short_form(modifier: int) -> bytes:
    """Return the list of modifiers a piece's two bytes stand for (not their long form)."""
    code = _SHORT.get(modifier >> 1 & 0x7F)
    return b"" if code is None else code.to_bytes(2, "little") + bytes((modifier >> 8,))
