"""Start one program in this process, wait until its window is painted and idle, say when, and quit.

    python first_paint.py gxdesk|bare WIDTH HEIGHT

``gxdesk`` is the product's own entry point, unchanged; only ``QApplication.exec`` is replaced here, so that
the loop ends by itself. ``bare`` is the least a Qt program can be: an empty window of that size. Prints one
line of JSON: the clock when the first paint was done and when the program had nothing left to do (so that
work put off until after the first paint counts too), and the window's size and class.
"""

from __future__ import annotations

import json
import sys
import time


def quit_when_ready() -> None:
    """Make ``QApplication.exec`` return once a visible window was painted and all queued work is done."""
    from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    run_loop = QApplication.exec
    said: dict[str, object] = {}

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if (
                event.type() == QEvent.Type.Paint
                and isinstance(watched, QWidget)
                and watched.window().isVisible()
            ):
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, lambda: painted(watched.window()))  # all of it is painted in this turn
            return False

    def painted(window: QWidget) -> None:
        said.update(painted=time.monotonic(), window=type(window).__name__)
        said.update(width=window.width(), height=window.height())

    def idle() -> None:
        """The loop is about to sleep: whatever the program put off until after the first paint is there."""
        if "painted" in said and "ready" not in said:
            said["ready"] = time.monotonic()
            print(json.dumps(said), flush=True)
            QTimer.singleShot(0, QApplication.quit)

    def exec_until_ready(*_arguments: object) -> int:
        QApplication.instance().installEventFilter(watcher)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(idle)
        return run_loop()

    watcher = Watcher()
    QApplication.exec = exec_until_ready


def start_bare(width: int, height: int) -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(width, height)
    window.show()
    return app.exec()


def main() -> int:
    which, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    quit_when_ready()
    if which == "bare":
        return start_bare(width, height)
    from gxdesk.ui.app import run_window

    return run_window([])


if __name__ == "__main__":
    sys.exit(main())
