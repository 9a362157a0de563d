"""The checklist (检查清单): every mandated item with its state, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gxdesk.checks.api import Finding, Severity

GROUPS = ("章节", "表格", "勾稽", "文字", "发布前")


class Status(StrEnum):
    """The state of an item, as in the contract."""

    PASS = "pass"
    FAIL = "fail"
    WARN = "warn"
    MANUAL = "manual"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKABLE = "not-checkable"

    @property
    def word(self) -> str:
        """The word shown to clerks."""
        return {
            "pass": "通过",
            "fail": "要改",
            "warn": "存疑",
            "manual": "待人工",
            "not-applicable": "不适用",
            "not-checkable": "无法核对",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person confirmed an item: who, when (ISO, local time with zone) and a note."""

    item: str
    who: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A person decided to ignore a finding, or a whole rule for one draft, and why.

    ``kind`` is ``finding`` (``target`` is the finding's id) or ``rule`` (``target`` is the rule's id);
    ``title`` is what was ignored, in words, for lists in which the finding no longer occurs.
    """

    kind: str
    target: str
    reason: str
    who: str
    at: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that occurs but is ignored."""

    finding: Finding
    ignore: Ignore


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what is required, on what basis, and how the draft stands.

    ``note`` says why an item is not checkable or not applicable, or who confirmed it.
    """

    id: str
    title: str
    group: str
    requirement: str
    basis: str
    status: Status
    findings: tuple[Finding, ...] = ()
    note: str = ""
    confirmed: Confirmation | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """All items in the order of :data:`GROUPS`, the findings in reading order, and the verdict sentence.

    ``ignored`` are findings a person set aside; they are in no item and in no count but their own.
    """

    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    verdict: str
    ignored: tuple[Ignored, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """Findings per severity, as in the contract."""
        return {severity.value: self.count(severity) for severity in Severity}

    @property
    def publishable(self) -> bool:
        """Whether nothing was found that must be mended."""
        return self.count(Severity.ERROR) == 0

    def item(self, item_id: str) -> Item | None:
        """Return an item by id."""
        return next((item for item in self.items if item.id == item_id), None)

    def finding(self, finding_id: str) -> Finding | None:
        """Return a finding by id."""
        return next((finding for finding in self.findings if finding.id == finding_id), None)
