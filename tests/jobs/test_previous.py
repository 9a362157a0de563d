"""Last year's report: a file, or the right one of a folder."""

from pathlib import Path

import pytest

from gxdesk.errors import ReadError
from gxdesk.jobs.check import check_draft
from gxdesk.jobs.model import Options

ROW = "二、上年结转政府信息公开申请数量\n{0}\n0\n0\n0\n0\n0\n{0}\n"
OUT = "四、结转下年度继续办理\n{0}\n0\n0\n0\n0\n0\n{0}\n"
HEAD = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"


def write(
    folder: Path, name: str, year: int, body: str = "云州市教育局", carried_in: int = 0, out: int = 0
) -> Path:
    title = f"{body}{year}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
    text = f"{title}{HEAD}{ROW.format(carried_in)}{OUT.format(out)}"
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def carried(draft: Path, previous: Path) -> list[str]:
    result = check_draft(draft, Options(previous=previous))
    return [f.message for f in result.checklist.findings if f.rule == "year.carried"]


def test_a_file_as_last_years_report(tmp_path: Path):
    draft = write(tmp_path, "本年.txt", 2024, carried_in=3)
    assert not carried(draft, write(tmp_path, "上年.txt", 2023, out=3))
    assert len(carried(draft, write(tmp_path, "上年 2.txt", 2023, out=5))) == 2


def test_the_right_report_is_picked_from_a_folder(tmp_path: Path):
    draft = write(tmp_path, "本年.txt", 2024, carried_in=3)
    past = tmp_path / "历年 报告"
    past.mkdir()
    write(past, "a.txt", 2022, out=9)
    write(past, "b.txt", 2023, body="岚溪市教育局", out=9)
    write(past, "c.txt", 2023, out=3)
    (past / "坏.docx").write_bytes(b"no draft")
    assert not carried(draft, past)
    (past / "c.txt").unlink()
    with pytest.raises(ReadError, match="没有找到云州市教育局2023年度的报告"):
        check_draft(draft, Options(previous=past))


def test_an_unreadable_previous_report_is_named(tmp_path: Path):
    draft = write(tmp_path, "本年.txt", 2024)
    bad = tmp_path / "上年.docx"
    bad.write_bytes(b"")
    with pytest.raises(ReadError, match=r"上年报告.*读不出来"):
        check_draft(draft, Options(previous=bad))
