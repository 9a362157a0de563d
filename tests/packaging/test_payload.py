"""Payload hashes, deterministic zips, and the notice of the bundled components."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import licences
import payload
import smoke_result


def folder(tmp_path: Path, name: str, *, time: int) -> Path:
    root = tmp_path / name
    (root / "子文件夹").mkdir(parents=True)
    for number, path in enumerate((root / "a.txt", root / "子文件夹" / "b.txt")):
        path.write_text(str(number), encoding="utf-8")
        os.utime(path, (time, time))
    return root


def test_equal_contents_have_one_hash_whatever_the_time(tmp_path: Path) -> None:
    one, two = (folder(tmp_path, name, time=time) for name, time in (("one", 1), ("two", 2_000_000_000)))

    assert payload.tree_hash(one) == payload.tree_hash(two)
    (two / "a.txt").write_text("changed", encoding="utf-8")
    assert payload.tree_hash(one) != payload.tree_hash(two)


def test_a_moved_file_changes_the_hash(tmp_path: Path) -> None:
    one, two = (folder(tmp_path, name, time=1) for name in ("one", "two"))
    (two / "a.txt").rename(two / "c.txt")

    assert payload.tree_hash(one) != payload.tree_hash(two)


def test_zips_of_equal_folders_are_equal_and_keep_chinese_names(tmp_path: Path) -> None:
    zips = []
    for name, time in (("one", 1_000_000_000), ("two", 2_000_000_000)):
        zips.append(tmp_path / f"{name}.zip")
        payload.zip_folder(folder(tmp_path, name, time=time), zips[-1], "GxDesk")

    assert zips[0].read_bytes() == zips[1].read_bytes()
    with zipfile.ZipFile(zips[0]) as archive:
        assert archive.namelist() == ["GxDesk/a.txt", "GxDesk/子文件夹/b.txt"]


def test_the_notice_tells_what_the_lgpl_asks(tmp_path: Path) -> None:
    part = {"name": "PySide6-Essentials", "version": "6.8.3", "licence": "LGPL-3.0-only", "home": ""}

    for platform in ("windows", "linux"):
        text = licences.notice(platform, [part])
        assert "LGPL-3.0" in text and "替换" in text and "逆向工程" in text
        assert "https://download.qt.io" in text  # where the sources are


def test_licence_files_of_a_wheel_are_found(tmp_path: Path) -> None:
    wheel = tmp_path / "thing-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("thing/licence_tool.py", "code")
        archive.writestr("thing-1.dist-info/licenses/LICENSE", "text")
        archive.writestr("thing-1.dist-info/LICENCE.rst", "more")
        archive.writestr("thing-1.dist-info/RECORD", "")
        head = "Metadata-Version: 2.1\nName: thing\nVersion: 1\nLicense-Expression: MIT\n"
        archive.writestr("thing-1.dist-info/METADATA", f"{head}Project-URL: Source, https://example.org\n")

    assert licences.licence_texts(wheel) == {"LICENSE": b"text", "LICENCE.rst": b"more"}
    stated = licences.metadata(wheel)
    assert (stated["licence"], stated["home"]) == ("MIT", "https://example.org")


def test_results_are_compared_without_time_and_folder() -> None:
    document = {"path": "C:\\稿\\a.docx", "checked_at": "1", "seconds": 1.0, "findings": []}
    other = {**document, "path": "/稿/a.docx", "checked_at": "2", "seconds": 0.5}
    results = [{"checked_at": item["checked_at"], "documents": [item]} for item in (document, other)]

    assert smoke_result.comparable(results[0]) == smoke_result.comparable(results[1])
    results[1]["documents"] = [{**other, "findings": ["new"]}]
    assert smoke_result.comparable(results[0]) != smoke_result.comparable(results[1])
