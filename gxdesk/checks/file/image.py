"""Rule file.image: no table is a picture (M15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gxdesk.checks.api import Hit, Severity
from gxdesk.checks.notices import checker, notice_rule
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report pictures; where a statutory table is missing, one of them may be that table (M15)."""
    missing = [table.form.name for table in report.tables if not table.present and table.form.absence]
    for hit in checker("image")(report):
        if not missing:
            yield replace(hit, severity=Severity.INFO)
            continue
        yield replace(
            hit,
            message=f"没有找到可以核对的{'、'.join(missing)}，草稿里却有图片，这里的表格可能是图片。{hit.message}",
            severity=Severity.WARNING,
            title="表格是图片，无法核对",
        )


RULE = replace(
    notice_rule(
        "image",
        title="草稿中有图片",
        severity=Severity.INFO,
        requirement="表格不用图片代替",
        explanation="图片里的文字和数字程序读不出。缺少统计表时，图片可能就是那张表，报为存疑。",
        advice="表格是图片的，换成可以编辑的表格。",
    ),
    check=check,
)
