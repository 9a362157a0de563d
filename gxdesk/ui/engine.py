"""The window's only door to the engine. Everything is imported on first use, off the start-up path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gxdesk.checks.api import Rule
    from gxdesk.jobs.model import Progress, Result, Unreadable

AUTO = "auto"
Cancelled = Callable[[], bool]


class How(NamedTuple):
    """How one draft is to be checked: the user's choices in the window."""

    standard: str = AUTO
    level: str = AUTO
    previous: Path | None = None


def check(path: Path, how: How, cancelled: Cancelled) -> Result:
    """Check one draft. Raises :class:`gxdesk.errors.GxError` with a sentence for the clerk."""
    from gxdesk.jobs.check import check_draft
    from gxdesk.jobs.model import Options

    return check_draft(path, Options(how.standard, how.level, previous=how.previous, cancelled=cancelled))


def check_many(paths: Sequence[Path], cancelled: Cancelled) -> Iterator[Progress]:
    """Check many drafts, yielding each as it is done."""
    from gxdesk.jobs import batch
    from gxdesk.jobs.model import Options

    return iter(batch.check_many(list(paths), Options(cancelled=cancelled)))


def drafts_in(paths: Sequence[Path]) -> list[Path]:
    """Return the drafts among files and (walked) folders."""
    from gxdesk.jobs import batch

    return list(batch.drafts_in(list(paths)))


def export_checklist(result: Result, target: Path) -> None:
    """Write the checklist workbook. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.xlsx import checklist_workbook

    write(target, checklist_workbook(result))


def annotated_suffix(result: Result) -> str:
    """Return the suffix the annotated copy will have."""
    from gxdesk.exports.annotate import suffix

    return suffix(result)


def export_annotated(result: Result, target: Path) -> None:
    """Write the annotated copy of the draft. Raises :class:`gxdesk.errors.GxError`.

    Refuses when the draft was changed since it was checked: comments would stand at wrong words.
    """
    from gxdesk.errors import ReadError
    from gxdesk.exports.annotate import annotated_copy
    from gxdesk.exports.atomic import write
    from gxdesk.readers import load

    data = load(result.path)
    if sha256(data).hexdigest() != result.sha256:
        raise ReadError("草稿在检查以后又改过，批注会对不上。请先按 F5 重新检查，再导出。")
    write(target, annotated_copy(result, data)[0])


def export_overview(results: Sequence[Result], unreadable: Sequence[Unreadable], target: Path) -> None:
    """Write the workbook of a batch. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.xlsx import overview_workbook

    write(target, overview_workbook(results, unreadable))


def standards() -> list[tuple[str, str]]:
    """Return id and name of every known report format."""
    from gxdesk.standards.load import known

    return [(standard.id, standard.name) for standard in known()]


def rules() -> Sequence[Rule]:
    """Return every rule, in catalogue order."""
    from gxdesk.checks.catalogue import rules

    return rules()


def explanation(rule_id: str) -> str:
    """Return why a rule exists and what it reports, ``""`` for an unknown rule."""
    return next((rule.explanation for rule in rules() if rule.id == rule_id), "")


def sample() -> Path | None:
    """Return the example draft to show first: a Word file with faults in it."""
    from gxdesk.resources import resource

    found = sorted(resource("samples").glob("*.docx"), key=lambda path: ("错" not in path.name, path.name))
    return found[0] if found else None


def file_filter() -> str:
    """Return the filter of the open dialog: what can be read, then everything."""
    from gxdesk.readers import EXTENSIONS

    return f"报告草稿 ({' '.join('*' + suffix for suffix in EXTENSIONS)});;所有文件 (*)"
