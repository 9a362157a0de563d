"""Rule balance.applications.row: the total column adds up the six kinds of applicants (B3, B9, M39)."""

from __future__ import annotations

from gxdesk.checks.equations import balance_rule

RULE = balance_rule(
    "balance.applications.row",
    title="表三总计列不等于各类申请人之和",
    requirement="表三每行：总计＝自然人与五类法人或其他组织之和",
    explanation="逐行核对。空格时无法核对，不会显示为通过。",
    advice="对照台账核对这一行各类申请人的数，改正填错的数或总计。",
)
