"""Finding the statutory tables in a draft's grids, wherever they stand and however they are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gxdesk.document.model import Cell, Document, Table
from gxdesk.document.numbers import parse_number
from gxdesk.document.place import WHOLE_DRAFT, Place
from gxdesk.report.grids import Grid, is_transposed, transposed, turn
from gxdesk.report.labels import FormLabels, LabelMatch, column_labels, form_labels, namesakes, part_of_row
from gxdesk.report.model import CellValue, LabelProblem, Section, StatutoryTable
from gxdesk.report.versions import foreign_labels
from gxdesk.standards.model import PartForm, Standard, TableForm

FEWEST_LABELS = 3  # distinct row and column labels that make a grid a statutory table
NEAR = 3  # blocks within which a grid without header may continue the one before
MOST_GROUPS = 3  # columns of group labels before the row labels
LONGEST_EXTRA = 30  # characters of a row label that may be an office's own sub-row


@dataclass(slots=True)
class _Found:
    """What has been collected of one statutory table so far, over one or several grids."""

    form: TableForm
    blocks: list[int] = field(default_factory=list)
    cells: dict[str, CellValue] = field(default_factory=dict)
    rows: dict[str, None] = field(default_factory=dict)
    columns: dict[str, None] = field(default_factory=dict)
    problems: dict[Place, LabelProblem] = field(default_factory=dict)
    extra: list[LabelProblem] = field(default_factory=list)
    header: dict[int, str] = field(default_factory=dict)  # of the last grid, for one continued on a new page
    width: int = 0
    top: int = 0  # the first row of that header
    headed: set[str] = field(default_factory=set)  # parts whose present header has been looked at


def find_tables(
    document: Document, standard: Standard, sections: Sequence[Section], left_out: frozenset[int]
) -> tuple[StatutoryTable, ...]:
    """Return the standard's statutory tables, each present or not.

    A table cut into several grids (page breaks, sub-tables of table two) is put together again.
    """
    grids = [(i, t, t.grid()) for i, t in document.tables() if i not in left_out]
    return tuple(_find(document, form, standard, sections, grids) for form in standard.tables)


def _find(
    document: Document,
    form: TableForm,
    standard: Standard,
    sections: Sequence[Section],
    grids: list[tuple[int, Table, Grid]],
) -> StatutoryTable:
    found = _Found(form)
    for block, table, grid in grids:
        if _belongs(form, table, found, block):
            turned = is_transposed(form, grid)
            own = transposed(grid) if turned else grid
            reader = _read_wide if form.layout == "wide" and not _has_row_labels(form, own) else _read_rows
            reader(_Grid(document, block, own, turned, table.restored), found)
    if not found.rows:
        return StatutoryTable(form, False, _gap(document, form, sections))
    rows = [row.id for row in form.rows()]
    columns = dict.fromkeys(column.id for part in form.parts for column in part.columns)
    wanted = dict.fromkeys(
        column.id
        for part in form.parts
        if any(r.id in found.rows for r in part.rows)
        for column in part.columns
    )
    return StatutoryTable(
        form,
        True,
        document.place(found.blocks[0], label=form.name),
        tuple(found.blocks),
        found.cells,
        missing_rows=tuple(row for row in rows if row not in found.rows),
        missing_columns=tuple(c for c in columns if c in wanted and c not in found.columns),
        extra_rows=tuple(found.extra),
        label_problems=tuple(found.problems.values()),
        foreign_labels=foreign_labels(document, found.blocks, form, standard),
    )


def _belongs(form: TableForm, table: Table, found: _Found, block: int) -> bool:
    """Whether a grid shows enough of the form's labels, or continues the grid before it."""
    labels = form_labels(form)
    rows, columns = set(), set()
    for cell in table.cells:
        if cell.text.isdigit():
            continue
        row, column = labels.rows.exact(cell.text), labels.columns.exact(cell.text)
        if row and not column:  # 其他 and 总计 name both and prove nothing
            rows.add(row.id)
        elif column and not row:
            columns.add(column.id)
    if form.layout == "wide":
        return len(rows) >= 2 or (bool(rows) and len(columns) >= 3)
    if not rows:
        return False
    if len(rows) + len(columns) >= FEWEST_LABELS or any(labels.titles.exact(c.text) for c in table.cells):
        return True
    goes_on = bool(found.blocks) and block - found.blocks[-1] <= NEAR
    return goes_on and (bool(columns) or table.columns == found.width)


def _has_row_labels(form: TableForm, grid: Grid) -> bool:
    """Whether a usually wide table has been laid out with one row for each of its rows."""
    labels = form_labels(form).rows
    firsts = [cell for row in grid for cell in row[:2] if cell]
    rows = {(cell.row, m.id) for cell in firsts if (m := labels.exact(cell.text))}
    return len({row for row, _ in rows}) >= 2 and len({name for _, name in rows}) >= 2


