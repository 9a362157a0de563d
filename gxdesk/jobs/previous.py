"""Last year's report of the same body: a file the user named, or the right one of a folder."""

from __future__ import annotations

from pathlib import Path

from gxdesk import readers
from gxdesk.errors import ReadError
from gxdesk.jobs.drafts import drafts_in
from gxdesk.report.model import Report
from gxdesk.report.recognise import recognise


def last_years(report: Report, path: Path) -> Report:
    """Return last year's report to compare ``report`` with.

    ``path`` is that report, or a folder of past reports from which the one of the same body and of the year
    before is picked. Raises :class:`~gxdesk.errors.ReadError` when it cannot be read or is not there.
    """
    if not path.is_dir():
        try:
            return _read(path)
        except ReadError as error:
            raise ReadError(f"上年报告“{path.name}”读不出来：{error}") from error
    wanted = report.identity.year - 1 if report.identity.year else None
    for candidate in drafts_in([path]):
        try:
            found = _read(candidate)
        except ReadError:
            continue
        if found.identity.year == wanted and found.identity.authority == report.identity.authority:
            return found
    body = report.identity.authority or "本机关"
    raise ReadError(
        f"文件夹“{path.name}”里没有找到{body}{wanted or '上一'}年度的报告。请直接指定上年报告的文件。"
    )


def _read(path: Path) -> Report:
    return recognise(readers.read_bytes(readers.load(path), path.name), path.stem)
