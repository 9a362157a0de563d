"""Exports from the window: ask for a file name, write in the background, say where it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from gxdesk.ui import engine
from gxdesk.ui.words import default_export

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.ui.models.batch import BatchModel
    from gxdesk.ui.settings import Settings
    from gxdesk.ui.views.notice import NoticeBar
    from gxdesk.ui.worker import Jobs

_KINDS = {
    ".xlsx": "Excel 工作簿",
    ".xlsm": "Excel 工作簿",
    ".html": "网页",
    ".pdf": "PDF 文件",
    ".png": "PNG 图片",
    ".docx": "Word 文档",
}


class Exporter:
    """Asks and writes; never over a draft."""

    def __init__(self, parent: QWidget, settings: Settings, jobs: Jobs, notice: NoticeBar) -> None:
        """Export for a window; news go to ``notice``."""
        self._parent, self._settings, self._jobs, self._notice = parent, settings, jobs, notice

    def checklist(self, result: Result) -> None:
        """Write the checklist workbook."""
        write = partial(engine.export_checklist, result)
        self._export("导出检查清单", default_export(result.path), [result.path], write)

    def report(self, kind: str, result: Result) -> None:
        """Write the ``annotated`` copy, the ``html`` report or the ``pdf`` report of a draft."""
        path = result.path
        if kind == "annotated":
            proposed = path.with_name(f"{path.stem}-批注{engine.annotated_suffix(result)}")
            write, title = partial(engine.export_annotated, result), "导出批注副本"
        elif kind == "html":
            proposed, title = path.with_name(f"{path.stem}-检查报告.html"), "导出检查报告（网页）"
            write = partial(engine.export_html, result)
        else:
            proposed, title = path.with_name(f"{path.stem}-检查报告.pdf"), "导出检查报告（PDF）"
            write = partial(_write_pdf, result)
        self._export(title, proposed, [path], write)

    def overview(self, model: BatchModel) -> None:
        """Write the overview workbook of a batch."""
        results, unreadable = model.outcomes()
        proposed = model.paths[0].parent / "检查汇总.xlsx"
        write = partial(engine.export_overview, results, unreadable)
        self._export("导出检查汇总", proposed, model.paths, write)

    def picture(self, result: Result, image: QImage) -> None:
        """Write the chart of the years."""
        body = result.report.identity.authority or result.path.stem
        proposed = result.path.with_name(f"{body}历年数据.png")
        write = partial(engine.export_bytes, _png(image))
        self._export("存为图片", proposed, [result.path], write)

    def _export(
        self, title: str, proposed: Path, drafts: Sequence[Path], write: Callable[[Path], None]
    ) -> None:
        suffix = proposed.suffix
        folder = self._settings.text("export/folder")
        if folder and Path(folder).is_dir():
            proposed = Path(folder) / proposed.name
        kind = _KINDS.get(suffix, "文件")
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(proposed), f"{kind} (*{suffix})")
        if not name:
            return
        target = Path(name)
        if target.suffix.lower() != suffix:
            target = target.with_name(target.name + suffix)
        if any(_same(target, draft) for draft in drafts):
            self._notice.tell("导出的文件不能写到草稿上，请换一个文件名。", "warning")
            return
        job = self._jobs.prepare(f"export:{target}", lambda job: write(target))
        job.answered.connect(lambda _: self._done(target))
        job.failed.connect(lambda reason: self._notice.tell(reason, "warning"))
        job.slow.connect(lambda: self._notice.tell(f"正在导出{target.name}…", seconds=5))
        self._jobs.start(job, aside=True)

    def _done(self, target: Path) -> None:
        opening = (
            ("打开文件", lambda: show_file(target)),
            ("打开所在文件夹", lambda: show_file(target.parent)),
        )
        self._notice.tell(f"已导出：{target.name}", "pass", opening)


def _write_pdf(result: Result, target: Path) -> None:
    from gxdesk.ui.printing import pdf

    engine.export_bytes(pdf(result), target)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(buffer.data().data())


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def show_file(path: Path) -> bool:
    """Open a file or folder with the system's own program; false when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
