"""Nothing is cut off or lost when a dialog says something or the colours change."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QToolButton

from gxdesk.ui.theme import colours
from gxdesk.ui.views.decide import IgnoreDialog
from gxdesk.ui.views.preferences import PreferencesDialog


def test_a_dialog_grows_for_what_it_has_to_say(window, qtbot):
    dialog = IgnoreDialog(window, "表三勾稽不平", "这一行的各项之和与总计不符。" * 6, "", 2)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible() and "理由" in dialog.trouble.text()
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def test_a_format_file_that_is_gone_is_said_when_the_preferences_open(window, qtbot, tmp_path):
    window.settings.save("check/standard", str(tmp_path / "本省.toml"))
    dialog = PreferencesDialog(window, window.settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "本省.toml" in dialog.trouble.text() and dialog.trouble.isVisible()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_find_bar_can_be_seen_in_both_appearances(opened, look):
    opened.find_text()
    opened.set_look("dark")
    opened.set_look(look)
    bar = opened.pages.review.draft.search
    ink = QColor(colours().ink).lightness()
    for button in bar.findChildren(QToolButton):
        if not button.accessibleName():
            continue  # the field's own
        image = button.icon().pixmap(24, 24).toImage()
        points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        drawn = [colour.lightness() for colour in points if colour.alpha() > 200]
        assert drawn and all(abs(lightness - ink) < 40 for lightness in drawn)
    assert colours().dark == (look == "dark")
