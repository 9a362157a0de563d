"""A fault of the program: a dialog in Chinese with details to copy, and the program goes on."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from gxdesk.ui.guard import Guard
from gxdesk.ui.views.crash import CrashDialog


@pytest.fixture
def guard(application, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    guard = Guard(application)
    guard.install()
    yield guard
    guard.deleteLater()


def fail():
    raise ValueError("内部错误")


def caught():
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())


def dialogs(application):
    return [
        widget
        for widget in application.topLevelWidgets()
        if isinstance(widget, CrashDialog) and widget.isVisible()
    ]


def test_a_fault_is_shown_with_details_to_copy_and_the_window_goes_on(guard, opened, application, qtbot):
    caught()
    qtbot.waitUntil(lambda: len(dialogs(application)) == 1)
    (dialog,) = dialogs(application)
    details = dialog.details.toPlainText()
    assert "ValueError: 内部错误" in details and "GxDesk" in details and "in fail" in details
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == details
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not dialogs(application))
    opened.next_finding()
    assert opened.pages.review.finding is not None


def test_faults_in_other_threads_are_shown_too_one_dialog_at_a_time(guard, application, qtbot):
    for _ in range(2):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(dialogs(application)) == 1)
    (first,) = dialogs(application)
    first.go_on.click()
    qtbot.waitUntil(lambda: dialogs(application) not in ([], [first]))
    (second,) = dialogs(application)
    second.go_on.click()
    qtbot.waitUntil(lambda: not dialogs(application))
