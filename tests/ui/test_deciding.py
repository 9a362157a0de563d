"""Items a program cannot decide are ticked by a person; a finding is ignored with a reason. Both are kept."""

import pytest
from fake_result import fake_result
from PySide6.QtCore import Qt

from gxdesk.jobs.paths import data_folder
from gxdesk.ui import engine
from gxdesk.ui.models.tree import NODE_ROLE
from gxdesk.ui.views.decide import ConfirmDialog, IgnoreDialog


def dialog_of(window, kind):
    return next(d for d in window.findChildren(kind) if d.isVisible())


def confirm(window, qtbot, item="manual.seal", who="李四", note=""):
    review = window.pages.review
    review.select_item(item)
    review.checklist.tree.setFocus()
    qtbot.keyClick(review.checklist.tree, Qt.Key.Key_Space)
    dialog = dialog_of(window, ConfirmDialog)
    dialog.person.setText(who)
    dialog.words.setText(note)
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)


def ignore(window, qtbot, finding="f-phone", reason="公开的值班电话"):
    review = window.pages.review
    review.select_finding(finding)
    review.checklist.tree.setFocus()
    qtbot.keyClick(review.checklist.tree, Qt.Key.Key_Delete)
    dialog = dialog_of(window, IgnoreDialog)
    dialog.words.setText(reason)
    dialog.person.setText("王五")
    dialog.accept()
    return dialog


def item(window, item_id="manual.seal"):
    return window.pages.review.result.checklist.item(item_id)


def test_space_ticks_an_item_with_name_and_note(opened, qtbot):
    before = opened.pages.review.verdict.counts["manual"].text()
    confirm(opened, qtbot, note="已与台账核对")
    assert item(opened).confirmed.who == "李四" and item(opened).confirmed.note == "已与台账核对"
    review = opened.pages.review
    assert review.verdict.counts["manual"].text() != before
    row = review.checklist.tree.currentIndex().data(NODE_ROLE)
    assert row.item.id == "manual.seal" and row.word == "已确认"  # the place in the list is kept
    assert (
        "李四于" in review.details.page.toPlainText() and "已与台账核对" in review.details.page.toPlainText()
    )


def test_space_again_takes_it_back(opened, qtbot):
    confirm(opened, qtbot)
    qtbot.keyClick(opened.pages.review.checklist.tree, Qt.Key.Key_Space)
    assert item(opened).confirmed is None and item(opened).status.value == "manual"
    assert "已撤销确认" in opened.statusBar().currentMessage()


def test_a_tick_needs_a_name_and_remembers_it(opened, qtbot):
    confirm(opened, qtbot, who="")
    dialog = dialog_of(opened, ConfirmDialog)
    assert "请写明姓名" in dialog.trouble.text() and item(opened).confirmed is None
    dialog.person.setText("赵六")
    dialog.accept()
    opened.pages.review.select_item("manual.fees")
    opened.pages.review.details.decide_button.click()
    assert dialog_of(opened, ConfirmDialog).person.text() == "赵六"


def test_what_the_program_checks_cannot_be_ticked(opened, qtbot):
    review = opened.pages.review
    review.select_item("section.overview")
    qtbot.keyClick(review.checklist.tree, Qt.Key.Key_Space)
    assert not [d for d in opened.findChildren(ConfirmDialog) if d.isVisible()]
    assert "不需要人工确认" in opened.statusBar().currentMessage()


def test_an_ignored_finding_leaves_the_counts_and_stays_in_the_list_with_its_reason(opened, qtbot):
    review = opened.pages.review
    ignore(opened, qtbot)
    assert review.result.checklist.counts["warning"] == 1
    assert "已由人工忽略" in review.verdict.sentence.text()
    assert review.verdict.counts["ignored"].text() == "已忽略 1"
    row = review.checklist.tree.currentIndex().data(NODE_ROLE)
    assert (row.word, row.detail) == ("已忽略", "理由：公开的值班电话")
    assert "公开的值班电话" in review.details.page.toPlainText()
    review.verdict.counts["ignored"].click()
    assert review.checklist.shown_findings() == ["f-phone"]


def test_ignoring_needs_a_reason(opened, qtbot):
    dialog = ignore(opened, qtbot, reason=" ")
    assert dialog.isVisible() and "请写明忽略的理由" in dialog.trouble.text()
    assert opened.pages.review.result.checklist.counts["warning"] == 2


