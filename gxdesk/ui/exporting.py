"""Exports from the window: ask for a file name, write, say where it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gxdesk.errors import GxError
from gxdesk.ui import engine
from gxdesk.ui.words import default_export

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.ui.models.batch import BatchModel
    from gxdesk.ui.views.notice import NoticeBar


def export_checklist(parent: QWidget, result: Result, notice: NoticeBar) -> None:
    """Write the checklist workbook where the user wants it; never over the draft itself."""
    proposed = default_export(result.path)
    _export(parent, notice, "导出检查清单", proposed, [result.path], partial(engine.export_checklist, result))


def export_annotated(parent: QWidget, result: Result, notice: NoticeBar) -> None:
    """Write a copy of the draft with a comment at every finding; the draft itself stays as it is."""
    suffix = engine.annotated_suffix(result)
    proposed = result.path.with_name(f"{result.path.stem}-批注{suffix}")
    write = partial(engine.export_annotated, result)
    _export(parent, notice, "导出批注副本", proposed, [result.path], write)


def export_overview(parent: QWidget, model: BatchModel, notice: NoticeBar) -> None:
    """Write the overview workbook of a batch where the user wants it; never over one of its drafts."""
    results, unreadable = model.outcomes()
    proposed = model.paths[0].parent / "检查汇总.xlsx"
    write = partial(engine.export_overview, results, unreadable)
    _export(parent, notice, "导出检查汇总", proposed, model.paths, write)


def _export(
    parent: QWidget,
    notice: NoticeBar,
    title: str,
    proposed: Path,
    drafts: Sequence[Path],
    write: Callable[[Path], None],
) -> None:
    suffix = proposed.suffix
    kind = "Excel 工作簿" if suffix.startswith(".xl") else "Word 文档"
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{suffix})")
    if not name:
        return
    target = Path(name)
    if target.suffix.lower() != suffix:
        target = target.with_name(target.name + suffix)
    if any(_same(target, draft) for draft in drafts):
        notice.tell("导出的文件不能写到草稿上，请换一个文件名。", "warning")
        return
    try:
        write(target)
    except GxError as error:
        notice.tell(str(error), "warning")
    except OSError as error:
        notice.tell(
            f"无法写入“{target.name}”：{error.strerror or '磁盘或权限有问题'}。请换一个位置。", "warning"
        )
    else:
        opening = (("打开文件", lambda: _show(target)), ("打开所在文件夹", lambda: _show(target.parent)))
        notice.tell(f"已导出：{target.name}", "pass", opening)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
