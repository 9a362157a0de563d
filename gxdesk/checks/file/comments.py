"""Rule file.comments: no comments are left in the draft."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "comments",
    title="留有批注",
    severity=Severity.WARNING,
    requirement="批注已处理并删去",
    explanation="批注是内部意见，不应随文件发布。",
    advice="处理后删去全部批注。",
)
