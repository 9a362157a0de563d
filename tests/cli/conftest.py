"""The command line as other programs run it: a process with its streams and its status."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from gxdesk.resources import resource

GOOD = "云州市教育局2024年报告（示例·合格）.docx"
BAD = "岚溪市教育局2024年报告（示例·有错）.docx"


@dataclass
class Answer:
    status: int
    out: str
    err: str


@pytest.fixture
def gxdesk(tmp_path):
    """``gxdesk("check", "年报.docx", LANG="C")``: run in a folder of its own, with that environment."""

    def run(*arguments: object, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "gxdesk", *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
            timeout=120,
        )
        return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def drafts(tmp_path):
    """Copies of a sound sample and of one with mistakes, and a file that cannot be read."""
    folder = tmp_path / "年报"
    folder.mkdir()
    for name in (GOOD, BAD):
        (folder / name).write_bytes(resource("samples", name).read_bytes())
    (tmp_path / "空.docx").write_bytes(b"")
    return {"good": folder / GOOD, "bad": folder / BAD, "empty": tmp_path / "空.docx", "folder": folder}
