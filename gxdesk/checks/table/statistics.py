"""Rule ``table.statistics``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report

FIRST = 2014  # 国办发〔2014〕32号


def check(report: Report) -> Iterator[Hit]:
    """Say that reports of 2014-2018 usually carry the statistics table (formats 2.1.3)."""
    table, year = report.table("statistics"), report.identity.year
    if table is None or table.present or year is None or year < FIRST:
        return
    yield Hit(
        f"{year}年度的报告通常附有《政府信息公开情况统计表》，本报告没有。",
        (report.whole,),
        "statistics",
    )


RULE = Rule(
    id="table.statistics",
    title="没有附统计表",
    severity=Severity.INFO,
    requirement="2014—2018年度的报告附政府信息公开情况统计表",
    basis="国办发〔2014〕32号（统计数据按统一指标报送）",
    explanation="统计表要求报送，不要求都写进报告，因此只作提示。2013年度及以前没有统一的统计表。",
    advice="当地要求附表的，补上统计表。",
    check=check,
    when=lambda standard: any(table.id == "statistics" for table in standard.tables),
)
