import hashlib

import pytest

from gxdesk.errors import Cancelled, ReadError, StandardError
from gxdesk.jobs.check import check_draft
from gxdesk.jobs.model import Options

DRAFT = """云州市教育局2024年政府信息公开工作年度报告

一、总体情况
本年度未收到申请。
六、其他需要报告的事项
无。
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "年报.txt"
    path.write_bytes(DRAFT.encode("gb18030"))
    return path


def test_a_draft_is_recognised_checked_and_left_untouched(draft):
    before = draft.stat().st_mtime_ns
    result = check_draft(str(draft))

    assert result.path == draft
    assert result.sha256 == hashlib.sha256(DRAFT.encode("gb18030")).hexdigest()
    assert (result.report.identity.year, result.report.standard.id) == (2024, "2021")
    assert {f.rule for f in result.checklist.findings} >= {"structure.section.missing", "table.missing"}
    assert not result.checklist.publishable
    assert result.checked_at.tzinfo is not None
    assert draft.read_bytes() == DRAFT.encode("gb18030")
    assert draft.stat().st_mtime_ns == before
    assert [path.name for path in draft.parent.iterdir()] == ["年报.txt"]


def test_format_and_level_can_be_prescribed(draft):
    result = check_draft(draft, Options(standard="2019", level="government"))

    assert result.report.standard.id == "2019"
    assert result.report.identity.level == "government"
    with pytest.raises(StandardError, match="1999"):
        check_draft(draft, Options(standard="1999"))


def test_what_cannot_be_read_says_why(tmp_path):
    (tmp_path / "空.docx").write_bytes(b"")

    with pytest.raises(ReadError, match="空的"):
        check_draft(tmp_path / "空.docx")
    with pytest.raises(ReadError, match=r"找不到文件“没有\.docx”"):
        check_draft(tmp_path / "没有.docx")


@pytest.mark.parametrize("after", range(4))
def test_cancelling_stops_between_any_two_steps(draft, after):
    asked = []

    def cancelled():
        asked.append(None)
        return len(asked) > after

    with pytest.raises(Cancelled, match="已取消"):
        check_draft(draft, Options(cancelled=cancelled))
    assert len(asked) == after + 1
