"""Exporting the checklist from the window."""

import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from gxdesk.ui.views.marks import spot_of


def choose(monkeypatch, target):
    asked = []

    def answer(parent, title, proposed, *rest):
        asked.append(proposed)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def told(window, qtbot, words="已导出"):
    """Wait until the window says what came of the export; return its words."""
    label = window.pages.notice.label
    qtbot.waitUntil(lambda: words in label.text())
    return label.text()


def test_the_workbook_is_written_beside_the_draft_and_can_be_read(opened, tmp_path, monkeypatch, qtbot):
    pytest.importorskip("gxdesk.exports.xlsx")
    openpyxl = pytest.importorskip("openpyxl")
    target = tmp_path / "结果.xlsx"
    asked = choose(monkeypatch, target)
    opened.actions_["export"].trigger()
    assert asked == [str(tmp_path / "年报草稿-检查清单.xlsx")]
    told(opened, qtbot)
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


def test_a_place_that_cannot_be_written_is_told_in_the_window(opened, tmp_path, monkeypatch, qtbot):
    choose(monkeypatch, tmp_path / "没有这个文件夹" / "甲.xlsx")
    opened.actions_["export"].trigger()
    told(opened, qtbot, "甲.xlsx")
    assert opened.pages.notice.isVisible()


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
    told(window, qtbot)
    book = openpyxl.load_workbook(target)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    for name in ("一.docx", "二干净.docx", "三坏.docx"):
        assert any(name in text for text in texts), name


def test_the_annotated_copy_has_comments_and_the_draft_stays(real, open_sample, tmp_path, monkeypatch, qtbot):
    draft = open_sample(real)
    before = draft.read_bytes()
    target = tmp_path / "副本.docx"
    asked = choose(monkeypatch, target)
    real.actions_["annotate"].trigger()
    assert asked == [str(tmp_path / "草稿-批注.docx")]
    told(real, qtbot)
    assert "word/comments.xml" in zipfile.ZipFile(target).namelist()
    assert draft.read_bytes() == before


def test_no_annotated_copy_of_a_draft_changed_since(real, open_sample, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr("gxdesk.ui.watch.SETTLE_MS", 60_000)
    draft = open_sample(real)
    draft.write_bytes(draft.read_bytes() + b"\0")
    target = tmp_path / "副本.docx"
    choose(monkeypatch, target)
    real.actions_["annotate"].trigger()
    told(real, qtbot, "请先按 F5 重新检查")
    assert not target.exists()


def test_the_real_engine_shows_its_example_with_findings_marked(real, open_sample, tmp_path, qtbot):
    open_sample(real)
    review = real.pages.review
    assert review.result.checklist.counts["error"] > 0
    for finding in review.result.checklist.findings:
        review.select_finding(finding.id)
        assert finding.title in review.details.page.toPlainText()
        placed = [place for place in finding.places if place.block is not None or place.gap]
        for place in placed[:1]:
            assert review.draft._painter.cursor(spot_of(place)) is not None, place


@pytest.mark.parametrize(
    ("command", "name", "start"),
    [("html", "草稿-检查报告.html", b"<!DOCTYPE html>"), ("pdf", "草稿-检查报告.pdf", b"%PDF-")],
)
def test_the_report_is_written_as_page_and_as_pdf(
    real, open_sample, tmp_path, monkeypatch, qtbot, command, name, start
):
    open_sample(real)
    target = tmp_path / name
    asked = choose(monkeypatch, target)
    real.actions_[command].trigger()
    assert asked == [str(target)]
    told(real, qtbot)
    assert target.read_bytes()[:40].lower().startswith(start.lower())


def test_the_report_is_printed_on_a4(real, open_sample, tmp_path, monkeypatch):
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    open_sample(real)
    target = tmp_path / "纸.pdf"
    sizes = []

    def accept(dialog):
        printer = dialog.printer()
        sizes.append(printer.pageLayout().pageSize().id())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    real.actions_["print"].trigger()
    assert sizes == [QPageSize.PageSizeId.A4]
    assert target.read_bytes().startswith(b"%PDF-")


def test_exports_are_proposed_in_the_folder_preferred(opened, tmp_path, monkeypatch):
    folder = tmp_path / "导出"
    folder.mkdir()
    opened.settings.save("export/folder", str(folder))
    asked = choose(monkeypatch, "")
    opened.actions_["html"].trigger()
    assert asked == [str(folder / "年报草稿-检查报告.html")]


@pytest.mark.parametrize("kind", [0, 1])
def test_an_empty_report_is_written_and_can_be_checked(window, tmp_path, monkeypatch, qtbot, kind):
    from gxdesk.readers import read
    from gxdesk.ui.views.template import TemplateDialog

    window.actions_["template"].trigger()
    dialog = window.findChild(TemplateDialog)
    dialog.kind.setCurrentIndex(kind)
    target = tmp_path / f"空白{dialog.kind.currentData()}"
    choose(monkeypatch, target)
    dialog.accept()
    assert str(target) in window.statusBar().currentMessage()
    assert read(target).blocks


def test_the_draft_is_opened_in_the_systems_own_program(opened, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url.toLocalFile())))
    opened.actions_["outside"].trigger()
    assert asked == [str(opened.pages.current.path)]
    assert "系统没有能打开这份草稿的程序" in opened.pages.notice.label.text()
