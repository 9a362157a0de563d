"""The draft is watched: saved in Word or WPS, it is checked again and what changed is told."""

import pytest
from fake_result import fake_result

from gxdesk.errors import ReadError
from gxdesk.ui import engine


@pytest.fixture
def quick_watch(monkeypatch):
    monkeypatch.setattr("gxdesk.ui.watch.SETTLE_MS", 30)


@pytest.fixture
def watched(quick_watch, opened):
    return opened


def save_as_office_programs_do(path, content):
    fresh = path.with_name("~新.tmp")
    fresh.write_bytes(content)
    fresh.replace(path)


def test_saving_the_draft_checks_it_again_and_tells_what_was_mended(watched, qtbot, monkeypatch):
    monkeypatch.setattr(engine, "check", lambda path, *rest: fake_result(path, clean=True))
    pages = watched.pages
    save_as_office_programs_do(pages.current.path, b"mended")
    qtbot.waitUntil(lambda: pages.review.verdict.sentence.text().startswith("没有发现问题"))
    assert pages.notice.isVisible()
    assert "已修改6处" in pages.notice.label.text()


def test_it_is_watched_on_after_it_was_replaced(watched, qtbot):
    pages = watched.pages
    for content in (b"one", b"two!", b"three!!"):
        before = pages.review.result
        save_as_office_programs_do(pages.current.path, content)
        qtbot.waitUntil(lambda before=before: pages.review.result is not before)
    assert pages.notice.label.text() == "已重新检查“年报草稿.docx”：结果没有变化。"


def test_a_draft_that_cannot_be_read_for_now_keeps_its_last_result(watched, qtbot, monkeypatch):
    def locked(*rest):
        raise ReadError("文件正被别的程序占用。")

    monkeypatch.setattr(engine, "check", locked)
    pages = watched.pages
    watched.recheck()
    qtbot.waitUntil(lambda: pages.notice.isVisible())
    assert "文件正被别的程序占用。现在显示的仍是09:30的结果" in pages.notice.label.text()
    assert pages.review.isVisible() and pages.review.result is not None


def test_a_closed_draft_is_no_longer_watched(watched, qtbot):
    path = watched.pages.current.path
    watched.close_draft()
    assert watched.pages.desk.watch._watcher.files() == []
    assert path.exists()
