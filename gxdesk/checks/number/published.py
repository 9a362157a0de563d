"""Rule ``number.published``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.crossyear import numbers
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report more documents newly public than public in all (D8), or than newly made (D9)."""
    table = report.table("disclosure")
    for row in ("rules", "normative") if table and table.present else ():
        assert table is not None
        name = table.form.row(row).name
        figures = numbers(table, f"{row}.published", f"{row}.total")
        if figures and figures[0] > figures[1]:
            yield Hit(
                f"表二「{name}」本年新公开{plain(figures[0])}件，多于对外公开总数量{plain(figures[1])}件。",
                (table.cells[f"{row}.published"].place, table.cells[f"{row}.total"].place),
                f"{row}:total",
                actual=plain(figures[0]),
                expected=f"不多于{plain(figures[1])}",
            )
        made = numbers(table, f"{row}.published", f"{row}.made")
        if made and made[0] > made[1]:
            yield Hit(
                f"表二「{name}」本年新公开{plain(made[0])}件，多于本年新制作{plain(made[1])}件。",
                (table.cells[f"{row}.published"].place, table.cells[f"{row}.made"].place),
                f"{row}:made",
                severity=Severity.WARNING,
                actual=plain(made[0]),
                advice="公开了以前年度制作的文件的，可以不改；否则核对两个数。",
            )


RULE = Rule(
    id="number.published",
    title="新公开数量与总数量不合",
    severity=Severity.ERROR,
    requirement="本年新公开数量不多于对外公开总数量",
    basis="国办公开办函〔2019〕60号：表二第二十条第（一）项",
    explanation="本年新公开的也在总数量之内。新公开多于新制作的，可能公开了以前的文件，只作存疑。"
    "只用于2019、2020两个年度的格式。",
    advice="核对公开目录，改正其中一个数。",
    check=check,
    when=lambda standard: any("rules.published" in table.cell_ids() for table in standard.tables),
)
