"""Choosing in the checklist moves the draft, clicking in the draft moves the checklist; keys do both."""

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from gxdesk.ui.models.tree import NODE_ROLE


def rows(pane, parent=None):
    parent = pane.tree.rootIndex() if parent is None else parent
    for row in range(pane.filter.rowCount(parent)):
        index = pane.filter.index(row, 0, parent)
        yield index
        yield from rows(pane, index)


def texts(pane):
    return [index.data(NODE_ROLE).text for index in rows(pane)]


def click_row(pane, text):
    index = next(i for i in rows(pane) if i.data(NODE_ROLE).text == text)
    pane.tree.scrollTo(index)
    QTest.mouseClick(
        pane.tree.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        pane.tree.visualRect(index).center(),
    )


def click_text(view, position):
    cursor = QTextCursor(view.paper.document())
    cursor.setPosition(position)
    view.paper.setTextCursor(cursor)
    view.paper.ensureCursorVisible()
    point = view.paper.cursorRect(cursor).center() + QPoint(1, 0)
    QTest.mouseClick(view.paper.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def fill_of(view, row, column):
    table = view._layout.tables[7]
    return table.cellAt(row, column).format().toTableCellFormat().background().color().name()


def test_the_tree_groups_items_and_folds_consequences_under_their_cause(opened):
    pane = opened.pages.review.checklist
    shown = texts(pane)
    assert [t for t in shown if t in ("章节", "表格", "勾稽", "文字", "发布前")] == [
        "章节",
        "表格",
        "勾稽",
        "文字",
        "发布前",
    ]
    source = pane.model.find("f-row")
    assert source.parent().data(NODE_ROLE).finding.id == "f-balance"
    assert not pane.tree.isExpanded(pane.filter.mapFromSource(source.parent()))


def test_clicking_a_finding_shows_its_place_and_its_details(opened, qtbot):
    review = opened.pages.review
    before = fill_of(review.draft, 7, 2)
    click_row(review.checklist, "表三勾稽不平")
    assert review.finding.id == "f-balance"
    assert fill_of(review.draft, 7, 2) != before
    page = review.details.page.toPlainText()
    assert "最可能是 表三 「（七）总计」行「自然人」列：12 应为 8" in page
    assert "相差" in page and "+4" in page and "本年新收 12 + 上年结转 1 = 13" in page
    assert "国办公开办函〔2021〕30号" in page and "按最可能出错的一格" in page


def test_the_equations_operands_get_a_second_colour_and_lose_it_again(opened):
    review = opened.pages.review
    plain = fill_of(review.draft, 3, 2)
    review.select_finding("f-balance")
    operand, suspect = fill_of(review.draft, 3, 2), fill_of(review.draft, 7, 2)
    assert len({plain, operand, suspect}) == 3
    review.select_finding("f-sum")
    assert fill_of(review.draft, 3, 2) == plain


def test_clicking_wrong_words_in_the_draft_selects_their_finding(opened):
    review = opened.pages.review
    text = review.draft.paper.toPlainText()
    click_text(review.draft, text.index("13800000000") + 3)
    assert review.finding.id == "f-phone"
    assert review.checklist.current().finding.id == "f-phone"
    assert "删去手机号码" in review.details.page.toPlainText()


def test_clicking_a_wrong_cell_selects_its_finding(opened):
    review = opened.pages.review
    table = review.draft._layout.tables[7]
    click_text(review.draft, table.cellAt(7, 2).firstPosition())
    assert review.finding.id == "f-balance"


def test_clicking_plain_words_changes_nothing(opened):
    review = opened.pages.review
    review.select_finding("f-sum")
    click_text(review.draft, review.draft.paper.toPlainText().index("重点领域") + 1)
    assert review.finding.id == "f-sum"


def test_a_missing_section_is_a_box_that_selects_its_finding(opened):
    review = opened.pages.review
    text = review.draft.paper.toPlainText()
    assert "这里缺少部分：四、政府信息公开行政复议、行政诉讼情况" in text
    assert "这里缺少表格：表四" in text
    click_text(review.draft, text.index("这里缺少部分") + 2)
    assert review.finding.id == "f-section"


def test_merged_cells_are_merged_and_numbers_centred(opened):
    table = opened.pages.review.draft._layout.tables[7]
    assert table.cellAt(0, 0).rowSpan() == 3 and table.cellAt(0, 0).columnSpan() == 2
    assert table.cellAt(2, 1) == table.cellAt(0, 0)
    number = table.cellAt(3, 2).firstCursorPosition()
    assert number.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter
    assert number.block().text() == "12"


def test_hovering_tells_the_problem(opened):
    view = opened.pages.review.draft
    position = view.paper.toPlainText().index("1825条") + 1
    assert "三个分项相加为1820" in view._tip(position)
    assert view._tip(view.paper.toPlainText().index("重点领域")) == ""


def test_f8_steps_through_findings_in_reading_order_and_shift_f8_back(opened, qtbot):
    review = opened.pages.review
    seen = []
    for _ in range(5):
        qtbot.keyClick(opened, Qt.Key.Key_F8)
        seen.append(review.finding.id)
    assert seen == ["f-sum", "f-phone", "f-balance", "f-section", "f-sum"]
    qtbot.keyClick(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.finding.id == "f-section"
    assert "第4个问题，共4个" in opened.statusBar().currentMessage()


def test_the_keyboard_alone_walks_the_checklist(opened, qtbot):
    review = opened.pages.review
    tree = review.checklist.tree
    tree.setFocus()
    while review.finding is None:
        before = tree.currentIndex()
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        assert tree.currentIndex() != before
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert review.finding.id == "f-section"


def test_filters_show_only_their_rows_and_agree_with_the_counts(opened, qtbot):
    review = opened.pages.review
    review.verdict.counts["warning"].click()
    pane = review.checklist
    shown = texts(pane)
    assert "分项之和与总数不符" in shown and "出现个人手机号码" in shown
    assert "表三勾稽不平" not in shown
    assert pane.chips.buttons["warning"].isChecked()
    pane.chips.buttons["pass"].click()
    assert [t for t in texts(pane) if t not in ("章节", "表格")] == [
        "总体情况",
        "主动公开政府信息情况",
        "存在的主要问题及改进情况",
        "表三齐全",
    ]
    assert pane.chips.buttons["pass"].text() == "通过 4"
    pane.chips.buttons["error"].click()
    errors = {i.data(NODE_ROLE).finding.id for i in rows(pane) if i.data(NODE_ROLE).finding}
    assert len(errors) == opened.pages.review.result.checklist.counts["error"]


def test_f8_stays_within_the_filter(opened, qtbot):
    review = opened.pages.review
    review.checklist.chips.buttons["warning"].click()
    seen = set()
    for _ in range(4):
        qtbot.keyClick(opened, Qt.Key.Key_F8)
        seen.add(review.finding.id)
    assert seen == {"f-sum", "f-phone"}


def test_searching_the_checklist(opened, qtbot):
    pane = opened.pages.review.checklist
    pane.field.setText("手机号码")
    assert texts(pane) == ["发布前", "没有个人联系方式", "出现个人手机号码"]
    pane.field.clear()
    assert len(texts(pane)) > 10


def test_an_item_tells_its_requirement_and_why_it_was_not_checked(opened):
    review = opened.pages.review
    click_row(review.checklist, "表四勾稽")
    page = review.details.page.toPlainText()
    assert "无法核对" in page and "缺少表四，无法核对" in page and "应当做到：表四勾稽" in page
    assert review.finding is None


def test_ctrl_c_copies_the_finding_as_sentences(opened, qtbot):
    opened.pages.review.select_finding("f-phone")
    opened.pages.review.checklist.tree.setFocus()
    opened.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "【存疑】出现个人手机号码",
        "位置：一、总体情况 第1段",
        "问题：正文出现手机号码13800000000。",
        "依据：个人信息保护法",
        "改法：删去手机号码，或改为办公电话。",
    ]


def test_the_value_to_put_in_can_be_copied(opened):
    opened.pages.review.select_finding("f-balance")
    button = opened.pages.review.details.value_button
    assert button.text() == "复制“8”"
    button.click()
    assert QGuiApplication.clipboard().text() == "8"


def test_links_in_the_details_lead_on(opened):
    review = opened.pages.review
    review.select_finding("f-section")
    review.details.page.anchorClicked.emit(QUrl("finding:f-table"))
    assert review.finding.id == "f-table"
    assert "起因" in review.details.page.toPlainText()


def test_the_outline_counts_findings_and_jumps(opened, qtbot):
    outline = opened.pages.outline
    draft = outline.topLevelItem(0)
    tips = [draft.child(row).toolTip(0) for row in range(draft.childCount())]
    assert tips[0] == "一、总体情况：2个问题"
    assert "四、政府信息公开行政复议、行政诉讼情况：缺少" in tips
    bar = opened.pages.review.draft.paper.verticalScrollBar()
    opened.resize(1000, 480)
    QTest.qWait(20)
    outline.itemClicked.emit(draft.child(draft.childCount() - 1), 0)
    assert bar.value() > 100


def test_finding_words_in_the_draft(opened, qtbot):
    view = opened.pages.review.draft
    opened.find_text()
    view.search.field.setText("政府信息公开")
    total = view.paper.toPlainText().count("政府信息公开")
    assert view.search.found.text() == f"1/{total}"
    qtbot.keyClick(view.search.field, Qt.Key.Key_Return)
    assert view.search.found.text() == f"2/{total}"
    qtbot.keyClick(view.search.field, Qt.Key.Key_Escape)
    assert not view.search.isVisible()


def test_zoom_changes_the_text_size_and_is_remembered(opened):
    view = opened.pages.review.draft
    before = view.paper.document().defaultFont().pointSizeF()
    opened.actions_["zoom_in"].trigger()
    assert view.paper.document().defaultFont().pointSizeF() == before + 1
    assert opened.settings.number("zoom", 0) == 1
    opened.actions_["zoom_reset"].trigger()
    assert view.paper.document().defaultFont().pointSizeF() == before


def test_the_overview_bar_has_a_tick_for_every_mark_and_scrolls(opened, qtbot):
    opened.resize(1000, 480)
    view = opened.pages.review.draft
    view._refresh_overview()
    assert len(view.overview._ticks) == 5
    view.overview.picked.emit(1.0)
    assert view.paper.verticalScrollBar().value() == view.paper.verticalScrollBar().maximum()


def test_f6_moves_through_the_panes(opened, qtbot):
    pages = opened.pages
    pages.outline.setFocus()
    order = []
    for _ in range(4):
        opened.next_pane()
        order.append(opened.focusWidget().accessibleName())
    assert order == ["草稿", "检查清单", "问题说明", "草稿和章节"]


def test_dark_and_light_both_show_everything(opened):
    review = opened.pages.review
    review.select_finding("f-balance")
    for look in ("dark", "light"):
        opened.set_look(look)
        assert "1825条" in review.draft.paper.toPlainText()
        assert review.finding.id == "f-balance"
        assert "最可能是" in review.details.page.toPlainText()


def test_cells_that_are_right_are_not_painted_but_lead_to_the_finding(opened):
    review = opened.pages.review
    assert fill_of(review.draft, 5, 2) == fill_of(review.draft, 6, 4)  # a term, and a cell of no finding
    click_text(review.draft, review.draft._layout.tables[7].cellAt(5, 2).firstPosition())
    assert review.finding.id == "f-balance"
    assert fill_of(review.draft, 5, 2) != fill_of(review.draft, 6, 4)


def test_a_draft_opens_at_its_top_and_keeps_its_place_when_the_window_changes(opened):
    view = opened.pages.review.draft
    bar = view.paper.verticalScrollBar()
    assert bar.value() == 0
    opened.resize(1100, 420)
    QTest.qWait(20)
    assert bar.value() == 0
    view.show_block(8)
    top = view.paper.anchor()
    for change in (lambda: opened.resize(900, 420), lambda: opened.set_look("dark"), opened.zoom_in):
        change()
        QTest.qWait(20)
        block = view.paper.document().findBlock(view.paper.anchor())
        assert abs(block.blockNumber() - view.paper.document().findBlock(top).blockNumber()) <= 1
    opened.set_look("light")


def test_the_first_problem_is_in_view_at_once(opened, qtbot):
    pane = opened.pages.review.checklist
    index = pane.filter.mapFromSource(pane.model.find("f-section"))
    qtbot.waitUntil(lambda: pane.tree.viewport().rect().contains(pane.tree.visualRect(index).center()))
    assert pane.shown_findings()[0] == "f-section"
