"""Filling tables three and four from the register of applications. Nothing here writes anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gxdesk import readers
from gxdesk.document.model import Document
from gxdesk.errors import ReadError, UsageError
from gxdesk.jobs.model import AUTO
from gxdesk.ledger.compare import compare
from gxdesk.ledger.count import main_year, tally
from gxdesk.ledger.model import Difference, Tally
from gxdesk.ledger.read import read_register
from gxdesk.report.recognise import recognise
from gxdesk.standards.load import for_year, load

__all__ = ["Ledger", "count_ledger"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A counted register; ``differences`` are ``None`` when no draft was compared."""

    path: Path
    tally: Tally
    draft: Path | None = None
    differences: tuple[Difference, ...] | None = None


def count_ledger(
    path: str | Path, against: str | Path | None = None, year: int | None = None, standard: str = AUTO
) -> Ledger:
    """Count a register into tables three and four and compare them with the draft ``against``.

    ``year`` is the report year; without it the draft's, or the year most rows fall in. Raises
    :class:`~gxdesk.errors.ReadError` for a file that is no register or cannot be read, and
    :class:`~gxdesk.errors.UsageError` when the year cannot be told.
    """
    path = Path(path)
    register = read_register(_document(path))
    report = None
    if against is not None:
        against = Path(against)
        report = recognise(_document(against), against.stem, standard)
        if not report.is_annual_report:
            raise ReadError(f"“{against.name}”不是年度报告草稿，不能与台账比对。请选择报告草稿。")
    if year is None:
        year = (report.identity.year if report else None) or main_year(register)
    if year is None:
        raise UsageError("从台账看不出是哪一年的：收到日期、办结日期都没有填。请写明报告年度（--year）。")
    form = for_year(year) if standard == AUTO else load(standard)
    form = report.standard if report is not None else form
    counted = tally(register, form, year)
    if not counted.tables:
        raise UsageError(f"{form.name}没有表三、表四，不能由台账统计。台账统计用于2019年度以后的报告。")
    differences = tuple(compare(counted, report)) if report is not None else None
    return Ledger(path, counted, against, differences)


def _document(path: Path) -> Document:
    return readers.read_bytes(readers.load(path), path.name)
