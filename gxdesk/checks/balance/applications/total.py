"""Rule balance.applications.total: the total row adds up all results (B2, M39)."""

from __future__ import annotations

from gxdesk.checks.equations import balance_rule

RULE = balance_rule(
    "balance.applications.total",
    title="表三总计不等于各项之和",
    requirement="表三每列：（七）总计＝（一）至（六）各项之和",
    explanation="七列逐列核对。缺行或空格时无法核对，不会显示为通过。",
    advice="对照台账核对这一列的各项办理结果，改正填错的数或总计。",
)
