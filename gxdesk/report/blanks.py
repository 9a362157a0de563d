"""What a blank cell must hold, where the balances leave only one possibility (rule B5)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from decimal import Decimal

from gxdesk.report.balances import Balance, instances
from gxdesk.standards.model import TableForm


def blanks(form: TableForm, values: Mapping[str, Decimal | None]) -> dict[str, Decimal]:
    """Return the blank cells of a table whose number the balances determine, with that number.

    ``values`` holds every cell the draft has; a blank one is ``None``. An equation with a cell the draft does
    not have at all takes no part. A cell is left out when equations contradict each other about it, or when
    only a negative or fractional number would fit: then something else in the table is wrong.
    """
    known = {cell: value for cell, value in values.items() if value is not None}
    usable = [balance for balance in instances(form) if all(cell in values for cell in balance.cells())]
    doubtful: set[str] = set()
    while True:
        found = _fill(usable, known, doubtful)
        filled = {**known, **found}
        broken = [balance for balance in usable if not _holds(balance, filled)]
        bad = {cell for balance in broken for cell in balance.cells() if cell in found}
        if not bad:
            return found
        doubtful |= bad


def _fill(usable: list[Balance], known: Mapping[str, Decimal], doubtful: Set[str]) -> dict[str, Decimal]:
    """Fill blanks one after another, each from an equation that leaves it only one number."""
    found: dict[str, Decimal] = {}
    refuted = set(doubtful)
    while True:
        claims: dict[str, set[Decimal]] = {}
        for balance in usable:
            for cell, value in _claims(balance, {**known, **found}).items():
                claims.setdefault(cell, set()).add(value)
        refuted |= {cell for cell, claimed in claims.items() if len(claimed) > 1 or not _fits(*claimed)}
        fresh = {cell: min(claimed) for cell, claimed in claims.items() if cell not in refuted}
        if not fresh:
            return found
        found |= fresh


def _fits(value: Decimal) -> bool:
    """Whether a cell may hold this number: the tables count things."""
    return value >= 0 and value == value.to_integral_value()


def _claims(balance: Balance, known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return what this equation alone says of its unknown cells.

    One unknown is what the others leave. Several on the side that needs nothing more are all 0, since no
    cell may be negative.
    """
    signs = dict.fromkeys(balance.left, 1) | dict.fromkeys(balance.right, -1)
    unknown = [cell for cell in signs if cell not in known]
    if not unknown:
        return {}
    rest = sum((known[cell] * sign for cell, sign in signs.items() if cell in known), Decimal(0))
    if len(unknown) == 1:
        return {unknown[0]: -rest * signs[unknown[0]] + 0}
    if rest == 0 and len({signs[cell] for cell in unknown}) == 1:
        return dict.fromkeys(unknown, Decimal(0))
    return {}


def _holds(balance: Balance, known: Mapping[str, Decimal]) -> bool:
    """Whether the equation holds; one that still has unknown cells contradicts nothing."""
    if any(cell not in known for cell in balance.cells()):
        return True
    return sum(known[cell] for cell in balance.left) == sum(known[cell] for cell in balance.right)
