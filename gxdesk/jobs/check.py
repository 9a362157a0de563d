"""Checking one draft: bytes to result. Nothing here writes anything."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from gxdesk import readers
from gxdesk.checklist.build import build
from gxdesk.checks.api import Rule
from gxdesk.checks.runner import run
from gxdesk.diagnosis.attach import diagnose
from gxdesk.errors import Cancelled
from gxdesk.jobs.model import Options, Result
from gxdesk.jobs.previous import last_years
from gxdesk.report.recognise import recognise

_DEFAULT = Options()


def check_draft(path: str | Path, options: Options = _DEFAULT) -> Result:
    """Check one draft and return all that was found.

    The file is read once, so the result and its ``sha256`` speak of the same bytes even while somebody saves
    it again. Raises :class:`~gxdesk.errors.ReadError` when the draft cannot be read,
    :class:`~gxdesk.errors.StandardError` for an unknown format, :class:`~gxdesk.errors.RulesError` for wrong
    rules of the office's own and :class:`~gxdesk.errors.Cancelled` when
    ``options.cancelled`` answered true between two steps.
    """
    started = perf_counter()
    path = Path(path)
    _go_on(options)
    data = readers.load(path)
    _go_on(options)
    document = readers.read_bytes(data, path.name, options.encoding)
    _go_on(options)
    report = recognise(document, path.stem, options.standard, options.level)
    if options.previous is not None:
        report = replace(report, previous=last_years(report, options.previous))
    _go_on(options)
    outcome = run(report, options.cancelled, _own_rules(options))
    _go_on(options)
    outcome = replace(outcome, findings=diagnose(report, outcome.findings))
    return Result(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        report=report,
        checklist=build(report, outcome),
        checked_at=datetime.now().astimezone(),
        seconds=perf_counter() - started,
    )


def _own_rules(options: Options) -> tuple[Rule, ...]:
    """Return the office's own rules, when the user gave any."""
    if options.office_rules is None:
        return ()
    from gxdesk.checks.office import office_rules

    return office_rules(options.office_rules)


def _go_on(options: Options) -> None:
    if options.cancelled is not None and options.cancelled():
        raise Cancelled("检查已取消。")
