"""The list of findings: long titles are shown whole, what is selected stays in view under filters."""

from PySide6.QtGui import QFontMetrics

from gxdesk.ui.views.wrapped import two_lines


def in_view(pane):
    """Whether the current row is seen whole; Qt may leave out its last line of pixels."""
    row = pane.tree.visualRect(pane.tree.currentIndex())
    return pane.tree.viewport().rect().adjusted(0, 0, 0, 1).contains(row)


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


def test_what_is_selected_is_found_again_when_the_search_ends(real, open_sample, qtbot):
    open_sample(real)
    review = real.pages.review
    pane, finding = review.checklist, review.result.checklist.findings[-1]
    review.select_finding(finding.id)
    pane.field.setText("没有这样的事项")
    picture = pane.tree.viewport().grab().toImage()
    assert len({picture.pixel(x, y) for x in range(5, 100) for y in range(5, 40)}) > 1  # it says so
    pane.field.clear()
    qtbot.waitUntil(lambda: pane.current().finding is not None and pane.current().finding.id == finding.id)
    assert in_view(pane)


def test_a_chosen_filter_keeps_the_selected_row_in_view(real, open_sample, qtbot):
    open_sample(real)
    review = real.pages.review
    pane = review.checklist
    pane.tree.setFixedHeight(150)
    review.select_finding(review.result.checklist.findings[0].id)
    for state in ("error", "all", "error"):
        pane.show_state(state)
        qtbot.waitUntil(lambda: in_view(pane))
