"""What a clerk reads of failing balances: one slip, one finding, with the cell to mend."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from decimal import Decimal

import mutations

from gxdesk.checks.api import Equation, Finding, Severity, Term, fingerprint
from gxdesk.diagnosis import diagnose
from gxdesk.document.model import Document
from gxdesk.document.numbers import Number, parse_number
from gxdesk.document.place import WHOLE_DRAFT, Place
from gxdesk.report.balances import Balance, evaluate, instances
from gxdesk.report.model import ANNUAL_REPORT, CellValue, Identity, Report, StatutoryTable
from gxdesk.standards.load import load

STANDARD = load("2021")


def table(table_id: str, texts: Mapping[str, object]) -> StatutoryTable:
    cells = {
        cell: CellValue(cell, str(text), parse_number(str(text)), Place(f"格{cell}"))
        for cell, text in texts.items()
    }
    return StatutoryTable(STANDARD.table(table_id), True, WHOLE_DRAFT, cells=cells)


def report(*tables: StatutoryTable) -> Report:
    who = Identity(ANNUAL_REPORT, "", "", None, None, "department", 2024, ())
    return Report(Document((), "txt"), who, STANDARD, "", (), tables)


def finding(table: StatutoryTable, balance: Balance) -> Finding:
    def terms(cells: tuple[str, ...]) -> tuple[Term, ...]:
        return tuple(Term(f"{table.id}/{c}", table.form.cell_name(c), table.cells[c].text) for c in cells)

    equation = Equation(terms(balance.left), terms(balance.right), "", "", "")
    key = fingerprint(balance.rule, f"{table.id} {balance.number} {balance.key}")
    error = Severity.ERROR
    return Finding(key, balance.rule, error, "不平", "两边不相等", "", (), "", "", equation=equation)


def diagnosed(*tables: StatutoryTable) -> tuple[Finding, ...]:
    findings = [finding(t, b) for t in tables for b in instances(t.form) if evaluate(b, t).holds is False]
    return diagnose(report(*tables), findings)


def review(upheld: int, total: int) -> dict[str, int]:
    zero = {f"{row}.{column}": 0 for row in ("review", "suit", "suit_after_review") for column in RESULTS}
    return {**zero, "review.upheld": upheld, "review.total": total}


RESULTS = ("upheld", "corrected", "other", "pending", "total")
APPLICATIONS = mutations.balanced(random.Random(11))
FULL = {**APPLICATIONS}


def test_one_slip_is_one_root_with_the_cell_and_its_right_number():
    cell = max((c for c in FULL if c.startswith("granted.")), key=lambda c: FULL[c] % 1000)
    wrong = FULL[cell] + 1
    found = diagnosed(table("applications", {**FULL, cell: wrong}))
    roots = [f for f in found if f.cause is None]
    assert len(found) == 2
    assert len(roots) == 1
    assert [s.to_json() for s in roots[0].suspects] == [
        {"cell": f"applications/{cell}", "value": str(wrong), "should_be": str(FULL[cell])}
    ]
    assert roots[0].suspects[0].place == Place(f"格{cell}")
    assert roots[0] is found[0]
    assert found[1].cause == roots[0].id
    assert "最可能是表三「" in roots[0].message
    assert f"{wrong}应为{FULL[cell]}" in roots[0].message
    assert roots[0].message.startswith("两边不相等。")
    assert roots[0].message.endswith("。")


def test_two_independent_slips_are_two_roots():
    wrong = {**FULL, "new.natural": FULL["new.natural"] + 10, "refused_repeat.legal": 3}
    found = diagnosed(table("applications", wrong))
    roots = [f for f in found if f.cause is None]
    assert [s.cell for f in roots for s in f.suspects] == [
        "applications/new.natural",
        "applications/refused_repeat.legal",
    ]
    assert {f.cause for f in found if f.cause} == {f.id for f in roots}


def test_a_table_four_row_has_several_explanations_and_says_so():
    found = diagnosed(table("review_litigation", review(upheld=3, total=5)))
    assert len(found) == 1
    assert "种同样简单的解释" in found[0].message
    assert "最可能" not in found[0].message
    assert {"review_litigation/review.total", "review_litigation/review.upheld"} <= {
        s.cell for s in found[0].suspects
    }


def test_tables_are_diagnosed_apart():
    wrong = {**FULL, "new.natural": FULL["new.natural"] + 10}
    found = diagnosed(table("applications", wrong), table("review_litigation", review(upheld=3, total=13)))
    roots = [f for f in found if f.cause is None]
    assert {f.rule.split(".")[1] for f in roots} == {"applications", "review_litigation"}


def test_a_table_full_of_errors_gets_no_suspects_and_no_causes():
    rng = random.Random(3)
    mess = {cell: rng.randint(0, 500) for cell in FULL}
    found = diagnosed(table("applications", mess))
    assert all(f.cause is None and not f.suspects for f in found)
    assert "与原始台账逐格核对" in found[0].message


def test_equations_with_a_blank_cell_take_no_part():
    texts: dict[str, object] = {
        **FULL,
        "partial.business": "",
        "granted.natural": FULL["granted.natural"] + 1,
    }
    found = diagnosed(table("applications", texts))
    roots = [f for f in found if f.cause is None]
    assert [s.cell for f in roots for s in f.suspects] == ["applications/granted.natural"]


def test_other_findings_and_reports_without_failures_stay_as_they_are():
    other = Finding("1", "number.format", Severity.WARNING, "", "", "", (), "", "")
    assert diagnose(report(table("applications", FULL)), [other]) == (other,)


def test_messages_hold_no_english():
    wrong = {**FULL, "new.natural": FULL["new.natural"] + 10, "refused_repeat.legal": 3}
    tables = (table("applications", wrong), table("review_litigation", review(upheld=3, total=13)))
    assert not re.search("[A-Za-z]", "".join(f.message for f in diagnosed(*tables)))


def test_numbers_are_written_plainly():
    wrong = table("review_litigation", review(upheld=3, total=13))
    cell = CellValue("review.total", "1,013", Number(Decimal(1013), "grouped"), WHOLE_DRAFT)
    found = diagnosed(StatutoryTable(wrong.form, True, WHOLE_DRAFT, cells={**wrong.cells, cell.id: cell}))
    assert "1013应为3" in found[0].message
