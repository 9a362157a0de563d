"""Rule year.projects: last year's number of items is what last year's report leads to (G3)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.crossyear import both_tables, numbers, place_then
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """2020: 上一年项目数量 = 2019: 上一年项目数量 + 本年增/减, row by row."""
    tables = both_tables(report, "disclosure")
    if tables is None:
        yield Unchecked("没有相邻年度的表二可比")
        return
    then, now = tables
    for row in now.form.rows():
        key = f"{row.id}.last_year"
        if key not in now.cells or key not in then.cells:
            continue
        before, after = numbers(then, key, f"{row.id}.change"), numbers(now, key)
        if before is None or after is None:
            yield Unchecked(f"「{row.name}」的项目数量缺少或空白，无法与上年核对")
        elif sum(before) != after[0]:
            yield Hit(
                f"表二「{row.name}」上一年项目数量是{plain(after[0])}，"
                f"按上年报告{plain(before[0])}＋增减{plain(before[1])}应为{plain(before[0] + before[1])}。",
                (now.cells[key].place, place_then(then.cells[key])),
                row.id,
                expected=plain(before[0] + before[1]),
                actual=plain(after[0]),
            )


RULE = Rule(
    id="year.projects",
    title="上一年项目数量与上年报告不衔接",
    severity=Severity.WARNING,
    requirement="上一年项目数量等于上年报告的项目数量加增减",
    basis="国办公开办函〔2019〕60号：表二第二十条第（五）（六）（八）项",
    explanation="只用于2019、2020两个年度的格式。事项划转、清理口径变化时可以不等，因此只作存疑。",
    advice="核对权责清单；确有变化的，在报告中说明。",
    check=check,
    cross_year=True,
    when=lambda standard: any("licensing.last_year" in table.cell_ids() for table in standard.tables),
)
