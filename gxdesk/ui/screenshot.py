"""Saves a picture of the window with a draft in it: ``python -m gxdesk.ui.screenshot DRAFT OUT.png``.

For machines without a screen (``QT_QPA_PLATFORM=offscreen``) and for the manual's pictures. The user's own
settings and records are neither read nor changed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from gxdesk.jobs.paths import OVERRIDE
from gxdesk.ui.app import make_application
from gxdesk.ui.window import MainWindow

_WIDTH, _HEIGHT = 1366, 768
_WAIT_MS = 60_000  # a check takes well under a second; conversion of an old .doc a few
_SETTLE_MS = 300  # layout, fonts and the first scroll after the result arrived


def picture(draft: Path, target: Path) -> str:
    """Show ``draft`` in a real window, wait for its result, save the picture as ``target``.

    Returns an empty text, or the Chinese sentence that says what went wrong; a draft that cannot be read is
    pictured too, as the window shows it.
    """
    waiting = QEventLoop()
    window = MainWindow()
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    window.desk.changed.connect(lambda _: waiting.quit())
    QTimer.singleShot(0, window, lambda: window.open_paths([draft]))
    QTimer.singleShot(_WAIT_MS, waiting, lambda: waiting.exit(1))
    late = waiting.exec() != 0
    opened = list(window.desk.drafts.values())
    if any(draft.result and draft.result.checklist.findings for draft in opened):
        window.next_finding()  # the first finding and its details, as a clerk sees them after F8
    QTimer.singleShot(_SETTLE_MS, waiting, waiting.quit)
    waiting.exec()
    saved = window.grab().save(str(target), "PNG")
    window.close()
    if not saved:
        return f"无法写入图片：{target}"
    if late:
        return "检查超过一分钟仍未完成，图片中没有结果。"
    return "".join(draft.reason for draft in opened)


def main(arguments: list[str]) -> int:
    """Run as a command; see the module's text. Status 0 done, 1 not, 2 wrong use."""
    if len(arguments) != 2:
        print("用法：python -m gxdesk.ui.screenshot 草稿 图片.png", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ[OVERRIDE] = folder
        app = make_application(sys.argv[:1])
        problem = picture(Path(arguments[0]).absolute(), Path(arguments[1]).absolute())
        app.processEvents()
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
