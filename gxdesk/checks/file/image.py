"""Rule file.image: no table is a picture (M15)."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule
from gxdesk.report.model import Report


def _grave(report: Report) -> Severity:
    """A picture matters when a statutory table is missing: it may be that table."""
    missing = any(not table.present and table.form.absence for table in report.tables)
    return Severity.WARNING if missing else Severity.INFO


RULE = notice_rule(
    "image",
    title="草稿中有图片",
    severity=Severity.INFO,
    requirement="表格不用图片代替",
    explanation="图片里的文字和数字程序读不出。缺少统计表时，图片可能就是那张表，报为存疑。",
    advice="表格是图片的，换成可以编辑的表格。",
    grave=_grave,
)
