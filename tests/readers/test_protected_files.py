"""Real files that ask for a password (``fixtures/make_protected.py``): refused, with the reason."""

from pathlib import Path

import pytest

from gxdesk.cli.main import main
from gxdesk.errors import ReadError
from gxdesk.readers import read

FIXTURES = Path(__file__).resolve().parent / "fixtures"


@pytest.mark.parametrize("kind", ["doc", "docx", "xls", "xlsx"])
def test_a_file_with_a_password_is_refused_by_name(kind: str, capsys):
    path = FIXTURES / f"protected.{kind}"
    with pytest.raises(ReadError, match=r"已加密.*密码.*取消打开密码"):
        read(path)
    assert main(["check", str(path)]) == 3
    assert "文件已加密" in capsys.readouterr().err


def test_a_protected_odt_is_refused_as_any_other_odt():
    with pytest.raises(ReadError, match="OpenDocument"):
        read(FIXTURES / "protected.odt")
