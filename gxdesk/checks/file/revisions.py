"""Rule file.revisions: no tracked changes are left in the draft."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "revisions",
    title="留有修订痕迹",
    severity=Severity.WARNING,
    requirement="修订已全部接受或拒绝",
    explanation="检查按接受全部修订后的文字进行。留着修订发布，公众能看到修改前的内容。",
    advice="在审阅中接受或拒绝全部修订后保存。",
)
