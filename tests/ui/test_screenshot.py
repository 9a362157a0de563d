"""The picture of the window made on machines without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from gxdesk.resources import resource
from gxdesk.ui.screenshot import main, picture


def test_picture_shows_the_checked_draft(application, fake_engine, make_drafts, tmp_path):
    draft, other = make_drafts("年报草稿.docx", "干净.docx")

    assert picture(draft, tmp_path / "faulty.png") == ""
    assert picture(other, tmp_path / "clean.png") == ""

    faulty, clean = QImage(str(tmp_path / "faulty.png")), QImage(str(tmp_path / "clean.png"))
    assert (faulty.width(), faulty.height()) == (1366, 768)
    assert faulty != clean


def test_unreadable_draft_is_said_and_still_pictured(application, fake_engine, make_drafts, tmp_path):
    (draft,) = make_drafts("坏.docx")
    target = tmp_path / "window.png"

    assert "已加密" in picture(draft, target)
    assert not QImage(str(target)).isNull()


def test_picture_that_cannot_be_written_is_said(application, fake_engine, make_drafts, tmp_path):
    (draft,) = make_drafts("年报草稿.docx")

    assert "无法写入图片" in picture(draft, tmp_path / "missing" / "window.png")


def test_wrong_use_shows_the_usage(capsys):
    assert main(["only-one.docx"]) == 2
    assert "用法" in capsys.readouterr().err


def test_the_pictures_of_readme_and_manual_are_there_and_small():
    pictures = list(resource("screenshots").glob("*.png"))
    assert resource("screenshots", "table-finding.png") in pictures
    assert [path.name for path in pictures if path.stat().st_size > 150_000] == []


def test_the_script_renders_a_state_from_the_real_engine(tmp_path):
    script = Path(__file__).resolve().parents[2] / "packaging" / "screenshots.py"
    ran = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "table-finding"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    image = QImage(str(tmp_path / "table-finding.png"))
    assert (image.width(), image.height()) == (1366, 768)
