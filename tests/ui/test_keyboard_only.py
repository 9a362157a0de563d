"""Everything can be done without a mouse, and every command has a key or a place in a menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel

from gxdesk.ui.menus import MENUS
from gxdesk.ui.models.tree import NODE_ROLE
from gxdesk.ui.views.about import shortcuts
from gxdesk.ui.views.decide import ConfirmDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_text(window):
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    return "".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_whole_round_with_the_keyboard(opened, qtbot):
    review = opened.pages.review
    assert opened.focusWidget() is review.checklist.tree  # ready to go on without a click
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    first = review.finding.id
    qtbot.keyClick(opened, Qt.Key.Key_F8)
    assert review.finding.id != first
    qtbot.keyClick(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.finding.id == first
    qtbot.keyClick(opened, Qt.Key.Key_C, CTRL)
    assert review.finding.message in QGuiApplication.clipboard().text()
    qtbot.keyClick(opened, Qt.Key.Key_L, CTRL)
    opened.focusWidget().insert("领导审签")
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    tree = review.checklist.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    while tree.currentIndex().data(NODE_ROLE).item is None:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    dialog = next(d for d in opened.findChildren(ConfirmDialog) if d.isVisible())
    dialog.person.setText("李四")
    qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
    assert review.result.checklist.item("manual.seal").confirmed is not None


def test_f6_goes_around_the_panes_of_every_page(opened, qtbot):
    for page in range(3):
        opened.pages.review.centre.show_page(page)
        seen = set()
        for _ in range(4):
            qtbot.keyClick(opened, Qt.Key.Key_F6)
            seen.add(opened.focusWidget())
        assert len(seen) == 4
        assert opened.pages.review.centre.focus_target in seen


def test_no_key_is_given_twice():
    keys = [key for _, entries in MENUS for entry in entries if entry for key in entry.keys]
    assert len(keys) == len(set(keys))


def test_every_key_is_listed(opened):
    opened.actions_["shortcuts"].trigger()
    text = dialog_text(opened)
    for keys, what in shortcuts():
        assert keys in text and what in text
    assert len(shortcuts()) > 30


def test_about_names_versions_and_licences(opened):
    from gxdesk import __version__

    opened.actions_["about"].trigger()
    text = dialog_text(opened)
    for word in (
        __version__,
        "Apache",
        "LGPL",
        "PySide6",
        "6.8",
        "openpyxl",
        "python-docx",
        "lxml",
        "xlrd",
        "不联网",
    ):
        assert word in text
