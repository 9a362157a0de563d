"""The statutory tables as lines to look at: titles instead of ids, computed sums beside the draft's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from gxdesk.checks.equations import plain
from gxdesk.report.balances import Balance, evaluate, instances

if TYPE_CHECKING:
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result
    from gxdesk.report.model import Report, StatutoryTable
    from gxdesk.standards.model import PartForm, RowForm

TITLE, HEAD, GROUP, LABEL, VALUE, BLANK, ABSENT, SUM = (
    "title",
    "head",
    "group",
    "label",
    "value",
    "blank",
    "absent",
    "sum",
)
BLANK_TEXT, ABSENT_TEXT = "（空）", "（缺）"
HOLDS, FAILS, UNKNOWN = "pass", "error", "not-checkable"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its kind, what is shown, what is copied, the state that colours it, and what explains it.

    ``finding`` is the id of the gravest finding here, ``last`` the text of the same cell last year.
    """

    kind: str
    text: str
    copy: str = ""
    state: str = ""
    tip: str = ""
    finding: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the grid; ``table`` is the number of the table it belongs to."""

    cells: tuple[GridCell, ...]
    table: int

    def spans(self, width: int) -> tuple[tuple[int, int], ...]:
        """Return for each cell its first column and how many it takes, in a grid ``width`` columns wide.

        The label takes one column, the others share the rest evenly; a cell alone takes all of it.
        """
        if len(self.cells) == 1:
            return ((0, width),)
        room, shares = width - 1, len(self.cells) - 1
        edges = [1 + room * number // shares for number in range(shares + 1)]
        return ((0, 1), *((edges[n], edges[n + 1] - edges[n]) for n in range(shares)))


def lines(result: Result) -> list[Line]:
    """Return all statutory tables of the report, one under the other."""
    return [
        Line(cells, number)
        for number, table in enumerate(result.report.tables)
        for cells in _Writer(result, table).lines()
    ]


class _Writer:
    def __init__(self, result: Result, table: StatutoryTable) -> None:
        self._table = table
        previous = result.report.previous
        self._last = previous.table(table.id) if previous is not None else None
        self._found = _findings_by_cell(result, table)
        balances = instances(table.form)
        self._across = [balance for balance in balances if balance.key.startswith("row:")]
        self._down = [balance for balance in balances if balance.key.startswith("column:")]

    def lines(self) -> Iterator[tuple[GridCell, ...]]:
        form = self._table.form
        yield (GridCell(TITLE, f"{form.name}　{form.title}" if form.title != form.name else form.name),)
        if not self._table.present:
            yield (GridCell(ABSENT, "草稿中没有找到这张表", state="error" if form.absence else ""),)
            return
        for part in form.parts:
            yield from self._part(part)

    def _part(self, part: PartForm) -> Iterator[tuple[GridCell, ...]]:
        rows = {f"row:{row.id}" for row in part.rows}
        across = any(balance.key in rows for balance in self._across)
        head = [GridCell(HEAD, part.title), *(GridCell(HEAD, column.label) for column in part.columns)]
        yield (*head, *([GridCell(HEAD, "各项相加")] if across else []))
        groups: tuple[str, ...] = ()
        for row in part.rows:
            if row.groups and row.groups != groups:
                yield (GridCell(GROUP, "　".join(row.groups)),)
            groups = row.groups
            yield self._row(part, row, across)
        for rule_text, balances in self._sums(part).items():
            yield self._sum_line(rule_text, balances, part, across)

    def _row(self, part: PartForm, row: RowForm, across: bool) -> tuple[GridCell, ...]:
        label = GridCell(LABEL, f"{row.label}（{row.unit}）" if row.unit else row.label)
        cells = [label, *(self._value(f"{row.id}.{column.id}") for column in part.columns)]
        if across:
            sums = [self._sum(balance) for balance in self._across if balance.key == f"row:{row.id}"]
            cells.append(sums[0] if sums else GridCell(SUM, ""))
        return tuple(cells)

    def _value(self, cell_id: str) -> GridCell:
        cell = self._table.cells.get(cell_id)
        name = self._table.form.cell_name(cell_id)
        last = self._last.cells.get(cell_id) if self._last is not None else None
        last_text = (last.text.strip() or BLANK_TEXT) if last is not None else ""
        state, finding, message = self._found.get(cell_id, ("", "", ""))
        notes = [name, message, f"上年：{last_text}" if last_text else ""]
        if cell is None:
            notes.insert(1, "草稿的表里没有这一格")
            return GridCell(ABSENT, ABSENT_TEXT, "", state, _tip(notes), finding, last_text)
        text = " ".join(cell.text.split())
        if not text:
            notes.insert(1, "这一格是空的，不等于填了0")
            return GridCell(BLANK, BLANK_TEXT, "", state, _tip(notes), finding, last_text)
        if cell.value is None:
            notes.insert(1, "这里读不出数字")
        return GridCell(VALUE, text, text, state, _tip(notes), finding, last_text)

    def _sums(self, part: PartForm) -> dict[str, dict[str, Balance]]:
        """Return the equations down the columns of a part, by their text and column."""
        own = {f"{row.id}.{column.id}" for row in part.rows for column in part.columns}
        found: dict[str, dict[str, Balance]] = {}
        for balance in self._down:
            if own.issuperset(balance.cells()):
                found.setdefault(balance.text, {})[balance.key.removeprefix("column:")] = balance
        return found

    def _sum_line(
        self, text: str, balances: dict[str, Balance], part: PartForm, across: bool
    ) -> tuple[GridCell, ...]:
        cells = [GridCell(LABEL, text, tip="算得的数，不在草稿里", state="sum")]
        for column in part.columns:
            balance = balances.get(column.id)
            cells.append(self._sum(balance, both=True) if balance else GridCell(SUM, ""))
        return (*cells, *([GridCell(SUM, "")] if across else []))

    def _sum(self, balance: Balance, both: bool = False) -> GridCell:
        outcome = evaluate(balance, self._table)
        if outcome.holds is None or outcome.left_sum is None or outcome.right_sum is None:
            missing = "、".join(self._table.form.cell_name(cell) for cell in outcome.missing[:3])
            return GridCell(SUM, "不能算", "", UNKNOWN, f"{balance.text}\n没有数字：{missing}")
        left, right = plain(outcome.left_sum), plain(outcome.right_sum)
        shown = _computed(balance, outcome.left_sum, outcome.right_sum)
        if both and len(balance.left) > 1 and len(balance.right) > 1:
            shown = f"{left}＝{right}" if outcome.holds else f"{left}≠{right}"
        if outcome.holds:
            return GridCell(SUM, shown, shown, HOLDS, f"{balance.text}\n平：{left}＝{right}")
        gap = plain(outcome.left_sum - outcome.right_sum)
        sign = "" if gap.startswith("-") else "+"
        tip = f"{balance.text}\n不平：{left}≠{right}，相差{sign}{gap}"
        return GridCell(SUM, f"{shown}\n差{sign}{gap}", shown, FAILS, tip)


def _computed(balance: Balance, left: Decimal, right: Decimal) -> str:
    """Return the side that is added up: the other one is the total the draft states."""
    return plain(right if len(balance.left) == 1 else left)


def _tip(notes: Sequence[str]) -> str:
    return "\n".join(note for note in notes if note)


_GRAVITY = {"error": 0, "warning": 1, "info": 2}


def _findings_by_cell(result: Result, table: StatutoryTable) -> dict[str, tuple[str, str, str]]:
    """Return severity, id and message of the gravest finding at each cell of a table.

    Of an equation whose wrong cell is known only that cell is marked, and nothing of what only follows from
    another finding: one mistake must not look like fifty.
    """
    at = {(cell.place.block, cell.place.row, cell.place.column): cell.id for cell in table.cells.values()}
    found: dict[str, tuple[str, str, str]] = {}
    known = {finding.id for finding in result.checklist.findings}
    for finding in sorted(result.checklist.findings, key=lambda f: _GRAVITY.get(f.severity.value, 3)):
        if finding.cause in known:
            continue
        places = [suspect.place for suspect in finding.suspects] or list(finding.places)
        for place in places:
            cell = at.get((place.block, place.row, place.column)) if place is not None else None
            if cell is not None:
                found.setdefault(cell, (finding.severity.value, finding.id, finding.message))
    return found


def cells_of(result: Result, finding: Finding) -> list[str]:
    """Return the statutory cells (``table/row.column``) a finding speaks of, suspected ones first."""
    at = {
        (cell.place.block, cell.place.row, cell.place.column): f"{table.id}/{cell.id}"
        for table in result.report.tables
        for cell in table.cells.values()
    }
    found = [suspect.cell for suspect in finding.suspects]
    found += [at[key] for place in finding.places if (key := (place.block, place.row, place.column)) in at]
    if finding.equation is not None:
        found += [term.cell for term in (*finding.equation.left, *finding.equation.right)]
    return list(dict.fromkeys(found))


def last_year(result: Result, cells: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return name, this year's and last year's text of cells ``table/row.column`` that both reports have."""
    report: Report = result.report
    rows = []
    for name in dict.fromkeys(cells):
        table_id, _, cell_id = name.partition("/")
        now = report.table(table_id)
        then = report.previous.table(table_id) if report.previous is not None else None
        if now is None or then is None or cell_id not in now.cells or cell_id not in then.cells:
            continue
        rows.append(
            (
                f"{now.form.name} {now.form.cell_name(cell_id)}",
                now.cells[cell_id].text.strip() or BLANK_TEXT,
                then.cells[cell_id].text.strip() or BLANK_TEXT,
            )
        )
    return rows
