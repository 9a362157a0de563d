"""Long titles are shown whole, over two lines where the pane is narrow."""

from PySide6.QtGui import QFontMetrics

from gxdesk.ui.views.wrapped import two_lines


def height_of(pane, item_id):
    index = pane.filter.mapFromSource(pane.model.find(item_id=item_id))
    pane.tree.scrollTo(index)
    return pane.tree.visualRect(index).height()


def test_a_title_too_long_for_the_pane_takes_two_lines_and_one_again_when_it_is_wide(
    real, open_sample, qtbot
):
    open_sample(real)
    pane = real.pages.review.checklist
    line = QFontMetrics(pane.tree.font()).height()
    pane.tree.setFixedWidth(300)
    qtbot.waitUntil(lambda: height_of(pane, "balance.applications.row") >= 2 * line)
    pane.tree.setFixedWidth(900)
    qtbot.waitUntil(lambda: height_of(pane, "balance.applications.row") < 2 * line)


def test_the_outline_shows_the_titles_of_narrow_panes_on_two_lines(real, open_sample, qtbot):
    open_sample(real)
    outline = real.pages.outline
    line = QFontMetrics(outline.font()).height()
    heights = lambda: [outline.visualItemRect(draft.child(row)).height() for row in range(draft.childCount())]  # noqa: E731
    draft = outline.topLevelItem(0)
    real.pages.split.setSizes([150, 1000])
    qtbot.waitUntil(lambda: max(heights()) >= 2 * line > min(heights()))
    real.pages.split.setSizes([700, 500])
    qtbot.waitUntil(lambda: max(heights()) < 2 * line)


def test_two_lines_hold_the_whole_text_and_the_second_ends_in_dots_when_they_cannot(application):
    font = application.font()
    metrics = QFontMetrics(font)
    text = "表三每行：总计＝自然人与五类法人或其他组织之和"
    wide = metrics.horizontalAdvance(text)
    assert two_lines(text, font, wide) == [text]
    assert "".join(two_lines(text, font, wide * 2 // 3)) == text
    first, second = two_lines(text, font, wide // 3)
    assert text.startswith(first) and second.endswith("…")
    assert max(metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)) <= wide // 3
