"""Rule year.published: the documents public in all do not fall below last year's (G4)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.crossyear import both_tables, numbers, place_then
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """2020: 对外公开总数量 = 2019's + 本年新公开, as long as nothing was cleared away."""
    tables = both_tables(report, "disclosure")
    if tables is None:
        yield Unchecked("没有相邻年度的表二可比")
        return
    then, now = tables
    for row in ("rules", "normative"):
        key = f"{row}.total"
        before, after = numbers(then, key), numbers(now, f"{row}.published", key)
        if before is None or after is None:
            yield Unchecked(f"「{now.form.row(row).name}」的件数缺少或空白，无法与上年核对")
        elif before[0] + after[0] != after[1]:
            yield Hit(
                f"表二「{now.form.row(row).name}」对外公开总数量是{plain(after[1])}，"
                f"上年{plain(before[0])}＋本年新公开{plain(after[0])}＝{plain(before[0] + after[0])}。",
                (now.cells[key].place, place_then(then.cells[key])),
                row,
                expected=plain(before[0] + after[0]),
                actual=plain(after[1]),
            )


RULE = Rule(
    id="year.published",
    title="对外公开总数量与上年不衔接",
    severity=Severity.WARNING,
    requirement="对外公开总数量＝上年总数量＋本年新公开（没有清理时）",
    basis="国办公开办函〔2019〕60号：表二第二十条第（一）项",
    explanation="只用于2019、2020两个年度的格式。清理废止文件后总数可以减少，因此只作存疑。",
    advice="核对公开目录；有清理的，在报告中说明。",
    check=check,
    cross_year=True,
    when=lambda standard: any("rules.published" in table.cell_ids() for table in standard.tables),
)
