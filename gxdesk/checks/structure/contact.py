"""Rule ``structure.contact``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.document.place import SheetOrigin
from gxdesk.report.model import Report

_POSTCODE = re.compile(
    r"邮(?:政)?编(?:码)?[是为]?[::]?(?![\dXx×_]{6}(?!\d)|[XxX×_【(])(?P<n>[\dA-Za-z][\w@.]*)"
)
TAIL = 8  # last paragraphs among which a report is signed
_CONTACT = re.compile(r"电话|联系方式|联系人|邮箱|传真|\d{3,4}-\d{7,8}")
_SIGNED = re.compile(
    r"^.{0,30}?(?:(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年.{1,3}月.{1,3}日|20\d\d[-./]\d{1,2}[-./]\d{1,2})[)]?$"
)


def check(report: Report) -> Iterator[Hit]:
    """Report a report without telephone number or signature, once (M75)."""
    for block, match in matches(report, ("邮编", "邮政编码"), _POSTCODE):
        yield Hit(
            f"邮编写作“{match['n']}”，邮政编码是六位数字。",
            (report.folded_span(block, *match.span("n")),),
            f"postcode:{match['n']}",
            severity=Severity.WARNING,
            title="邮编不是六位数字",
            actual=match["n"],
            advice="核对并改正邮政编码。",
        )
    missing = []
    if not _CONTACT.search(report.own_text):
        missing.append("联系方式")
    if not any(_SIGNED.match(report.folded[block].text) for block in _closing(report)):
        missing.append("落款单位和日期")
    if missing:
        yield Hit(
            f"没有写{'、'.join(missing)}。", (report.whole,), "、".join(missing), severity=Severity.INFO
        )


def _closing(report: Report) -> list[int]:
    """Return the blocks that may sign a report: its last, or any of a workbook, where notes follow."""
    last = [block for block, _ in report.prose[-TAIL:]]
    loose = [block for block, paragraph in report.prose if isinstance(paragraph.origin, SheetOrigin)]
    return loose or last


RULE = Rule(
    id="structure.contact",
    title="联系方式或者落款不全",
    severity=Severity.WARNING,
    requirement="写明联系方式，文末有落款单位和日期",
    basis="工作惯例",
    explanation="统一格式没有规定，公众查询和归档时需要，因此只作提示；邮编不是六位数字的报存疑。",
    advice="补上办公电话、地址和落款。",
    check=check,
)
