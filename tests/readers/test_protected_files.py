"""Real files that ask for a password (``fixtures/make_protected.py``): refused, with the reason."""

from pathlib import Path

import pytest
from legacy_files import locked_workbook

from gxdesk.cli.main import main
from gxdesk.errors import ReadError
from gxdesk.readers import read, read_bytes
from gxdesk.readers.legacy.ole import Container

FIXTURES = Path(__file__).resolve().parent / "fixtures"


@pytest.mark.parametrize("kind", ["doc", "docx", "xls", "xlsx"])
def test_a_file_with_a_password_is_refused_by_name(kind: str, capsys):
    path = FIXTURES / f"protected.{kind}"
    with pytest.raises(ReadError, match=r"已加密.*密码.*取消打开密码"):
        read(path)
    assert main(["check", str(path)]) == 3
    assert "文件已加密" in capsys.readouterr().err


def test_a_workbook_with_protected_structure_is_read():
    [title] = read(FIXTURES / "locked.xls").blocks
    assert title.text.startswith("云州市教育局2024年")


@pytest.mark.parametrize("bits", [40, 128])
def test_newer_programs_protect_it_otherwise(bits: int):
    plain = Container((FIXTURES / "oddities.xls").read_bytes()).stream("Workbook")
    found = read_bytes(locked_workbook(plain, "VelvetSweatshop", bits), "报告.xls")
    assert found == read_bytes(plain, "报告.xls")
    with pytest.raises(ReadError, match="已加密"):
        read_bytes(locked_workbook(plain, "一二三", bits), "报告.xls")


def test_spoiled_locks_are_refused_or_read():
    plain = Container((FIXTURES / "oddities.xls").read_bytes()).stream("Workbook")
    data = locked_workbook(plain, "VelvetSweatshop", 128)
    outcomes = []
    for place in range(24, 150):
        try:
            outcomes.append(len(read_bytes(data[:place] + b"\xff" + data[place + 1 :], "报告.xls").blocks))
        except ReadError as error:
            outcomes.append(str(error))
    assert any("已加密" in str(outcome) for outcome in outcomes)


def test_a_protected_odt_is_refused_as_any_other_odt():
    with pytest.raises(ReadError, match="OpenDocument"):
        read(FIXTURES / "protected.odt")
