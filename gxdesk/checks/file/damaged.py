"""Rule file.damaged: no part of the file is damaged."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "damaged",
    title="文件部分损坏",
    severity=Severity.WARNING,
    requirement="文件没有损坏",
    explanation="正文照常读取，但样式、编号、批注等可能不全。",
    advice="用办公软件打开后另存一份新文件，再检查一次。",
)
