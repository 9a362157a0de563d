"""Rule ``balance.in_force``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report fewer documents in force than this year's own make without those abolished (D3)."""
    table = report.table("disclosure")
    if table is None or not table.present:
        return
    for row in ("rules", "normative"):
        figures = numbers(table, f"{row}.made", f"{row}.abolished", f"{row}.in_force")
        if figures is None or figures[2] >= figures[0] - figures[1]:
            continue
        made, abolished, in_force = figures
        yield Hit(
            f"表二「{table.form.row(row).name}」本年制发{plain(made)}件、废止{plain(abolished)}件，"
            f"现行有效却只有{plain(in_force)}件，至少应有{plain(made - abolished)}件。",
            (table.cells[f"{row}.in_force"].place,),
            row,
            expected=f"不少于{plain(made - abolished)}",
            actual=plain(in_force),
        )


RULE = Rule(
    id="balance.in_force",
    title="现行有效件数少于本年净增",
    severity=Severity.WARNING,
    requirement="现行有效件数不少于本年制发减去本年废止",
    basis="国办公开办函〔2021〕30号：表二第二十条第（一）项",
    explanation="本年制发而没有废止的文件，年末应当有效。年末制发、次年施行或者当年自动失效的可能例外，因此只作存疑。",
    advice="会同司法行政部门核对三个数。",
    check=check,
    when=lambda standard: any("rules.in_force" in table.cell_ids() for table in standard.tables),
)
