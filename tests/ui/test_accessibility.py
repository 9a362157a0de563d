"""Keyboard and screen reader: everything that takes focus has a name, and colours are legible."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollBar, QWidget

from gxdesk.ui import theme


def named(widget):
    if widget.accessibleName() or widget.toolTip():
        return True
    return isinstance(widget, QAbstractButton) and bool(widget.text())


def test_everything_that_takes_the_keyboard_has_a_name(opened):
    opened.find_text()
    unnamed = [
        widget
        for widget in opened.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not named(widget)
    ]
    assert unnamed == []


def test_tab_reaches_list_draft_and_details(opened, qtbot):
    opened.pages.outline.setFocus()
    seen = set()
    for _ in range(40):
        qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
        seen.add(opened.focusWidget().accessibleName())
    assert {"草稿", "检查清单", "问题说明", "搜索检查清单", "报告格式", "报告层级"} <= seen


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_ink_is_legible_on_its_grounds(shades):
    pairs = [(shades.ink, ground) for ground in (shades.window, shades.panel, shades.paper)]
    pairs += [(shades.muted, ground) for ground in (shades.window, shades.panel, shades.paper)]
    pairs += [(shades.select_ink, shades.select), (shades.accent, shades.paper)]
    pairs += [(shades.accent_ink, shades.accent)]
    for tone in shades.tones.values():
        pairs += [(tone.ink, tone.fill), (tone.ink, shades.paper), (shades.ink, tone.strong)]
    poor = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert poor == []


def test_no_latin_words_but_names_and_keys_are_shown(opened):
    allowed = (
        "Word",
        "Excel",
        "docx",
        "xlsx",
        "txt",
        "GxDesk",
        "F8",
        "Ctrl",
        "Shift",
        "F5",
        "Esc",
        "F6",
        "F1",
        "WPS",
        "RTF",
        "PDF",
        "PNG",
    )
    shown = [label.text() for label in opened.findChildren(QLabel)]
    shown += [button.text() for button in opened.findChildren(QAbstractButton)]
    shown += [action.text() for action in opened.actions_.by_name.values()]
    for text in shown:
        rest = text
        for word in allowed:
            rest = rest.replace(word, "")
        letters = [ch for ch in rest.split("(&")[0] if ch.isascii() and ch.isalpha()]
        assert not letters, text
