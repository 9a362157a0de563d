"""Folders and many drafts: the table fills, can be cancelled, a double click opens."""

import threading

from PySide6.QtCore import Qt

from gxdesk.jobs.model import Progress
from gxdesk.ui import engine


def cells(batch, column):
    model = batch.sorted
    return [model.index(row, column).data() for row in range(model.rowCount())]


def finished(window):
    return bool(window._pages and window.pages.batch.model.paths and not window.pages.batch.running)


def test_a_folder_fills_the_table(window, make_drafts, qtbot):
    paths = make_drafts("一.docx", "二干净.docx", "三坏.docx", "备忘.tmp")
    window.open_paths([paths[0].parent])
    qtbot.waitUntil(lambda: finished(window))
    batch = window.pages.batch
    assert batch.isVisible()
    assert batch.title.text() == "共3份：1份要改，1份没有必须改的，1份读不了"
    conclusions = dict(zip(cells(batch, 0), cells(batch, 3), strict=True))
    assert conclusions["一.docx"] == "要改4处"
    assert conclusions["二干净.docx"] == "没有必须改的"
    assert conclusions["三坏.docx"].startswith("读不了：文件已加密")
    assert not batch.cancel.isVisible()


def test_a_double_click_opens_the_draft_and_the_outline_leads_back(window, make_drafts, qtbot):
    window.open_paths(make_drafts("一.docx", "二坏.docx"))
    qtbot.waitUntil(lambda: finished(window))
    batch, pages = window.pages.batch, window.pages
    row = cells(batch, 0).index("一.docx")
    batch.table.activated.emit(batch.sorted.index(row, 0))
    assert pages.review.isVisible() and pages.review.result.path.name == "一.docx"
    pages.outline.itemClicked.emit(pages.outline.topLevelItem(0), 0)
    assert batch.isVisible()
    row = cells(batch, 0).index("二坏.docx")
    batch.table.activated.emit(batch.sorted.index(row, 0))
    assert pages.trouble.isVisible() and "加密" in pages.trouble.reason.text()


def test_sorting_by_errors_is_numeric(window, make_drafts, qtbot):
    window.open_paths(make_drafts("一.docx", "二干净.docx", "三.docx"))
    qtbot.waitUntil(lambda: finished(window))
    table = window.pages.batch.table
    table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    assert cells(window.pages.batch, 4) == ["0", "4", "4"]
    table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert cells(window.pages.batch, 4) == ["4", "4", "0"]


def test_cancel_keeps_what_was_done(window, make_drafts, qtbot, monkeypatch):
    go_on = threading.Event()

    def slow(paths, how, cancelled):
        yield Progress(1, len(paths), engine.check(paths[0], engine.How(), cancelled))
        go_on.wait(5)
        if not cancelled():
            yield Progress(2, len(paths), engine.check(paths[1], engine.How(), cancelled))

    monkeypatch.setattr(engine, "check_many", slow)
    window.open_paths(make_drafts("一.docx", "二.docx", "三.docx"))
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.batch.model.tally()["done"] == 1)
    batch = window.pages.batch
    assert batch.title.text().startswith("正在检查，已完成1份，共3份")
    assert cells(batch, 3)[1:] == ["等待检查", "等待检查"]
    batch.cancel.click()
    assert not batch.running  # at once, although the second draft is still being checked
    go_on.set()
    qtbot.wait(50)
    assert batch.title.text().startswith("已取消，检查了1份，共3份")
    assert cells(batch, 3) == ["要改4处", "未检查", "未检查"]


def test_an_empty_folder_says_so(window, tmp_path, qtbot):
    folder = tmp_path / "空"
    folder.mkdir()
    window.open_paths([folder])
    qtbot.waitUntil(lambda: "没有找到可以检查的草稿" in window.statusBar().currentMessage())
    assert window.empty.isVisible()


def test_a_folder_with_one_draft_opens_it(window, make_drafts, qtbot):
    (path,) = make_drafts("唯一.docx")
    window.open_paths([path.parent])
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.review.result is not None)
    assert window.pages.review.isVisible()


def test_many_real_drafts_are_shared_out_to_worker_processes(real, tmp_path, qtbot):
    folder = tmp_path / "收齐的草稿"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.docx").write_bytes(engine.sample().read_bytes())
    real.open_paths([folder])
    batch = real.pages.batch
    qtbot.waitUntil(lambda: len(batch.model.paths) == 9 and not batch.running, timeout=60_000)
    assert batch.model.tally() == {"done": 9, "clean": 0, "wrong": 9, "unreadable": 0}
    batch.opened.emit(batch.model.outcome(3))
    assert real.pages.review.result.path.name == "3.docx"
    assert real.pages.review.result.checklist.findings


def test_the_table_is_filtered_by_verdict_and_words(window, make_drafts, qtbot):
    window.open_paths(make_drafts("一.docx", "二干净.docx", "三坏.docx"))
    qtbot.waitUntil(lambda: window._pages is not None and window.pages.exportable)
    batch = window.pages.batch
    for kind, names in (("wrong", ["一.docx"]), ("clean", ["二干净.docx"]), ("unreadable", ["三坏.docx"])):
        batch.kind.setCurrentIndex(batch.kind.findData(kind))
        assert cells(batch, 0) == names
    batch.kind.setCurrentIndex(0)
    batch.field.setText("教育局 干净")
    assert cells(batch, 0) == ["二干净.docx"]
    batch.field.clear()
    assert len(cells(batch, 0)) == 3
