"""The Debian package's texts and the statement of what it needs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import needs
import newcomer
import pytest

from gxdesk.cli.parser import parse
from gxdesk.ui.window import NAME

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"


def entry() -> dict[str, str]:
    lines = (LINUX / "gxdesk.desktop").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:] if line)


def test_the_desktop_entry_opens_files_under_the_windows_own_name() -> None:
    values = entry()

    assert values["Name[zh_CN]"] == NAME
    assert values["Exec"] == "gxdesk %F"
    assert "application/msword" in values["MimeType"].split(";")
    assert values["MimeType"].endswith(";")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "gxdesk.desktop"], capture_output=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, b"")


def test_the_software_centre_entry_points_to_the_desktop_entry() -> None:
    root = ElementTree.parse(LINUX / "gxdesk.metainfo.xml").getroot()

    assert root.findtext("launchable") == "gxdesk.desktop"
    assert root.findtext("project_license") == "Apache-2.0"
    release = root.find("releases/release")
    assert release is not None and release.get("version") == "@VERSION@"


@pytest.mark.parametrize("name", ["gxdesk.1", "gxdesk.zh_CN.1"])
def test_the_manual_page_names_only_options_that_exist(name: str) -> None:
    text = (LINUX / name).read_text(encoding="utf-8").replace("\\-", "-")
    with_value = {"standard": "auto", "level": "auto", "encoding": "auto", "jobs": "2"}

    for option in sorted(set(re.findall(r"--([a-z]+)", text))):
        value = [] if option in ("quiet", "verbose") else [with_value.get(option, "a-file")]
        assert parse(["check", "draft.docx", f"--{option}", *value]).command == "check"


def test_the_newest_version_needed_is_found_in_what_objdump_prints() -> None:
    printed = "(GLIBC_2.2.5) malloc\n(GLIBC_2.14) memcpy\n GLIBCXX_3.4.21 x\n GLIBC_PRIVATE"

    assert needs.newest_versions(printed) == {"GLIBC": (2, 14), "GLIBCXX": (3, 4, 21)}


def test_needed_libraries_become_packages_and_bundled_ones_do_not() -> None:
    needed = ["libm.so.6", "libpthread.so.0", "libQt6Core.so.6", "libz.so.1"]

    assert needs.dependencies(needed, {"libQt6Core.so.6"}) == ["libc6 (>= 2.28)", "zlib1g"]


def test_a_library_nobody_knows_stops_the_build() -> None:
    with pytest.raises(needs.NeedError, match=r"libnew\.so\.1"):
        needs.dependencies(["libnew.so.1"], set())


def test_a_program_that_needs_a_newer_glibc_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program").write_bytes(b"\x7fELF")
    monkeypatch.setattr(needs, "objdump", lambda option, path: "GLIBC_2.34")

    with pytest.raises(needs.NeedError, match=r"program needs GLIBC 2\.34"):
        needs.check_versions(tmp_path)


def test_the_readme_prints_the_two_commands_a_newcomer_types() -> None:
    readme = (LINUX.parents[1] / "README.md").read_text(encoding="utf-8")

    assert newcomer.printed_commands(readme) == [
        f"python3 packaging/dev.py {word}" for word in ("run", "test")
    ]
