"""What a rule is and what it yields."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from gxdesk.document.place import Place
from gxdesk.report.model import Report
from gxdesk.standards.model import Standard


class Severity(StrEnum):
    """How sure and how grave: error 要改, warning 存疑, info 提示."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def word(self) -> str:
        """The word shown to clerks."""
        return {"error": "要改", "warning": "存疑", "info": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A cell that, changed to ``should_be``, mends the failed equations. ``cell`` is ``table/row.column``."""

    cell: str
    value: str
    should_be: str
    place: Place | None = None

    def to_json(self) -> dict[str, str]:
        """Return the contract's object."""
        return {"cell": self.cell, "value": self.value, "should_be": self.should_be}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a checked equation: a cell's Chinese name and its value. ``cell`` is ``table/row.column``."""

    cell: str
    name: str
    value: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """A checked balance (勾稽关系) with its numbers: ``sum(left)`` should equal ``sum(right)``."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    left_sum: str
    right_sum: str
    difference: str  # left minus right, signed


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule reports of one problem; the runner makes a :class:`Finding` of it.

    ``key`` makes the fingerprint: words or cell ids that stay the same when unrelated text moves.
    ``severity``, ``title``, ``basis``, ``advice`` and ``item`` override those of the rule.
    """

    message: str
    places: tuple[Place, ...]
    key: str
    severity: Severity | None = None
    title: str | None = None
    basis: str | None = None
    advice: str | None = None
    item: str | None = None
    expected: str | None = None
    actual: str | None = None
    suspects: tuple[Suspect, ...] = ()
    equation: Equation | None = None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule could not be applied because data is missing; the item is then *not checkable*, never passed."""

    reason: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a draft. ``item`` is the checklist item it belongs to.

    ``cause`` is the id of the finding this one only follows from (a consequence, folded under it).
    """

    id: str
    rule: str
    severity: Severity
    title: str
    message: str
    basis: str
    places: tuple[Place, ...]
    item: str
    suggestion: str
    expected: str | None = None
    actual: str | None = None
    suspects: tuple[Suspect, ...] = ()
    equation: Equation | None = None
    cause: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the contract's finding object."""
        return {
            "id": self.id,
            "rule": self.rule,
            "severity": self.severity.value,
            "title": self.title,
            "message": self.message,
            "basis": self.basis,
            "places": [place.to_json() for place in self.places],
            "expected": self.expected,
            "actual": self.actual,
            "suggestion": self.suggestion,
            "suspects": [suspect.to_json() for suspect in self.suspects],
            "cause": self.cause,
        }

    def with_cause(self, cause: str) -> Finding:
        """Return this finding marked as a consequence of another."""
        return replace(self, cause=cause)


Check = Callable[[Report], Iterable[Hit | Unchecked]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Texts are plain official Chinese, shown to clerks.

    ``title`` names the fault; ``requirement`` what should be (the checklist item); ``basis`` the article that
    demands it; ``explanation`` why it matters and what is (not) reported; ``advice`` what to do.
    ``item`` is the checklist item its findings belong to, by default the rule's own id.
    ``any_text`` rules also run on drafts that are no annual report. ``standards`` limits it to formats,
    ``when`` to formats that have what the rule speaks of (a table, fixed sections); a ``cross_year`` rule
    runs only when last year's report was given.
    """

    id: str
    title: str
    severity: Severity
    requirement: str
    basis: str
    explanation: str
    advice: str
    check: Check
    item: str = ""
    any_text: bool = False
    standards: tuple[str, ...] = ()
    when: Callable[[Standard], bool] | None = None
    cross_year: bool = False

    @property
    def family(self) -> str:
        """The first part of the id."""
        return self.id.split(".", 1)[0]

    def applies_to(self, report: Report) -> bool:
        """Whether the rule is to be run on this report."""
        if not self.any_text and not report.is_annual_report:
            return False
        if self.cross_year and report.previous is None:
            return False
        if self.when is not None and not self.when(report.standard):
            return False
        return not self.standards or report.standard.id in self.standards


def fingerprint(rule: str, key: str) -> str:
    """Return the stable id of a finding from its rule and key."""
    return hashlib.sha1(f"{rule}\n{key}".encode(), usedforsecurity=False).hexdigest()[:12]
