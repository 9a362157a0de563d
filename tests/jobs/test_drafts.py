import os
from pathlib import Path

import pytest

from gxdesk.errors import ReadError
from gxdesk.jobs.drafts import drafts_in, passed_over


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("草稿", encoding="utf-8")


def names_in(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in drafts_in([folder])]


def test_folders_are_walked_and_numbers_sorted_as_people_count(tmp_path):
    make(tmp_path, "报告10.docx", "报告2.docx", "局/报告1.XLSX", "报告1.txt")

    assert names_in(tmp_path) == ["局/报告1.XLSX", "报告1.txt", "报告2.docx", "报告10.docx"]


def test_lock_files_hidden_files_and_other_formats_are_left_out(tmp_path):
    make(tmp_path, "报告.docx", "~$报告.docx", ".~报告.docx", ".git/说明.txt", "照片.png", "附件.pdf")

    assert names_in(tmp_path) == ["报告.docx"]


def test_drafts_that_cannot_be_read_are_named_and_not_passed_over_in_silence(tmp_path):
    make(tmp_path, "报告.docx", "甲局.pdf", "乙局.ofd", "照片.png", "~$甲局.pdf")

    assert [path.name for path in passed_over([tmp_path])] == ["乙局.ofd", "甲局.pdf"]
    assert passed_over([tmp_path / "报告.docx"]) == []


def test_a_folder_without_drafts_says_what_can_be_checked(tmp_path):
    make(tmp_path, "年报/照片.png")

    with pytest.raises(ReadError, match=r"文件夹“年报”中没有可检查的报告草稿（\.docx、"):
        drafts_in([tmp_path / "年报"])


def test_a_named_file_is_taken_whatever_it_is_called_and_only_once(tmp_path):
    make(tmp_path, "报告.docx", "旧稿.pdf")
    old, gone = tmp_path / "旧稿.pdf", tmp_path / "没有.docx"

    assert drafts_in([old, gone, tmp_path, tmp_path / "报告.docx", old]) == [
        old,
        gone,
        tmp_path / "报告.docx",
    ]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_to_a_draft_is_the_draft(tmp_path):
    make(tmp_path, "报告.docx")
    (tmp_path / "另一个名字.docx").symlink_to(tmp_path / "报告.docx")

    assert len(drafts_in([tmp_path])) == 1
