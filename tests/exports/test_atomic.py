import errno
import os
import stat
from pathlib import Path

import pytest

from gxdesk.errors import WriteError
from gxdesk.exports import atomic


def test_a_new_file_is_written_and_nothing_left_beside_it(tmp_path):
    atomic.write(tmp_path / "清单.xlsx", b"new")

    assert (tmp_path / "清单.xlsx").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["清单.xlsx"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "正在 Excel 或 WPS 中打开"),
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EIO, "网络盘断开"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, number, words):
    target = tmp_path / "清单.xlsx"
    target.write_bytes(b"old")

    def fail(self, other):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(WriteError, match=words):
        atomic.write(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["清单.xlsx"]


def test_a_disk_that_fills_up_halfway_leaves_no_rubbish(tmp_path, monkeypatch):
    def fail(descriptor):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(WriteError, match=r"磁盘空间不足，没有写出“清单\.xlsx”"):
        atomic.write(tmp_path / "清单.xlsx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be_written_are_refused_in_words(tmp_path):
    with pytest.raises(WriteError, match="不存在"):
        atomic.write(tmp_path / "没有" / "清单.xlsx", b"")
    with pytest.raises(WriteError, match="是文件夹"):
        atomic.write(tmp_path, b"")


def test_a_read_only_file_is_not_replaced(tmp_path, monkeypatch):
    (tmp_path / "清单.xlsx").write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "access", lambda path, mode: False)  # root may write everything

    with pytest.raises(WriteError, match="只读文件，没有覆盖"):
        atomic.write(tmp_path / "清单.xlsx", b"new")
    assert (tmp_path / "清单.xlsx").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="permissions and links as on Unix")
def test_permissions_and_links_stay_as_they_were(tmp_path):
    target, link = tmp_path / "清单.xlsx", tmp_path / "链接.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)

    atomic.write(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
