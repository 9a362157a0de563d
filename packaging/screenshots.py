"""Renders the window's main states to resources/screenshots/*.png, from the real engine and our samples.

Run from the repository: ``python packaging/screenshots.py [FOLDER]``. Needs no screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from gxdesk.ui.window import MainWindow

SIZE = (1366, 768)
SMALL = (1093, 560)  # 1366x768 at 125 %, less title and task bar


def main(folder: Path) -> int:
    """Render every state; returns the exit status."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QImage

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        from gxdesk.ui.app import make_application
        from gxdesk.ui.window import MainWindow

        app = make_application(["gxdesk"])
        window = MainWindow()
        window.show()
        window.furnish()
        for name, size, look in states(window):
            window.set_look(look)
            window.resize(*size)
            wait(150)
            image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
            image.save(str(folder / f"{name}.png"), "PNG", 0)  # 0: smallest file
            print(folder / f"{name}.png")
        window.close()
        app.quit()
    return 0


def states(window: MainWindow) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Bring the window into one state after the other; yields its name, size and appearance."""
    from gxdesk.resources import resource
    from gxdesk.ui import engine

    yield "empty", SIZE, "light"
    sample = engine.sample()
    assert sample is not None, "resources/samples holds no example with faults"
    window.open_paths([sample])
    review = window.pages.review
    until(lambda: review.result is not None)
    yield "draft", SIZE, "light"
    found = review.result.checklist.findings if review.result else ()
    equation = next((f for f in found if f.equation is not None and f.suspects), found[0])
    review.select_finding(equation.id)
    yield "balance", SIZE, "light"
    yield "dark", SIZE, "dark"
    yield "small", SMALL, "light"
    missing = next((f for f in found if any(place.gap for place in f.places)), found[0])
    review.select_finding(missing.id)
    yield "missing", SIZE, "light"
    window.open_paths([Path(resource("samples"))])
    until(lambda: bool(window.pages.batch.model.paths) and not window.pages.batch.running)
    yield "batch", SIZE, "light"


def until(done: Callable[[], bool]) -> None:
    """Let the window work until ``done`` answers true; fails after ten seconds."""
    for _ in range(500):
        if done():
            return
        wait(20)
    raise TimeoutError("the window did not get ready")


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    raise SystemExit(main(target))
