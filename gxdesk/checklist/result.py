"""The answer about one draft. It stands below the exports, so that they need not know the jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gxdesk.checklist.model import Checklist
from gxdesk.report.model import Report


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
