"""Rule ``prose.fee_multiple``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.fees import fees
from gxdesk.report.model import Report

STEP = 10  # every step of the fee schedule is a multiple of ten 元


def check(report: Report) -> Iterator[Hit]:
    """Report a fee no combination of the schedule's steps makes (M60)."""
    for fee in fees(report):
        if fee.yuan % STEP:
            yield Hit(
                f"“{fee.words}”合{plain(fee.yuan)}元，不是10元的整数倍，与收费标准不合。",
                (fee.place,),
                fee.words,
                actual=plain(fee.yuan),
            )


RULE = Rule(
    id="prose.fee_multiple",
    title="信息处理费与收费标准不合",
    severity=Severity.WARNING,
    requirement="信息处理费是10元的整数倍",
    basis="《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条、第五条",
    explanation="按件、按量两种收费标准的各档都是10元的整数倍，合计也应如此。",
    advice="对照收费通知核对金额。",
    check=check,
)
