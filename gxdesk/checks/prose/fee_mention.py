"""Rule ``prose.fee_mention``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.fees import FIRST_YEAR, NAME
from gxdesk.checks.find import paragraphs, sentences
from gxdesk.report.model import CellValue, Report

UNPAID = "other_unpaid.total"
_NOTICED = re.compile(
    r"逾期|未[^,。;]{0,6}缴|(?<!没有)(?<!未)(?:发出|送达|下达|开具)[^,。;]{0,12}(?:收费|缴费)?通知"
)
_NONE = re.compile(
    rf"(?:未|没有|无)[^,。;]{{0,8}}?(?:{NAME}|收费通知)|{NAME}[^,。;]{{0,8}}(?:无|零|没有|(?<!\d)0元)(?=[,。;]|$)|{NAME}[^,。;]{{0,8}}:无"
)
_NOTHING = ("无", "没有其他", "暂无")


def check(report: Report) -> Iterator[Hit]:
    """Report a sixth section silent on the fee (M10), worse when requests lapsed unpaid (B8, M14)."""
    section, year = report.section("other"), report.identity.year
    if section is None or not section.present or year is None or year < FIRST_YEAR:
        return
    table = report.table("applications")
    cell = table.cells.get(UNPAID) if table else None
    if NAME in report.own_text:
        if cell is not None and cell.value:
            yield from _denied(report, cell)
        return
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


def _denied(report: Report, cell: CellValue) -> Iterator[Hit]:
    """Report that nothing is said to have been charged while requests lapsed unpaid."""
    said = [one for one in sentences(report, (NAME, "费通知", "缴费")) if one.section != "applications"]
    none = [(one, match) for one in said if (match := _NONE.search(one.text))]
    if none and not any(_NOTICED.search(one.text) for one in said):
        sentence, match = none[0]
        yield Hit(
            f"表三有{plain(cell.value or Decimal(0))}件申请因逾期未缴费不再处理，正文却写“{match[0]}”。",
            (report.span(sentence, *match.span()), cell.place),
            "denied",
            title="有逾期未缴费的申请而没有报告收费情况",
            advice="写明发出收费通知和逾期未缴费的件数；没有这样的申请的，核对表三。",
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
