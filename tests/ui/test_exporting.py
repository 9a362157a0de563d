"""Exporting the checklist from the window."""

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton


def choose(monkeypatch, target):
    asked = []

    def answer(parent, title, proposed, *rest):
        asked.append(proposed)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_the_workbook_is_written_beside_the_draft_and_can_be_read(opened, tmp_path, monkeypatch):
    pytest.importorskip("gxdesk.exports.xlsx")
    openpyxl = pytest.importorskip("openpyxl")
    target = tmp_path / "结果.xlsx"
    asked = choose(monkeypatch, target)
    opened.actions_["export"].trigger()
    assert asked == [str(tmp_path / "年报草稿-检查清单.xlsx")]
    book = openpyxl.load_workbook(target)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert any("表三纵向勾稽" in text for text in texts)
    notice = opened.pages.notice
    assert notice.isVisible() and notice.label.text() == "已导出：结果.xlsx"
    assert [b.text() for b in notice.findChildren(QPushButton)] == ["打开文件", "打开所在文件夹"]


def test_the_draft_itself_is_never_written(opened, tmp_path, monkeypatch):
    draft = opened.pages.current.path
    link = tmp_path / "别名.xlsx"
    link.symlink_to(draft)
    choose(monkeypatch, link)
    opened.actions_["export"].trigger()
    assert draft.read_bytes() == b"draft"
    assert "不能写到草稿上" in opened.pages.notice.label.text()


def test_a_place_that_cannot_be_written_is_told_in_the_window(opened, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "没有这个文件夹" / "甲.xlsx")
    opened.actions_["export"].trigger()
    notice = opened.pages.notice
    assert notice.isVisible() and "甲.xlsx" in notice.label.text()


def test_no_name_chosen_writes_nothing(opened, tmp_path, monkeypatch):
    choose(monkeypatch, "")
    before = sorted(tmp_path.iterdir())
    opened.export()
    assert sorted(tmp_path.iterdir()) == before
    assert not opened.pages.notice.isVisible()


def test_a_batch_is_exported_as_an_overview(window, make_drafts, tmp_path, monkeypatch, qtbot):
    openpyxl = pytest.importorskip("openpyxl")
    window.open_paths(make_drafts("一.docx", "二干净.docx", "三坏.docx"))
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.exportable)
    target = tmp_path / "汇总.xlsx"
    asked = choose(monkeypatch, target)
    window.actions_["export"].trigger()
    assert asked == [str(tmp_path / "检查汇总.xlsx")]
    book = openpyxl.load_workbook(target)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    for name in ("一.docx", "二干净.docx", "三坏.docx"):
        assert any(name in text for text in texts), name
