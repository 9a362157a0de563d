"""When the program itself fails: a dialog in Chinese with the details, and the program goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog

from gxdesk import __version__


class Guard(QObject):
    """Shows one dialog at a time; faults while it is open wait for the next."""

    _caught = Signal()  # delivered in the window's thread, whichever thread failed

    def __init__(self, app: QApplication) -> None:
        """Guard ``app``; :meth:`install` makes it effective."""
        super().__init__(app)
        self._app = app
        self._lock = threading.Lock()
        self._waiting: list[str] = []
        self._dialog: QDialog | None = None
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take over from Python what it would only print."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught(
        self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Print a fault and show it (from any thread)."""
        import traceback

        text = "".join(traceback.format_exception(kind, fault, trace))
        if sys.stderr is not None:  # there is none in a window without a console
            sys.stderr.write(text)
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        with self._lock:
            self._waiting.append(text)
        self._caught.emit()

    @Slot()
    def _show(self) -> None:
        if self._dialog is not None or not self._waiting:
            return
        from gxdesk.ui.views.crash import CrashDialog

        with self._lock:
            details = "\n".join(self._waiting)
            self._waiting.clear()
        self._dialog = CrashDialog(about_system() + details, self._app.activeWindow())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None
        self._show()


def about_system() -> str:
    """Return the lines about program and system that a report of a fault needs; nothing of the draft."""
    import platform

    from PySide6.QtCore import qVersion

    return (
        f"GxDesk {__version__}\nPython {platform.python_version()}，Qt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}\n\n"
    )
