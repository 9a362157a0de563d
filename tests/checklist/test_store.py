"""Confirmations and ignored findings: kept, applied, listed, undone, and not lost when the program dies."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import gxdesk
from gxdesk.checklist.model import Status
from gxdesk.checklist.store import NAME, Store, draft_key
from gxdesk.checks.api import Severity
from gxdesk.errors import UsageError, WriteError

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
FAULTY = next(SAMPLES.glob("*2024*有错*.docx"))
DRAFT = "云州市教育局|2024"


@pytest.fixture(scope="module")
def result():
    return gxdesk.check(FAULTY)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "data") as opened:
        yield opened


def test_an_ignored_finding_is_set_aside_listed_and_brought_back(store, result):
    finding = next(f for f in result.checklist.findings if f.severity is Severity.ERROR and not f.cause)
    ignore = store.ignore_finding(DRAFT, finding, "已请示，按原稿发布", "李明")
    after = store.apply(DRAFT, result.checklist, result.report)
    assert finding.id not in {f.id for f in after.findings}
    assert [one.finding.id for one in after.ignored] == [finding.id]
    assert after.ignored[0].ignore.reason == "已请示，按原稿发布"
    assert after.count(Severity.ERROR) == result.checklist.count(Severity.ERROR) - 1
    assert after.verdict.endswith("另有1处已由人工忽略。")
    assert finding.id in {f.id for f in result.checklist.findings}, "the given checklist is not changed"
    assert store.undo(DRAFT, ignore) and not store.undo(DRAFT, ignore)
    assert store.apply(DRAFT, result.checklist, result.report) == result.checklist


def test_what_only_followed_from_it_stands_on_its_own_again(store, result):
    caused = next(f for f in result.checklist.findings if f.cause)
    root = result.checklist.finding(caused.cause)
    store.ignore_finding(DRAFT, root, "数据以台账为准")
    after = store.apply(DRAFT, result.checklist, result.report)
    assert after.finding(caused.id).cause is None


def test_a_rule_ignored_for_one_draft(store, result):
    finding = result.checklist.findings[0]
    store.ignore_rule(DRAFT, finding.rule, "本地不要求", title="编号")
    after = store.apply(DRAFT, result.checklist, result.report)
    assert not any(f.rule == finding.rule for f in after.findings)
    assert {one.ignore.kind for one in after.ignored} == {"rule"}
    other = store.apply("另一份|2024", result.checklist, result.report)
    assert other == result.checklist


def test_an_item_whose_findings_are_all_ignored_passes(store, result):
    item = next(i for i in result.checklist.items if i.status is Status.FAIL and len(i.findings) == 1)
    store.ignore_finding(DRAFT, item.findings[0], "误报")
    after = store.apply(DRAFT, result.checklist, result.report).item(item.id)
    assert after.status is Status.PASS and after.findings == () and "忽略" in after.note


def test_a_reason_and_a_name_are_demanded(store, result):
    with pytest.raises(UsageError, match="理由"):
        store.ignore_finding(DRAFT, result.checklist.findings[0], "  ")
    with pytest.raises(UsageError, match="确认人"):
        store.confirm(DRAFT, "ledger", "")
    assert store.ignores(DRAFT) == () and store.confirmations(DRAFT) == {}


def test_a_confirmed_item_passes_with_who_and_when(store, result):
    store.confirm(DRAFT, "ledger", "王芳", "逐件核对")
    item = store.apply(DRAFT, result.checklist, result.report).item("ledger")
    assert item.status is Status.PASS and item.confirmed.who == "王芳"
    assert "王芳" in item.note and "逐件核对" in item.note
    assert store.unconfirm(DRAFT, "ledger") and not store.unconfirm(DRAFT, "ledger")
    assert store.apply(DRAFT, result.checklist, result.report).item("ledger").status is Status.MANUAL


def test_confirming_does_not_hide_what_is_wrong(store, result):
    failed = next(i for i in result.checklist.items if i.status is Status.FAIL)
    store.confirm(DRAFT, failed.id, "王芳")
    item = store.apply(DRAFT, result.checklist, result.report).item(failed.id)
    assert item.status is Status.FAIL and item.confirmed is not None


def test_decisions_last(tmp_path, result):
    with Store(tmp_path) as store:
        store.confirm(DRAFT, "ledger", "王芳")
        store.ignore_finding(DRAFT, result.checklist.findings[0], "误报")
    with Store(tmp_path) as store:
        assert set(store.confirmations(DRAFT)) == {"ledger"} and len(store.ignores(DRAFT)) == 1


def test_ignored_findings_that_no_longer_occur_are_still_listed(store, result):
    store.ignore_finding(DRAFT, replace(result.checklist.findings[0], id="gone"), "误报")
    assert [ignore.target for ignore in store.ignores(DRAFT)] == ["gone"]
    assert store.apply(DRAFT, result.checklist, result.report).ignored == ()


KILLED = """
import os, sys
from pathlib import Path
from gxdesk.checklist.store import Store
store = Store(Path(sys.argv[1]))
for n in range(20):
    store.confirm("d", f"item{n}", "王芳")
os._exit(9)
"""


def test_killing_the_program_loses_nothing(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, cwd=SAMPLES.parents[1])
    assert done.returncode == 9
    with Store(tmp_path) as store:
        assert len(store.confirmations("d")) == 20


def test_two_windows_at_once(tmp_path):
    with Store(tmp_path) as one, Store(tmp_path) as other:
        one.confirm("d", "a", "王芳")
        other.confirm("d", "b", "李明")
        assert set(one.confirmations("d")) == {"a", "b"}


def test_a_damaged_file_is_set_aside_and_said(tmp_path):
    (tmp_path / NAME).write_bytes(b"this is no database at all" * 100)
    with Store(tmp_path) as store:
        assert "已损坏" in store.notice
        store.confirm("d", "a", "王芳")
    assert len(list(tmp_path.glob("decisions-damaged-*.db"))) == 1


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="无法保存"):
        Store(tmp_path / "file" / "data")


def test_drafts_are_told_apart_by_body_and_year(result, tmp_path):
    report = result.report
    key = draft_key(report, FAULTY)
    assert key == draft_key(report, tmp_path / "改名.docx") == "岚溪市教育局|2024"
    unnamed = replace(report, identity=replace(report.identity, authority=None))
    assert draft_key(unnamed, FAULTY) == str(FAULTY.resolve())


def test_exports_list_what_was_ignored(store, result):
    import io

    from openpyxl import load_workbook

    from gxdesk.exports.json import result_json
    from gxdesk.exports.xlsx import checklist_workbook

    finding = result.checklist.findings[0]
    store.ignore_finding(DRAFT, finding, "已请示", "李明")
    after = replace(result, checklist=store.apply(DRAFT, result.checklist, result.report))
    (told,) = result_json([after])["documents"][0]["ignored"]
    assert told["id"] == finding.id and told["ignored"]["reason"] == "已请示"
    book = load_workbook(io.BytesIO(checklist_workbook(after)))
    store.confirm(DRAFT, "ledger", "王芳", "逐件核对")
    confirmed = replace(result, checklist=store.apply(DRAFT, result.checklist, result.report))
    sheet = load_workbook(io.BytesIO(checklist_workbook(confirmed)))["检查清单"]
    assert any(row[9].value == "已确认" and "逐件核对" in row[10].value for row in sheet.iter_rows())
    shown = [cell.value for row in book["已忽略"].iter_rows() for cell in row]
    assert "已请示" in shown and "李明" in shown
    assert "已忽略" not in load_workbook(io.BytesIO(checklist_workbook(result))).sheetnames
