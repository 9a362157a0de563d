"""The manual: complete, offline, searchable, opened with F1 at the right page."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl

from gxdesk.readers import EXTENSIONS
from gxdesk.resources import resource
from gxdesk.ui.menus import MENUS
from gxdesk.ui.views.empty import FORMATS
from gxdesk.ui.views.manual import PAGES, ManualDialog, page, title, words


def manual(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(ManualDialog) is not None)
    return window.findChild(ManualDialog)


@pytest.mark.parametrize("topic", PAGES)
def test_every_page_is_there_and_its_links_and_pictures_lead_somewhere(topic):
    html = page(topic)
    assert len(words(topic)) > 250 and title(topic) != topic
    for link in re.findall(r'href="(.*?)"', html):
        assert link.removesuffix(".html") in PAGES
    for picture in re.findall(r'src="(.*?)"', html):
        assert resource("screenshots", picture).is_file(), picture
    assert "http" not in html


def test_no_page_lies_about_unlisted():
    assert {path.stem for path in resource("help").glob("*.html")} == set(PAGES)


def test_f1_opens_the_page_about_what_is_shown(window, make_drafts, qtbot):
    assert manual(window, qtbot).topic == "start"
    window.open_paths(make_drafts("年报.docx"))
    qtbot.waitUntil(lambda: window.pages.review.result is not None)
    for command, topic in (("view_draft", "review"), ("view_tables", "tables"), ("view_years", "years")):
        window.actions_[command].trigger()
        window.actions_["help"].trigger()
        assert window.findChild(ManualDialog).topic == topic
    assert len(window.findChildren(ManualDialog)) == 1
    window.open_paths(make_drafts("一.docx", "二.docx"))
    qtbot.waitUntil(lambda: window.pages.stack.currentWidget() is window.pages.batch)
    window.actions_["help"].trigger()
    assert window.findChild(ManualDialog).topic == "batch"


def test_a_word_searched_for_is_found_and_marked(window, qtbot):
    dialog = manual(window, qtbot)
    dialog.field.setText("加密")
    shown = [
        dialog.list.item(n).text() for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()
    ]
    assert any("读不了的草稿" in text for text in shown) and len(shown) < len(PAGES)
    assert dialog.page.extraSelections()
    dialog.field.setText("绝无此词")
    assert dialog.nothing.isVisible() and "没有找到" in dialog.nothing.text()


def test_links_lead_from_page_to_page(window, qtbot):
    dialog = manual(window, qtbot)
    dialog.page.anchorClicked.emit(QUrl("mend.html"))
    assert dialog.topic == "mend" and "算式" in dialog.page.toPlainText()


def test_every_shortcut_the_manual_names_exists():
    known = {keys for _, entries in MENUS for entry in entries if entry for keys in entry.keys}
    known |= {"Ctrl+逗号"}
    named = set(
        re.findall(
            r"(?:Ctrl\+|Shift\+)*(?:Ctrl|Shift)\+(?:F\d+|[A-Z0-9]|逗号)(?![a-z])", "".join(map(page, PAGES))
        )
    )
    assert named - known == set()


def test_every_format_that_can_be_read_is_named():
    text = words("trouble")
    assert [suffix for suffix in EXTENSIONS if suffix not in text] == []
    for word in ("Word", "WPS", "RTF", "Excel", "网页", "文本"):
        assert word in FORMATS


@pytest.mark.parametrize(
    ("command", "topic"),
    [("preferences", "settings"), ("template", "export"), ("register", "export"), ("rules", "keys")],
)
def test_f1_in_a_dialog_opens_its_page(window, qtbot, command, topic):
    from PySide6.QtWidgets import QDialog

    window.actions_[command].trigger()
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert dialog.findChild(ManualDialog).topic == topic
