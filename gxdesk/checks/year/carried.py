"""Rule year.carried: what was carried out last year is carried in this year (G1, M45)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.crossyear import both_tables, place_then
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """Compare row 上年结转 with last year's row 结转下年度, column by column; totals weigh more."""
    tables = both_tables(report, "applications")
    if tables is None:
        yield Unchecked("没有相邻年度的表三可比")
        return
    then, now = tables
    for column in now.form.parts[0].columns:
        before, after = then.cells.get(f"carried_out.{column.id}"), now.cells.get(f"carried_in.{column.id}")
        if before is None or after is None or before.value is None or after.value is None:
            yield Unchecked(f"「{column.label}」列的结转数缺少或空白，无法与上年核对")
            continue
        if before.value == after.value:
            continue
        yield Hit(
            f"表三「二、上年结转」的「{column.label}」是{plain(after.value)}，"
            f"上年报告「四、结转下年度继续办理」是{plain(before.value)}，两年不衔接。",
            (after.place, place_then(before)),
            column.id,
            severity=Severity.ERROR if column.id == "total" else Severity.WARNING,
            expected=plain(before.value),
            actual=plain(after.value),
        )


RULE = Rule(
    id="year.carried",
    title="上年结转与上年报告不一致",
    severity=Severity.ERROR,
    requirement="上年结转数等于上年报告的结转下年度数",
    basis="国家统一的年度报告格式：表三“上年结转政府信息公开申请数量”",
    explanation="总计不等为要改；总计相等而分列不等，可能是申请人归类有变，为存疑。"
    "上年数据确有更正或职能划转的，应在报告中说明。",
    advice="核对台账；上年报告有误的，在“其他需要报告的事项”中说明。",
    check=check,
    cross_year=True,
    when=lambda standard: any(table.id == "applications" for table in standard.tables),
)
