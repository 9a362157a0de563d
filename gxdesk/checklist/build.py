"""Findings and standard to the checklist: every mandated item with its state, passed ones too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from gxdesk.checklist.model import Checklist, Item, Status
from gxdesk.checks.api import Finding, Rule, Severity
from gxdesk.checks.catalogue import rules
from gxdesk.checks.runner import Outcome
from gxdesk.report.model import Report

FAMILY_GROUPS = {
    "structure": "章节",
    "table": "表格",
    "number": "表格",
    "balance": "勾稽",
    "year": "勾稽",
    "prose": "文字",
    "date": "文字",
    "citation": "文字",
    "language": "文字",
    "leftover": "发布前",
    "privacy": "发布前",
    "injection": "发布前",
    "layout": "发布前",
    "file": "发布前",
}


OFFICE, OFFICE_GROUP = "office", "发布前"  # the office's own rules


def build(report: Report, outcome: Outcome) -> Checklist:
    """Return the checklist of a checked report."""
    by_item: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.findings:
        by_item[finding.item].append(finding)
    notes = {unchecked.item: unchecked.reason for unchecked in outcome.unchecked if unchecked.item}
    ran = {rule.id for rule in outcome.ran}
    entries = (*_entries(report), *_own_entries(outcome))
    items = tuple(_item(entry, tuple(by_item.get(entry.id, ())), notes, ran) for entry in entries)
    return Checklist(items, outcome.findings, verdict(report, outcome.findings))


class _Entry:
    """What an item asks, before it is known how the draft stands."""

    __slots__ = ("basis", "group", "id", "manual", "requirement", "rule", "title")

    def __init__(
        self,
        item_id: str,
        title: str,
        group: str,
        requirement: str,
        basis: str,
        rule: str = "",
        manual: bool = False,
    ) -> None:
        self.id, self.title, self.group = item_id, title, group
        self.requirement, self.basis, self.rule, self.manual = requirement, basis, rule, manual


def _entries(report: Report) -> Iterator[_Entry]:
    """Yield the items the standard and the catalogue ask for, in the order of the groups."""
    standard = report.standard
    if report.is_annual_report:
        for section in standard.sections:
            yield _Entry(
                f"section.{section.id}",
                section.title,
                "章节",
                section.requirement,
                section.basis,
                "structure.section.missing",
            )
    yield from _rule_entries(("章节",))
    if report.is_annual_report:
        for table in standard.tables:
            yield _Entry(
                f"table.{table.id}",
                f"{table.name}（{table.title}）" if table.title != table.name else table.name,
                "表格",
                "表格齐全，行、列与规定格式一致",
                table.basis,
                "table.missing",
            )
    yield from _rule_entries(("表格", "勾稽", "文字", "发布前"))
    for manual in standard.manual if report.is_annual_report else ():
        yield _Entry(manual.id, manual.title, manual.group, manual.requirement, manual.basis, manual=True)


@cache
def _rule_entries(groups: tuple[str, ...]) -> tuple[_Entry, ...]:
    """Return one item for each rule that is not already part of a section's or table's item."""
    return tuple(
        _rule_entry(rule, group)
        for group in groups
        for rule in rules()
        if FAMILY_GROUPS[rule.family] == group and not rule.item
    )


def _own_entries(outcome: Outcome) -> Iterator[_Entry]:
    """Yield one item for each of the office's own rules, after all of ours."""
    for rule in outcome.ran:
        if rule.family == OFFICE:
            yield _rule_entry(rule, OFFICE_GROUP)


def _rule_entry(rule: Rule, group: str) -> _Entry:
    return _Entry(rule.id, rule.requirement, group, rule.explanation, rule.basis, rule.id)


def _item(entry: _Entry, findings: tuple[Finding, ...], notes: dict[str, str], ran: set[str]) -> Item:
    status, note = _status(entry, findings, notes, ran)
    return Item(entry.id, entry.title, entry.group, entry.requirement, entry.basis, status, findings, note)


def _status(
    entry: _Entry, findings: tuple[Finding, ...], notes: dict[str, str], ran: set[str]
) -> tuple[Status, str]:
    worst = {finding.severity for finding in findings}
    if Severity.ERROR in worst:
        return Status.FAIL, ""
    if entry.id in notes:
        return Status.NOT_CHECKABLE, notes[entry.id]
    if Severity.WARNING in worst:
        return Status.WARN, ""
    if entry.manual:
        return Status.MANUAL, "请对照台账和审签记录人工确认"
    if entry.rule not in ran:
        return Status.NOT_APPLICABLE, "不适用于本报告的格式或文种"
    return Status.PASS, ""


def verdict(report: Report, findings: tuple[Finding, ...]) -> str:
    """Return the sentence that answers: can it be published?"""
    errors = [f for f in findings if f.severity is Severity.ERROR]
    warnings = [f for f in findings if f.severity is Severity.WARNING]
    amounts = "，".join(part for part in (_amount(errors, "处要改"), _amount(warnings, "处存疑")) if part)
    if not report.is_annual_report:
        head = "这不像政府信息公开工作年度报告，只做了文字检查"
        return f"{head}：{amounts}。" if amounts else f"{head}，没有发现问题。"
    if errors:
        return f"暂不能发布：{amounts}。"
    if warnings:
        return f"没有发现必须修改的问题，有{amounts}，请核实后发布。"
    return "没有发现问题，完成人工确认事项后可以发布。"


def _amount(findings: list[Finding], unit: str) -> str:
    """Return ``5处要改（其中2处由别的错误引起）``, or nothing when there are none."""
    if not findings:
        return ""
    caused = sum(finding.cause is not None for finding in findings)
    return f"{len(findings)}{unit}" + (f"（其中{caused}处由同一处错误引起）" if caused else "")
