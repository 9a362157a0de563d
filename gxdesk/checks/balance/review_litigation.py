"""Rule balance.review_litigation: each group of table four adds up (C1-C3, M40)."""

from __future__ import annotations

from gxdesk.checks.equations import balance_rule

RULE = balance_rule(
    "balance.review_litigation",
    title="表四合计不平",
    requirement="表四各组：结果维持＋结果纠正＋其他结果＋尚未审结＝总计",
    explanation="行政复议、未经复议直接起诉、复议后起诉三组分别核对。",
    advice="对照复议、诉讼台账核对这一组的数，改正填错的数或总计。",
)
