"""Dropping, choosing and failing to read drafts."""

from fake_result import fake_result
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from gxdesk.ui import engine
from gxdesk.ui.views.rules import RulesDialog
from gxdesk.ui.window import NAME


def drop(window, paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(50, 50), actions, mime, buttons, keys)
    window.dragEnterEvent(enter)
    event = QDropEvent(QPointF(50, 50), actions, mime, buttons, keys)
    window.dropEvent(event)
    return enter, event


def test_the_empty_window_says_what_to_do_and_that_nothing_leaves_the_computer(window):
    said = " ".join(label.text() for label in window.empty.findChildren(QLabel))
    assert "把年报草稿拖到这里" in said
    assert "不联网、不上传" in said
    assert window.windowTitle().startswith(NAME)
    assert not window.actions_["export"].isEnabled()


def test_every_menu_entry_is_chinese_and_has_a_tip(window):
    for name, action in window.actions_.by_name.items():
        assert any("\u4e00" <= ch <= "\u9fff" for ch in action.text()), name
        assert action.toolTip(), name


def test_a_dropped_draft_is_shown_with_its_verdict(window, make_drafts, qtbot):
    (path,) = make_drafts("年报.docx")
    enter, event = drop(window, [path])
    assert enter.isAccepted() and event.isAccepted()
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    review = window.pages.review
    assert review.isVisible() and not window.empty.isVisible()
    assert review.verdict.sentence.text().startswith("暂不能发布：4处要改")
    assert review.verdict.counts["error"].text() == "要改 4"
    assert "某某市教育局" in review.verdict.facts.text() and "2024年度" in review.verdict.facts.text()
    assert window.windowTitle().startswith("年报.docx")
    assert window.actions_["export"].isEnabled()


def test_text_that_is_no_file_is_not_accepted(window):
    mime = QMimeData()
    mime.setText("只是文字")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_draft_that_cannot_be_read_gets_a_panel_with_the_reason(window, make_drafts, qtbot):
    (path,) = make_drafts("坏的.docx")
    drop(window, [path])
    trouble = window.pages.trouble if window._pages else None
    qtbot.waitUntil(lambda: window._pages is not None and "无法检查" in window.pages.trouble.title.text())
    trouble = window.pages.trouble
    assert trouble.isVisible()
    assert "去掉密码" in trouble.reason.text()
    assert trouble.retry.isVisible()
    assert not window.actions_["export"].isEnabled() and window.actions_["recheck"].isEnabled()


def test_a_text_that_is_no_annual_report_is_said_to_be_none(window, make_drafts, qtbot):
    window.open_paths(make_drafts("关于开会的通知.docx"))
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    assert "这不像政府信息公开工作年度报告，只做了文字检查" in window.pages.review.verdict.sentence.text()


def test_chosen_files_are_opened_and_remembered(window, make_drafts, qtbot, monkeypatch):
    (path,) = make_drafts("选中的.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(path)], ""))
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.review.result is not None)
    assert window.settings.recent() == [path]
    assert [a.text() for a in window.actions_["recent"].menu().actions()] == ["选中的.docx"]


def test_closing_the_last_draft_brings_the_drop_area_back(opened):
    opened.close_draft()
    assert opened.empty.isVisible() and not opened.pages.isVisible()
    assert opened.windowTitle().startswith(NAME)


def test_two_drafts_are_kept_in_the_outline_and_can_be_switched(opened, make_drafts, qtbot):
    opened.open_paths(make_drafts("干净.docx"))
    review = opened.pages.review
    qtbot.waitUntil(lambda: review.result.path.name == "干净.docx")
    assert review.verdict.sentence.text().startswith("没有发现问题")
    outline = opened.pages.outline
    names = [outline.topLevelItem(row).text(0) for row in range(outline.topLevelItemCount())]
    assert names == ["年报草稿.docx", "干净.docx"]
    outline.itemClicked.emit(outline.topLevelItem(0), 0)
    assert review.result.path.name == "年报草稿.docx"


def test_f5_checks_again_and_keeps_the_selected_finding(opened, qtbot):
    review = opened.pages.review
    review.select_finding("f-balance")
    before = review.result
    qtbot.keyClick(opened, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: review.result is not before)
    assert review.finding.id == "f-balance"


def test_another_standard_checks_again_with_it(opened, qtbot):
    review = opened.pages.review
    before, combo = review.result, review.verdict.standard
    assert combo.itemText(0) == "自动：2021年格式"
    combo.setCurrentIndex(combo.findData("2019"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: review.result is not before)
    assert opened.pages.current.how.standard == "2019"
    assert combo.currentData() == "2019"


def test_the_window_fits_a_small_screen_at_125_percent(opened):
    opened.resize(1093, 540)
    assert opened.minimumSizeHint().width() <= 1093
    assert opened.minimumSizeHint().height() <= 540
    assert (opened.width(), opened.height()) == (1093, 540)


def test_geometry_is_remembered(window, application, fake_engine, qtbot):
    from gxdesk.ui.window import MainWindow

    window.resize(780, 500)
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 500)


def test_last_years_report_is_compared_and_named(opened, make_drafts, qtbot, monkeypatch):
    asked = []

    def check(path, how, cancelled):
        asked.append(how.previous)
        return fake_result(path)

    monkeypatch.setattr(engine, "check", check)
    (last,) = make_drafts("2023年报告.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(last), ""))
    opened.pages.review.verdict.previous.click()
    qtbot.waitUntil(lambda: "已对照 2023年报告.docx" in opened.pages.review.verdict.facts.text())
    opened.actions_["alone"].trigger()
    qtbot.waitUntil(lambda: "已对照" not in opened.pages.review.verdict.facts.text())
    assert asked == [last, None]


def test_every_rule_is_explained(window):
    dialog = RulesDialog(window)
    assert dialog.list.count() == len(engine.rules()) > 20
    dialog.field.setText("勾稽")
    shown = [row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    assert 0 < len(shown) < dialog.list.count()
    dialog.list.setCurrentRow(shown[0])
    page = dialog.page.toPlainText()
    assert "要求" in page and "依据" in page and "改法" in page
    dialog.close()


def test_about_and_shortcuts_are_told(window):
    window.show_about()
    window.show_shortcuts()
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "完全离线" in said and "Apache" in said and "F8" in said
    for dialog in window.findChildren(QDialog):
        dialog.close()
