"""Numbers claimed in prose that restate cells of the statutory tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from gxdesk.document.text import chinese_integer
from gxdesk.report.claim_forms import ClaimForm, Quantity, anchors, forms, quantities
from gxdesk.report.model import CellValue, Report, Sentence
from gxdesk.standards.model import TableForm

_MAY_COUNT = re.compile(
    r"\d|[未没无]|[零〇一二两三四五六七八九十百千][件份宗条起个次项部]|全部|[均都]"
)  # or it counts nothing
_UNITS = {"亿元": Decimal(10000), "万元": Decimal(1), "元": Decimal("0.0001")}  # amounts are in 万元
_APPROXIMATE = frozenset("近约超逾过达余")
_OTHER_SCOPE = re.compile(
    r"备案|去年(?!结转)|上年(?!度?结转)|同期|历年|以来|信访|12345|热线|工单|留言|信箱|来信|建议|提案|培训|网民|"
    r"上半年|下半年|季度|\d月|[下直]属"
)
_WIDE_SCOPE = re.compile(r"全[市县区省州旗]|各[县区市校]|各级|系统|汇总")
_CHANNEL = re.compile(r"网络|网上|在线|线上|信函|邮寄|邮件|传真|当面|现场|平台")
_YEAR = re.compile(r"(20\d\d)年")
_CLAUSE = re.compile(r"[,;:(]")
LEAD = 12  # characters before a match that also tell its scope


class Claim(NamedTuple):
    """A number in prose: ``start:end`` are its characters in the sentence; ``sure``: the table's scope."""

    start: int
    end: int
    words: str
    value: Decimal
    quantity: Quantity
    zero: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """One way the tables count a quantity: the sum, and the cells it was taken from."""

    value: Decimal
    cells: tuple[CellValue, ...]


def find_claims(report: Report) -> Iterator[tuple[Sentence, Claim]]:
    """Yield what the report's own sentences claim about the tables, each number once."""
    year, level = report.identity.year, report.identity.level
    for sentence in report.sentences:
        paragraph = report.folded[sentence.block].text
        for claim in _in_sentence(sentence.text, paragraph, year, level):
            yield sentence, claim


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _in_sentence(text: str, paragraph: str, year: int | None, level: str) -> tuple[Claim, ...]:
    """Return what a sentence of a paragraph claims, in a report for a year by a body of a level."""
    if not _MAY_COUNT.search(text):
        return ()
    found: list[Claim] = []
    taken: set[int] = set()
    here = {word for word in _words() if word in text}
    for form in forms():
        if here.isdisjoint(form.words) or form.excluded(text) or not _is_about(text, paragraph, form):
            continue
        for match in form.expression.finditer(text):
            claim = _of_match(text, form, match, year, level)
            if claim is not None and (form.also or claim.start not in taken):
                taken.add(claim.start)
                found.append(claim)
    return tuple(found)


@cache
def _words() -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for form in forms() for word in form.words))


def _is_about(text: str, paragraph: str, form: ClaimForm) -> bool:
    return form.concerns(text) or ((form.zero or form.near) and form.concerns(paragraph))


def _of_match(text: str, form: ClaimForm, match: re.Match[str], year: int | None, level: str) -> Claim | None:
    start, end = match.span() if form.zero else match.span("n")
    value = Decimal(0) if form.zero else _value(match)
    quantity = _quantity(form, text, match.start())
    if value is None or quantity is None or text[start - 1 : start] in _APPROXIMATE:
        return None
    sure = _scope(text, form, match, year, level)
    return (
        None if sure is None else Claim(start, end, match[0], value, quantity, form.zero, sure and form.sure)
    )


def _value(match: re.Match[str]) -> Decimal | None:
    text = match["n"].replace(",", "")
    unit = match.groupdict().get("u")
    if unit:
        return Decimal(text) * _UNITS[unit]
    number = chinese_integer(text)
    return None if number is None else Decimal(number)


def _quantity(form: ClaimForm, text: str, at: int) -> Quantity | None:
    """Return the quantity; a ``*`` is the subject last named before: 复议 or 诉讼, 规章 or 规范性文件."""
    if not form.quantity.startswith("*"):
        return quantities()[form.quantity]
    places = [
        (found[-1].end(), name) for name, word in anchors() if (found := list(word.finditer(text, 0, at + 8)))
    ]
    for _, name in sorted(places, reverse=True):
        quantity = quantities().get(f"{name}{form.quantity[1:]}")
        if quantity:
            return quantity
    return None


def _scope(text: str, form: ClaimForm, match: re.Match[str], year: int | None, level: str) -> bool | None:
    """Whether the number counts what the table counts; ``None`` when it surely does not."""
    start = match.start()
    cuts = [cut.end() for cut in _CLAUSE.finditer(text, 0, start)]
    clause = text[cuts[-1] if cuts else 0 : match.end()]
    lead = text[max(0, start - LEAD) : match.end()]
    if _OTHER_SCOPE.search(clause) or _OTHER_SCOPE.search(lead):
        return None
    narrow = "其中" in clause or (_CHANNEL.search(clause) and "等" not in clause)
    if narrow and not form.part and not form.zero:
        return None
    years = _YEAR.findall(text, 0, start)
    if years and year is not None and int(years[-1]) != year:
        return None
    if _WIDE_SCOPE.search(text, 0, match.end()):
        return None if level == "department" else level == "government"
    return True


def counted(report: Report, quantity: Quantity) -> tuple[Counted, ...] | None:
    """Return each way the tables count a quantity; ``None`` when a cell of a way is missing or blank.

    A way that the report's format does not have (cells of another era) is left out.
    """
    found = []
    for way in quantity.ways:
        cells: list[CellValue] = []
        for reference in way:
            of_reference = _cells(report, reference)
            if of_reference is None:
                break
            if not of_reference or any(cell.value is None for cell in of_reference):
                return None
            cells += of_reference
        else:
            found.append(Counted(sum((_amount(cell) for cell in cells), Decimal(0)), tuple(cells)))
    return tuple(found) or None


def _cells(report: Report, reference: str) -> list[CellValue] | None:
    """Return the cells of a reference, ``[]`` when one is not in the draft; ``None``: not in the format."""
    table_id, cell_id = reference.split("/")
    table = report.table(table_id)
    wanted = _ids(table.form, cell_id) if table else ()
    if table is None or not wanted:
        return None
    cells = [table.cells[name] for name in wanted if name in table.cells]
    return cells if len(cells) == len(wanted) else []


@lru_cache(maxsize=4000)
def _ids(form: TableForm, reference: str) -> tuple[str, ...]:
    """Return the cell ids that ``row.column`` stands for, ``row*`` and ``legal*`` being several."""
    rows, column = reference.split(".")
    row_ids = [row.id for row in form.rows() if row.id == rows or _starred(rows, row.id)]
    columns = ("business", "research", "nonprofit", "legal", "other") if column == "legal*" else (column,)
    wanted = tuple(f"{row}.{name}" for row in row_ids for name in columns)
    return wanted if set(form.cell_ids()).issuperset(wanted) else ()


def _starred(pattern: str, row: str) -> bool:
    return pattern.endswith("*") and row.startswith(pattern[:-1])


def _amount(cell: CellValue) -> Decimal:
    value = cell.value or Decimal(0)
    return value * _UNITS["元"] if cell.number.unit == "元" else value
