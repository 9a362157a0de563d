"""偏好设置: what is chosen there is used for the drafts opened afterwards."""

import pytest
from PySide6.QtWidgets import QFileDialog

from gxdesk.resources import resource
from gxdesk.ui import engine
from gxdesk.ui.views.preferences import PreferencesDialog
from gxdesk.ui.views.rules import RulesDialog


def dialog_of(window):
    window.actions_["preferences"].trigger()
    return window.findChild(PreferencesDialog)


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def test_standard_level_and_encoding_are_used_for_the_next_draft(window, make_drafts, qtbot, monkeypatch):
    dialog = dialog_of(window)
    choose(dialog.standard, "2019")
    choose(dialog.level, "government")
    choose(dialog.encoding, "gb18030")
    dialog.accept()
    asked = []
    check = engine.check
    monkeypatch.setattr(
        engine, "check", lambda path, how, cancelled: (asked.append(how), check(path, how, cancelled))[1]
    )
    window.open_paths(make_drafts("年报.docx"))
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    assert asked == [engine.How("2019", "government", None, "gb18030", None)]
    again = dialog_of(window)
    assert again.standard.currentData() == "2019" and again.encoding.currentData() == "gb18030"


def test_cancelling_changes_nothing(window):
    dialog = dialog_of(window)
    choose(dialog.level, "government")
    dialog.reject()
    assert window.settings.text("check/level", "auto") == "auto"


def test_a_folder_that_does_not_exist_is_refused_in_words(window, tmp_path, monkeypatch):
    dialog = dialog_of(window)
    dialog.folder.setText(str(tmp_path / "没有"))
    dialog.accept()
    assert dialog.isVisible() and "不存在" in dialog.trouble.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.browse.click()
    dialog.accept()
    assert window.settings.text("export/folder") == str(tmp_path)


def test_an_offices_own_format_file_can_be_chosen(window, tmp_path, monkeypatch):
    own = tmp_path / "本省.toml"
    own.write_text(resource("standards", "2021.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    dialog = dialog_of(window)
    last = dialog.standard.count() - 1
    dialog.standard.setCurrentIndex(last)
    dialog.standard.activated.emit(last)
    assert "本省.toml" in dialog.standard.currentText()
    dialog.accept()
    assert window.settings.text("check/standard") == str(own)


def test_a_format_file_that_is_wrong_is_refused_in_words(window, tmp_path, monkeypatch):
    own = tmp_path / "坏.toml"
    own.write_text("id = 3", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    dialog = dialog_of(window)
    last = dialog.standard.count() - 1
    dialog.standard.setCurrentIndex(last)
    dialog.standard.activated.emit(last)
    assert "坏.toml" in dialog.trouble.text()
    assert dialog.standard.currentData() == "auto"


def test_watching_can_be_switched_off(opened, qtbot):
    dialog = dialog_of(opened)
    dialog.watch.setChecked(False)
    dialog.accept()
    draft = opened.pages.current
    before = draft.result
    draft.path.write_bytes(b"changed outside")
    qtbot.wait(1200)
    assert draft.result is before
    dialog = dialog_of(opened)
    dialog.watch.setChecked(True)
    dialog.accept()
    draft.path.write_bytes(b"changed outside again")
    qtbot.waitUntil(lambda: draft.result is not before)


def test_recent_drafts_are_listed_with_their_last_verdict(opened):
    opened.close_draft()
    texts = [opened.empty._recent.itemAt(n).widget().text() for n in range(opened.empty._recent.count())]
    assert "年报草稿.docx　要改4处" in texts


def test_the_filter_is_remembered(opened, application, qtbot):
    from gxdesk.ui.window import MainWindow

    opened.pages.review.checklist.show_state("error")
    opened.close()
    again = MainWindow()
    qtbot.addWidget(again)
    again.show()
    again.furnish()
    assert again.pages.review.checklist.filter.state == "error"


def test_an_offices_own_rules_are_read_and_used(window, tmp_path, make_drafts, qtbot, monkeypatch):
    target = tmp_path / "本单位检查规则.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    dialog = dialog_of(window)
    dialog.sample_rules.click()
    assert target.is_file() and "已生成" in dialog.trouble.text()
    dialog.choose_rules.click()
    assert "条规则" in dialog.trouble.text()
    dialog.accept()
    assert window.pages.desk.how.office_rules == target


@pytest.fixture
def own_rules(tmp_path):
    path = tmp_path / "市府办要求.toml"
    path.write_text(
        '[[rule]]\nrequirement = "写明培训次数"\nkeywords = "培训"\nsection = "总体情况"\n'
        'demand = "必须"\nbasis = "市府办通知"\n[[rule]]\nrequirement = "写明解读数量"\nkeywords = "解读"\n',
        "utf-8",
    )
    return path


def shown(dialog):
    rows = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text() for item in rows if not item.isHidden()]


def test_an_offices_own_rules_are_explained_in_a_group_of_their_own(window, own_rules):
    window.settings.save("check/rules", str(own_rules))
    window.show_rules()
    dialog = window.findChild(RulesDialog)
    assert shown(dialog)[:4] == ["本单位规则（2条）", "写明培训次数", "写明解读数量", "程序自带的规则"]
    page = dialog.page.toPlainText()
    for told in (
        "写明培训次数",
        "在“总体情况”中",
        "必须做到",
        "市府办通知",
        "市府办要求.toml",
        str(own_rules.parent),
    ):
        assert told in page
    dialog.field.setText("解读数量")
    assert shown(dialog)[0] == "写明解读数量" and "建议做到" in dialog.page.toPlainText()


def test_own_rules_that_are_gone_are_said_beside_ours(window, own_rules):
    window.settings.save("check/rules", str(own_rules))
    own_rules.unlink()
    window.show_rules()
    dialog = window.findChild(RulesDialog)
    assert shown(dialog)[0] == "本单位规则没有读到" and len(shown(dialog)) > 20
    assert "市府办要求.toml" in dialog.page.toPlainText()


def test_rules_that_cannot_be_read_are_refused_in_words(window, tmp_path):
    wrong = tmp_path / "规则.xlsx"
    wrong.write_bytes(b"not a workbook")
    dialog = dialog_of(window)
    dialog.rules.setText(str(wrong))
    dialog.accept()
    assert dialog.isVisible() and "规则.xlsx" in dialog.trouble.text()
    assert window.settings.text("check/rules") == ""
