"""Rule year.in_force: documents in force follow from last year's (G2, G5, M46)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.crossyear import both_tables, numbers, place_then
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

ROWS = ("rules", "normative")


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """In force = last year's in force + made - abolished; both years must be of the 2021 format."""
    tables = both_tables(report, "disclosure")
    if tables is None:
        yield Unchecked("没有相邻年度的表二可比")
        return
    then, now = tables
    for row in ROWS:
        key = f"{row}.in_force"
        if key not in then.form.cell_ids():
            yield Unchecked("上年报告用的是旧格式，没有“现行有效件数”，不能比对")
            return
        before = numbers(then, key)
        figures = numbers(now, f"{row}.made", f"{row}.abolished", key)
        if before is None or figures is None:
            yield Unchecked(f"{now.form.row(row).name}的件数缺少或空白，无法与上年核对")
            continue
        made, abolished, in_force = figures
        expected = before[0] + made - abolished
        if expected != in_force:
            yield Hit(
                f"表二「{now.form.row(row).name}」现行有效{plain(in_force)}件，"
                f"按上年有效{plain(before[0])}件＋本年制发{plain(made)}件－本年废止{plain(abolished)}件"
                f"应为{plain(expected)}件。",
                (now.cells[key].place, place_then(then.cells[key])),
                row,
                expected=plain(expected),
                actual=plain(in_force),
            )


RULE = Rule(
    id="year.in_force",
    title="现行有效件数与上年不衔接",
    severity=Severity.WARNING,
    requirement="现行有效件数＝上年现行有效＋本年制发－本年废止",
    basis="国办公开办函〔2021〕30号：表二第二十条第（一）项",
    explanation="宣布失效未计入废止、机构改革划转、统计口径由本机关改为汇总、上年数据更正的，可以不等，因此只作存疑。",
    advice="与司法行政部门核对件数；确有上述情形的，在报告中说明。",
    check=check,
    cross_year=True,
    when=lambda standard: any("rules.in_force" in table.cell_ids() for table in standard.tables),
)
