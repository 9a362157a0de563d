# ruff: noqa: E501
"""Long drafts are written in stretches: the verdict comes first, findings are reached wherever they stand."""

from dataclasses import replace

import pytest
from fake_result import fake_result, paragraph
from PySide6.QtCore import QTimer

from gxdesk.checks.api import Finding, Severity
from gxdesk.document.model import Cell, Table
from gxdesk.document.place import GridOrigin, Place
from gxdesk.ui import engine
from gxdesk.ui.views.gridfit import shown_rows
from gxdesk.ui.views.marks import spot_of

ROWS, COLUMNS, BAD_ROW = 400, 6, 350


def big_table(number):
    cells = [
        Cell(f"甲{row}.{column}", row, column, GridOrigin(number, row, column))
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]
    return Table(ROWS, COLUMNS, tuple(cells), GridOrigin(number))


def long_result(path):
    result = fake_result(path)
    document = result.report.document
    blocks = list(document.blocks) + [paragraph(f"第{n}段。" + "说明情况" * 40, 20 + n) for n in range(2500)]
    blocks += [big_table(1), paragraph("最后一段有问题。", 5000)]
    at = len(blocks) - 2
    findings = (
        *result.checklist.findings,
        Finding("f-row-350", "table.x", Severity.ERROR, "远处一格有误", "第351行有误。", "", (Place("附表 第351行", at, BAD_ROW, 2),), "x", ""),
        Finding("f-last", "prose.x", Severity.WARNING, "最后有误", "最后一段有误。", "", (Place("最后", at + 1, start=0, end=4),), "x", ""),
    )  # fmt: skip
    report = replace(result.report, document=replace(document, blocks=tuple(blocks)))
    return replace(result, report=report, checklist=replace(result.checklist, findings=findings))


@pytest.fixture
def begun(window, make_drafts, qtbot, monkeypatch):
    """A long draft whose verdict is there and whose text is still being written."""
    monkeypatch.setattr(engine, "check", lambda path, *_: long_result(path))
    window.open_paths(make_drafts("长稿.docx"))
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.review.result is not None)
    return window.pages.review


@pytest.fixture
def seen(window, make_drafts, qtbot, monkeypatch):
    """What the window showed at each of its turns from opening a long draft until all of it was written."""
    monkeypatch.setattr(engine, "check", lambda path, *_: long_result(path))
    turns = []

    def look():
        review = window.pages.review if window._pages is not None else None
        if review is not None and review.result is not None:
            listed = review.checklist.model.find("f-last").isValid()
            turns.append((review.draft.busy, bool(review.verdict.sentence.text()) and listed))

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    window.open_paths(make_drafts("长稿.docx"))
    qtbot.waitUntil(lambda: bool(turns) and not turns[-1][0])
    timer.stop()
    return turns


def test_verdict_and_list_are_there_before_all_of_a_long_draft_is_written(seen, window):
    assert (True, True) in seen
    assert "最后一段有问题。" in window.pages.review.draft.paper.toPlainText()


def test_the_window_has_its_turn_while_the_draft_is_written(seen):
    assert sum(busy for busy, _ in seen) > 2


def test_a_finding_chosen_meanwhile_is_shown_when_its_place_is_written(begun, qtbot):
    begun.select_finding("f-last")
    qtbot.waitUntil(lambda: not begun.draft.busy)
    paper = begun.draft.paper
    assert paper.textCursor().block().text() == "最后一段有问题。"
    assert paper.viewport().rect().contains(paper.cursorRect().center())
    assert paper.extraSelections()


def test_a_finding_in_a_row_that_is_not_drawn_is_written_out_below_and_reached(begun, qtbot):
    qtbot.waitUntil(lambda: not begun.draft.busy)
    (finding,) = (f for f in begun.result.checklist.findings if f.id == "f-row-350")
    table = begun.result.report.document.blocks[finding.places[0].block]
    assert shown_rows(table) <= BAD_ROW
    assert f"表格共{ROWS}行" in begun.draft.paper.toPlainText()
    begun.select_finding("f-row-350")
    line = begun.draft.paper.textCursor().block().text()
    assert line.startswith(f"第{BAD_ROW + 1}行：") and f"甲{BAD_ROW}.2" in line
    cursor = begun.draft._painter.cursor(spot_of(finding.places[0]))
    assert finding in begun.draft.findings_at(cursor.selectionStart())


def test_the_place_is_kept_when_a_long_draft_is_checked_again(begun, window, qtbot):
    qtbot.waitUntil(lambda: not begun.draft.busy)
    bar = begun.draft.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = begun.draft.paper.anchor()
    old = begun.result
    window.recheck()
    qtbot.waitUntil(lambda: begun.result is not old and not begun.draft.busy)
    assert abs(begun.draft.paper.anchor() - before) < 400
    assert begun.draft.paper.updatesEnabled()


def test_another_draft_opened_meanwhile_takes_over(begun, window, make_drafts, qtbot, monkeypatch):
    monkeypatch.setattr(engine, "check", lambda path, *_: fake_result(path))
    window.open_paths(make_drafts("短稿.docx"))
    qtbot.waitUntil(lambda: begun.result.path.name == "短稿.docx" and not begun.draft.busy)
    text = begun.draft.paper.toPlainText()
    assert "最后一段有问题。" not in text and "六、其他需要报告的事项" in text
