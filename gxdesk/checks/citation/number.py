"""Rule ``citation.number``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import having
from gxdesk.checks.quote import around, clip
from gxdesk.report.model import Report

LONGEST_CODE = 12  # characters of an issuing office's code (机关代字)
_YEAR = r"(?:19|20)\d\d"
_NUMBER = r"(?:第|[Xx×_*]+)?\d*(?:[、,和至—–~-]第?\d+)*"
_WITH_YEAR = re.compile(rf"(?<=[\u4e00-\u9fff])[〔﹝\[]{_YEAR}[〕﹞\]](?P<rest>{_NUMBER}号?)")
_UNCLOSED = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})[〔﹝]{_YEAR}年?(?![〕﹞\])】\d年])\d*号?")
_GLUED = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})[〔﹝]{_YEAR}\d{{1,3}}号")
_UNOPENED = re.compile(rf"(?<=[\u4e00-\u9fff][字发函令办规通]){_YEAR}[〕﹞\]]\d+号")


def check(report: Report) -> Iterator[Hit]:
    """Report document numbers (发文字号) without number, 号 or one of the brackets (M33)."""
    for block, text in having(report, ("〔", "﹝", "[", "〕", "﹞")):
        for match in _WITH_YEAR.finditer(text):
            if problem := _incomplete(match["rest"]):
                yield _hit(report, block, match.span(), problem)
        for expression, bracket in ((_GLUED, "〕"), (_UNCLOSED, "〕"), (_UNOPENED, "〔")):
            for match in expression.finditer(text):
                yield _hit(report, block, match.span(), f"缺少年份的括号“{bracket}”")


def _incomplete(rest: str) -> str | None:
    """Say what is missing after 〔2015〕."""
    if re.search(r"[Xx×_*]", rest):
        return None  # a place not filled in: leftover.placeholder
    if not re.search(r"\d", rest):
        return "缺少“号”和它前面的顺序号" if not rest.endswith("号") else "“号”前面缺少顺序号"
    return None if rest.endswith("号") else "顺序号后面缺少“号”"


def _hit(report: Report, block: int, span: tuple[int, int], problem: str) -> Hit:
    text = report.folded[block].text
    start, end = _tight(text, *span)
    if _parenthesis_open(text, start, end):
        problem += "，外面的括号也只有前半个"
    return Hit(
        message=f"文号“{clip(text[start:end])}”不完整，{problem}：“{clip(around(text, start, end), 40)}”。",
        places=(report.folded_span(block, start, end),),
        key=around(text, start, end),
        actual=text[start:end],
    )


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the issuing office's code before the bracket, without the words before it."""
    bracket = start
    while start > 0 and bracket - start < LONGEST_CODE and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    head = text[start:bracket]
    for mark in ("根据", "按照", "依据", "印发", "《", "和", "及", "以"):
        at = head.rfind(mark)
        if 0 <= at < len(head) - len(mark):
            return start + at + len(mark), end
    return start, end


def _parenthesis_open(text: str, start: int, end: int) -> bool:
    """Whether the number stands after an opening parenthesis that the sentence never closes."""
    opener = text.rfind("(", max(0, start - 14), start)
    if opener < 0 or ")" in text[opener:start]:
        return False
    close, other = text.find(")", end), text.find("(", end)
    return close < 0 or 0 <= other < close or "。" in text[end:close]


RULE = Rule(
    id="citation.number",
    title="文号不完整",
    severity=Severity.ERROR,
    requirement="引用文件的文号完整（机关代字、年份、顺序号）",
    basis="《党政机关公文格式》（GB/T 9704—2012）7.2.5",
    explanation=(
        "发文字号由机关代字、六角括号括入的年份和顺序号加“号”组成，缺少任何一部分都无法查到原文。"
        "没有标注文号的文件名称不报；留作填空的“XX号”由占位内容一项报出。"
    ),
    advice="对照原文件补全文号，例如“×政办发〔2015〕12号”，并检查两边括号是否成对。",
    check=check,
    any_text=True,
)
