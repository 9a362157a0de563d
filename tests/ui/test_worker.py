"""Background work: stale answers are dropped, cancelling stops, faults are told."""

import threading

import pytest

from gxdesk.errors import Cancelled, ReadError
from gxdesk.ui.worker import Jobs


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_only_the_newest_answer_of_a_key_arrives(jobs, qtbot):
    first_may_end, answers = threading.Event(), []
    first = jobs.prepare("a", lambda job: first_may_end.wait(5))
    first.answered.connect(lambda _: answers.append("old"))
    jobs.start(first)
    second = jobs.prepare("a", lambda job: "new")
    second.answered.connect(answers.append)
    jobs.start(second)
    first_may_end.set()
    qtbot.waitUntil(lambda: not second.running)
    assert answers == ["new"]
    assert first.cancelled()


def test_a_known_fault_arrives_as_its_sentence(jobs, qtbot):
    def work(job):
        raise ReadError("文件已损坏。")

    job = jobs.prepare("a", work)
    with qtbot.waitSignal(job.failed) as told:
        jobs.start(job)
    assert told.args == ["文件已损坏。"]


def test_an_unknown_fault_is_told_in_chinese_and_does_not_kill_the_window(jobs, qtbot, capsys):
    job = jobs.prepare("a", lambda job: 1 / 0)
    with qtbot.waitSignal(job.failed) as told:
        jobs.start(job)
    assert told.args[0].startswith("程序出现意外错误")
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_cancelling_stops_the_work(jobs, qtbot):
    def work(job):
        while not job.cancelled():
            threading.Event().wait(0.005)
        raise Cancelled("停")

    job = jobs.prepare("a", work)
    jobs.start(job)
    with qtbot.waitSignal(job.stopped):
        job.cancel()
    assert not job.running


def test_events_arrive_in_order(jobs, qtbot):
    seen = []
    job = jobs.prepare("a", lambda job: [job.report(n) for n in range(5)])
    job.reported.connect(seen.append)
    with qtbot.waitSignal(job.answered):
        jobs.start(job)
    assert seen == [0, 1, 2, 3, 4]


def test_progress_is_told_only_when_it_takes_long(jobs, qtbot, monkeypatch):
    monkeypatch.setattr("gxdesk.ui.worker.SLOW_AFTER_MS", 30)
    slow, may_end = [], threading.Event()
    quick = jobs.prepare("quick", lambda job: None)
    quick.slow.connect(lambda: slow.append("quick"))
    with qtbot.waitSignal(quick.answered):
        jobs.start(quick)
    long = jobs.prepare("long", lambda job: may_end.wait(5))
    long.slow.connect(lambda: slow.append("long"))
    jobs.start(long)
    qtbot.waitUntil(lambda: slow == ["long"])
    may_end.set()
    qtbot.waitUntil(lambda: not long.running)
