"""The picture of the window made on machines without a screen."""

from __future__ import annotations

from PySide6.QtGui import QImage

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
