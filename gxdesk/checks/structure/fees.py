"""Rule ``structure.fees``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import paragraphs
from gxdesk.document.text import fold
from gxdesk.report.model import Report

# word of the heading -> what shows in the text that it was dealt with
_PROMISES = {
    "支出": re.compile(r"支出|开支|经费|投入|花费"),
    "开支": re.compile(r"支出|开支|经费|投入|花费"),
    "减免": re.compile(r"减免|免费|免收|免除|(?:无|没有|未|不).{0,16}(?:收费|收取)"),
    "收费": re.compile(r"收费|收取|费用|免费"),
}
_NO_REQUESTS = re.compile(r"(?:没有|未|无)(?:曾)?(?:收到|接到|受理|发生)[^。;]{0,12}申请")  # hence no fees


def check(report: Report) -> Iterator[Hit]:
    """Report a heading on fees that promises what its text does not tell (A4-09)."""
    section = report.section("fees")
    own = paragraphs(report, section)
    if section is None or not own:
        return
    heading = fold(section.heading).text
    text = "".join(text for _, text in own).replace(heading, "")
    missing = [word for word, shown in _PROMISES.items() if word in heading and not shown.search(text)]
    if missing and text and not _NO_REQUESTS.search(text):
        yield Hit(
            f"标题是“{section.heading}”，正文没有写{'、'.join(missing)}情况。",
            (section.place, report.document.place(own[0][0])),
            "、".join(missing),
        )


RULE = Rule(
    id="structure.fees",
    title="收费一章没有写全",
    severity=Severity.WARNING,
    requirement="收费一章写到标题所说的支出、收费、减免",
    basis="《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条第（三）项",
    explanation="标题写了支出、收费、减免几方面，正文只写了一方面。写明没有收费或者没有收到申请的，视为都已说明。",
    advice="补写缺少的一方面；没有发生的写明“无”，或者改小标题。",
    check=check,
    item="section.fees",
    when=lambda standard: any(section.id == "fees" for section in standard.sections),
)
