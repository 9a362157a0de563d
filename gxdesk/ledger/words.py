"""What the words of a register mean: column names, kinds of applicants, results, dates, yes and no."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from gxdesk.document.text import fold, label_key
from gxdesk.lexicon import lexicon
from gxdesk.standards.model import TableForm

_DATE = re.compile(r"(20\d\d|19\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?")
_SOLID = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?|5[0-4]\d{3}(?:\.\d+)?")  # days since 1900 in a spreadsheet
_EPOCH = date(1899, 12, 30)


@cache
def columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the known columns in the order they are to be matched."""
    return _compiled("columns")


@cache
def _compiled(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(text)) for name, text in lexicon("ledger")[section].items())


def day(text: str) -> date | None:
    """Read a date as clerks and spreadsheets write it; ``None`` when it is none."""
    folded = fold(text).text
    match = _DATE.match(folded) or _SOLID.fullmatch(folded)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    if _SERIAL.fullmatch(folded):
        return _EPOCH + timedelta(days=int(float(folded)))
    return None


def says_no(text: str) -> bool:
    """Tell whether a yes-or-no cell says no, or nothing."""
    return re.search(lexicon("ledger")["no"]["words"], fold(text).text) is not None


def kinds(text: str) -> list[str]:
    """Return the columns of table three an applicant may belong to; one when it is clear."""
    folded = fold(text).text
    found = [name for name, expression in _compiled("kinds") if expression.search(folded)]
    return found[:1]  # in order: what is told more exactly comes first


def results(result: str, reason: str, form: TableForm) -> list[str]:
    """Return the rows of table three a result may belong to; one when it is clear.

    The official labels of the format come first, then the usual wordings. ``reason`` is the column with the
    details. 部分公开 is counted as nothing else, as the format demands.
    """
    if not reason and re.search("[:：]", result):
        result, reason = re.split("[:：]", result, maxsplit=1)
    exact = [row.id for row in form.rows() if _is_label(row.label, row.variants, reason or result)]
    exact = _within_group(exact, result)
    if len(exact) == 1:
        return exact
    text = fold(f"{result} {reason}").text
    parts = [fold(part).text for part in (result, reason)]
    found = [
        name
        for name, expression in _compiled("results")
        if expression.search(text) or any(expression.search(part) for part in parts)
    ]
    if "partial" in found:
        found = ["partial"]
    elif len(found) > 1:
        found = [name for name in found if name not in ("granted", "other_other")] or found
    found = _within_group(found, result)
    known = {row.id for row in form.rows()}
    mapped = [name if name in known else "other" if name.startswith("other_") else "" for name in found]
    return [name for name in dict.fromkeys(mapped) if name in known]


def _within_group(rows: list[str], result: str) -> list[str]:
    """Keep the rows of the group (不予公开, 无法提供...) the result names, if it names one."""
    folded = fold(result).text
    named = [name for name, expression in _compiled("groups") if expression.search(folded)]
    return [row for row in rows if row.split("_")[0] in named] if named else rows


def case_results(text: str) -> list[str]:
    """Return the columns of table four a result of a review or suit may belong to."""
    folded = fold(text).text
    return [name for name, expression in _compiled("cases") if expression.search(folded)][:1]


def suit_kinds(text: str) -> list[str]:
    """Return the row of table four a suit belongs to, as far as the text tells."""
    folded = fold(text).text
    return [name for name, expression in _compiled("suits") if expression.search(folded)][:1]


def _is_label(label: str, variants: tuple[str, ...], text: str) -> bool:
    key = label_key(text)
    return bool(key) and any(label_key(one) == key for one in (label, *variants))
