"""Notices when a draft on the desk is saved in Word, WPS or Excel, so that it can be checked again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 800  # office programs write a new file and rename it: wait until that is over
_TRIES = 8


class Watch(QObject):
    """``saved`` carries the path of a draft whose content was written anew."""

    saved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self.on = True  # off: saved drafts are noted but not told of
        self._known: dict[Path, tuple[int, int] | None] = {}
        self._tries: dict[Path, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)

    def add(self, path: Path) -> None:
        """Watch a draft from its present state on."""
        self._known[path] = _stamp(path)
        if str(path) not in self._watcher.files():
            self._watcher.addPath(str(path))

    def remove(self, path: Path) -> None:
        """Watch a draft no longer."""
        self._known.pop(path, None)
        self._tries.pop(path, None)
        self._watcher.removePath(str(path))

    def _touched(self, name: str) -> None:
        self._tries[Path(name)] = _TRIES
        self._timer.start()

    def _look(self) -> None:
        for path, left in list(self._tries.items()):
            stamp = _stamp(path)
            if path not in self._known or (stamp is None and left <= 0):
                del self._tries[path]
            elif stamp is None:
                self._tries[path] = left - 1
            else:
                del self._tries[path]
                changed = stamp != self._known[path]
                self.add(path)
                if changed and self.on:
                    self.saved.emit(path)
        if self._tries:
            self._timer.start()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
