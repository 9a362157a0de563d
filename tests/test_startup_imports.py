"""The window opens before anything else is loaded: parsers and the engine wait for the first draft."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = (
    "openpyxl",
    "docx",
    "lxml",
    "chardet",
    "olefile",
    "xlrd",
    "numpy",
    "sqlite3",
    "xml.etree",
    "multiprocessing",
)
ENGINE = (
    "gxdesk.readers",
    "gxdesk.standards.load",
    "gxdesk.report.recognise",
    "gxdesk.checks.catalogue",
    "gxdesk.diagnosis",
    "gxdesk.exports",
    "gxdesk.jobs.check",
    "gxdesk.cli",
)


def loaded_by(statement: str) -> list[str]:
    """The modules a fresh interpreter loads for a statement, in order."""
    found = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert found.returncode == 0, found.stderr
    lines = [line for line in found.stderr.splitlines() if line.startswith("import time:")]
    return [line.rsplit("|", 1)[1].strip() for line in lines]


@pytest.mark.parametrize("module", ["gxdesk.ui.app", "gxdesk.ui.window", "gxdesk.__main__", "gxdesk"])
def test_starting_loads_no_parser_and_no_engine(module: str) -> None:
    loaded = loaded_by(f"import {module}")

    assert module in loaded
    unwanted = (*HEAVY, *ENGINE)
    early = [name for name in loaded if any(name == top or name.startswith(f"{top}.") for top in unwanted)]
    assert early == []


def test_command_line_does_not_load_the_window() -> None:
    loaded = loaded_by("import gxdesk.__main__, gxdesk.cli")

    assert "gxdesk.cli" in loaded
    assert [name for name in loaded if name.startswith(("PySide6", "gxdesk.ui"))] == []
