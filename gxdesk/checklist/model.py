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
class Item:
    """One item: what is required, on what basis, and how the draft stands.

    ``note`` says why an item is not checkable or not applicable.
    """

    id: str
    title: str
    group: str
    requirement: str
    basis: str
    status: Status
    findings: tuple[Finding, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All items in the order of :data:`GROUPS`, the findings in reading order, and the verdict sentence."""

    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    verdict: str

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
