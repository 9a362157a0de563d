"""The checklist lists every mandated item and never shows as passed what was not checked."""

import pytest

from gxdesk.checklist.build import build
from gxdesk.checklist.model import GROUPS, Status
from gxdesk.checks.api import Severity
from gxdesk.checks.runner import run
from gxdesk.document.model import Cell, Document, Paragraph, Table
from gxdesk.document.place import LineOrigin
from gxdesk.errors import Cancelled
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import load


def document(
    *, rows: slice = slice(None), title: str = "云州市教育局2024年政府信息公开工作年度报告"
) -> Document:
    """A report with its six headings and a table three of zeros, of which ``rows`` are there."""
    blocks = [Paragraph(title, LineOrigin(1))]
    for number, section in enumerate(load("2021").sections, 2):
        blocks.append(Paragraph(section.title, LineOrigin(number)))
        if section.id == "applications":
            blocks.append(zeros(rows))
    return Document(tuple(blocks), "txt")


def zeros(rows: slice) -> Table:
    form = load("2021").table("applications")
    columns = form.parts[0].columns
    lines = [["", *(c.label for c in columns)], *([row.label, *["0"] * 7] for row in form.rows()[rows])]
    cells = tuple(
        Cell(text, r, c, LineOrigin(100 + r)) for r, line in enumerate(lines) for c, text in enumerate(line)
    )
    return Table(len(lines), 8, cells, LineOrigin(100))


def checked(draft: Document):
    report = recognise(draft)
    return build(report, run(report))


def test_every_item_of_the_standard_is_listed_and_grouped():
    checklist = checked(document())
    ids = [item.id for item in checklist.items]
    standard = load("2021")
    assert {f"section.{s.id}" for s in standard.sections} <= set(ids)
    assert {f"table.{t.id}" for t in standard.tables} <= set(ids)
    assert {item.id for item in standard.manual} <= set(ids)
    assert len(ids) == len(set(ids))
    groups = [item.group for item in checklist.items]
    assert groups == sorted(groups, key=GROUPS.index)
    assert all(item.title and item.requirement and item.basis for item in checklist.items)


def test_every_finding_belongs_to_a_listed_item():
    checklist = checked(document())
    listed = {finding.id for item in checklist.items for finding in item.findings}
    assert checklist.findings and listed == {finding.id for finding in checklist.findings}


def test_passed_failed_manual_and_not_checkable():
    checklist = checked(document())
    status = {item.id: item.status for item in checklist.items}
    assert status["table.applications"] is Status.PASS
    assert status["balance.applications.column"] is Status.PASS
    assert status["table.disclosure"] is Status.FAIL
    assert status["balance.review_litigation"] is Status.NOT_CHECKABLE
    assert Status.MANUAL in status.values()


def test_a_table_without_its_total_row_is_not_balanced():
    checklist = checked(document(rows=slice(0, 23)))
    item = checklist.item("balance.applications.column")
    assert item.status is Status.NOT_CHECKABLE and "（七）总计" in item.note


def test_a_text_that_is_no_report_gets_text_checks_only():
    draft = Document(
        tuple(Paragraph(t, LineOrigin(n)) for n, t in enumerate(("工作经验交流材料", "我局做法如下。"), 1)),
        "txt",
    )
    checklist = checked(draft)
    assert "不像政府信息公开工作年度报告" in checklist.verdict
    mandated = {f"section.{s.id}" for s in load("2021").sections} | {
        f"table.{t.id}" for t in load("2021").tables
    }
    assert not mandated & {item.id for item in checklist.items}
    assert {item.status for item in checklist.items if item.group == "勾稽"} == {Status.NOT_APPLICABLE}


def test_counts_and_verdict_agree():
    checklist = checked(document())
    assert checklist.counts["error"] == sum(f.severity is Severity.ERROR for f in checklist.findings)
    assert not checklist.publishable
    assert checklist.verdict.startswith(f"暂不能发布：{checklist.counts['error']}处要改")


def test_fingerprints_stay_when_unrelated_text_moves():
    before = checked(document())
    moved = document()
    moved = Document((Paragraph("附注一行。", LineOrigin(1)), *moved.blocks), "txt")
    assert {f.id for f in before.findings} == {f.id for f in checked(moved).findings}


def test_a_run_can_be_cancelled():
    report = recognise(document())
    with pytest.raises(Cancelled):
        run(report, cancelled=lambda: True)
