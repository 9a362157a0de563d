"""What property modifiers of a .doc say about the row of a table ([MS-DOC] 2.6.3)."""

from __future__ import annotations

from gxdesk.readers.legacy import sprms as s
from gxdesk.readers.legacy.body import CONTINUE, RESTART, Shape

MAX_CELLS = 64  # Word allows 63 in a row
_CELL = 20  # bytes of a TC80
_USUAL_STYLE = 11  # the built-in style of tables that have no other


def apply_row(shape: Shape, code: int, operand: bytes) -> None:
    """Apply one modifier to the shape of a row; what does not concern the grid is passed over.

    Word describes a row whole (sprmTDefTable); saving in haste it only adds what was changed since.
    """
    if code == s.T_DEF_TABLE and operand:
        _define(shape, operand)
    elif code == s.T_VERT_MERGE and len(operand) == 2 and operand[0] < len(shape.down):
        shape.down[operand[0]] = _down(operand[1])
    elif code in (s.T_MERGE, s.T_SPLIT) and operand[0] < operand[1] <= len(shape.across):
        first, after = operand
        merged = [RESTART] + [CONTINUE] * (after - first - 1)
        shape.across[first:after] = merged if code == s.T_MERGE else [0] * len(merged)
    elif code == s.T_INSERT:
        _insert(shape, operand[0], operand[1], int.from_bytes(operand[2:], "little"))
    elif code == s.T_DELETE:
        _resize(shape, operand[0], operand[1], [])
    elif code in s.T_APART:
        value = int.from_bytes(operand, "little")
        shape.apart[code] = 0 if code == s.T_STYLE and value == _USUAL_STYLE else value
    elif code == s.T_WIDTH:
        first, after = operand[0], min(operand[1], len(shape.down))
        width = int.from_bytes(operand[2:], "little")
        widths = _widths(shape)
        widths[first:after] = [width] * max(0, after - first)
        _set_widths(shape, widths)


def _define(shape: Shape, operand: bytes) -> None:
    count = operand[0]
    edges = operand[1 : 3 + 2 * count]
    cells = operand[3 + 2 * count :]
    flags = [int.from_bytes(cells[at : at + 2], "little") for at in range(0, _CELL * count, _CELL)]
    positions = range(0, len(edges) - 1, 2)
    shape.edges = [int.from_bytes(edges[at : at + 2], "little", signed=True) for at in positions]
    shape.across = merged_across([flag & 3 for flag in flags])
    shape.down = [_down(flag >> 5 & 3) for flag in flags]


def _down(flags: int) -> int:
    """Read the vertical merge flags: 1 runs on, with bit 2 a merged cell begins."""
    return RESTART if flags & 2 else CONTINUE if flags & 1 else 0


def merged_across(flags: list[int]) -> list[int]:
    """Translate the two-bit merge flags of a row.

    Documentations disagree which of 1 and 2 is the first cell of a merged set and which a further one;
    whichever stands first in a run of merged cells is the first.
    """
    found: list[int] = []
    first = 0
    for flag in flags:
        if not flag:
            first = 0
            found.append(0)
        elif not first or flag == first:
            first = flag
            found.append(RESTART)
        else:
            found.append(CONTINUE)
    return found


def _insert(shape: Shape, at: int, count: int, width: int) -> None:
    count = min(count, MAX_CELLS - len(shape.down))
    _resize(shape, min(at, len(shape.down)), min(at, len(shape.down)), [width] * max(0, count))


def _resize(shape: Shape, first: int, after: int, new: list[int]) -> None:
    """Put cells of the ``new`` widths in the place of the cells ``first:after``."""
    if first > after:
        return
    widths = _widths(shape)
    widths[first:after] = new
    for flags in (shape.across, shape.down):
        flags[first:after] = [0] * len(new)
    _set_widths(shape, widths)


def _widths(shape: Shape) -> list[int]:
    return [right - left for left, right in zip(shape.edges, shape.edges[1:], strict=False)]


def _set_widths(shape: Shape, widths: list[int]) -> None:
    edges = shape.edges[:1] or [0]
    for width in widths:
        edges.append(edges[-1] + width)
    shape.edges = edges
