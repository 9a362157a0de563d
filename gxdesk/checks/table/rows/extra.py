"""Rule table.rows.extra: rows the format does not know (M20)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report rows an office added of its own; their figures are in no equation."""
    for table in report.tables:
        if table.foreign_labels:
            continue
        for extra in table.extra_rows:
            yield Hit(
                f"{table.form.name}中的“{extra.written}”不是规定的行名。",
                (extra.place,),
                f"{table.id}:{extra.written}",
                item=f"table.{table.id}",
                actual=extra.written,
            )


RULE = Rule(
    id="table.rows.extra",
    title="自行增加的行",
    severity=Severity.INFO,
    requirement="没有自行增加的行",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="统一格式不设子行。自加的行不参加勾稽核对，只作提示。",
    advice="把自加行的数并入规定的行，或删去这一行。",
    check=check,
    item="table",
)
