"""Rule file.rounded: figures are stored as they are shown."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "rounded",
    title="显示的数与保存的数不同",
    severity=Severity.WARNING,
    requirement="显示的数字与保存的数字一致",
    explanation="程序按显示的数字核对。显示时四舍五入会使合计看上去不平。",
    advice="按显示的数字填写，或调整单元格格式。",
)
