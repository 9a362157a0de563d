"""Rule year.same_table: this year's table is not last year's, kept by mistake (G7, M62)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import last_report
from gxdesk.report.model import Report, StatutoryTable

SHARE = 0.9
FEWEST_FIGURES = 4  # cells that are not zero; a small body's table may well repeat


def check(report: Report) -> Iterator[Hit]:
    """Report a table nine tenths of whose cells, and most of whose figures, are last year's."""
    previous = last_report(report)
    for now in report.tables if previous else ():
        then = previous.table(now.id) if previous else None
        if then is None or not _kept(now, then):
            continue
        yield Hit(
            f"{now.form.name}的数字几乎与上年报告完全相同，可能沿用了上年的表。",
            (now.place,),
            now.id,
        )


def _kept(now: StatutoryTable, then: StatutoryTable) -> bool:
    common = [key for key in now.cells if key in then.cells]
    figures = [key for key in common if now.value(key)]
    if len(figures) < FEWEST_FIGURES:
        return False
    same = sum(now.value(key) == then.value(key) for key in common)
    same_figures = sum(now.value(key) == then.value(key) for key in figures)
    return same >= SHARE * len(common) and same_figures >= SHARE * len(figures)


RULE = Rule(
    id="year.same_table",
    title="疑似沿用上年的表",
    severity=Severity.WARNING,
    requirement="统计表填的是本年度的数",
    basis="国办公开办函〔2021〕30号：年度报告内容应当准确",
    explanation="全年为零的表和数字很少的表不报。",
    advice="对照本年度台账逐格核对。",
    check=check,
    cross_year=True,
)
