import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gxdesk.errors import Cancelled, StandardError
from gxdesk.jobs import batch, check
from gxdesk.jobs.batch import check_many
from gxdesk.jobs.model import Options, Result, Unreadable

DRAFT = "某县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n本年度主动公开政府信息{}条。\n"


class Deadly(str):
    """Ends the process that unpickles it, as running out of memory does."""

    def __reduce__(self):
        return os._exit, (1,)


@pytest.fixture
def drafts(tmp_path):
    paths = [tmp_path / f"报告{n}.txt" for n in range(1, 5)]
    for number, path in enumerate(paths):
        path.write_text(DRAFT.format(number), encoding="utf-8")
    return paths


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_draft_is_reported_in_order_and_the_unreadable_are_explained(drafts, jobs):
    drafts[1].write_bytes(b"")
    events = list(check_many(drafts, jobs=jobs))

    assert [(event.number, event.total) for event in events] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [event.outcome.path for event in events] == drafts
    assert [type(event.outcome) for event in events] == [Result, Unreadable, Result, Result]
    assert "空的" in events[1].outcome.reason
    assert events[3].outcome.report.identity.year == 2024
    assert events[3].outcome.checklist.findings


def test_a_fault_of_the_program_costs_one_draft_and_not_the_batch(drafts, monkeypatch):
    sound = check.check_draft

    def faulty(path, options):
        if path == drafts[2]:
            raise ZeroDivisionError("division by zero")
        return sound(path, options)

    monkeypatch.setattr(check, "check_draft", faulty)
    outcomes = [event.outcome for event in check_many(drafts)]

    assert [isinstance(outcome, Result) for outcome in outcomes] == [True, True, False, True]
    assert "程序检查这份草稿时出错" in outcomes[2].reason
    assert "ZeroDivisionError，test_batch.py 第" in outcomes[2].reason


def test_a_draft_that_kills_its_process_is_reported(drafts):
    outcomes = [event.outcome for event in check_many(drafts[:2], Options(encoding=Deadly("auto")), jobs=2)]

    assert [outcome.path for outcome in outcomes] == drafts[:2]
    assert all("被系统中止" in outcome.reason for outcome in outcomes)


@pytest.mark.parametrize("jobs", [1, 2])
def test_stopping_keeps_what_is_done(drafts, jobs):
    done = []
    with pytest.raises(Cancelled, match="已停止"):
        for event in check_many(drafts, Options(cancelled=lambda: len(done) == 2), jobs=jobs):
            done.append(event.outcome)

    assert [outcome.path for outcome in done] == drafts[:2]


def test_an_unknown_format_stops_before_the_first_draft(drafts):
    with pytest.raises(StandardError, match="1999"):
        next(check_many(drafts, Options(standard="1999")))


def test_few_drafts_are_not_worth_more_processes(monkeypatch):
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 8)

    assert [batch.sensible_jobs(number) for number in (1, 7, 12, 100)] == [1, 1, 3, 8]


def test_stopping_drops_what_no_worker_has_begun(drafts, monkeypatch):
    pools: list[ThreadPoolExecutor] = []
    begun: list[Path] = []

    def pool(jobs):
        pools.append(ThreadPoolExecutor(jobs))
        return pools[-1]

    def slowly(path, options):
        begun.append(path)
        time.sleep(0.02)
        return Unreadable(path, "")

    monkeypatch.setattr(batch, "_pool", pool)
    monkeypatch.setattr(batch, "check_or_explain", slowly)
    events = check_many(drafts * 25, jobs=2)
    next(events)
    events.close()
    pools[0].shutdown(wait=True)

    assert 1 <= len(begun) < 20
