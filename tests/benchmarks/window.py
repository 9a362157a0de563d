"""Measures the window itself on the machine it runs on: waiting, stalls and memory.

    python tests/benchmarks/window.py [--pages 300] [--tables 60] [--drafts 20] [--json]

verdict  milliseconds from dropping the Word sample on the window to its verdict, in process (median)
stall    the longest time the window's thread was busy at one stretch while a generated draft of so many pages
         and tables is opened, until all of it is laid out; a timer beats every 5 ms, the longest gap counts
memory   resident megabytes of the empty window and after so many opened drafts

How the start compares with a bare window is measured by ``bench.py`` (``start`` and ``ready``).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from gxdesk.ui.window import MainWindow

SAMPLES = ROOT / "resources" / "samples"
PARAGRAPHS_A_PAGE = 6
SENTENCE = (
    "本机关第{n}次会议研究政府信息公开工作，明确责任分工，梳理应当公开的事项，逐项核对公开的时间和渠道。"
)


def long_draft(target: Path, pages: int, tables: int) -> None:
    """Write a Word draft: the sample report, then an annex of so many pages and tables."""
    from docx import Document

    document = Document(str(sample()))
    every = max(1, pages * PARAGRAPHS_A_PAGE // max(1, tables))
    for number in range(pages * PARAGRAPHS_A_PAGE):
        document.add_paragraph(SENTENCE.format(n=number) * 3)
        if number % every == 0 and number // every < tables:
            grid = document.add_table(rows=12, cols=7, style="Table Grid")
            for row, line in enumerate(grid.rows):
                for column, cell in enumerate(line.cells):
                    cell.text = f"事项{row}" if column == 0 else str(row * column)
    document.save(str(target))


def sample() -> Path:
    return next(path for path in sorted(SAMPLES.glob("*.docx")) if "错" in path.name)


def spin(until: Callable[[], bool], seconds: float = 120) -> None:
    """Let the window work until it is as wanted."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise SystemExit("the window did not get ready in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


class Heartbeat:
    """Notes the longest gap between two beats of a timer in the window's thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest = 0.0
        self.gaps: list[tuple[int, int]] = []  # milliseconds since the start, length
        self.began = self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last, now
        self.longest = max(self.longest, gap)
        if gap > 0.03:
            self.gaps.append((round((self._last - self.began) * 1000), round(gap * 1000)))

    def stop(self) -> None:
        self._timer.stop()


def drop(window: MainWindow, path: Path) -> None:
    """Drop a file on the window as a file manager does."""
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDropEvent

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def close_all(window: MainWindow) -> None:
    while window.pages.current is not None or window.pages.desk.drafts:
        window.close_draft()
    rest(0.5)


def rest(seconds: float) -> None:
    """Let the window do whatever it put off."""
    end = time.perf_counter() + seconds
    spin(lambda: time.perf_counter() > end)


def shown(window: MainWindow, path: Path) -> bool:
    result = window.pages.review.result
    return result is not None and result.path == path and not window.pages.review.draft.busy


def measure_verdict(window: MainWindow, folder: Path, times: int = 9) -> dict[str, object]:
    taken = []
    for number in range(times):
        path = folder / f"草稿{number}.docx"
        shutil.copy(sample(), path)
        began = time.perf_counter()
        drop(window, path)
        review = window.pages.review
        spin(lambda path=path, review=review: review.result is not None and review.result.path == path)  # type: ignore[misc]
        taken.append(time.perf_counter() - began)
        spin(lambda path=path: shown(window, path))  # type: ignore[misc]
    close_all(window)
    return {"first_ms": round(taken[0] * 1000), "median_ms": round(median(taken[1:]) * 1000)}


def measure_stall(window: MainWindow, folder: Path, pages: int, tables: int) -> dict[str, object]:
    path = folder / "长稿.docx"
    long_draft(path, pages, tables)
    began, heart = time.perf_counter(), Heartbeat()
    drop(window, path)
    spin(lambda: shown(window, path))
    verdict = time.perf_counter() - began
    rest(1.5)  # whatever is put off until later counts too
    heart.stop()
    return {
        "longest_ms": round(heart.longest * 1000),
        "over_30_ms": heart.gaps,
        "shown_after_ms": round(verdict * 1000),
        "pages": pages,
        "tables": tables,
    }


def measure_memory(window: MainWindow, folder: Path, drafts: int) -> dict[str, object]:
    close_all(window)
    empty = resident()
    for number in range(drafts):
        path = folder / f"第{number}份.docx"
        shutil.copy(sample(), path)
        window.open_paths([path])
        spin(lambda path=path: shown(window, path))  # type: ignore[misc]
    return {"empty_mb": empty, "after_mb": resident(), "drafts": drafts}


def resident() -> float:
    """Return the resident memory of this process in megabytes, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


def measure(pages: int, tables: int, drafts: int) -> dict[str, dict[str, object]]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["GXDESK_DATA"] = home
        from gxdesk.ui.app import let_window_first, make_application
        from gxdesk.ui.window import MainWindow

        let_window_first()

        app = make_application(["gxdesk"])
        window = MainWindow()
        window.resize(1366, 768)
        window.show()
        window.furnish()
        window.warm_up()
        rest(1.5)
        found: dict[str, dict[str, object]] = {}
        folder = Path(home)
        found["verdict"] = measure_verdict(window, folder)
        found["memory"] = measure_memory(window, folder, drafts)
        close_all(window)
        found["stall"] = measure_stall(window, folder, pages, tables)
        window.close()
        app.quit()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=300, help="pages of the generated draft (default 300)")
    parser.add_argument("--tables", type=int, default=60, help="tables in it (default 60)")
    parser.add_argument("--drafts", type=int, default=20, help="drafts to open for memory (default 20)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    measured = measure(options.pages, options.tables, options.drafts)
    if options.json:
        print(json.dumps(measured, ensure_ascii=False, indent=2))
    else:
        for name, numbers in measured.items():
            print(f"{name:8}", ", ".join(f"{key} {value}" for key, value in numbers.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
