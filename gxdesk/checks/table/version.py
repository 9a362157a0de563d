"""Rule table.version: the tables are of the format in force for the report year (M16, M17)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report tables that carry labels only another era's format has."""
    for table in report.tables:
        labels = table.foreign_labels
        if not labels:
            continue
        words = "、".join(dict.fromkeys(f"“{label.written.strip()}”" for label in labels))
        mixed = "，与规定的格式混用" if table.cells else ""
        yield Hit(
            f"{table.form.name}中的{words}属于{labels[0].official}{mixed}，本报告应使用{report.standard.name}。",
            tuple(label.place for label in labels),
            table.id,
            title=f"{table.form.name}用了别的年份的表格",
            basis=table.form.basis,
            item=f"table.{table.id}",
        )


RULE = Rule(
    id="table.version",
    title="表格格式与年度不符",
    severity=Severity.ERROR,
    requirement="使用本年度适用的表格",
    basis="国办公开办函〔2021〕30号（2021年度起）；国办公开办函〔2019〕60号（2019、2020年度）",
    explanation="新旧两种格式的行名、列名不同，混用后数据无法核对，因此不再另报缺行缺列。",
    advice="换用本年度适用的空白表格，重新填数。",
    check=check,
    item="table",
)
