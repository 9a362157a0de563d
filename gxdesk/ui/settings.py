"""What the window remembers between runs: geometry, recent drafts, appearance; nothing of a draft."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 8
_DATA = "GXDESK_DATA"  # as in gxdesk.jobs.paths, which is not loaded before the first paint


class Settings:
    """A thin, typed cover over ``QSettings``: an ini file in the user's own configuration folder.

    Where another data folder is named, as the portable edition does, it lies in that one.
    """

    def __init__(self) -> None:
        """Open the user's settings."""
        ini, data = QSettings.Format.IniFormat, os.environ.get(_DATA)
        if data:
            self._store = QSettings(f"{data}/settings.ini", ini)
        else:
            self._store = QSettings(ini, QSettings.Scope.UserScope, "GxDesk", "GxDesk")

    def bytes(self, key: str) -> QByteArray | None:
        """Return saved geometry or state, or ``None``."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def text(self, key: str, default: str = "") -> str:
        """Return a saved word."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """Return a saved whole number."""
        text = self.text(key, str(default))
        return int(text) if text.lstrip("-").isdigit() else default

    def flag(self, key: str, default: bool) -> bool:
        """Return a saved yes or no."""
        return self.number(key, int(default)) != 0

    def save(self, key: str, value: QByteArray | str | int) -> None:
        """Remember a value."""
        self._store.setValue(key, str(value) if isinstance(value, int) else value)

    def recent(self) -> list[Path]:
        """Return the drafts opened last, newest first."""
        value = self._store.value("recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if name]

    def remember(self, path: Path) -> None:
        """Put a draft at the head of the recent ones."""
        names = [str(path), *(str(p) for p in self.recent() if p != path)]
        self._store.setValue("recent", names[:RECENT_LIMIT])

    def verdict(self, path: Path) -> str:
        """Return the last verdict on a recent draft, in a few words (``""`` unknown)."""
        return self.text(f"verdicts/{_key(path)}")

    def remember_verdict(self, path: Path, verdict: str) -> None:
        """Remember the last verdict on a recent draft; those of drafts no longer recent are dropped."""
        self._store.setValue(f"verdicts/{_key(path)}", verdict)
        wanted = {_key(recent) for recent in (path, *self.recent())}
        self._store.beginGroup("verdicts")
        for key in self._store.childKeys():
            if key not in wanted:
                self._store.remove(key)
        self._store.endGroup()


@contextmanager
def no_traces() -> Iterator[None]:
    """Take back what Qt's file dialogs note of folders for all programs, where a data folder is named."""
    if not os.environ.get(_DATA):
        yield
        return
    dialogs = QSettings(QSettings.Scope.UserScope, "QtProject")
    dialogs.beginGroup("FileDialog")
    before = {key: dialogs.value(key) for key in dialogs.childKeys()}
    yield
    dialogs.remove("")
    for key, value in before.items():
        dialogs.setValue(key, value)


def _key(path: Path) -> str:
    from zlib import crc32  # hashlib would take milliseconds of the start

    return f"{crc32(str(path).encode('utf-8', 'surrogateescape')):08x}"
