"""Rule ``citation.missing_number``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import sentences
from gxdesk.checks.quote import clip
from gxdesk.report.model import Report

_GUIDED = re.compile(r"^(?:.{0,20})?(?:根据|按照|依据|遵照)")
_NOTICE = re.compile(
    r"《(?P<t>(?:[^《》]|《[^《》]*》|〈[^〈〉]*〉){6,80}(?:通知|意见|方案|要点|办法|函))》(?P<after>\([^()]{0,30}\)?)?"
)
_OFFICE = re.compile(r"关于|办公[厅室]|人民政府|委员会")
_NUMBERED = re.compile(r"[〔﹝\[【(](?:19|20)\d\d")


def check(report: Report) -> Iterator[Hit]:
    """Report a basis without its number where the same sentence gives another's (A0-06)."""
    for sentence in sentences(report, ("》",)):
        text = sentence.text
        if text.count("《") < 2 or not _GUIDED.search(text):
            continue
        found = list(_NOTICE.finditer(text))
        numbered = [match for match in found if _NUMBERED.search(match["after"] or "")]
        for match in found if numbered else ():
            if match in numbered or not _OFFICE.search(match["t"]):
                continue
            yield Hit(
                f"《{clip(match['t'], 32)}》没有写文号，同一句中的另一份文件写了。",
                (report.span(sentence, *match.span()),),
                match["t"][:40],
            )


RULE = Rule(
    id="citation.missing_number",
    title="依据文件缺少文号",
    severity=Severity.WARNING,
    requirement="作为依据的文件写明文号，前后体例一致",
    basis="《党政机关公文处理工作条例》第十九条（引用公文应当先引标题，后引发文字号）",
    explanation="同一句话引用几份通知、意见，有的写了文号，有的没有写的，报存疑。全都不写文号的、法律法规不在此列。",
    advice="补写文号。",
    check=check,
)
