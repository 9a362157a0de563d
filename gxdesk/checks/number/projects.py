"""Rule ``number.projects``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report rows of the trial format whose items would be fewer than none (D6)."""
    table = report.table("disclosure")
    for row in table.form.rows() if table and table.present else ():
        assert table is not None
        keys = (f"{row.id}.last_year", f"{row.id}.change")
        figures = numbers(table, *keys) if set(keys) <= set(table.cells) else None
        if figures and sum(figures) < 0:
            yield Hit(
                f"表二「{row.name}」上一年项目数量{plain(figures[0])}，本年增减{plain(figures[1])}，现有项目数成了负数。",
                tuple(table.cells[key].place for key in keys),
                row.id,
                actual=plain(sum(figures, figures[0] * 0)),
                expected="0以上",
            )


RULE = Rule(
    id="number.projects",
    title="项目增减后成了负数",
    severity=Severity.ERROR,
    requirement="上一年项目数量加本年增减不小于0",
    basis="国办公开办函〔2019〕60号：表二第二十条第（五）（六）（八）项",
    explanation="减少的项目不会多于原有的项目。只用于2019、2020两个年度的格式。",
    advice="核对权责清单，改正上一年项目数量或者本年增减。",
    check=check,
    when=lambda standard: any("licensing.change" in table.cell_ids() for table in standard.tables),
)