@dataclass(frozen=True, slots=True)
class _Grid:
    document: Document
    block: int
    grid: Grid
    turned: bool = False  # the grid is the table's, transposed
    restored: bool = False

    def place(self, cell: Cell, label: str | None = None) -> Place:
        if self.turned:
            cell = turn(cell)
        return self.document.cell_place(self.block, cell, label)

    def anchors(self, row: int) -> Iterator[tuple[int, Cell]]:
        """Yield ``(column, cell)`` for the distinct cells of a row, at their first column in it."""
        last = None
        for column, cell in enumerate(self.grid[row]):
            if cell is not None and cell is not last:
                yield column, cell
            last = cell


def _note(found: _Found, grid: _Grid, cell: Cell, match: LabelMatch) -> None:
    """Record a label that is cut short or mistyped."""
    if match.kind != "exact":
        place = grid.place(cell)
        found.problems.setdefault(place, LabelProblem(match.kind, cell.text, match.official, place))


def _is_number(cell: Cell) -> bool:
    return cell.text.isdecimal() or parse_number(cell.text).kind not in ("text", "blank")


def _read_rows(grid: _Grid, found: _Found) -> None:
    """Read a grid whose rows are the form's rows."""
    labels = form_labels(found.form)
    header = _continued(found, len(grid.grid[0]))
    found.top = 0
    fresh = False  # header rows directly above count together; a new header replaces the old
    for row in range(len(grid.grid)):
        cells = list(grid.anchors(row))
        texts = [(c, cell) for c, cell in cells if cell.text.strip() and not _is_number(cell)]
        heads = [(c, cell) for c, cell in texts if labels.columns.match(cell.text)]
        plain = len(texts) == sum(bool(cell.text.strip()) for _, cell in cells)  # no figures in the row
        is_header = plain and bool(heads) and _is_header(labels, heads, [c for _, c in texts if c.row == row])
        label = None if is_header and len(heads) > 1 else _row_label(found, grid, cells, header)
        if label is None and heads and is_header:
            if not fresh:
                header = {}
                found.headed.clear()
                found.top = row
            fresh = True
            header.update({c: cell.text for c, cell in heads})
            continue
        if label is None:
            _note_other(found, grid, cells, header)
            continue
        fresh = False
        _read_row(found, grid, row, label, header)
    found.header, found.width = header, len(grid.grid[0]) if grid.grid else 0
    found.blocks.append(grid.block)


def _continued(found: _Found, width: int) -> dict[int, str]:
    """Return the header of the grid before as it stands over one that goes on without.

    Columns are counted from the right: on the left, groups that ended have closed theirs up.
    """
    shift = width - found.width
    fits = abs(shift) <= MOST_GROUPS and min(found.header, default=0) + shift > 0
    return {column + shift: text for column, text in found.header.items()} if fits else {}


def _is_header(labels: FormLabels, heads: Sequence[tuple[int, Cell]], texts: Sequence[Cell]) -> bool:
    """Whether column labels prevail in a row: at least half of it, or of what is no label of the form."""
    if len(heads) * 2 >= len(texts):
        return True
    return len(heads) * 2 >= sum(not labels.known(cell.text) for cell in texts)


def _row_label(
    found: _Found, grid: _Grid, cells: list[tuple[int, Cell]], header: dict[int, str]
) -> tuple[LabelMatch, Cell] | None:
    """Return the row label of a row: the rightmost one left of the first column of figures."""
    labels = form_labels(found.form)
    first = min(header, default=len(grid.grid[0]))
    best = None
    for column, cell in cells:
        if column >= first or not cell.text.strip() or _is_number(cell):
            continue
        match = labels.rows.exact(cell.text)
        if match is None and not labels.groups.exact(cell.text) and not labels.columns.exact(cell.text):
            match = labels.rows.match(cell.text)
        if match and not (match.kind != "exact" and match.id in found.rows):
            best = (match, cell)
    return best


def _read_row(
    found: _Found, grid: _Grid, row: int, label: tuple[LabelMatch, Cell], header: dict[int, str]
) -> None:
    match, label_cell = label
    _note(found, grid, label_cell, match)
    row_id = _row_meant(found, match.id)
    part = part_of_row(found.form, row_id)
    found.rows[row_id] = None
    columns = column_labels(part)
    for column, text in header.items():
        head = columns.match(text)
        cell = grid.grid[row][column]
        if head is None or cell is label_cell or (cell is None and grid.restored):
            continue
        cell = cell or replace(label_cell, text="")  # left out at the end of a line
        _take(found, grid, f"{row_id}.{head.id}", cell)
    if part.title not in found.headed:
        found.headed.add(part.title)
        _note_header(found, grid, part, set(header.values()), row)


