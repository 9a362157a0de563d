"""Rule ``balance.double_counted``."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import demanded, plain
from gxdesk.report.balances import evaluate, instances
from gxdesk.report.model import Report

TOTAL = "balance.applications.total"


def check(report: Report) -> Iterator[Hit]:
    """Report columns whose results exceed the total by just the requests partly granted (B7)."""
    table = report.table("applications")
    if table is None or not table.present:
        return
    for balance in instances(table.form):
        result = evaluate(balance, table) if balance.rule == TOTAL else None
        if result is None or result.left_sum is None or result.right_sum is None:
            continue
        column = balance.left[0].split(".")[1]
        partial = table.cells.get(f"partial.{column}")
        if partial and partial.value and result.right_sum - result.left_sum == partial.value:
            yield Hit(
                f"表三「{table.form.column(balance.left[0]).label}」列各项结果之和比总计多{plain(partial.value)}，"
                f"恰好等于「部分公开」的{plain(partial.value)}，可能同一件申请既计入部分公开，又计入了其他情形。",
                (partial.place, table.cells[balance.left[0]].place),
                column,
            )


RULE = Rule(
    id="balance.double_counted",
    title="部分公开的申请可能重复计入",
    severity=Severity.INFO,
    requirement="区分处理的申请只计入“部分公开”",
    basis="国家统一的年度报告格式：表三“部分公开（区分处理的，只计这一情形，不计其他情形）”",
    explanation="一件申请部分公开、部分不予公开的，只计“部分公开”一项。这是对勾稽不平原因的提示，不平本身另报。",
    advice="核对部分公开的各件申请是否又计入了“不予公开”等项，重复的去掉。",
    check=check,
    when=demanded(TOTAL),
)
