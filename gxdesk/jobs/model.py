"""What a check is asked (Options) and what it answers (Result), and the events of a batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gxdesk.checklist.result import Result, Unreadable

__all__ = ["AUTO", "Options", "Progress", "Result", "Unreadable"]

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Options:
    """How to check. ``standard`` and ``level`` override recognition, ``encoding`` is for text drafts.

    ``previous`` is last year's report of the same body, or a folder of past reports to pick it from.
    ``office_rules`` is a sheet or ``.toml`` file of the office's own rules.
    ``cancelled`` is asked between steps; when it answers true the check raises ``Cancelled``.
    """

    standard: str = AUTO
    level: str = AUTO
    encoding: str = AUTO
    previous: Path | None = None
    cancelled: Callable[[], bool] | None = None
    office_rules: Path | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """An event of a batch: draft ``number`` of ``total`` is done; ``outcome`` tells how."""

    number: int
    total: int
    outcome: Result | Unreadable
