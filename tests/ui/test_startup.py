"""Start-up is Qt and a bare window: nothing else may be imported before the first paint."""

import os
import subprocess
import sys

PROGRAM = """
import sys
import gxdesk.ui.app as app
application = app.make_application(["gxdesk"])
window = app.MainWindow()
heavy = ("gxdesk.jobs", "gxdesk.checks", "gxdesk.report", "gxdesk.readers", "gxdesk.standards",
         "gxdesk.ui.pages", "gxdesk.ui.views", "openpyxl", "docx", "lxml", "chardet",
         "PySide6.QtNetwork", "PySide6.QtSvg")
print([name for name in heavy if name in sys.modules])
window.show()
while window._curtain is not None:
    application.processEvents()
print([name for name in heavy[:6] if name in sys.modules], window.menuBar().actions()[0].text())
"""


def test_nothing_heavy_is_imported_before_the_first_paint():
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False,
    )
    assert ran.stdout.splitlines() == ["[]", "[] 文件(&F)"], ran.stderr


def test_the_window_never_loads_the_network(opened):
    assert "PySide6.QtNetwork" not in sys.modules


WARM = """
import sys, time
import gxdesk.ui.app as app
application = app.make_application(["gxdesk"])
window = app.MainWindow()
window.show()
window.warm_up()
end = time.monotonic() + 20
while "gxdesk.jobs.check" not in sys.modules and time.monotonic() < end:
    application.processEvents()
print(all(name in sys.modules for name in ("gxdesk.jobs.check", "gxdesk.checks.catalogue")))
"""


def test_what_the_first_draft_needs_is_loaded_behind_the_window():
    ran = subprocess.run(
        [sys.executable, "-c", WARM],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False,
    )
    assert ran.stdout.splitlines() == ["True"], ran.stderr
