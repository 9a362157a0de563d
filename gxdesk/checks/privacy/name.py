"""Rule ``privacy.name``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.report.model import Report

_SURNAME = (
    "[张王李赵刘陈杨黄周吴徐孙马朱胡郭林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹"
    "熊陆郝孔崔毛邱秦江侯邵孟龙段雷钱汤尹黎武乔贺赖龚]"
)
_APPLICANT = re.compile(
    rf"(?:申请人|申诉人|起诉人|原告|信访人|举报人|当事人)(?P<n>{_SURNAME}(?![某××XX*])[\u4e00-\u9fff]{{1,2}})"
    r"(?=(?:多次|反复|再次|一再)|提出|申请公开|要求|提交|向[我本市县区省]|不服|诉|\(|,(?:男|女)|的?(?:住址|电话))"
)
_ADDRESS = re.compile(
    r"(?:家住|现住|住址为?|户籍地(?:址)?为?|住所地为?):?(?P<n>[\u4e00-\u9fff\d]{4,30}(?:\d+号|\d+室|\d+单元|村|组))"
)
_OFFICIAL = re.compile(
    rf"(?P<n>(?:局长|主任|书记|厅长|市长|县长|区长|处长|科长|校长)(?P<p>{_SURNAME}[\u4e00-\u9fff]{{1,2}})同志)"
)


def check(report: Report) -> Iterator[Hit]:
    """Report applicants' names and addresses (M72); officials' names are only a hint (A0-21)."""
    people = ("申请人", "申诉人", "起诉人", "原告", "信访人", "举报人", "当事人")
    for block, match in matches(report, people, _APPLICANT):
        shown = f"{match['n'][0]}某"
        yield Hit(
            f"写出了申请人、当事人的姓名（{shown}），个人姓名不应随报告公开。",
            (report.folded_span(block, *match.span("n")),),
            f"{shown}|{match.start()}",
        )
    for block, match in matches(report, ("家住", "现住", "住址", "户籍地", "住所地"), _ADDRESS):
        yield Hit(
            "写出了个人的住址，不应随报告公开。",
            (report.folded_span(block, *match.span("n")),),
            f"address|{match['n'][:6]}",
            title="含有个人住址",
        )
    for block, match in matches(report, ("同志",), _OFFICIAL):
        yield Hit(
            f"写出了“{match['n']}”的姓名，公职人员姓名可以公开，一般只写职务。",
            (report.folded_span(block, *match.span("n")),),
            match["n"],
            severity=Severity.INFO,
            title="写出了工作人员姓名",
            advice="不必写姓名的，改为只写职务。",
        )


RULE = Rule(
    id="privacy.name",
    title="含有个人姓名或者住址",
    severity=Severity.WARNING,
    requirement="没有申请人、当事人的姓名和住址",
    basis="《中华人民共和国个人信息保护法》；《中华人民共和国政府信息公开条例》第十五条",
    explanation="申请人、原告、信访人等个人的姓名、住址属于个人信息。已写作“张某”“李××”的不报；公职人员姓名只作提示。",
    advice="改为“张某”一类写法，或者删去。",
    check=check,
    any_text=True,
)