def test_all_findings_of_a_rule_are_ignored_and_restored_at_once(opened, qtbot):
    review = opened.pages.review
    first = review.result.checklist.finding("f-phone")
    alike = [f.id for f in review.result.checklist.findings if f.rule == first.rule]
    review.select_finding("f-phone")
    review.checklist.tree.setFocus()
    qtbot.keyClick(review.checklist.tree, Qt.Key.Key_Delete)
    dialog = dialog_of(opened, IgnoreDialog)
    assert f"现有{len(alike)}处" in dialog.whole_rule.text()
    dialog.whole_rule.setChecked(True)
    dialog.words.setText("都是公开的值班电话")
    dialog.accept()
    checklist = review.result.checklist
    assert [one.finding.id for one in checklist.ignored] == alike
    assert {one.ignore.kind for one in checklist.ignored} == {"rule"}
    review.details.decide_button.click()
    assert review.result.checklist.ignored == ()
    assert "同一规则" in opened.statusBar().currentMessage()


def test_an_ignored_finding_can_be_restored(opened, qtbot):
    ignore(opened, qtbot)
    opened.pages.review.details.decide_button.click()
    assert opened.pages.review.result.checklist.counts["warning"] == 2
    assert opened.pages.review.result.checklist.ignored == ()


def test_decisions_survive_checking_again_and_a_new_start(opened, qtbot, application):
    from gxdesk.ui.window import MainWindow

    confirm(opened, qtbot)
    ignore(opened, qtbot)
    old = opened.pages.review.result
    opened.recheck()
    qtbot.waitUntil(lambda: opened.pages.review.result is not old)
    assert item(opened).confirmed.who == "李四"
    path = opened.pages.current.path
    # the second window reads while the first is still open: nothing waits for a clean end
    again = MainWindow()
    qtbot.addWidget(again)
    again.show()
    again.open_paths([path])
    qtbot.waitUntil(lambda: again.pages.review.result is not None)
    assert item(again).confirmed.who == "李四"
    assert [i.finding.id for i in again.pages.review.result.checklist.ignored] == ["f-phone"]


def test_a_draft_from_the_batch_has_the_decisions_too(opened, make_drafts, qtbot):
    ignore(opened, qtbot)
    opened.open_paths(make_drafts("一.docx", "二.docx"))
    qtbot.waitUntil(lambda: not opened.pages.batch.running and opened.pages.batch.model.tally()["done"] == 2)
    outcomes, _ = opened.pages.batch.model.outcomes()
    assert all(len(outcome.checklist.ignored) == 1 for outcome in outcomes)  # one body, one year
    opened.pages._open_outcome(outcomes[0])
    opened.pages.review.select_finding("f-phone")
    opened.pages.review.decide()
    qtbot.waitUntil(lambda: opened.pages.review.result.checklist.ignored == ())
    assert not opened.pages.notice.isVisible()  # nothing was mended in the draft


@pytest.mark.parametrize("blocked", ["unreadable"])
def test_when_decisions_cannot_be_kept_the_check_still_works_and_says_so(
    window, make_drafts, qtbot, monkeypatch, tmp_path, blocked
):
    wall = tmp_path / blocked
    wall.write_text("no folder")
    monkeypatch.setenv("GXDESK_DATA", str(wall / "data"))
    window.open_paths(make_drafts("年报.docx"))
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    assert "无法保存" in window.pages.notice.label.text()
    assert window.pages.review.result.checklist.counts["error"] == 4


def test_nothing_is_written_beside_the_draft(opened, qtbot):
    folder = opened.pages.current.path.parent
    before = sorted(folder.iterdir())
    confirm(opened, qtbot)
    assert sorted(folder.iterdir()) == before
    assert list(data_folder().iterdir())


def test_what_was_mended_is_green_for_a_while(opened, qtbot, monkeypatch):
    monkeypatch.setattr(engine, "check", lambda path, *_: fake_result(path, clean=True))
    pane = opened.pages.review.checklist
    old = opened.pages.review.result
    opened.recheck()
    qtbot.waitUntil(lambda: opened.pages.review.result is not old)
    assert {"prose.sum", "privacy.phone", "balance.applications.column"} <= pane.model.fresh
    index = pane.filter.mapFromSource(pane.model.find(item_id="privacy.phone"))
    pane.tree.scrollTo(index)
    rect = pane.tree.visualRect(index)
    green = pane.tree.viewport().grab(rect).toImage().pixelColor(rect.width() - 2, 2)
    pane.flash(frozenset())
    plain = pane.tree.viewport().grab(rect).toImage().pixelColor(rect.width() - 2, 2)
    assert green != plain
