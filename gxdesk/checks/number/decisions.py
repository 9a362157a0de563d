"""Rule ``number.decisions``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

FEWEST = 3  # small numbers are equal by chance


def check(report: Report) -> Iterator[Hit]:
    """Report decisions that are just last year's items plus the change: items were counted (D7, M44)."""
    table = report.table("disclosure")
    for row in table.form.rows() if table and table.present else ():
        assert table is not None
        keys = (f"{row.id}.last_year", f"{row.id}.change", f"{row.id}.decisions")
        figures = numbers(table, *keys) if set(keys) <= set(table.cells) else None
        if figures is None or figures[2] < FEWEST or figures[0] + figures[1] != figures[2]:
            continue
        yield Hit(
            f"表二「{row.name}」的处理决定数量{plain(figures[2])}恰好等于上一年项目数量{plain(figures[0])}"
            f"加增减{plain(figures[1])}，可能填的是项目数，不是作出的决定数。",
            (table.cells[keys[2]].place,),
            row.id,
            actual=plain(figures[2]),
        )


RULE = Rule(
    id="number.decisions",
    title="处理决定数可能填成了项目数",
    severity=Severity.WARNING,
    requirement="处理决定数量填全年作出的决定数",
    basis="国办公开办函〔2019〕60号：表二第二十条第（五）（六）项",
    explanation="项目数量是权责清单上的事项数，处理决定数量是全年实际作出的决定数，两者通常差得很远。"
    "只用于2019、2020两个年度的格式；3以下的小数不报。",
    advice="按执法台账核对全年作出的决定数。",
    check=check,
    when=lambda standard: any("licensing.change" in table.cell_ids() for table in standard.tables),
)
