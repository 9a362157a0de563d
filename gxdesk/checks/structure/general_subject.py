"""Rule ``structure.general_subject``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import matches
from gxdesk.checks.quote import listed
from gxdesk.report.model import Report

FEWEST = 3
_GENERAL = re.compile(
    r"各级政府(?:部门|机关|及其部门)?|各级(?:行政)?机关|部分地区|部分地方|多数部门|大多数部门|一些地方|一些地区|"
    r"有的地方|有些地方|部分政府部门|政府部门(?:应|要|在|普遍)"
)
_OWN = re.compile(
    r"我[局厅委办部院署中县市区省州盟旗镇乡街校单馆站所处]|本[局厅委办部院署县市区省单机部街镇乡]|我们|局党[组委]|厅党[组委]|"
    r"[县市区省州]政府办公[室厅]"
)


def check(report: Report) -> Iterator[Hit]:
    """Report a text that speaks of bodies in general and never of its own (M64)."""
    if _OWN.search(report.own_text) or _names_itself(report):
        return
    found = list(matches(report, ("各级", "部分", "部门", "一些", "有的", "有些"), _GENERAL))
    if len(found) < FEWEST:
        return
    yield Hit(
        f"全文{len(found)}处泛称{listed(m[0] for _, m in found)}，没有一处写到本机关，像是从别处抄来的。",
        tuple(report.folded_span(block, *m.span()) for block, m in found),
        "general",
    )


def _names_itself(report: Report) -> bool:
    """Whether the body's name stands outside the title, the preface and the signature."""
    name, overview = report.identity.authority, report.section("overview")
    first = overview.start if overview and overview.heading else 0
    return bool(name) and (
        sum(text.count(name or "") for block, text in report.own if block >= first and text != name)
        > (0 if first else 2)
    )


RULE = Rule(
    id="structure.general_subject",
    title="写的不是本机关",
    severity=Severity.WARNING,
    requirement="报告写本机关的情况",
    basis="《中华人民共和国政府信息公开条例》第五十条（本行政机关的情况）；国办公开办函〔2021〕30号",
    explanation="全文没有“我局”“本机关”和单位名称，而“各级政府部门”“部分地区”等泛称有三处以上的，多半不是本机关的实际情况。",
    advice="改写为本机关的做法、数据和问题。",
    check=check,
)
