"""Counting the register of applications in the window, and comparing it with the draft shown."""

import pytest
from PySide6.QtWidgets import QFileDialog

from gxdesk.ui import engine
from gxdesk.ui.views.ledger import LedgerDialog

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def register(tmp_path):
    """An empty register of ours, with two applications written in."""
    path = tmp_path / "台账.xlsx"
    engine.export_blank_register(path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = next(row for row in sheet.iter_rows() if any("收到" in str(cell.value) for cell in row))
    for number in (1, 2):
        for cell in heads:
            text = str(cell.value)
            value = ""
            if "收到" in text:
                value = f"2024-03-0{number}"
            elif "办结" in text or "答复日期" in text:
                value = f"2024-03-1{number}"
            elif "申请人" in text and "类" in text:
                value = "自然人"
            elif "结果" in text and "复议" not in text and "诉讼" not in text:
                value = "予以公开"
            sheet.cell(cell.row + number, cell.column).value = value
    book.save(path)
    return path


def dialog_of(window):
    window.actions_["register"].trigger()
    return next(d for d in window.findChildren(LedgerDialog) if d.isVisible())


def choose(monkeypatch, source, target=""):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))


def test_a_register_is_counted_and_saved_as_workbook_and_tables(
    window, register, tmp_path, monkeypatch, qtbot
):
    dialog = dialog_of(window)
    assert dialog.compare.isHidden() and not dialog.book.isEnabled()
    choose(monkeypatch, register)
    dialog.choose.click()
    qtbot.waitUntil(lambda: dialog.book.isEnabled())
    assert "2024年，共2行" in dialog.told.toPlainText()
    for button, name in ((dialog.book, "结果.xlsx"), (dialog.tables, "结果.docx")):
        choose(monkeypatch, register, tmp_path / name)
        button.click()
        assert (tmp_path / name).read_bytes()[:2] == b"PK"
        assert f"已保存：{tmp_path / name}" in dialog.told.toPlainText()


def test_the_draft_shown_is_compared(real, open_sample, register, monkeypatch, qtbot):
    open_sample(real)
    dialog = dialog_of(real)
    assert dialog.compare.isChecked() and "草稿.docx" in dialog.compare.text()
    choose(monkeypatch, register)
    dialog.choose.click()
    qtbot.waitUntil(lambda: dialog.book.isEnabled())
    told = dialog.told.toPlainText()
    assert "与草稿“草稿.docx”比对：" in told and "格不一致" in told and "台账2，草稿" in told


def test_the_register_itself_is_never_written(window, register, monkeypatch, qtbot):
    dialog = dialog_of(window)
    before = register.read_bytes()
    choose(monkeypatch, register, register)
    dialog.choose.click()
    qtbot.waitUntil(lambda: dialog.book.isEnabled())
    dialog.book.click()
    assert register.read_bytes() == before and "不能写到台账或草稿上" in dialog.told.toPlainText()


def test_a_file_that_is_no_register_is_told_in_words(window, tmp_path, monkeypatch, qtbot):
    wrong = tmp_path / "不是台账.xlsx"
    wrong.write_bytes(b"nothing")
    dialog = dialog_of(window)
    choose(monkeypatch, wrong)
    dialog.choose.click()
    qtbot.waitUntil(lambda: "正在统计" not in dialog.told.toPlainText())
    assert dialog.told.toPlainText() and not dialog.book.isEnabled()


def test_an_empty_register_is_written(window, tmp_path, monkeypatch):
    dialog = dialog_of(window)
    target = tmp_path / "空白台账.xlsx"
    choose(monkeypatch, "", target)
    dialog.blank.click()
    assert openpyxl.load_workbook(target).worksheets
