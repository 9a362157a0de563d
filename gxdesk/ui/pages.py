"""The pages behind the drop area: outline at the left; a draft, a trouble or a batch at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gxdesk.ui import engine
from gxdesk.ui.deciding import Decider
from gxdesk.ui.desk import Desk, Draft, batch_work
from gxdesk.ui.exporting import Exporter
from gxdesk.ui.otheryears import OtherYears
from gxdesk.ui.settings import Settings
from gxdesk.ui.views.batch import BatchView
from gxdesk.ui.views.notice import NoticeBar
from gxdesk.ui.views.outline import Outline
from gxdesk.ui.views.review import Review
from gxdesk.ui.views.trouble import TroublePanel
from gxdesk.ui.worker import Job, Jobs

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result, Unreadable
    from gxdesk.ui.window import MainWindow


class Pages(QWidget):
    """Knows which draft is current and shows the page that fits its state."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        """Build all pages."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.jobs = Jobs(self)
        self.desk = Desk(self.jobs, self)
        self.outline = Outline(self)
        self.review = Review(self)
        self.trouble = TroublePanel(self)
        self.batch = BatchView(self)
        self.notice = NoticeBar(self)
        self.exporter = Exporter(self, settings, self.jobs, self.notice)
        self.other_years = OtherYears(self)
        self.decider = Decider(self, self.desk, settings)
        self.current: Draft | None = None
        self._batch_job: Job | None = None
        self._arrange()
        self._connect()
        self.take_preferences()
        self.review.draft.zoom(settings.number("zoom", 0))
        self.review.checklist.show_state(settings.text("filter", "all"))

    def take_preferences(self) -> None:
        """Use the preferences for drafts opened from now on."""
        text = self._settings.text
        standard, level = text("check/standard", engine.AUTO), text("check/level", engine.AUTO)
        rules = Path(text("check/rules")) if text("check/rules") else None
        encoding = text("check/encoding", engine.AUTO)
        self.desk.how = engine.How(standard, level, encoding=encoding, office_rules=rules)
        self.desk.watch.on = self._settings.flag("watch", True)

    def _arrange(self) -> None:
        self.stack = QStackedWidget(self)
        for page in (self.review, self.trouble, self.batch):
            self.stack.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.outline)
        self.split.addWidget(self.stack)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([215, 900])
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(5)
        self.outline.setMinimumWidth(110)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.split, 1)
        column.addWidget(self.notice)
        for name, splitter in self._splitters().items():
            state = self._settings.bytes(name)
            if state is not None:
                splitter.restoreState(state)

    def _splitters(self) -> dict[str, QSplitter]:
        return {
            "split/outline": self.split,
            "split/halves": self.review.halves,
            "split/side": self.review.side,
        }

    def _connect(self) -> None:
        self.desk.changed.connect(self._changed)
        self.desk.slow.connect(self._slow)
        self.desk.compared.connect(self._compared)
        self.desk.kept.connect(self._kept)
        self.outline.draft_chosen.connect(self._choose)
        self.outline.batch_chosen.connect(self.show_batch)
        self.outline.block_chosen.connect(self.review.draft.show_block)
        self.outline.finding_chosen.connect(self.review.select_finding)
        self.review.verdict.recheck_wanted.connect(self._recheck_as)
        self.review.verdict.previous_wanted.connect(self._window.choose_previous)
        self.review.said.connect(self.say)
        self.review.item_decision_wanted.connect(self.decider.toggle_item)
        self.review.finding_decision_wanted.connect(self.decider.toggle_finding)
        self.review.draft.zoom_changed.connect(lambda steps: self._settings.save("zoom", steps))
        self.review.centre.years_wanted.connect(self.other_years.show)
        self.review.centre.picture_wanted.connect(self._export_picture)
        self.trouble.retry_wanted.connect(self.recheck)
        self.trouble.cancel_wanted.connect(self.jobs.cancel)
        self.trouble.open_wanted.connect(self._window.choose_files)
        self.batch.opened.connect(self._open_outcome)
        self.batch.cancel_wanted.connect(self._cancel_batch)

    # opening --------------------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Open one draft; several drafts or a folder go to the batch table."""
        self.notice.hide()
        if len(paths) == 1 and not paths[0].is_dir():
            self._open(paths[0])
            return
        job = self.jobs.prepare("walk", lambda job: engine.drafts_in(paths))
        job.answered.connect(self._walked)
        job.failed.connect(lambda reason: self.notice.tell(reason, "warning"))
        job.slow.connect(lambda: self._window.statusBar().showMessage("正在查找文件夹里的草稿…"))
        self.jobs.start(job, aside=True)
        if self.current is None and not self.batch.model.paths:
            self.trouble.show_blank()
            self.stack.setCurrentWidget(self.trouble)

    def _walked(self, paths: list[Path]) -> None:
        if not paths:
            self._nothing_found()
        elif len(paths) == 1:
            self._open(paths[0])
        else:
            self._start_batch(paths)

    def _nothing_found(self) -> None:
        text = "文件夹里没有找到可以检查的草稿（Word、WPS、Excel、网页或文本文件）。"
        if self.current is None and not self.batch.model.paths:
            self.hide()
            self._window.empty.show()
            self._window.statusBar().showMessage(text, 10000)
        else:
            self.notice.tell(text, "warning", seconds=10)

    def _open(self, path: Path) -> None:
        self._settings.remember(path)
        self.current = self.desk.open(path)
        self.refresh()

    def _choose(self, path: Path) -> None:
        self.current = self.desk.drafts.get(path, self.current)
        self.refresh()

    def _open_outcome(self, outcome: Result | Unreadable | Path) -> None:
        if isinstance(outcome, Path):
            self._open(outcome)
        elif hasattr(outcome, "reason"):
            draft = self.desk.drafts.setdefault(outcome.path, Draft(outcome.path))
            draft.reason = outcome.reason
            self.current = draft
        else:
            self._settings.remember(outcome.path)
            self.current = self.desk.place(outcome)
        self.refresh()

    # showing --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the current draft's page."""
        draft = self.current
        if draft is not None:
            if draft.result is not None:
                if self.review.result is not draft.result:
                    self.review.show_result(draft.result, draft.how)
                self.stack.setCurrentWidget(self.review)
            elif draft.reason and not draft.busy:
                self.trouble.show_trouble(draft.path.name, draft.reason)
                self.stack.setCurrentWidget(self.trouble)
            else:  # most drafts are checked in a blink: the name appears only if this one takes long
                self.trouble.show_blank()
                self.stack.setCurrentWidget(self.trouble)
        self._show_outline()
        self._window.refresh(draft)

    def _show_outline(self) -> None:
        batch = self.batch.label() if self.batch.model.paths else ""
        path = self.current.path if self.current else None
        self.outline.show_drafts(list(self.desk.drafts.values()), path, batch)

    def _changed(self, draft: Draft) -> None:
        self._window.statusBar().clearMessage()
        if draft.result is not None:
            self._settings.remember_verdict(draft.path, short_verdict(draft.result))
        trouble = self.desk.decisions.told()
        if trouble:
            self.notice.tell(trouble, "warning")
        if draft is self.current:
            again = self.review.result is not None and self.review.result.path == draft.path
            self.refresh()
            if draft.result is not None and not again:
                self.review.checklist.tree.setFocus()
                self.other_years.offer(draft)
        else:
            self._show_outline()

    def _slow(self, draft: Draft) -> None:
        self._window.statusBar().showMessage(f"正在检查“{draft.path.name}”…")
        if draft is self.current and draft.result is None:
            self.trouble.show_busy(draft.path.name)

    def _compared(self, draft: Draft, gone: int, new: int) -> None:
        news = [f"已修改{gone}处"] if gone else []
        news += [f"新增{new}处问题"] if new else []
        text = f"已重新检查“{draft.path.name}”：{'，'.join(news) or '结果没有变化'}。"
        self.notice.tell(text, "warning" if new else "pass" if gone else "info", seconds=10)

    def _kept(self, draft: Draft, reason: str) -> None:
        when = f"{draft.result.checked_at:%H:%M}" if draft.result else ""
        self.notice.tell(f"没有能够重新检查：{reason}现在显示的仍是{when}的结果。", "warning")

    # checking again, exporting, closing -----------------------------------------------------------

    def recheck(self) -> None:
        """Check the current draft (or the batch shown) again."""
        if self.current is not None:
            self.desk.check(self.current)
        elif self.batch.model.paths and not self.batch.running:
            self._start_batch(self.batch.model.paths)

    def _recheck_as(self, how: engine.How) -> None:
        if self.current is not None:
            self.current.how = how
            self.desk.check(self.current)

    def compare_with(self, previous: Path | None) -> None:
        """Check the current draft against last year's report (``None``: no longer)."""
        if self.current is not None:
            self._recheck_as(self.current.how._replace(previous=previous))

    def export(self) -> None:
        """Ask where to put the checklist of the current draft (or the batch's overview), and write it."""
        if self.current is None and self.batch.model.tally()["done"] and not self.batch.running:
            self.exporter.overview(self.batch.model)
        elif self.current is not None and self.current.result is not None:
            self.exporter.checklist(self.current.result)

    def export_as(self, kind: str) -> None:
        """Ask where to put an ``annotated`` copy, ``html`` or ``pdf`` report of the draft, and write it."""
        if self.current is not None and self.current.result is not None:
            self.exporter.report(kind, self.current.result)

    def _export_picture(self, image: QImage) -> None:
        if self.current is not None and self.current.result is not None:
            self.exporter.picture(self.current.result, image)

    def close_current(self) -> bool:
        """Take the current draft away; false when nothing is left to show."""
        if self.current is None:
            if self.batch.running:
                self._cancel_batch()
            self.batch.model.start([])
        else:
            self.desk.close(self.current)
        drafts = list(self.desk.drafts.values())
        self.current = drafts[-1] if drafts else None
        self.notice.hide()
        if self.current is None and self.batch.model.paths:
            self.show_batch()
        self.refresh()
        return self.current is not None or bool(self.batch.model.paths)

    # batch ----------------------------------------------------------------------------------------

    def show_batch(self) -> None:
        """Show the batch table."""
        self.current = None
        self.stack.setCurrentWidget(self.batch)
        self._show_outline()
        self._window.refresh(None)

    def _start_batch(self, paths: list[Path]) -> None:
        self.batch.start(list(paths))
        self.show_batch()
        job = self._batch_job = self.jobs.prepare(
            "batch", partial(batch_work, list(paths), self.desk.how, self.desk.decisions)
        )
        job.reported.connect(self.batch.put)
        job.answered.connect(lambda done: self._end_batch(cancelled=done < len(paths)))
        job.stopped.connect(lambda: self._end_batch(cancelled=True))
        job.failed.connect(self._batch_failed)
        self.jobs.start(job, aside=True)

    def _cancel_batch(self) -> None:
        if self._batch_job is not None and self.batch.running:
            self._batch_job.drop()  # what is still being read somewhere is not waited for
            self._end_batch(cancelled=True)

    def _end_batch(self, cancelled: bool) -> None:
        self.batch.finish(cancelled)
        self._window.refresh(self.current)

    def _batch_failed(self, reason: str) -> None:
        self.batch.finish(cancelled=True)
        self.notice.tell(reason, "warning")

    @property
    def exportable(self) -> bool:
        """Whether there is a result to export."""
        if self.current is not None:
            return self.current.result is not None
        return bool(self.batch.model.tally()["done"]) and not self.batch.running

    def say(self, text: str) -> None:
        """Say something in passing."""
        self._window.statusBar().showMessage(text, 6000)

    # small things ---------------------------------------------------------------------------------

    def zoom(self, by: int) -> None:
        """Zoom the draft by steps; 0 is the usual size."""
        view = self.review.draft
        view.zoom(view.zoom_steps + by if by else 0)

    def help_topic(self) -> str:
        """Return the manual's page about what is shown now."""
        if self.stack.currentWidget() is self.batch:
            return "batch"
        if self.stack.currentWidget() is self.trouble:
            return "trouble"
        return ("review", "tables", "years")[self.review.centre.page]

    def next_pane(self) -> None:
        """Move the keyboard focus around the panes."""
        panes: list[QWidget] = [
            self.outline,
            self.review.centre.focus_target,
            self.review.checklist.tree,
            self.review.details.page,
        ]
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retheme(self) -> None:
        """Show everything in the present colours."""
        self.review.retheme()
        self.notice.retheme()
        self.refresh()

    def close_down(self) -> None:
        """Remember the panes' sizes and stop the work."""
        for name, splitter in self._splitters().items():
            self._settings.save(name, splitter.saveState())
        self._settings.save("filter", self.review.checklist.filter.state)
        self.jobs.close()
        self.desk.decisions.close()


def short_verdict(result: Result) -> str:
    """Return the verdict in a few words, for the list of recent drafts."""
    wrong = result.checklist.counts["error"]
    return f"要改{wrong}处" if wrong else "没有必须改的"
