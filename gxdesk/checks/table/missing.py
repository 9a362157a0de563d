"""Rule table.missing: the three statutory tables are there (M15)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.leniency import first_year_lenient
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report each table of the format that was not recognised anywhere in the draft."""
    for table in report.tables:
        if table.present or not table.form.absence:
            continue
        yield Hit(
            f"全文没有找到{table.form.name}（{table.form.title}）。",
            (table.place,),
            table.id,
            severity=first_year_lenient(report, Severity(table.form.absence)),
            title=f"缺少{table.form.name}",
            basis=table.form.basis,
            item=f"table.{table.id}",
        )


RULE = Rule(
    id="table.missing",
    title="缺少规定的表格",
    severity=Severity.ERROR,
    requirement="三张统计表齐全",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="没有数据的表也要保留并填0。表格是图片时程序读不出，也会报缺表。2019年度为新格式首年，只作存疑。",
    advice="按规定格式补上表格；表格是图片的，请换成可编辑的表格。",
    check=check,
    item="table",
)
