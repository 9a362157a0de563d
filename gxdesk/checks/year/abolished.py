"""Rule year.abolished: no more documents are abolished than there were (D2)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import both_tables, numbers, place_then
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report more abolished than last year's in force and this year's made together (D2)."""
    tables = both_tables(report, "disclosure")
    if tables is None or "rules.in_force" not in tables[0].form.cell_ids():
        return
    then, now = tables
    for row in ("rules", "normative"):
        before = numbers(then, f"{row}.in_force")
        figures = numbers(now, f"{row}.made", f"{row}.abolished")
        if before is None or figures is None or figures[1] <= before[0] + figures[0]:
            continue
        yield Hit(
            f"表二「{now.form.row(row).name}」本年废止{plain(figures[1])}件，"
            f"多于上年有效{plain(before[0])}件与本年制发{plain(figures[0])}件之和。",
            (now.cells[f"{row}.abolished"].place, place_then(then.cells[f"{row}.in_force"])),
            row,
            expected=f"不多于{plain(before[0] + figures[0])}",
            actual=plain(figures[1]),
        )


RULE = Rule(
    id="year.abolished",
    title="废止件数多于原有件数",
    severity=Severity.WARNING,
    requirement="本年废止件数不多于上年有效与本年制发之和",
    basis="国办公开办函〔2021〕30号：表二第二十条第（一）项",
    explanation="废止的只能是原来有效的或者本年制发的文件。职能划入、口径改为汇总的可能例外，因此只作存疑。",
    advice="与司法行政部门核对废止件数和上年有效件数。",
    check=check,
    cross_year=True,
    when=lambda standard: any("rules.in_force" in table.cell_ids() for table in standard.tables),
)
