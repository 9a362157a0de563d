"""Start one program in this process, wait until its first window is painted, say when, and quit.

    python first_paint.py gxdesk|bare WIDTH HEIGHT

``gxdesk`` is the product's own entry point, unchanged; only ``QApplication.exec`` is replaced here, so that
the loop ends after the first paint. ``bare`` is the least a Qt program can be: an empty window of that size.
Prints one line of JSON: the clock when the paint was done, the window's size and class.
"""

from __future__ import annotations

import json
import sys
import time


def quit_after_first_paint() -> None:
    """Make ``QApplication.exec`` return once a visible window has really been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    run_loop = QApplication.exec

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if (
                event.type() == QEvent.Type.Paint
                and isinstance(watched, QWidget)
                and watched.window().isVisible()
            ):
                window = watched.window()
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, lambda: report(window))  # the whole window is painted in this turn
            return False

    def report(window: QWidget) -> None:
        painted = time.monotonic()
        size = {"width": window.width(), "height": window.height(), "window": type(window).__name__}
        print(json.dumps({"painted": painted, **size}), flush=True)
        QTimer.singleShot(0, QApplication.quit)

    def exec_until_painted(*_arguments: object) -> int:
        QApplication.instance().installEventFilter(watcher)
        return run_loop()

    watcher = Watcher()
    QApplication.exec = exec_until_painted


def start_bare(width: int, height: int) -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(width, height)
    window.show()
    return app.exec()


def main() -> int:
    which, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    quit_after_first_paint()
    if which == "bare":
        return start_bare(width, height)
    from gxdesk.ui.app import run_window

    return run_window([])


if __name__ == "__main__":
    sys.exit(main())
