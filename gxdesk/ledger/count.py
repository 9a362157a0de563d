"""Counts a register into tables three and four, row by row."""

from __future__ import annotations

from collections import Counter
from datetime import date

from gxdesk.ledger import words
from gxdesk.ledger.model import APPLICATIONS, REVIEW, Counted, Entry, Register, Tally
from gxdesk.ledger.workdays import EXTENSION, LIMIT, working_days
from gxdesk.report.balances import instances
from gxdesk.standards.model import Standard, TableForm

_PENDING = ("未办结", "办理中", "正在办", "结转", "待办")
_LABELS = {"received": "收到日期", "closed": "办结日期", "kind": "申请人类别", "result": "办理结果"}


def tally(register: Register, standard: Standard, year: int) -> Tally:
    """Return the register counted for a report year."""
    rows = tuple(_Row(entry, register, standard, year).counted() for entry in register.entries)
    tables = {}
    figures = Counter(cell for row in rows for cell in row.cells)
    for table_id in (APPLICATIONS, REVIEW):
        form = next((table for table in standard.tables if table.id == table_id), None)
        wanted = "result" in register.columns if table_id == APPLICATIONS else _has_cases(register)
        if form is not None and wanted:
            tables[table_id] = _with_totals(form, figures)
    return Tally(standard, year, rows, tables, _notes(register, rows, tables))


def main_year(register: Register) -> int | None:
    """Return the year most applications were closed or received in: the report year, if none is given."""
    years: Counter[int] = Counter()
    for entry in register.entries:
        for column in ("received", "closed"):
            found = words.day(entry.text(column))
            if found is not None:
                years[found.year] += 1
    return max(years, key=lambda year: (years[year], year)) if years else None


def _has_cases(register: Register) -> bool:
    return bool({"review", "suit"} & set(register.columns))


def _with_totals(form: TableForm, figures: Counter[str]) -> dict[str, int]:
    """Return every cell of the table; totals are summed as the format's balances say."""
    values = {cell: figures[f"{form.id}/{cell}"] for cell in form.cell_ids()}
    for balance in sorted(instances(form), key=lambda one: one.key.startswith("row")):
        if len(balance.left) == 1:
            values[balance.left[0]] = sum(values[cell] for cell in balance.right)
    return values


def _notes(
    register: Register, rows: tuple[Counted, ...], tables: dict[str, dict[str, int]]
) -> tuple[str, ...]:
    notes = list(register.notes)
    unsure = sum(1 for row in rows if row.problems)
    if unsure:
        notes.append(f"有{unsure}行需要人工核对，原因见各行。没有归类的行没有计入相应的格，表可能因此不平。")
    if any(row.days is not None for row in rows):
        notes.append(
            "工作日按周一至周五计算，没有扣除法定节假日，也没有计入调休上班日；是否超期请对照日历核实。"
        )
    if "closed" not in register.columns and APPLICATIONS in tables:
        notes.append("台账没有“办结日期”一列，填了办理结果的都当作本年度办结。")
    if REVIEW not in tables:
        notes.append("台账没有行政复议、行政诉讼结果的列，没有计算表四。")
    return tuple(notes)


