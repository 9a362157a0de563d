"""Drafts of every report format, their tables filled cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gxdesk.document.model import Document, Table
from gxdesk.exports.template import template
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise


def filled(standard: str, figure: Callable[[str], str]) -> Document:
    """The empty draft of a format with ``figure("table/row.column")`` in every cell of its tables."""
    document = read_bytes(template(standard, "docx"), "a.docx")
    names = {
        (cell.place.block, cell.place.row, cell.place.column): f"{table.id}/{key}"
        for table in recognise(document, standard=standard).tables
        for key, cell in table.cells.items()
    }
    blocks = [
        _filled(block, number, names, figure) if isinstance(block, Table) else block
        for number, block in enumerate(document.blocks)
    ]
    return replace(document, blocks=tuple(blocks), notices=())


def _filled(table: Table, block: int, names: dict, figure: Callable[[str], str]) -> Table:
    cells = [
        replace(cell, text=figure(name)) if (name := names.get((block, cell.row, cell.column))) else cell
        for cell in table.cells
    ]
    return replace(table, cells=tuple(cells))


def distinct(name: str) -> str:
    """A different figure for every cell, so that none can stand in for another."""
    return str(_number(name))


def grouped(name: str) -> str:
    """Figures with thousands separators."""
    return f"{1000 + _number(name):,}"


def unfilled(name: str) -> str:
    """Every other cell left blank or without a figure."""
    return ("", "-", "/", "—", "无", "0", "12")[_number(name) % 7]


def _number(name: str) -> int:
    return sum(map(ord, name)) * 7 % 9973


ALL = {
    f"{standard}-{figure.__name__}": (standard, figure)
    for standard in ("2008", "2019", "2021")
    for figure in (distinct, grouped, unfilled)
}
