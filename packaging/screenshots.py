"""Renders the window's main states to resources/screenshots/*.png, from the real engine and our samples.

Run from the repository: ``python packaging/screenshots.py [FOLDER]``. Needs no screen. The pictures of the
manual and of the README are among them; they are reduced to a palette, so that they stay small.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gxdesk.ui.window import MainWindow

SIZE = (1366, 768)
MANUAL = (1180, 700)
SMALL = (1093, 576)  # 1366x768 at 125 %, less the task bar
SCALED = "small"  # the state rendered in a process of its own, at 125 %
SAMPLES = ROOT / "resources" / "samples"


def main(folder: Path, only: str = "") -> int:
    """Render every state (or ``only`` one); returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["GXDESK_DATA"] = str(Path(home) / "data")
        from gxdesk.ui.app import make_application
        from gxdesk.ui.window import MainWindow

        app = make_application(["gxdesk"])
        window = MainWindow()
        window.show()
        window.furnish()
        desk = Path(home) / "年报草稿"
        shutil.copytree(SAMPLES, desk, ignore=shutil.ignore_patterns("*.toml"))
        for name, size, look, widget in states(window, desk):
            if only and name != only:
                continue
            window.set_look(look)
            window.resize(*size)
            wait(250)
            save(widget or window, folder / f"{name}.png")
            if only:
                break
        window.close()
        app.quit()
    if not only:
        scaled = {**os.environ, "QT_SCALE_FACTOR": "1.25"}
        subprocess.run([sys.executable, __file__, str(folder), SCALED], check=True, env=scaled)
    return 0


State = tuple[str, tuple[int, int], str, "QWidget | None"]


def states(window: MainWindow, desk: Path) -> Iterator[State]:
    """Bring the window into one state after the other; yields its name, size, appearance and widget."""
    yield "empty", SIZE, "light", None
    yield from good(window, desk)
    yield from faulty(window, desk)
    yield from previous(window, desk)
    yield from many(window, desk)
    yield from dialogs(window)


def good(window: MainWindow, desk: Path) -> Iterator[State]:
    opened(window, named(desk, "云州市教育局2024"))
    yield "good", SIZE, "light", None


def faulty(window: MainWindow, desk: Path) -> Iterator[State]:
    review = opened(window, named(desk, "岚溪市教育局2024"))
    found = review.result.checklist.findings
    equation = next((f for f in found if f.equation is not None and f.suspects), found[0])
    review.select_finding(equation.id)
    yield "table-finding", SIZE, "light", None
    yield "dark", SIZE, "dark", None
    window.set_look("light")
    window.resize(*SMALL)
    wait(400)
    review.select_finding(equation.id)
    yield SCALED, SMALL, "light", None
    window.resize(*MANUAL)
    wait(400)
    review.select_finding(equation.id)
    yield "verdict", MANUAL, "light", review.verdict
    yield "checklist", MANUAL, "light", review.checklist
    yield "details", (1180, 980), "light", review.details
    missing = next((f for f in found if any(place.gap for place in f.places)), found[0])
    review.select_finding(missing.id)
    yield "missing", SIZE, "light", None
    review.centre.show_page(1)
    grid = review.centre.tables.grid
    row = next(n for n, line in enumerate(review.centre.tables.model.lines) if "表三" in line.cells[0].text)
    grid.scrollTo(review.centre.tables.model.index(row, 0), grid.ScrollHint.PositionAtTop)
    yield "tables", SIZE, "light", review.centre
    review.centre.show_page(0)
    yield from deciding(window, review)


def deciding(window: MainWindow, review) -> Iterator[State]:  # noqa: ANN001 - the review page
    """A person confirms one item and is about to confirm the next."""
    from gxdesk.ui.views.decide import ConfirmDialog

    waiting = [item for item in review.result.checklist.items if item.status.value == "manual"]
    window.pages.desk.decisions.confirm(review.result, waiting[0].id, "李明", "已与台账核对")
    window.pages.desk.decide_again(window.pages.current)
    review.select_item(waiting[1].id)
    window.decide()
    dialog = next(d for d in window.findChildren(ConfirmDialog) if d.isVisible())
    dialog.person.setText("李明")
    yield "confirm", MANUAL, "light", dialog
    dialog.reject()


def previous(window: MainWindow, desk: Path) -> Iterator[State]:
    review = opened(window, named(desk, "清和县教育局2020"))
    last = named(desk, "清和县教育局2019")
    window.pages.compare_with(last)
    until(lambda: review.result is not None and review.result.report.previous is not None)
    yield "previous", SIZE, "light", None
    review.centre.show_page(2)
    until(lambda: len(review.centre.years._years) > 1)
    yield "years", MANUAL, "light", review.centre
    review.centre.show_page(0)


def many(window: MainWindow, desk: Path) -> Iterator[State]:
    window.open_paths([desk])
    until(lambda: bool(window.pages.batch.model.paths) and not window.pages.batch.running)
    yield "batch", SIZE, "light", None


def dialogs(window: MainWindow) -> Iterator[State]:
    from gxdesk.ui.views.manual import show_manual
    from gxdesk.ui.views.preferences import PreferencesDialog

    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    yield "preferences", SIZE, "light", dialog
    dialog.reject()
    manual = show_manual(window, "start")
    yield "help", SIZE, "light", manual
    manual.close()


def named(desk: Path, start: str) -> Path:
    return next(path for path in sorted(desk.iterdir()) if path.name.startswith(start))


def opened(window: MainWindow, path: Path):  # noqa: ANN201 - the review page
    window.open_paths([path])
    review = window.pages.review
    until(lambda: review.result is not None and review.result.path == path and not review.draft.busy)
    window.pages.notice.hide()
    return review


def save(widget: QWidget, target: Path) -> None:
    """Write a picture of a widget, with a palette when that is small and faithful enough."""
    image = widget.grab().toImage()
    image.setDevicePixelRatio(1)
    image.save(str(target), "PNG")
    convert = shutil.which("convert")
    if convert:
        reduce = [
            convert,
            str(target),
            "-dither",
            "None",
            "-colors",
            "200",
            "-define",
            "png:compression-level=9",
        ]
        subprocess.run([*reduce, f"PNG8:{target}"], check=True)
    print(f"{target}  {target.stat().st_size // 1024} KB")


def until(done: Callable[[], bool]) -> None:
    """Let the window work until ``done`` answers true; fails after twenty seconds."""
    for _ in range(1000):
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
    given = sys.argv[1:]
    target = Path(given[0]) if given else ROOT / "resources" / "screenshots"
    raise SystemExit(main(target, given[1] if len(given) > 1 else ""))
