"""Rule ``prose.fee_mention``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.fees import FIRST_YEAR, NAME
from gxdesk.checks.find import paragraphs
from gxdesk.report.model import Report

UNPAID = "other_unpaid.total"
_NOTHING = ("无", "没有其他", "暂无")


def check(report: Report) -> Iterator[Hit]:
    """Report a sixth section silent on the fee (M10), worse when requests lapsed unpaid (B8, M14)."""
    section, year = report.section("other"), report.identity.year
    if section is None or not section.present or year is None or year < FIRST_YEAR or NAME in report.own_text:
        return
    table = report.table("applications")
    cell = table.cells.get(UNPAID) if table else None
    if cell is not None and cell.value:
        yield Hit(
            f"表三有{plain(cell.value)}件申请因逾期未缴费不再处理，“{section.heading}”却没有写信息处理费情况。",
            (section.place, cell.place),
            "unpaid",
            title="有逾期未缴费的申请而没有报告收费情况",
        )
        return
    text = "".join(text for _, text in paragraphs(report, section))
    nothing = len(text) < 40 and any(word in text for word in _NOTHING)
    yield Hit(
        f"“{section.heading}”没有写收取信息处理费情况。",
        (section.place,),
        "absent",
        severity=Severity.INFO if nothing else None,
    )


RULE = Rule(
    id="prose.fee_mention",
    title="没有报告信息处理费情况",
    severity=Severity.WARNING,
    requirement="写明收取信息处理费情况，没有收取的也写明",
    basis="国办函〔2020〕109号（收取情况纳入年度报告）；国办公开办函〔2021〕30号",
    explanation="信息处理费自2021年起收取，收取情况在“其他需要报告的事项”中报告。全文任何一处写到都算写了；"
    "只写“无”的只作提示。“表二收费金额”与信息处理费是两回事，不因表二有收费而报。",
    advice="补写本年度收取信息处理费的情况；没有收取的写“本年度未收取信息处理费”。",
    check=check,
    when=lambda standard: any(UNPAID in table.cell_ids() for table in standard.tables),
)
