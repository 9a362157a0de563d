"""Reads a register: finds the header, matches its columns loosely, gathers the rows below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from gxdesk.document.model import Document
from gxdesk.document.place import GridOrigin, Origin, SheetOrigin
from gxdesk.document.text import fold
from gxdesk.errors import ReadError
from gxdesk.ledger.model import Entry, Register
from gxdesk.ledger.words import columns
from gxdesk.readers.sheet.cells import position

HEADER_WITHIN = 15  # rows from the top of a sheet
_NOT_FOUND = (
    "没有认出依申请公开台账：要有一行列名，至少有“收到日期”“申请人类别”“办理结果”三列。"
    "列名可以稍有不同；也可以先生成一份空白台账（gxdesk template --ledger），把数据贴进去。"
)

Rows = dict[int, dict[int, tuple[str, Origin]]]


def read_register(document: Document) -> Register:
    """Return the rows of a register. Raises :class:`~gxdesk.errors.ReadError` when there is no header."""
    entries: list[Entry] = []
    found: dict[str, str] = {}
    sheets: set[str] = set()
    for sheet, rows in _sheets(document).items():
        header = _header(rows)
        if header is None:
            continue
        number, meaning = header
        found |= {column: rows[number][at][0] for at, column in meaning.items() if column not in found}
        entries += _entries(sheet, rows, number, meaning)
        sheets.add(sheet)
    if not {"received", "kind", "result"} <= set(found) and not {"suit_kind", "suit"} <= set(found):
        raise ReadError(_NOT_FOUND)
    if len(sheets) == 1:  # then the number of the row is enough
        entries = [replace(one, where=one.where.removeprefix(min(sheets))) for one in entries]
    notes = tuple(notice.text for notice in document.notices if notice.kind in ("hidden", "formula"))
    return Register(tuple(entries), found, notes)


def _sheets(document: Document) -> dict[str, Rows]:
    """Return the table cells by sheet (or Word table), row and column, blank rows or not."""
    found: defaultdict[str, Rows] = defaultdict(dict)
    for _, table in document.tables():
        for cell in table.cells:
            origin = cell.origin
            if isinstance(origin, SheetOrigin):
                row, column = position(origin.cell) or (0, 0)
                name = f"工作表“{origin.sheet}”"
            elif isinstance(origin, GridOrigin):
                row, column, name = cell.row + 1, cell.column, f"第{origin.table + 1}个表格"
            else:
                continue
            if cell.text.strip():
                found[name].setdefault(row, {})[column] = (cell.text, origin)
    return found


def _header(rows: Rows) -> tuple[int, dict[int, str]] | None:
    """Return the row that names most columns, and what each column means."""
    best: tuple[int, dict[int, str]] | None = None
    for number in sorted(rows)[:HEADER_WITHIN]:
        meaning = _meanings(rows[number])
        if _is_header(set(meaning.values())) and (best is None or len(meaning) > len(best[1])):
            best = (number, meaning)
    return best


def _is_header(names: set[str]) -> bool:
    """Tell whether a row names enough columns to be counted by: of applications, or of reviews and suits."""
    return ("received" in names and bool({"kind", "result"} & names)) or {"suit_kind", "suit"} <= names


def _meanings(row: dict[int, tuple[str, Origin]]) -> dict[int, str]:
    """Match the texts of a row with the known columns; each column and each text once."""
    texts = {at: fold(text).text for at, (text, _) in row.items() if len(text) <= 40}
    found: dict[int, str] = {}
    for name, expression in columns():
        for at, text in sorted(texts.items()):
            if at not in found and expression.search(text):
                found[at] = name
                break
    return found


def _entries(sheet: str, rows: Rows, header: int, meaning: dict[int, str]) -> Iterator[Entry]:
    for number in sorted(row for row in rows if row > header):
        texts = {name: rows[number][at][0] for at, name in meaning.items() if at in rows[number]}
        told = {name for name in texts if name != "number"}
        if told and not _is_sum(rows[number]):
            origin = next(iter(rows[number].values()))[1]
            yield Entry(f"{sheet}第{number}行", origin, texts)


def _is_sum(row: dict[int, tuple[str, Origin]]) -> bool:
    first = fold(next(iter(row.values()))[0]).text
    return first in ("合计", "总计", "小计", "说明") or first.startswith(("注:", "填表说明", "制表"))
