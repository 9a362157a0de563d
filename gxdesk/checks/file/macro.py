"""Rule file.macro: the file carries no macros."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "macro",
    title="文件带有宏",
    severity=Severity.WARNING,
    requirement="文件不带宏",
    explanation="报告草稿用不着宏，带宏的文件可能有安全风险。程序不会运行宏。",
    advice="另存为不带宏的文件。",
)
