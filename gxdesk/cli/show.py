"""Results as text for people: the verdict first, then what to mend, gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gxdesk.checklist.model import Status
from gxdesk.checklist.result import Result, Unreadable
from gxdesk.checks.api import Finding, Severity
from gxdesk.exports.words import about, amounts, by_gravity, cause, places

_INDENT = "     "
_HEADINGS = {
    Severity.ERROR: "要改（改正后才能发布）",
    Severity.WARNING: "存疑（请核实）",
    Severity.INFO: "提示（不影响发布）",
}


def draft(result: Result, verbose: bool = False) -> str:
    """Return everything about one draft."""
    return "\n".join(_draft(result, verbose)) + "\n"


def line(result: Result) -> str:
    """Return one line about one draft of many."""
    counts = "　".join(f"{severity.word}{result.checklist.count(severity):>3}" for severity in Severity)
    return f"{counts}　{result.path}：{_flat(result.checklist.verdict)}"


def totals(results: Sequence[Result], unreadable: Sequence[Unreadable]) -> str:
    """Return the last line of a batch."""
    wrong = sum(not result.checklist.publishable for result in results)
    counts = "，".join(
        f"{severity.word}{sum(result.checklist.count(severity) for result in results)}处"
        for severity in Severity
    )
    return (
        f"共{len(results) + len(unreadable)}份：{len(results) - wrong}份没有必须修改的问题，{wrong}份要改，"
        f"{len(unreadable)}份无法读取；{counts}。"
    )


def _draft(result: Result, verbose: bool) -> Iterator[str]:
    yield str(result.path)
    yield result.checklist.verdict
    yield _flat(about(result.report))
    yield f"{amounts(result)}。"
    findings = by_gravity(result.checklist.findings)
    numbers = {finding.id: number for number, finding in enumerate(findings, 1)}
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        yield f"\n{_HEADINGS[severity]}"
        for finding in group:
            yield from _finding(finding, numbers, result, verbose)
    yield from _items(result, Status.NOT_CHECKABLE, "无法核对（不等于没有问题）")
    if verbose:
        yield from _items(result, Status.MANUAL, "待人工确认")
        yield from _items(result, Status.PASS, "通过")
        yield from _items(result, Status.NOT_APPLICABLE, "不适用")
        yield f"\n{_flat(result.report.standard_reason)}。用时{result.seconds:.2f}秒。"


def _finding(finding: Finding, numbers: dict[str, int], result: Result, verbose: bool) -> Iterator[str]:
    yield f"{numbers[finding.id]:>3}. {finding.title}〔{finding.rule}〕"
    if finding.places:
        yield f"{_INDENT}位置：{_joined(places(finding))}"
    yield f"{_INDENT}问题：{_flat(finding.message)}"
    reason = cause(finding, result.report, numbers)
    if reason:
        yield f"{_INDENT}原因：{_joined(reason)}"
    if verbose:
        yield from _more(finding)
    if finding.cause not in numbers:
        yield f"{_INDENT}处理：{_flat(finding.suggestion)}"


def _more(finding: Finding) -> Iterator[str]:
    if finding.expected is not None:
        yield f"{_INDENT}应为：{_flat(finding.expected)}"
    if finding.actual is not None:
        yield f"{_INDENT}实为：{_flat(finding.actual)}"
    yield f"{_INDENT}依据：{_flat(finding.basis)}"


def _items(result: Result, status: Status, heading: str) -> Iterator[str]:
    items = [item for item in result.checklist.items if item.status is status]
    if items:
        yield f"\n{heading}"
    for item in items:
        note = f"：{item.note}" if item.note and status is Status.NOT_CHECKABLE else ""
        yield f"  ·  {item.title}{note}"


def _joined(lines: str) -> str:
    return _flat(lines.replace("\n等", "等").replace("\n", "；"))


def _flat(text: str) -> str:
    """Text of a draft on one line, without characters a terminal would obey."""
    return "".join(ch if ch.isprintable() else " " for ch in text.replace("\r", ""))
