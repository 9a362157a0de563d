"""A progress bar on stderr: only on a terminal, only for many drafts, only when it takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic

SHOW_AFTER = 0.6  # seconds; what is faster needs no bar
_WIDTH = 30


class Bar:
    """Draws and wipes one line on stderr; on anything but a terminal it does nothing."""

    def __init__(self, total: int, word: str = "已检查") -> None:
        """Prepare a bar for ``total`` drafts; ``word`` says what is done with them."""
        self._total, self._word = total, word
        self._started = monotonic()
        self._on = total > 1 and sys.stderr.isatty()
        self._drawn = False

    def show(self, done: int) -> None:
        """Draw how far the work is."""
        if not self._on or monotonic() - self._started < SHOW_AFTER:
            return
        filled = _WIDTH * done // self._total
        bar = "#" * filled + "." * (_WIDTH - filled)
        print(f"\r[{bar}] {self._word} {done}/{self._total} 份", end="", file=sys.stderr, flush=True)
        self._drawn = True

    def wipe(self) -> None:
        """Remove the bar, so that other lines can be written."""
        if self._drawn:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
            self._drawn = False


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Show ``words`` on a terminal while one piece of work takes longer than :data:`SHOW_AFTER`."""
    if not sys.stderr.isatty():
        yield
        return
    timer = Timer(SHOW_AFTER, lambda: print(words, end="", file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
