"""Rule balance.applications.column: received plus carried in equals handled plus carried out (B1, M39)."""

from __future__ import annotations

from gxdesk.checks.equations import balance_rule

RULE = balance_rule(
    "balance.applications.column",
    title="表三勾稽不平",
    requirement="表三每列：新收＋上年结转＝办理结果总计＋结转下年度",
    explanation="这是表头所载的勾稽关系，七列逐列核对。缺行或空格时无法核对，不会显示为通过。",
    advice="对照依申请公开台账核对这一列的新收、结转和总计，改正填错的数。",
)