class _Row:
    """One row while it is counted."""

    def __init__(self, entry: Entry, register: Register, standard: Standard, year: int) -> None:
        self._entry, self._columns, self._standard, self._year = entry, register.columns, standard, year
        self._cells: list[str] = []
        self._problems: list[str] = []
        self._note = ""
        self._received = self._date("received")
        self._closed = self._date("closed")

    def counted(self) -> Counted:
        days, late = None, False
        if any(self._entry.text(column) for column in ("received", "kind", "result")):
            days, late = self._application()
        self._cases()
        return Counted(
            self._entry,
            tuple(self._cells),
            tuple(self._problems),
            self._received,
            self._closed,
            days,
            late,
            self._note,
        )

    def _date(self, column: str) -> date | None:
        text = self._entry.text(column)
        found = words.day(text)
        if text and found is None and not words.says_no(text):
            self._problems.append(f"{_LABELS[column]}“{text}”不是日期。")
        return found

    def _application(self) -> tuple[int | None, bool]:
        """Count the application; return its working days and whether they are too many."""
        kind = self._kind()
        carried = self._carried_in()
        done = self._done()
        if self._closed is not None and self._received is not None and self._closed < self._received:
            self._problems.append("办结日期早于收到日期。")
        if carried is None or kind is None:
            return None, False
        if carried == "outside":
            return None, False
        self._put("carried_in" if carried == "carried" else "new", kind)
        if done:
            row = self._result()
            if row is not None:
                self._put(row, kind)
        else:
            self._put("carried_out", kind)
        return self._time(done)

    def _put(self, row: str, kind: str) -> None:
        self._cells.append(f"{APPLICATIONS}/{row}.{kind}")

    def _kind(self) -> str | None:
        text = self._entry.text("kind")
        found = words.kinds(text)
        if not found:
            said = f"“{text}”" if text else "空白"
            self._problems.append(
                f"申请人类别{said}，无法归类。请写自然人、商业企业、科研机构、社会公益组织、法律服务机构或其他。"
            )
            return None
        return found[0]

    def _carried_in(self) -> str | None:
        """Return ``new``, ``carried`` or ``outside``; ``None`` when it cannot be told."""
        text = self._entry.text("carried")
        said = not words.says_no(text)
        earlier = said and "上年" in text
        if self._closed is not None and self._closed.year < self._year:
            self._note = f"{self._year}年以前已经办结，不计入。"
            return "outside"
        if self._received is None:
            if earlier:
                return "carried"
            if not self._entry.text("received"):
                self._problems.append("没有填收到日期，分不清是本年新收还是上年结转，没有计入。")
            return None
        if self._received.year > self._year:
            self._note = f"{self._year}年以后收到，不计入。"
            return "outside"
        if earlier and self._received.year == self._year:
            self._problems.append("写着上年结转，收到日期却在本年，按收到日期计为本年新收，请核实。")
        return "new" if self._received.year == self._year else "carried"

    def _done(self) -> bool:
        """Tell whether the application was closed within the report year."""
        if self._closed is not None:
            return self._closed.year == self._year
        result = self._entry.text("result")
        pending = not result or any(word in result for word in _PENDING)
        if "closed" in self._columns:
            if not pending:
                self._problems.append("填了办理结果却没有办结日期，按没有办结计为结转下年度，请补填日期。")
            return False
        return not pending

    def _result(self) -> str | None:
        text, reason = self._entry.text("result"), self._entry.text("reason")
        form = self._standard.table(APPLICATIONS)
        found = words.results(text, reason, form)
        if len(found) == 1:
            return found[0]
        shown = "：".join(part for part in (text, reason) if part)
        if not shown:
            self._problems.append("已经办结却没有填办理结果，没有计入办理结果。")
        elif found:
            names = "、".join(f"「{form.row(row).name}」" for row in found)
            self._problems.append(f"办理结果“{shown}”可能是{names}，没有计入，请写明一种。")
        else:
            self._problems.append(f"办理结果“{shown}”无法归类，没有计入。请按表三的行名填写具体情形。")
        return None

    def _time(self, done: bool) -> tuple[int | None, bool]:
        start = words.day(self._entry.text("corrected")) or self._received
        end = self._closed if self._closed is not None else None if done else date(self._year, 12, 31)
        if start is None or end is None:
            return None, False
        deducted = self._entry.text("deducted")
        free = int(deducted) if deducted.isdecimal() else 0
        extended = not words.says_no(self._entry.text("extended"))
        allowed = LIMIT + (EXTENSION if extended else 0)
        days = max(0, working_days(start, end) - free)
        if days <= allowed:
            return days, False
        state = "才办结" if self._closed is not None else "到年底仍未办结"
        length = f"延长后的{allowed}个" if extended else f"{allowed}个"
        self._problems.append(
            f"收到后{days}个工作日{state}，可能超过{length}工作日的期限（未扣除法定节假日，请核实；"
            f"补正、征求第三方意见的时间依法不计入）。"
        )
        return days, True

    def _cases(self) -> None:
        review, suit = self._entry.text("review"), self._entry.text("suit")
        kind = self._entry.text("suit_kind")
        if "复议" in kind and not words.suit_kinds(kind) and not review:
            review, suit = suit, ""
        if not words.says_no(review):
            self._case("review", review)
        if not words.says_no(suit):
            told = words.suit_kinds(kind) or words.suit_kinds(suit)
            by_rule = "suit" if words.says_no(review) else "suit_after_review"
            self._case(told[0] if told else by_rule, suit)

    def _case(self, row: str, text: str) -> None:
        found = words.case_results(text)
        if found:
            self._cells.append(f"{REVIEW}/{row}.{found[0]}")
        else:
            self._problems.append(f"复议或诉讼结果“{text}”无法归类。请写维持、纠正、其他结果或尚未审结。")
