"""Rule file.formula: every formula of a workbook has a result that can be read."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "formula",
    title="公式没有结果或出错",
    severity=Severity.WARNING,
    requirement="表中公式都有计算结果",
    explanation="没有结果的公式读不出数字，有关的勾稽关系无法核对。",
    advice="用 Excel 或 WPS 打开，重新计算后保存；出错的公式改正或改填数字。",
)
