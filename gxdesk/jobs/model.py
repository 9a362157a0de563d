"""What a check is asked (Options) and what it answers (Result), and the events of a batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gxdesk.checklist.model import Checklist
from gxdesk.report.model import Report

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Options:
    """How to check. ``standard`` and ``level`` override recognition, ``encoding`` is for text drafts.

    ``cancelled`` is asked between steps; when it answers true the check raises ``Cancelled``.
    """

    standard: str = AUTO
    level: str = AUTO
    encoding: str = AUTO
    cancelled: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Everything about one checked draft; window, command line and exports all read this."""

    path: Path
    sha256: str
    report: Report
    checklist: Checklist
    checked_at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A draft that could not be read, with the Chinese sentence that says why and what to do."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """An event of a batch: draft ``number`` of ``total`` is done; ``outcome`` tells how."""

    number: int
    total: int
    outcome: Result | Unreadable
