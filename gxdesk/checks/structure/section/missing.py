"""Rule structure.section.missing: every section the format demands is there (M01)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.leniency import first_year_lenient
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report each section that is absent and may not be; 条例 article 50 (2007: article 32)."""
    fixed = report.standard.sections_fixed
    for section in report.sections:
        form = report.standard.section(section.id)
        if section.present or not form.absence:
            continue
        what = f"“{form.title}”一章" if fixed else f"“{form.title}”的内容"
        yield Hit(
            f"全文没有找到{what}。{form.requirement}",
            (section.place,),
            section.id,
            severity=first_year_lenient(report, Severity(form.absence)),
            title=f"缺少“{form.title}”",
            basis=form.basis,
            advice=f"补写{what}；没有发生的也要写明“无”或“0”，不能整章省略。",
            item=f"section.{section.id}",
        )


RULE = Rule(
    id="structure.section.missing",
    title="缺少应有的章节",
    severity=Severity.ERROR,
    requirement="应有的章节齐全",
    basis="《中华人民共和国政府信息公开条例》第五十条",
    explanation="法定内容不能遗漏。没有统一标题的年份（2008—2018）按内容认定，正文写到即可。"
    "2019年度为新格式首年，“确有困难可参照”，只作存疑。",
    advice="补写缺少的章节。",
    check=check,
    item="section",
)
