"""The Windows installer's generated parts, and what its script promises to a clerk."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import launcher
import payload
import pytest
import signature
import welcome
from PySide6.QtGui import QImage

from gxdesk import __version__
from gxdesk.ui.window import NAME

WINDOWS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
SCRIPT = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
GOOD = """
Current message digest    : AB12
Calculated message digest : AB12
Signer #0:
		Subject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation
Signature verification: ok
Succeeded
"""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """packaging/windows/build.py; its namesake for Linux forbids a plain import."""
    spec = importlib.util.spec_from_file_location("gxdesk_windows_build", WINDOWS / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_version_is_the_programs_own() -> None:
    assert payload.version() == __version__


def test_the_package_and_the_window_have_the_same_title() -> None:
    assert payload.TITLE == NAME
    assert f'!define TITLE "GxDesk {NAME}"' in SCRIPT


@pytest.mark.parametrize(
    ("version", "numbers"), [("1.2.3", (1, 2, 3, 0)), ("0.1.0rc2", (0, 1, 0, 0)), ("2.0", (2, 0, 0, 0))]
)
def test_windows_gets_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert launcher.four_numbers(version) == numbers


def test_the_resource_script_names_icon_version_and_program_in_chinese() -> None:
    text = launcher.resource_script("GxDesk.exe", "1.2.3", Path("a/gxdesk.ico"), Path("a/x.manifest"))

    assert '1 ICON "a/gxdesk.ico"' in text
    assert "FILEVERSION 1,2,3,0" in text
    assert f'VALUE "FileDescription", "{NAME}"' in text
    assert "0x804, 1200" in text  # simplified Chinese, Unicode


def test_removal_lists_every_file_and_empties_the_deepest_folders_first(build: ModuleType) -> None:
    lines = build.removal_list(["a.exe", "lib/x/b.py", "lib/c$d.txt"]).splitlines()

    assert lines == [
        'Delete "$INSTDIR\\a.exe"',
        'Delete "$INSTDIR\\lib\\c$$d.txt"',
        'Delete "$INSTDIR\\lib\\x\\b.py"',
        'RMDir "$INSTDIR\\lib\\x"',
        'RMDir "$INSTDIR\\lib"',
    ]


def test_the_licence_page_begins_in_chinese_and_holds_the_licence(build: ModuleType) -> None:
    page = build.licence_page()

    assert page.startswith("GxDesk 以 Apache License 2.0 发布")
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in page


def test_five_kinds_of_files_get_a_verb_and_their_associations_stay() -> None:
    added = re.findall(r'insertmacro AddVerb "(\.\w+)"', SCRIPT)
    removed = re.findall(r'insertmacro RemoveVerb "(\.\w+)"', SCRIPT)

    assert sorted(added) == sorted(removed) == [".doc", ".docx", ".txt", ".xls", ".xlsx"]
    written = re.findall(r'WriteRegStr \w+ "(Software\\Classes[^"]*)"', SCRIPT)
    assert written and all(
        "\\SystemFileAssociations\\" in key and "\\shell\\GxDesk" in key for key in written
    )


def test_the_users_records_are_kept_unless_asked_for() -> None:
    question = SCRIPT[SCRIPT.index("是否同时删除您的检查记录") - 80 :]

    assert "MB_DEFBUTTON2" in question[:80]
    assert "/SD IDNO" in question
    assert SCRIPT.count("RMDir /r") == 2  # the two folders of the user's records, never the program's


def test_launcher_and_installer_agree_on_how_a_running_program_is_known() -> None:
    source = (WINDOWS / "launcher.c").read_text(encoding="utf-8")
    name = re.search(r'#define MUTEX L"Local\\\\([\w.]+)"', source)

    assert name is not None
    assert f'!define MUTEX "Local\\{name[1]}"' in SCRIPT


def test_a_good_signature_is_accepted() -> None:
    assert signature.is_signed(GOOD)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("Calculated message digest : AB12", "Calculated message digest : CD34"),
        ("Signature verification: ok", "Signature verification: failed"),
        (
            "O=Python Software Foundation/CN=Python Software Foundation",
            "O=Somebody/CN=Python Software Foundation",
        ),
        ("Succeeded", "Failed"),
    ],
)
def test_any_flaw_of_a_signature_is_noticed(good: str, bad: str) -> None:
    assert not signature.is_signed(GOOD.replace(good, bad))


def test_the_welcome_picture_is_a_bitmap_of_the_expected_size_with_our_icon_on_it() -> None:
    icon = (WINDOWS.parents[1] / "resources" / "icons" / "gxdesk.ico").read_bytes()

    image = QImage.fromData(welcome.draw(icon), "BMP")

    assert (image.width(), image.height()) == (164, 314)
    ground, inside = image.pixelColor(2, welcome.TOP + 32), image.pixelColor(82, welcome.TOP + 40)
    assert image.pixelColor(82, welcome.TOP - 2) == image.pixelColor(2, welcome.TOP - 2)
    assert ground != inside
