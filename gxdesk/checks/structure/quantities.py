"""Rule ``structure.quantities``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.report.model import Report

_BLANK = "[Xx×_]{1,4}"  # left in a template: the number has its place, rule leftover.placeholder asks for it
_COUNT = re.compile(
    rf"(?:(?<![第\d.年月])\d[\d,]*(?:\.\d+)?[余多万]*|{_BLANK})(?:条|件|篇|次|份|期|人次|场|个|项)(?!月)"
)
_AMOUNT = rf"(?:\d[\d,]*[余多万]*|{_BLANK})(?:条|件|篇|份)"
_TOTAL = re.compile(
    rf"(?:信息|文件|公文|材料|稿件)(?:总[数量])?(?:共计?|累计|总计|合计|达到?)(?:约)?{_AMOUNT}"
    rf"|(?:全年|本年度|年内|一年来|主动公开|累计|总共)[^。;,\d]{{0,30}}(?:信息|文件|公文|材料)[^。;,\d]{{0,10}}{_AMOUNT}"
    rf"|(?:全年|主动公开)[^。;,\d]{{0,12}}{_AMOUNT}"
)
_VAGUE = re.compile(r"主动公开了?[^。;\d]{0,20}(?:文件|信息|内容)")
_NUMBERLESS = ("了", "各类", "各种", "大量")


def check(report: Report) -> Iterator[Hit]:
    """Report free-form reports that count nothing, or not what was made public (A0-16, A3-07)."""
    if not _COUNT.search(report.own_text):
        yield Hit(
            "全文没有一个统计数，看不出主动公开了多少信息。",
            (report.whole,),
            "none",
            title="没有任何统计数",
        )
        return
    if _TOTAL.search(report.own_text.replace("\n", "。")):
        return
    place = _vague(report)
    if place is not None:
        yield Hit("写到主动公开，却没有写明全年公开了多少条。", (place,), "total")


def _vague(report: Report) -> Place | None:
    """Return where the report speaks of having made things public without saying how many."""
    for sentence in report.sentences:
        match = _VAGUE.search(sentence.text) if "主动公开" in sentence.text else None
        if match and any(word in match[0] for word in _NUMBERLESS) and not re.search(r"\d", sentence.text):
            return report.span(sentence, *match.span())
    return None


RULE = Rule(
    id="structure.quantities",
    title="没有写主动公开的数量",
    severity=Severity.WARNING,
    requirement="写明全年主动公开政府信息的数量",
    basis="《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条第（一）项",
    explanation="2018年度及以前没有统一的表格，主动公开的情况要在正文中用数字说明。写了总数或者各类信息条数的不报。",
    advice="补写全年主动公开信息的条数和各渠道的数量。",
    check=check,
    when=lambda standard: not standard.sections_fixed,
)
