"""Reads files in child processes under limits of time and memory, so that a hang or a crash is a result."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5
MEGABYTES = 500
PROGRAM = 60  # megabytes of the bare program; what the process that forks has grown to is not its doing


@dataclass(frozen=True)
class Outcome:
    """What reading one input came to. ``kind``: read, refused, crash, hang, memory; ``text`` says more."""

    number: int
    kind: str
    text: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0

    @property
    def bad(self) -> bool:
        return self.kind not in ("read", "refused")


def try_all(
    numbers: range, work: Callable[[int], str], seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> Iterator[Outcome]:
    """Yield the outcome of ``work(number)`` for every number; a child that dies is replaced by a new one.

    ``work`` returns what it read in a word or raises ``ReadError`` for what it refuses.
    """
    start = numbers.start
    while start < numbers.stop:
        for outcome in _child(range(start, numbers.stop), work, seconds, megabytes):
            start = outcome.number + 1
            yield outcome


def _child(numbers: range, work: Callable[[int], str], seconds: int, megabytes: int) -> Iterator[Outcome]:
    """Yield outcomes until the child has done all numbers or died over one."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _serve(writing, numbers, work, seconds, megabytes)
    os.close(writing)
    current = numbers.start
    rest = b""
    while True:
        ready, _, _ = select.select([reading], [], [], seconds * 4)
        chunk = os.read(reading, 65536) if ready else b""
        if not chunk:
            break
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            outcome = Outcome(**json.loads(line))
            current = outcome.number + 1
            yield outcome
    os.close(reading)
    if current < numbers.stop:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if current < numbers.stop and status != 0:  # else it only asked for a new process
        hung = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGALRM, signal.SIGKILL)
        yield Outcome(current, "hang" if hung else "crash", f"status {status}", float(seconds))


def _serve(writing: int, numbers: range, work: Callable[[int], str], seconds: int, megabytes: int) -> None:
    """Work through the numbers in the child; never returns."""
    base = _memory()
    limit = int((base + megabytes * 1.5) * 1024 * 1024) + _virtual()
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdin.close()
    for number in numbers:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        outcome = _one(number, work, megabytes, max(0, base - PROGRAM))
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.write(writing, json.dumps(outcome.__dict__).encode() + b"\n")
        if outcome.kind == "memory":  # the peak of a process never falls again: go on in a new one
            os._exit(0)
    os._exit(0)


def _one(number: int, work: Callable[[int], str], megabytes: int, inherited: float) -> Outcome:
    from gxdesk.errors import ReadError

    began = time.perf_counter()
    try:
        kind, text = "read", work(number)
    except ReadError as error:
        kind, text = "refused", str(error)
        if not text.endswith("。") or ("请" not in text and "能检查的是" not in text):
            kind = "crash"  # a refusal must be a sentence that says what to do
    except MemoryError:
        kind, text = "memory", traceback.format_exc()[-1500:]
    except BaseException:
        kind, text = "crash", traceback.format_exc()[-1500:]
    used = _memory() - inherited
    if used > megabytes and kind in ("read", "refused"):
        kind = "memory"
    return Outcome(number, kind, text, time.perf_counter() - began, used)


def _memory() -> float:
    """Return the largest resident size of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _virtual() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