def _row_meant(found: _Found, row_id: str) -> str:
    """Return which of the rows with the same label comes now: that of the last group begun."""
    labels = form_labels(found.form).rows
    for row in reversed(namesakes(found.form).get(row_id, ())):
        group = labels.exact(row.groups[-1]) if row.groups else None
        if group is not None and group.id in found.rows:
            return row.id
    return row_id


def _take(found: _Found, grid: _Grid, cell_id: str, cell: Cell) -> None:
    found.columns[cell_id.split(".")[1]] = None
    if cell_id not in found.cells:
        place = grid.place(cell, _cell_labels(found.form)[cell_id])
        found.cells[cell_id] = CellValue(cell_id, cell.text.strip(), parse_number(cell.text), place)


@lru_cache(maxsize=32)
def _cell_labels(form: TableForm) -> dict[str, str]:
    """Return 表三「（一）予以公开」行「自然人」列 for every cell of a form."""
    return {cell_id: f"{form.name}{form.cell_name(cell_id)}" for cell_id in form.cell_ids()}


def _note_header(found: _Found, grid: _Grid, part: PartForm, heads: set[str], row: int) -> None:
    """Record cut, mistyped and unknown column labels above a row."""
    columns = column_labels(part)
    for line in grid.grid[found.top : row]:
        for cell in line:
            if cell is None or cell.text not in heads:
                continue
            match = columns.match(cell.text)
            if match:
                _note(found, grid, cell, match)


def _note_other(found: _Found, grid: _Grid, cells: list[tuple[int, Cell]], header: dict[int, str]) -> None:
    """Record a group label cut short, or a row that the form does not know."""
    labels = form_labels(found.form)
    texts = [cell for _, cell in cells if cell.text.strip() and not _is_number(cell)]
    for cell in texts:
        if match := labels.groups.match(cell.text):
            _note(found, grid, cell, match)
    unknown = [cell for cell in texts if not labels.near(cell.text)]
    if header and unknown and len(unknown) == len(texts) and len(unknown[0].text) <= LONGEST_EXTRA:
        cell = unknown[0]
        found.extra.append(LabelProblem("extra", cell.text, "", grid.place(cell)))


def _read_wide(grid: _Grid, found: _Found) -> None:
    """Read a grid whose rows stand side by side under group headers (table four)."""
    data = next((r for r in range(len(grid.grid)) if _is_data_row(grid, r, found.form)), None)
    if data is None:
        return
    labels = form_labels(found.form)
    columns = column_labels(found.form.parts[0])
    found.blocks.append(grid.block)
    for column in range(len(grid.grid[0])):
        path = [cell for r in range(data) if (cell := _header_cell(grid, r, column, found.form)) is not None]
        rows = [(m, cell) for cell in path if (m := labels.rows.match(cell.text))]
        heads = [(m, cell) for cell in path if (m := columns.match(cell.text))]
        value = grid.grid[data][column]
        if not rows or not heads or value is None:
            continue
        row, head = rows[-1], heads[-1]
        _note(found, grid, row[1], row[0])
        _note(found, grid, head[1], head[0])
        found.rows[row[0].id] = None
        _take(found, grid, f"{row[0].id}.{head[0].id}", value)


def _header_cell(grid: _Grid, row: int, column: int, form: TableForm) -> Cell | None:
    """Return the header cell over a column; where merging was lost, a group label reaches to the next."""
    cell = grid.grid[row][column]
    if cell is not None and cell.text.strip():
        return cell
    left = (c for c in reversed(grid.grid[row][:column]) if c is not None and c.text.strip())
    nearest = next(left, None)
    return nearest if nearest and form_labels(form).rows.match(nearest.text) else None


def _is_data_row(grid: _Grid, row: int, form: TableForm) -> bool:
    labels = form_labels(form)
    cells = [cell for _, cell in grid.anchors(row)]
    numbers = sum(_is_number(cell) for cell in cells)
    named = sum(labels.near(cell.text) for cell in cells if cell.text.strip())
    return (numbers > named and row > 0) or (row > 1 and not named and row == len(grid.grid) - 1)


def _gap(document: Document, form: TableForm, sections: Sequence[Section]) -> Place:
    """Return where a missing table belongs: at the end of its section."""
    for section in sections:
        if section.id == form.section and section.present and section.end:
            return replace(
                WHOLE_DRAFT, label=f"“{section.title}”一章", block=section.end, gap=f"table.{form.id}"
            )
        if section.id == form.section:
            return replace(section.place, gap=f"table.{form.id}")
    return replace(WHOLE_DRAFT, block=len(document.blocks), gap=f"table.{form.id}")
