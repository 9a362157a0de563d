"""One sheet as blocks: what is shown of its cells, laid out as paragraphs and tables, oddities noticed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from gxdesk.document.model import Block, Cell, Paragraph, Table, new_cell
from gxdesk.document.place import new_sheet_origin
from gxdesk.readers.limits import check_table
from gxdesk.readers.sheet.cells import Merge, Position, Worksheet, address, column_letters
from gxdesk.readers.sheet.islands import Grid, Surface, islands
from gxdesk.readers.sheet.remarks import Places, SheetRemarks
from gxdesk.readers.sheet.shown import Look, Shower

BEYOND = 100  # rows and columns a merged range may reach beyond the filled cells
WIDEST_MERGE = 512  # columns of a merged range that are looked at for hidden ones


@dataclass(slots=True)
class Extras:
    """What lies over the cells of a sheet, by the cell it is fixed to."""

    comments: list[tuple[Position, str]] = field(default_factory=list)
    pictures: list[Position] = field(default_factory=list)
    shapes: list[tuple[Position, str]] = field(default_factory=list)


def lay_sheet(
    name: str, sheet: Worksheet, look: Look, extras: Extras, remarks: SheetRemarks, blocks: list[Block]
) -> None:
    """Add the blocks of a visible sheet to ``blocks``; text in shapes stands where the shape begins.

    Hidden rows and columns are left out and noticed, as is everything else that is odd.
    """
    shower = Shower(look, sheet.cells)
    texts = shower.texts()
    columns = {column for _, column in texts}
    check_table(0, len(columns))
    hidden_columns = _hidden_columns(sheet, columns)
    remarks.hidden_cells(name, texts, sheet.hidden_rows, hidden_columns)
    first = len(blocks)
    shapes = sorted(extras.shapes, reverse=True)
    bottom, right = max([row for row, _ in texts], default=0), max(columns, default=0)
    merges = _clipped(sheet.merges, bottom + BEYOND, right + BEYOND)
    for island in islands(Surface(texts, merges, sheet.hidden_rows, hidden_columns)):
        top = island.rows[0] if isinstance(island, Grid) else island[0]
        while shapes and shapes[-1][0][0] <= top:
            blocks.extend(_lines(name, *shapes.pop()))
        if isinstance(island, Grid):
            check_table(len(island.rows), len(island.columns))
            blocks.append(_table(name, island))
        else:
            row, column, text, _, _ = island
            blocks.extend(_lines(name, (row, column), text, shower.centered((row, column))))
    while shapes:
        blocks.extend(_lines(name, *shapes.pop()))
    places = Places(blocks, first)
    remarks.shown(name, texts, shower, places)
    for place, text in extras.comments:
        remarks.comment(name, place, text, places)
    for place in extras.pictures:
        remarks.picture(name, place, places)


def _clipped(merges: list[Merge], lowest: int, farthest: int) -> list[Merge]:
    """Return the merged ranges without what reaches below or to the right of anything on the sheet."""
    return [
        merge
        if merge.bottom <= lowest and merge.right <= farthest
        else Merge(merge.top, merge.left, min(merge.bottom, lowest), min(merge.right, farthest))
        for merge in merges
        if merge.top <= lowest and merge.left <= farthest
    ]


def _hidden_columns(sheet: Worksheet, filled: set[int]) -> set[int]:
    if not sheet.hidden_columns:
        return set()
    columns = set(filled)
    for merge in sheet.merges:
        columns.update(range(merge.left, min(merge.right, merge.left + WIDEST_MERGE) + 1))
    return {column for column in columns if sheet.column_hidden(column)}


def _lines(sheet: str, place: Position, text: str, centered: bool = False) -> list[Paragraph]:
    """Return a paragraph for each line of a cell or a shape."""
    origin = new_sheet_origin(sheet, address(*place))
    return [Paragraph(line, origin, 0, centered) for line in text.split("\n") if line.strip()]


def _table(sheet: str, grid: Grid) -> Table:
    rows = {row: index for index, row in enumerate(grid.rows)}
    columns = {column: (index, column_letters(column)) for index, column in enumerate(grid.columns)}
    cells: list[Cell] = []
    for top, left, text, height, width in grid.patches:
        row = rows.get(top)
        if row is None:
            row = bisect_left(grid.rows, top)
        column, letters = columns.get(left) or (bisect_left(grid.columns, left), column_letters(left))
        if height > 1:
            height = max(1, bisect_right(grid.rows, top + height - 1) - row)
        if width > 1:
            width = max(1, bisect_right(grid.columns, left + width - 1) - column)
        origin = new_sheet_origin(sheet, f"{letters}{top}")
        cells.append(new_cell(text, row, column, origin, height, width))
    first = new_sheet_origin(sheet, address(grid.rows[0], grid.columns[0]))
    return Table(len(grid.rows), len(grid.columns), tuple(cells), first)
