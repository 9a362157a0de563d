"""Checking many drafts: one event a draft, in the order given, and no draft stops the others."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gxdesk.errors import Cancelled, GxError
from gxdesk.jobs.drafts import drafts_in, passed_over
from gxdesk.jobs.model import AUTO, Options, Progress, Result, Unreadable
from gxdesk.standards.load import load

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["check_many", "drafts_in", "passed_over", "sensible_jobs"]

_DEFAULT = Options()
_FEW = 8  # with fewer drafts starting processes costs more than it saves
_POLL = 0.1  # seconds between two questions whether to stop
_KILLED = "检查这份草稿时程序被系统中止，多半是内存不够。请单独检查这一份，或删去其中的大图片。"

Outcome = Result | Unreadable


def check_many(paths: Sequence[str | Path], options: Options = _DEFAULT, jobs: int = 1) -> Iterator[Progress]:
    """Check drafts and yield one :class:`Progress` for each, in the order of ``paths``.

    A draft that cannot be read, or on which the program itself fails, becomes :class:`Unreadable`; the
    others are still checked. ``jobs`` above one checks in that many processes. Raises
    :class:`~gxdesk.errors.Cancelled` when ``options.cancelled`` answers true (what was yielded stays valid)
    and for what would fail every draft: :class:`~gxdesk.errors.StandardError` for an unknown format,
    :class:`~gxdesk.errors.RulesError` for wrong rules of the office's own.
    """
    if options.standard != AUTO:
        load(options.standard)
    if options.office_rules is not None:
        from gxdesk.checks.office import office_rules

        office_rules(options.office_rules)  # wrong rules fail before the first draft, not at each
    drafts = [Path(path) for path in paths]
    outcomes = _one_by_one(drafts, options)
    if jobs > 1 and len(drafts) > 1:
        outcomes = _side_by_side(drafts, options, min(jobs, len(drafts)))
    for number, outcome in enumerate(outcomes, 1):
        yield Progress(number, len(drafts), outcome)


def sensible_jobs(drafts: int) -> int:
    """Return how many processes are worth starting for so many drafts on this machine."""
    return 1 if drafts < _FEW else min(os.cpu_count() or 1, drafts // 4)


def check_or_explain(path: Path, options: Options) -> Outcome:
    """Check one draft; whatever goes wrong with it becomes a sentence. Also what a worker process runs."""
    from gxdesk.jobs.check import check_draft

    try:
        return check_draft(path, options)
    except Cancelled:
        raise
    except GxError as error:
        return Unreadable(path, str(error))
    except (MemoryError, RecursionError):
        return Unreadable(path, "这份草稿太大或太复杂，内存不够，没能检查。请删去大图片、附件后重试。")
    except Exception as error:  # one draft must not cost the clerk the other ninety-nine
        return Unreadable(path, _fault(error))


def _fault(error: Exception) -> str:
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    spot = f"{Path(where.tb_frame.f_code.co_filename).name} 第{where.tb_lineno}行" if where else "不明"
    return (
        "程序检查这份草稿时出错，没有得出结论。请用 Word 或 WPS 另存一份后重试；仍然出错的，"
        f"请把草稿和这条信息交给维护人员（{type(error).__name__}，{spot}）。"
    )


def _one_by_one(drafts: list[Path], options: Options) -> Iterator[Outcome]:
    for draft in drafts:
        _go_on(options)
        yield check_or_explain(draft, options)


def _side_by_side(drafts: list[Path], options: Options, jobs: int) -> Iterator[Outcome]:
    """Check in worker processes; a draft that kills its worker is tried once more, alone."""
    sent = replace(options, cancelled=None)  # a question cannot be asked across processes
    while drafts:
        done = 0
        for outcome in _until_broken(drafts, sent, options, jobs):
            yield outcome
            done += 1
        drafts = drafts[done:]
        if drafts:  # a worker died, perhaps of this draft
            killer = drafts.pop(0)
            yield next(_until_broken([killer], sent, options, 1), Unreadable(killer, _KILLED))


def _until_broken(drafts: list[Path], sent: Options, options: Options, jobs: int) -> Iterator[Outcome]:
    """Yield outcomes in order; end early when a worker process died."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(jobs)
    futures: list[Future[Outcome]] = []
    try:
        futures += [pool.submit(check_or_explain, draft, sent) for draft in drafts]
        for future in futures:
            yield _answer(future, options)
    except BrokenProcessPool:
        return
    finally:
        for future in reversed(futures):  # the pool itself forgets to when it is dropped at the same time
            future.cancel()
        pool.shutdown(wait=False)


def _answer(future: Future[Outcome], options: Options) -> Outcome:
    """Wait for a worker's answer, asking now and then whether to stop."""
    while True:
        _go_on(options)
        with suppress(TimeoutError):
            return future.result(timeout=_POLL if options.cancelled else None)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Start fresh processes everywhere alike: forking a program with a window's threads is not safe."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl+C reaches the workers too; only the main process shall act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _go_on(options: Options) -> None:
    if options.cancelled is not None and options.cancelled():
        raise Cancelled("检查已停止，已检查的草稿保留。")
