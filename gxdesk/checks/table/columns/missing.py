"""Rule table.columns.missing: a statutory table has all its columns (M18)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report, StatutoryTable


def check(report: Report) -> Iterator[Hit]:
    """Report the columns a table lacks, by name; another era's table is table.version's matter."""
    for table in report.tables:
        if not table.present or not table.missing_columns or not table.form.absence:
            continue
        if table.foreign_labels:
            continue
        names = "、".join(f"「{_label(table, column)}」" for column in table.missing_columns)
        yield Hit(
            f"{table.form.name}缺少{len(table.missing_columns)}列：{names}。",
            (table.place,),
            f"{table.id}:{','.join(table.missing_columns)}",
            title=f"{table.form.name}缺列",
            basis=table.form.basis,
            item=f"table.{table.id}",
        )


def _label(table: StatutoryTable, column_id: str) -> str:
    columns = (column for part in table.form.parts for column in part.columns)
    return next(column.label for column in columns if column.id == column_id)


RULE = Rule(
    id="table.columns.missing",
    title="统计表缺列",
    severity=Severity.ERROR,
    requirement="统计表的列齐全",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="格式中的列不得删减，没有发生的填0。列名写得认不出时也按缺列报告。",
    advice="按规定格式补上缺少的列，并核对列名。",
    check=check,
    item="table",
)
