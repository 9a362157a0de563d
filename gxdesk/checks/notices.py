"""The file rules' common work: what a reader noticed becomes one finding for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report

MOST_PLACES = 25


def checker(
    kind: str, grave: Callable[[Report], Severity] | None = None
) -> Callable[[Report], Iterator[Hit]]:
    """Return the check that reports the reader's notices of one kind as one finding.

    ``grave`` may choose another severity for a report than the rule's own.
    """

    def check(report: Report) -> Iterator[Hit]:
        """Report what the reader noticed, with all its places."""
        notices = [notice for notice in report.document.notices if notice.kind == kind]
        if not notices:
            return
        more = f"同类情况共{len(notices)}处。" if len(notices) > 1 else ""
        yield Hit(
            notices[0].text + more,
            tuple(notice.place for notice in notices[:MOST_PLACES]),
            kind,
            severity=grave(report) if grave else None,
        )

    return check


def notice_rule(
    kind: str,
    *,
    title: str,
    severity: Severity,
    requirement: str,
    explanation: str,
    advice: str,
    grave: Callable[[Report], Severity] | None = None,
) -> Rule:
    """Return the rule ``file.<kind>``."""
    return Rule(
        id=f"file.{kind}",
        title=title,
        severity=severity,
        requirement=requirement,
        basis="工作惯例：发布稿应为清稿；《中华人民共和国保守国家秘密法》关于公开前保密审查的要求",
        explanation=explanation,
        advice=advice,
        check=checker(kind, grave),
        any_text=True,
    )
