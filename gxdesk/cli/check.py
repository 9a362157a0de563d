"""``gxdesk check``: files and folders to results, on the screen and in files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from gxdesk.checklist.result import Result, Unreadable
from gxdesk.cli import show, targets
from gxdesk.cli.progress import Bar
from gxdesk.cli.streams import complain
from gxdesk.errors import ReadError
from gxdesk.jobs.batch import check_many, drafts_in, passed_over, sensible_jobs
from gxdesk.jobs.model import Options

OK, FOUND, USAGE, UNREADABLE, STOPPED = 0, 1, 2, 3, 130


def check(arguments: Namespace) -> int:
    """Run the command and return the contract's exit status."""
    targets.refuse(arguments)
    drafts, unreadable = _collect(arguments)
    results: list[Result] = []
    many = len(drafts) + len(unreadable) > 1
    targets.refuse_one_file_for_many(arguments, len(drafts) > 1)
    stopped = _check_all(arguments, drafts, results, unreadable)
    if many and not _silent(arguments):
        print(show.totals(results, unreadable))
    if stopped:
        done = len(results)
        complain(f"已停止：{len(drafts)}份草稿检查了{done}份，导出的文件只含已检查的草稿。")
    targets.export(arguments, results, unreadable)
    if stopped:
        return STOPPED
    if unreadable:
        return UNREADABLE
    return OK if all(result.checklist.publishable for result in results) else FOUND


def _check_all(
    arguments: Namespace, drafts: list[Path], results: list[Result], unreadable: list[Unreadable]
) -> bool:
    """Check and show each draft as it is done; return whether the user stopped the work."""
    options = Options(
        arguments.standard,
        arguments.level,
        arguments.encoding,
        arguments.previous,
        office_rules=arguments.rules,
    )
    jobs = arguments.jobs or sensible_jobs(len(drafts))
    many = len(drafts) + len(unreadable) > 1
    bar = Bar(len(drafts))
    try:
        for event in check_many(drafts, options, jobs):
            if isinstance(event.outcome, Unreadable) or not _silent(arguments):
                bar.wipe()  # a line is going to be written
            if isinstance(event.outcome, Unreadable):
                unreadable.append(event.outcome)
                _name(event.outcome)
            else:
                results.append(event.outcome)
                _show(event.outcome, arguments, many)
            bar.show(event.number)
    except KeyboardInterrupt:
        return True
    finally:
        bar.wipe()
    return False


def _show(result: Result, arguments: Namespace, many: bool) -> None:
    if _silent(arguments):
        return
    if not many or arguments.verbose:
        print(show.draft(result, arguments.verbose), flush=True)
    else:
        print(show.line(result), flush=True)


def _name(one: Unreadable) -> None:
    complain(f"无法读取　{one.path}：{one.reason}")


def _silent(arguments: Namespace) -> bool:
    return bool(arguments.quiet or arguments.json == "-")


def _collect(arguments: Namespace) -> tuple[list[Path], list[Unreadable]]:
    """Return the drafts to check, and the folders that hold none."""
    drafts: list[Path] = []
    unreadable: list[Unreadable] = []
    for given in arguments.drafts:
        try:
            drafts += drafts_in([given])
        except ReadError as error:
            unreadable.append(Unreadable(Path(given), str(error)))
            _name(unreadable[-1])
    if not arguments.quiet:
        for other in passed_over(arguments.drafts):
            complain(f"没有检查　{other}：不能读取这种格式。请用它的 Word、WPS 或 Excel 原稿。")
    own = targets.own_files(arguments)
    return [draft for draft in drafts_in(drafts) if draft.resolve() not in own], unreadable
