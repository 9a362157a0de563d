"""The drafts on the desk: what was opened, how it is to be checked, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gxdesk.jobs.model import Unreadable
from gxdesk.ui import engine
from gxdesk.ui.decisions import Checked, Decisions
from gxdesk.ui.watch import Watch
from gxdesk.ui.worker import Job, Jobs

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result


@dataclass
class Draft:
    """One opened draft. ``result`` is its last result with people's decisions in it, ``raw`` without them
    (``None`` when unknown), ``reason`` why it could not be read.
    """

    path: Path
    how: engine.How = field(default_factory=engine.How)
    result: Result | None = None
    raw: Result | None = None
    reason: str = ""
    busy: bool = False


class Desk(QObject):
    """Keeps the drafts and checks them in the background.

    ``changed`` carries the draft whose result or failure arrived; ``compared`` a draft checked again, how
    many findings are gone and how many are new; ``kept`` one that could not be checked again and why (its
    last result stays); ``slow`` one whose check takes long.
    """

    changed = Signal(object)
    compared = Signal(object, int, int)
    kept = Signal(object, str)
    slow = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Start with an empty desk."""
        super().__init__(parent)
        self._jobs = jobs
        self.how = engine.How()  # the user's preferences: how a draft is checked when it is opened
        self.decisions = Decisions()
        self._quiet: set[Path] = set()
        self.drafts: dict[Path, Draft] = {}
        self.watch = Watch(self)
        self.watch.saved.connect(self._saved)

    def open(self, path: Path) -> Draft:
        """Put a draft on the desk (or find it there) and check it."""
        draft = self.drafts.setdefault(path, Draft(path, self.how))
        self.check(draft)
        return draft

    def place(self, result: Result) -> Draft:
        """Put an already checked draft on the desk."""
        draft = self.drafts.setdefault(result.path, Draft(result.path, self.how))
        draft.result, draft.raw, draft.reason = result, None, ""
        self.watch.add(draft.path)
        return draft

    def check(self, draft: Draft) -> None:
        """Check a draft as its ``how`` says; an earlier check of it is dropped."""
        draft.busy = True
        self.watch.add(draft.path)
        path, how = draft.path, draft.how
        job = self._jobs.prepare(f"check:{path}", lambda job: self._work(path, how, job))
        job.answered.connect(partial(self._done, draft))
        job.failed.connect(partial(self._failed, draft))
        job.stopped.connect(partial(self._stopped, draft))
        job.slow.connect(partial(self.slow.emit, draft))
        self._jobs.start(job)

    def _work(self, path: Path, how: engine.How, job: Job) -> Checked:
        raw = engine.check(path, how, job.cancelled)
        return Checked(raw, self.decisions.decide(raw))

    def decide_again(self, draft: Draft) -> None:
        """Put the decisions, which changed, into a draft's result."""
        if draft.raw is None:
            self._quiet.add(draft.path)  # what a decision changes was not mended in the draft
            self.check(draft)
        else:
            draft.result = self.decisions.decide(draft.raw)
            self.changed.emit(draft)

    def close(self, draft: Draft) -> None:
        """Take a draft off the desk."""
        self.drafts.pop(draft.path, None)
        self.watch.remove(draft.path)

    def _saved(self, path: Path) -> None:
        draft = self.drafts.get(path)
        if draft is not None:
            self.check(draft)

    def _done(self, draft: Draft, checked: Checked) -> None:
        before, result = draft.result, checked.result
        draft.busy, draft.raw, draft.result, draft.reason = False, checked.raw, result, ""
        self.changed.emit(draft)
        quiet = draft.path in self._quiet
        self._quiet.discard(draft.path)
        if before is not None and not quiet:
            old = {finding.id for finding in before.checklist.findings}
            new = {finding.id for finding in result.checklist.findings}
            self.compared.emit(draft, len(old - new), len(new - old))

    def _failed(self, draft: Draft, reason: str) -> None:
        draft.busy = False
        if draft.result is not None:
            self.kept.emit(draft, reason)
        else:
            draft.reason = reason
            self.changed.emit(draft)

    def _stopped(self, draft: Draft) -> None:
        draft.busy = False
        if draft.result is None:
            draft.reason = "检查已取消。按 F5 可以重新检查。"
        self.changed.emit(draft)


def batch_work(paths: list[Path], how: engine.How, decisions: Decisions, job: Job) -> int:
    """Check many drafts, reporting each; returns how many were done (stops early when cancelled)."""
    done = 0
    for progress in engine.check_many(paths, how, job.cancelled):
        outcome = progress.outcome
        if not isinstance(outcome, Unreadable):
            progress = replace(progress, outcome=decisions.decide(outcome))
        job.report(progress)
        done += 1
        if job.cancelled():
            break
    return done
