"""Rule structure.supervision: governments report assessment, public appraisal and accountability (M09)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report

DUTIES = {
    "工作考核": ("工作考核", "考核"),
    "社会评议": ("社会评议", "评议"),
    "责任追究": ("责任追究", "追究", "追责", "问责"),
}


def check(report: Report) -> Iterator[Hit]:
    """Report the duties of article 50 item 4 that a government's report does not mention."""
    if report.identity.level != "government":
        return
    text = "".join(report.folded[index].text for index, _ in report.prose)
    missing = [duty for duty, words in DUTIES.items() if not any(word in text for word in words)]
    overview = report.section("overview")
    if missing:
        yield Hit(
            f"各级人民政府的年度报告还应包括{'、'.join(missing)}结果情况，全文没有写到。",
            (overview.place if overview else report.whole,),
            "、".join(missing),
            advice=f"在总体情况的监督保障部分补写{'、'.join(missing)}结果情况。",
        )


RULE = Rule(
    id="structure.supervision",
    title="政府报告缺少考核评议追责情况",
    severity=Severity.ERROR,
    requirement="各级人民政府写明工作考核、社会评议和责任追究结果情况",
    basis="《中华人民共和国政府信息公开条例》第五十条第一款第四项",
    explanation="这项要求只对各级人民政府，部门不查。",
    advice="补写缺少的情况；没有发生责任追究的也应写明。",
    check=check,
    when=lambda standard: standard.sections_fixed,
)
