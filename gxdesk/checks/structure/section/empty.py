"""Rule structure.section.empty: a section has the content its heading promises (M07, M11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.model import Paragraph
from gxdesk.report.model import Report, Section

LEAST = {"overview": 100, "problems": 30, "other": 1}  # folded characters, formats.md M07 and M11
_FORMAL = re.compile(r"统计期限|联系(?:电话|方式|人)|如(?:有|对).{0,12}疑问|邮编|地址[:是]|电子版|下载")


def check(report: Report) -> Iterator[Hit]:
    """Report sections without text; dates of the period and contact lines are no content."""
    for section in report.sections:
        least = LEAST.get(section.id)
        if least is None or not section.present or not section.heading:
            continue
        length = _content(report, section)
        if length < least:
            yield Hit(
                f"“{section.heading}”一章只有{length}个字的实际内容，没有写明应报告的情况。"
                if length
                else f"“{section.heading}”一章没有内容。",
                (section.place,),
                section.id,
                item=f"section.{section.id}",
                actual=str(length),
                advice=report.standard.section(section.id).requirement,
            )


def _content(report: Report, section: Section) -> int:
    """Return the folded characters of a section's sentences that report something."""
    return sum(
        len(sentence.text)
        for sentence in report.sentences
        if section.start <= sentence.block < section.end
        and isinstance(report.document.blocks[sentence.block], Paragraph)
        and not _FORMAL.search(sentence.text)
    )


RULE = Rule(
    id="structure.section.empty",
    title="章节内容空缺",
    severity=Severity.ERROR,
    requirement="各章有实际内容",
    basis="《中华人民共和国政府信息公开条例》第五十条",
    explanation="只有标题，或只写统计期限和联系方式，等于没有报告。有表格的章不要求文字。",
    advice="按这一章的要求补写情况；确实没有的写明“无”。",
    check=check,
    item="section",
    when=lambda standard: standard.sections_fixed,
)
