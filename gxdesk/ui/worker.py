"""Work off the window's thread. A newer job of the same key makes the older one's answer stale: dropped."""

from __future__ import annotations

import itertools
import threading
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from gxdesk.errors import Cancelled, GxError

SLOW_AFTER_MS = 600
_NO_ACCESS = "文件读不出来或写不进去。请检查磁盘和权限，或者换一个位置。"
_UNEXPECTED = "程序出现意外错误，未能完成检查。请重试；如仍出现，请把下面一行连同草稿交给维护人员：\n"


class Job(QObject):
    """One piece of work. Its signals arrive in the window's thread, never after it became stale."""

    answered = Signal(object)
    failed = Signal(str)
    reported = Signal(object)
    stopped = Signal()
    slow = Signal()
    _ended = Signal(str, object)
    _told = Signal(object)

    def __init__(self, number: int, work: Callable[[Job], object]) -> None:
        """Prepare ``work``, which is handed this job to ask :meth:`cancelled` and to :meth:`report`."""
        super().__init__()
        self.number = number
        self.running = True
        self._work = work
        self._flag = threading.Event()
        self._stale = False
        self._ended.connect(self._deliver)
        self._told.connect(self._pass_on)

    def cancel(self) -> None:
        """Ask the work to stop; :attr:`stopped` follows when it has."""
        self._flag.set()

    def drop(self) -> None:
        """Stop the work and never deliver anything of it."""
        self._stale = True
        self._flag.set()

    def cancelled(self) -> bool:
        """Tell the work whether to stop (any thread)."""
        return self._flag.is_set()

    def report(self, event: object) -> None:
        """Hand an intermediate event to the window (any thread)."""
        self._told.emit(event)

    def run(self) -> None:
        """Do the work (worker thread)."""
        try:
            answer = self._work(self)
        except Cancelled:
            self._ended.emit("stopped", None)
        except GxError as error:
            self._ended.emit("failed", str(error))
        except OSError as error:
            self._ended.emit("failed", f"{_NO_ACCESS}（{error.strerror or '磁盘或权限有问题'}）")
        except Exception as error:  # the window must survive a fault of the engine and say so
            traceback.print_exc()
            self._ended.emit("failed", f"{_UNEXPECTED}{type(error).__name__}：{error}")
        else:
            self._ended.emit("answered", answer)

    @Slot(str, object)
    def _deliver(self, how: str, what: object) -> None:
        self.running = False
        if self._stale:
            return
        if how == "answered":
            self.answered.emit(what)
        elif how == "failed":
            self.failed.emit(what)
        else:
            self.stopped.emit()

    @Slot(object)
    def _pass_on(self, event: object) -> None:
        if not self._stale:
            self.reported.emit(event)

    @Slot()
    def _still_there(self) -> None:
        if self.running and not self._stale:
            self.slow.emit()


class _Task(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Starts jobs: checks on one worker thread (they are bound by Python, more threads would not help),
    what mostly waits (batches in other processes, walks through folders, exports) on threads aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an idle pool."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._aside = QThreadPool(self)
        self._aside.setMaxThreadCount(3)
        self._numbers = itertools.count(1)
        self._newest: dict[str, Job] = {}

    def prepare(self, key: str, work: Callable[[Job], object]) -> Job:
        """Make a job that replaces any earlier one of ``key``; connect its signals, then :meth:`start` it."""
        earlier = self._newest.get(key)
        if earlier is not None:
            earlier.drop()
        job = Job(next(self._numbers), work)
        self._newest[key] = job
        return job

    def start(self, job: Job, aside: bool = False) -> None:
        """Queue a prepared job; ``aside`` when it must not wait for checks, nor they for it."""
        (self._aside if aside else self._pool).start(_Task(job))
        QTimer.singleShot(SLOW_AFTER_MS, job._still_there)

    def cancel(self) -> None:
        """Ask every running job to stop."""
        for job in self._newest.values():
            job.cancel()

    def close(self) -> None:
        """Stop everything and wait a moment for the worker."""
        for job in self._newest.values():
            job.drop()
        for pool in (self._pool, self._aside):
            pool.clear()
            pool.waitForDone(3000)
