"""Rule file.hidden: no hidden text, rows, columns or sheets are left in the draft."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "hidden",
    title="留有隐藏内容",
    severity=Severity.WARNING,
    requirement="没有隐藏的文字、行列或工作表",
    explanation="隐藏内容在纸面上看不见，发布到网上却可能被读到，也没有参加检查。",
    advice="取消隐藏后核对，不需要的删去。",
)
