"""Fills added to a workbook's styles: each used style gets a sister that differs only in its background."""

from __future__ import annotations

from copy import deepcopy

from gxdesk.exports.annotate.oox import Parts, Tree
from gxdesk.readers.sheet.cells import S


class Fills:
    """The styles part of a workbook."""

    def __init__(self, parts: Parts, main: str) -> None:
        """Open the part; a workbook without styles gets no fills."""
        self._parts = parts
        names = [target for kind, target in parts.package.relations(main).values() if kind == "styles"]
        self._name = names[0] if names and names[0] in parts else ""
        self._root: Tree = parts.tree(self._name) if self._name else None
        self._sisters: dict[tuple[int, str], int] = {}
        self._fills: dict[str, int] = {}

    def style(self, style: int, colour: str) -> int | None:
        """Return the number of the style that is ``style`` with a background; ``None`` without styles."""
        formats = None if self._root is None else self._root.find(S + "cellXfs")
        if formats is None or self._root.find(S + "fills") is None or style >= len(formats):
            return None
        key = (style, colour)
        if key not in self._sisters:
            sister = deepcopy(formats[style])
            sister.set("fillId", str(self._fill(colour)))
            sister.set("applyFill", "1")
            self._sisters[key] = _append(formats, sister)
        return self._sisters[key]

    def save(self) -> None:
        """Put the part into the package when a fill was added."""
        if self._sisters:
            self._parts.put(self._name, self._root)

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            fills = self._root.find(S + "fills")
            fill = fills.makeelement(S + "fill", {})
            pattern = fills.makeelement(S + "patternFill", {"patternType": "solid"})
            fill.append(pattern)
            pattern.append(fills.makeelement(S + "fgColor", {"rgb": "FF" + colour}))
            pattern.append(fills.makeelement(S + "bgColor", {"indexed": "64"}))
            self._fills[colour] = _append(fills, fill)
        return self._fills[colour]


def _append(group: Tree, member: Tree) -> int:
    """Append to a counted group and return the member's index."""
    group.append(member)
    group.set("count", str(len(group)))
    return len(group) - 1
