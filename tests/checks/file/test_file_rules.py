"""file.*: what the reader noticed about the file."""

from dataclasses import replace

import pytest

from gxdesk.checks.api import Severity
from gxdesk.checks.catalogue import RULE_IDS, rule
from gxdesk.document.model import Notice

KINDS = [rule_id.split(".")[1] for rule_id in RULE_IDS if rule_id.startswith("file.")]


def noticed(report, *kinds: str):
    notices = tuple(
        Notice(kind, f"第{n}处的情况。", report.document.place(n)) for n, kind in enumerate(kinds)
    )
    return replace(report, document=replace(report.document, notices=notices))


@pytest.mark.parametrize("kind", KINDS)
def test_one_finding_for_each_kind_with_all_places(report_of, draft, kind):
    report = noticed(report_of(draft()), kind, "other", kind)
    (hit,) = list(rule(f"file.{kind}").check(report))
    assert hit.message == "第0处的情况。同类情况共2处。"
    assert [place.block for place in hit.places] == [0, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_noticed_nothing_found(report_of, draft, kind):
    other = next(k for k in KINDS if k != kind)
    assert not list(rule(f"file.{kind}").check(report_of(draft())))
    assert not list(rule(f"file.{kind}").check(noticed(report_of(draft()), other)))


def test_a_picture_matters_when_a_table_is_missing(report_of, draft):
    check = rule("file.image").check
    (hit,) = list(check(noticed(report_of(draft()), "image")))
    assert hit.severity is Severity.INFO
    (hit,) = list(check(noticed(report_of(draft(drop_tables=("applications",))), "image")))
    assert (hit.severity, hit.title) == (Severity.WARNING, "表格是图片，无法核对")
    assert "表三" in hit.message


def test_file_rules_also_look_at_other_texts(report_of):
    report = report_of("工作简报\n我局召开会议。")
    assert all(rule(f"file.{kind}").applies_to(report) for kind in KINDS)


def test_the_tests_name_every_rule():
    assert {f"file.{kind}" for kind in KINDS} >= {
        "file.hidden",
        "file.revisions",
        "file.comments",
        "file.image",
        "file.formula",
        "file.rounded",
        "file.macro",
        "file.format",
        "file.encoding",
        "file.damaged",
    }
