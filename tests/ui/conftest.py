"""Real widgets without a screen, with settings of their own and a hand-made engine."""

import os
import sys

if not os.environ.get("DISPLAY") or os.environ.get("GXDESK_OFFSCREEN", "1") == "1":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from fake_result import fake_result

from gxdesk.errors import ReadError
from gxdesk.jobs.model import Progress, Unreadable
from gxdesk.ui import engine


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("GXDESK_DATA", str(tmp_path_factory.mktemp("settings")))


@pytest.fixture(scope="session")
def qapp_args():
    return [sys.argv[0], "-style", "Fusion"]


@pytest.fixture
def application(qapp):
    from gxdesk.ui.app import chinese_font

    qapp.setFont(chinese_font(qapp.font()))
    return qapp


def _fake_check(path, how, cancelled):
    if "坏" in path.name:
        raise ReadError("文件已加密，请在 Word 或 WPS 中去掉密码后再检查。")
    kind = "other" if "通知" in path.name else "annual-report"
    return fake_result(path, kind, clean="干净" in path.name)


def _fake_many(paths, how, cancelled):
    for number, path in enumerate(paths, start=1):
        if cancelled():
            return
        try:
            outcome = _fake_check(path, engine.How(), cancelled)
        except ReadError as error:
            outcome = Unreadable(path, str(error))
        yield Progress(number, len(paths), outcome)


def _fake_drafts_in(paths):
    found = []
    for path in paths:
        inside = sorted(Path(path).iterdir()) if path.is_dir() else [path]
        found += [p for p in inside if p.suffix == ".docx"]
    return found


@pytest.fixture
def fake_engine(monkeypatch):
    monkeypatch.setattr(engine, "check", _fake_check)
    monkeypatch.setattr(engine, "check_many", _fake_many)
    monkeypatch.setattr(engine, "drafts_in", _fake_drafts_in)
    monkeypatch.setattr(engine, "standards", lambda: [("2021", "2021年格式"), ("2019", "2019年格式")])


@pytest.fixture
def window(application, fake_engine, qtbot):
    from gxdesk.ui.window import MainWindow

    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):  # shortcuts work in the active window only
        window.show()
        window.activateWindow()
    window.furnish()
    return window


@pytest.fixture
def make_drafts(tmp_path):
    def make(*names):
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_bytes(b"draft")
        return paths

    return make


@pytest.fixture
def opened(window, make_drafts, qtbot):
    (path,) = make_drafts("年报草稿.docx")
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.pages.review.result is not None and not window.pages.review.draft.busy)
    return window


@pytest.fixture
def real(application, qtbot):
    """A window with the real engine."""
    from gxdesk.ui.window import MainWindow

    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.furnish()
    yield window
    window.close()


@pytest.fixture
def open_sample(tmp_path, qtbot):
    """Opens a copy of our example draft and waits for its result."""

    def open_(window, name="草稿.docx", sample=None):
        draft = tmp_path / name
        draft.write_bytes((sample or engine.sample()).read_bytes())
        window.open_paths([draft])
        review = window.pages.review
        qtbot.waitUntil(
            lambda: review.result is not None and review.result.path == draft and not review.draft.busy
        )
        return draft

    return open_
