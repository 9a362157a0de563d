"""Rule table.rows.missing: a statutory table has all its rows (M18, B6)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.report.model import Report, StatutoryTable


def check(report: Report) -> Iterator[Hit]:
    """Report the rows a table lacks, by name; a table of another era's format is table.version's matter."""
    for table in report.tables:
        if not table.present or not table.missing_rows or not table.form.absence:
            continue
        if table.foreign_labels:
            continue
        names = "、".join(f"「{table.form.row(row).label}」" for row in table.missing_rows)
        yield Hit(
            f"{table.form.name}缺少{len(table.missing_rows)}行：{names}。",
            tuple(_neighbours(table)) or (table.place,),
            f"{table.id}:{','.join(table.missing_rows)}",
            title=f"{table.form.name}缺行",
            basis=table.form.basis,
            item=f"table.{table.id}",
            expected=f"{len(table.form.rows())}行",
            actual=f"{len(table.form.rows()) - len(table.missing_rows)}行",
        )


def _neighbours(table: StatutoryTable) -> Iterator[Place]:
    """Yield the last figure of the row before each gap: the missing rows belong after it."""
    last: Place | None = None
    before, gap = "", False
    for row in table.form.rows():
        if row.id in table.missing_rows:
            if not gap and last is not None:
                yield last.named(f"{table.form.name}「{before}」行之后")
            gap = True
            continue
        gap, before = False, row.label
        last = next(
            (c.place for key, c in reversed(table.cells.items()) if key.startswith(f"{row.id}.")), last
        )


RULE = Rule(
    id="table.rows.missing",
    title="统计表缺行",
    severity=Severity.ERROR,
    requirement="统计表的行齐全",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="格式中的行不得删减，没有发生的填0。缺行时有关勾稽关系无法核对，程序不会显示为通过。",
    advice="按规定格式补上缺少的行，没有数据的填0。",
    check=check,
    item="table",
)
