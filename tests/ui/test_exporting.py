"""Exporting the checklist from the window."""

import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from gxdesk.ui import engine
from gxdesk.ui.views.marks import spot_of


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


@pytest.fixture
def real(application, qtbot):
    """A window with the real engine and a copy of our example."""
    from gxdesk.ui.window import MainWindow

    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.furnish()
    yield window
    window.close()


def open_sample(window, tmp_path, qtbot):
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(engine.sample().read_bytes())
    window.open_paths([draft])
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    return draft


def test_the_annotated_copy_has_comments_and_the_draft_stays(real, tmp_path, monkeypatch, qtbot):
    draft = open_sample(real, tmp_path, qtbot)
    before = draft.read_bytes()
    target = tmp_path / "副本.docx"
    asked = choose(monkeypatch, target)
    real.actions_["annotate"].trigger()
    assert asked == [str(tmp_path / "草稿-批注.docx")]
    assert "word/comments.xml" in zipfile.ZipFile(target).namelist()
    assert draft.read_bytes() == before


def test_no_annotated_copy_of_a_draft_changed_since(real, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr("gxdesk.ui.watch.SETTLE_MS", 60_000)
    draft = open_sample(real, tmp_path, qtbot)
    draft.write_bytes(draft.read_bytes() + b"\0")
    target = tmp_path / "副本.docx"
    choose(monkeypatch, target)
    real.actions_["annotate"].trigger()
    assert not target.exists()
    assert "请先按 F5 重新检查" in real.pages.notice.label.text()


def test_the_real_engine_shows_its_example_with_findings_marked(real, tmp_path, qtbot):
    open_sample(real, tmp_path, qtbot)
    review = real.pages.review
    assert review.result.checklist.counts["error"] > 0
    for finding in review.result.checklist.findings:
        review.select_finding(finding.id)
        assert finding.title in review.details.page.toPlainText()
        placed = [place for place in finding.places if place.block is not None or place.gap]
        for place in placed[:1]:
            assert review.draft._painter.cursor(spot_of(place)) is not None, place
