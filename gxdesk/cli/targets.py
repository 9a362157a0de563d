"""Where ``gxdesk check`` writes what was asked for: refused before checking, written after it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from gxdesk.checklist.result import Result, Unreadable
from gxdesk.cli.progress import Bar, waiting
from gxdesk.cli.streams import complain
from gxdesk.errors import GxError, UsageError, WriteError

_OPTIONS = ("json", "xlsx", "annotate", "html")
_MARKS = ("*（批注稿）*", "*（检查报告）*")  # how the files written into folders are named
_FOLDERS = ("annotate", "html")  # these may be folders: one file a draft


def targets(arguments: Namespace) -> dict[str, Path]:
    """Return the named targets by option; ``-`` is none."""
    named = {option: getattr(arguments, option) for option in _OPTIONS}
    return {option: Path(name) for option, name in named.items() if name not in (None, "", "-")}


def refuse(arguments: Namespace) -> None:
    """Refuse targets before an hour of checking, and above all never overwrite a draft."""
    found = targets(arguments)
    drafts = {Path(given).resolve() for given in arguments.drafts}
    for option, target in found.items():
        if target.resolve() in drafts and not (option in _FOLDERS and target.is_dir()):
            raise UsageError(f"“{target}”是要检查的草稿，不能把结果写进去。请另起一个文件名。")
        if option in _FOLDERS and target.is_dir():
            continue
        if target.is_dir() or not target.parent.is_dir():
            raise UsageError(f"“{target}”不能写：它是文件夹，或者所在的文件夹不存在。")
    files = [target.resolve() for target in found.values() if not target.is_dir()]
    if len(set(files)) < len(files):
        raise UsageError(f"{'、'.join('--' + option for option in found)} 不能写到同一个文件。")
    if arguments.xlsx == "-":
        raise UsageError("工作簿不能输出到屏幕，请在 --xlsx 后面写文件名。")
    for option in _FOLDERS:
        if getattr(arguments, option) == "-":
            raise UsageError(f"结果不能输出到屏幕，请在 --{option} 后面写文件名或文件夹。")


def refuse_one_file_for_many(arguments: Namespace, many: bool) -> None:
    """Refuse a file where many drafts need a folder."""
    for option, target in targets(arguments).items():
        if many and option in _FOLDERS and not target.is_dir():
            raise UsageError(f"有多份草稿，--{option} 后面要写一个已有的文件夹，每份草稿写成一个文件。")


def own_files(arguments: Namespace) -> set[Path]:
    """Return what an earlier run with the same options wrote; it is not checked as a draft."""
    found = targets(arguments).values()
    written = [file for target in found if target.is_dir() for mark in _MARKS for file in target.glob(mark)]
    return {path.resolve() for path in (*found, *written)}


def export(arguments: Namespace, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> None:
    """Write the files asked for. Raises :class:`~gxdesk.errors.GxError`, but only after trying all."""
    failed: list[GxError] = []
    for one in (_export_json, _export_xlsx, _export_annotated, _export_html):
        try:
            one(arguments, results, unreadable)
        except GxError as error:
            failed.append(error)
    for earlier in failed[:-1]:
        complain(str(earlier))
    if failed:
        raise failed[-1]


def _export_json(arguments: Namespace, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> None:
    from gxdesk.exports.atomic import write
    from gxdesk.exports.json import encoded, result_json

    if not arguments.json:
        return
    data = encoded(result_json(results, unreadable))
    if arguments.json == "-":
        sys.stdout.write(data.decode("utf-8"))
    else:
        write(arguments.json, data)


def _export_xlsx(arguments: Namespace, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> None:
    from gxdesk.exports.atomic import write
    from gxdesk.exports.xlsx import checklist_workbook, overview_workbook

    if not arguments.xlsx:
        return
    if len(results) == 1 and not unreadable:
        write(arguments.xlsx, checklist_workbook(results[0]))
    else:
        with waiting("正在写出汇总工作簿……"):
            write(arguments.xlsx, overview_workbook(results, unreadable))


def _export_annotated(arguments: Namespace, results: Sequence[Result], _: Sequence[Unreadable]) -> None:
    from gxdesk.jobs.annotate import annotate, copy_name, suffix

    target = targets(arguments).get("annotate")
    if target is None:
        return
    for result in results:
        if not target.is_dir() and target.suffix.lower() != suffix(result):
            raise UsageError(
                f"“{result.path.name}”的批注稿是 {suffix(result)} 文件，请把“{target.name}”的后缀改过来。"
            )
    _each(
        target, results, lambda result: copy_name(result).name, lambda one: annotate(one, arguments.summary)
    )


def _export_html(arguments: Namespace, results: Sequence[Result], _: Sequence[Unreadable]) -> None:
    from gxdesk.exports.html import html_report

    target = targets(arguments).get("html")
    if target is not None:
        _each(target, results, lambda result: f"{result.path.stem}（检查报告）.html", html_report)


def _each(
    target: Path,
    results: Sequence[Result],
    name: Callable[[Result], str],
    make: Callable[[Result], bytes],
) -> None:
    """Write one file a draft; what fails is told and does not stop the others."""
    from gxdesk.exports.atomic import write

    taken = {result.path.resolve() for result in results}
    failed: list[GxError] = []
    bar = Bar(len(results), "已写出")
    for number, result in enumerate(results, 1):
        path = _free(target / name(result), taken) if target.is_dir() else target
        taken.add(path.resolve())
        try:
            write(path, make(result))
        except GxError as error:
            failed.append(error)
        bar.show(number)
    bar.wipe()
    for earlier in failed[:-1]:
        complain(str(earlier))
    if failed:
        raise WriteError(str(failed[-1])) from failed[-1]


def _free(path: Path, taken: set[Path]) -> Path:
    """Return the path, numbered where another draft of this run has the same name."""
    number, found = 1, path
    while found.resolve() in taken:
        number += 1
        found = path.with_name(f"{path.stem}{number}{path.suffix}")
    return found
