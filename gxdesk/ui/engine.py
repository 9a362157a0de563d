"""The window's only door to the engine. Everything is imported on first use, off the start-up path."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gxdesk.checks.api import Rule
    from gxdesk.jobs.ledger import Ledger
    from gxdesk.jobs.model import Options, Progress, Result, Unreadable
    from gxdesk.report.model import Report

AUTO = "auto"
_BESIDE = 200  # files of a folder looked at for reports of other years
Cancelled = Callable[[], bool]


class How(NamedTuple):
    """How one draft is to be checked: the user's choices in the window."""

    standard: str = AUTO
    level: str = AUTO
    previous: Path | None = None
    encoding: str = AUTO
    office_rules: Path | None = None


def _options(how: How, cancelled: Cancelled) -> Options:
    from gxdesk.jobs.model import Options

    return Options(
        standard=how.standard,
        level=how.level,
        encoding=how.encoding,
        previous=how.previous,
        office_rules=how.office_rules,
        cancelled=cancelled,
    )


def check(path: Path, how: How, cancelled: Cancelled) -> Result:
    """Check one draft. Raises :class:`gxdesk.errors.GxError` with a sentence for the clerk."""
    from gxdesk.jobs.check import check_draft

    return check_draft(path, _options(how, cancelled))


def check_many(paths: Sequence[Path], how: How, cancelled: Cancelled) -> Iterator[Progress]:
    """Check many drafts, yielding each as it is done; many drafts are shared out to worker processes."""
    from gxdesk.jobs import batch

    return iter(batch.check_many(list(paths), _options(how, cancelled), batch.sensible_jobs(len(paths))))


def warm_up() -> None:
    """Load what the first check needs, so that the first dropped draft need not wait for it."""
    from importlib import import_module

    from gxdesk.checks.catalogue import rules
    from gxdesk.checks.language.model import model
    from gxdesk.standards.load import known

    for module in ("gxdesk.jobs.check", "gxdesk.readers.docx"):
        import_module(module)
    known()
    rules()
    model()
    gc.freeze()  # modules and rules stay for good: never look through them again while somebody waits


def reports_beside(path: Path, cancelled: Cancelled) -> list[Report]:
    """Return the annual reports of the same body in a draft's folder (read only, not checked).

    What cannot be read is passed over. Raises :class:`gxdesk.errors.GxError` for the draft itself.
    """
    from gxdesk import readers
    from gxdesk.errors import GxError
    from gxdesk.report.recognise import recognise

    def read(draft: Path) -> Report:
        return recognise(readers.read_bytes(readers.load(draft), draft.name), draft.stem)

    own = read(path)
    found: list[Report] = []
    for other in sorted(path.parent.iterdir())[:_BESIDE]:
        if cancelled():
            break
        if other == path or other.suffix.lower() not in readers.EXTENSIONS or other.name.startswith("~$"):
            continue
        try:
            report = read(other)
        except (GxError, OSError):
            continue
        if report.is_annual_report and report.identity.authority == own.identity.authority:
            found.append(report)
    return found


def html_report(result: Result) -> str:
    """Return the printable report as a page."""
    from gxdesk.exports.html import html_report

    return html_report(result).decode("utf-8")


def export_html(result: Result, target: Path) -> None:
    """Write the printable report. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.html import html_report

    write(target, html_report(result))


def export_template(standard: str, target: Path) -> None:
    """Write an empty draft, Word or Excel by its suffix. Raises :class:`gxdesk.errors.GxError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.template import template

    write(target, template(standard, target.suffix.lower().lstrip(".")))


def export_bytes(data: bytes, target: Path) -> None:
    """Write bytes whole or not at all. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write

    write(target, data)


def export_rules_sheet(target: Path) -> None:
    """Write a sheet in which an office writes its own rules. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.rules_sheet import rules_sheet

    write(target, rules_sheet())


def office_rules(path: Path) -> Sequence[Rule]:
    """Return the rules an office's file holds. Raises :class:`gxdesk.errors.GxError`."""
    from gxdesk.checks.office import office_rules

    return office_rules(path)


def count_ledger(register: Path, against: Path | None) -> Ledger:
    """Count a register, and compare it with a draft. Raises :class:`gxdesk.errors.GxError`."""
    from gxdesk.jobs.ledger import count_ledger

    return count_ledger(register, against)


def export_ledger(counted: Ledger, target: Path) -> None:
    """Write a counted register as workbook or as Word tables. Raises :class:`gxdesk.errors.GxError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.ledger import ledger_workbook, tables_docx

    if target.suffix.lower() == ".docx":
        write(target, tables_docx(counted.tally))
    else:
        draft = counted.draft.name if counted.draft else ""
        write(target, ledger_workbook(counted.tally, counted.differences, draft))


def export_blank_register(target: Path) -> None:
    """Write an empty register to fill in. Raises :class:`gxdesk.errors.WriteError`."""
    from gxdesk.exports.atomic import write
    from gxdesk.exports.ledger import ledger_template

    write(target, ledger_template())


def register_filter() -> str:
    """Return the filter of the dialog that asks for a register."""
    return "台账 (*.xlsx *.xlsm *.xls *.et);;所有文件 (*)"


def standard_name(standard: str) -> str:
    """Return the name of a format (an id or an office's own file). Raises :class:`gxdesk.errors.GxError`."""
    from gxdesk.standards.load import load

    return load(standard).name


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
    from gxdesk.exports.atomic import write
    from gxdesk.jobs.annotate import annotate

    write(target, annotate(result, again="请先按 F5 重新检查，再导出。"))


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
