"""Rule file.encoding: the text of the file can be read in full."""

from __future__ import annotations

from gxdesk.checks.api import Severity
from gxdesk.checks.notices import notice_rule

RULE = notice_rule(
    "encoding",
    title="有读不出的文字",
    severity=Severity.WARNING,
    requirement="文字都能正确读出",
    explanation="编码损坏的字会影响检查。如果满屏都是乱码，请换一种编码打开。",
    advice="对照原稿补上读不出的字，另存为 UTF-8 编码。",
)
