"""Rule file.format: the file name tells the real format."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "format",
    title="文件扩展名与内容不符",
    severity=Severity.INFO,
    requirement="文件扩展名与内容一致",
    explanation="程序按实际内容读取，不影响检查。",
    advice="用办公软件另存为正确的格式。",
)
