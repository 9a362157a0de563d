"""Rule structure.title: the title names the body, the year and the kind of report (M28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.text import fold
from gxdesk.report.model import Report

_OFFICIAL = re.compile(r"^(?:.{2,40}?20\d\d年度?|20\d\d年度?.{2,40}?)政府信息公开(?:工作)?年度报告$")
_COMMISSIONS = "卫生健康|发展和?改革|教育(?:工作)?|民族(?:宗教)?事务|住房和?城乡建设|国有资产监督管理"
_NAMELESS = re.compile(
    r"^(?:我|本)?[省市县区旗州盟]?(?:局|厅|委|办|[\u4e00-\u9fff]{2,4}[局厅委办]"
    rf"|(?:{_COMMISSIONS})委员会|人民政府(?:办公[室厅])?)$"
)
_BODILESS = re.compile(
    r"(?:20\d\d年?度?)?(?:政府|政务)?信息公开(?:工作)?(?:20\d\d)?(?:年?度)?(?:工作)?(?:情况)?的?(?:报告|年报)"
)
_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{1,}[省市县区旗州盟]")


def check(report: Report) -> Iterator[Hit]:
    """Report a missing title, a body that is not named in full, and unusual wording.

    The wording itself is prescribed only from memory of the format notice, so it is a hint at most.
    """
    identity = report.identity
    if identity.title_block is None:
        yield Hit(
            "没有找到报告标题。标题应写明单位全称和年份，如“××市教育局2024年政府信息公开工作年度报告”。",
            (report.whole,),
            "missing",
            severity=Severity.WARNING,
            title="没有报告标题",
        )
        return
    place = report.document.place(identity.title_block)
    name = identity.authority or ""
    if name and _nameless(name):
        yield Hit(
            f"标题中的单位“{name}”没有写明是哪个地方的机关，公众无法识别报告主体。",
            (place,),
            f"name:{name}",
            title="标题中单位名称不完整",
            actual=name,
        )
    title = fold(identity.title).text
    if _BODILESS.fullmatch(title):
        yield Hit(
            f"标题“{identity.title}”没有写单位名称。",
            (place,),
            "bodiless",
            severity=Severity.WARNING,
            title="标题没有写单位",
            actual=identity.title,
        )
        return
    if not _OFFICIAL.match(title.lstrip("•·●")):
        yield Hit(
            f"标题“{identity.title}”与通行写法不一致，通行写法为“单位全称＋年份＋政府信息公开工作年度报告”。",
            (place,),
            "wording",
            severity=Severity.INFO,
            title="标题写法不规范",
            actual=identity.title,
        )


def _nameless(name: str) -> bool:
    """Whether a body's name tells only its kind (区教育局), not whose it is (长宁区教育局)."""
    return bool(_NAMELESS.match(name)) and not _PLACE_NAME.match(name[:-1])


RULE = Rule(
    id="structure.title",
    title="标题不规范",
    severity=Severity.ERROR,
    requirement="标题写明单位全称、年份和文种",
    basis="《中华人民共和国政府信息公开条例》第四十九条、第五十条；国家统一的年度报告格式",
    explanation="年度报告以行政机关名义发布，标题应能看出是哪个机关、哪一年的报告。写法略有不同的只作提示。",
    advice="把标题改为“单位全称＋年份＋政府信息公开工作年度报告”。",
    check=check,
)
