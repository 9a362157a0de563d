"""Rule structure.aspects: the overview covers the five aspects (M06)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report aspects of the overview that no word of it shows; three or more missing are an error."""
    overview = report.section("overview")
    if overview is None or not overview.present or not overview.heading:
        return
    text = "".join(
        folded.text for block, folded in report.folded.items() if overview.start <= block < overview.end
    )
    missing = [name for name, words in report.standard.aspects if not any(word in text for word in words)]
    if missing:
        yield Hit(
            f"“{overview.heading}”一章没有写到{len(missing)}个方面：{'、'.join(missing)}。",
            (overview.place,),
            "、".join(missing),
            severity=Severity.ERROR if len(missing) >= 3 else Severity.WARNING,
            item="section.overview",
            advice=f"在总体情况中补写：{'、'.join(missing)}。",
        )


RULE = Rule(
    id="structure.aspects",
    title="总体情况缺少规定的方面",
    severity=Severity.WARNING,
    requirement="总体情况写明主动公开、依申请公开、政府信息管理、平台建设、监督保障",
    basis="国办公开办函〔2021〕30号：总体情况包括五个方面",
    explanation="小标题的写法不限，写到内容即可。缺三个以上方面为要改，缺一两个为存疑。",
    advice="补写缺少的方面。",
    check=check,
    item="section.overview",
    when=lambda standard: bool(standard.aspects),
)
