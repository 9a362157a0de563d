"""Rule ``citation.name``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.citation.known import Known, cited, documents
from gxdesk.checks.find import sentences
from gxdesk.report.model import Report

SHORTEST = 6  # characters an abbreviated title must have
_TITLE_BEFORE = re.compile(r"《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉)+)》(?:的通知)?\([^()《》]{0,12}$")
_NUMBERED = re.compile(
    r"《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉)+)》(?:的通知)?\([^()《》]{0,12}?"
    r"((?:国办|中办)[\u4e00-\u9fff]{0,5})[〔﹝\[【](\d{4})[〕﹞\]】]第?(\d{1,4})号"
)
_CODE = re.compile(r"(国办[\u4e00-\u9fff]{1,6})[〔﹝\[【(](\d{4})[〕﹞\]】)]第?(\d{1,4})号")
_NOISE = re.compile(r"[^\u4e00-\u9fff\d]")
_DRESS = re.compile(r"^(?:.*?办公厅|.*?办公室|国务院)?(?:关于)?印发|^.*?办公[厅室](?=关于)|(?:的通知|通知)$")
_ISSUER = re.compile(r"(?:中共中央办公厅|国务院办公厅|中共中央|国务院|中办|国办|两办)[^。;,《]{0,22}$")
_SHORT = {"中办": "中共中央办公厅", "国办": "国务院办公厅", "两办": "中共中央办公厅国务院办公厅"}


def check(report: Report) -> Iterator[Hit]:
    """Report a title or issuer that does not belong to the document number beside it (M35)."""
    for sentence in sentences(report, ("号",)):
        text = sentence.text
        for found in _NUMBERED.finditer(text):
            code, *parts = found.group(2, 3, 4)
            right = _titled().get((code, _key(found[1]))) or _of_title().get(_key(found[1]))
            if right is None or (code, *parts) in documents():
                continue
            written = text[found.start(2) : found.end()]
            yield Hit(
                message=f"《{found[1]}》的文号是{right.number}，写作“{written}”。",
                places=(report.span(sentence, found.start(2), found.end()),),
                key=f"{right.number}|{written}",
                title="文号与文件名称不符",
                expected=right.number,
                actual=written,
                advice=f"改为{right.number}，或者核对文件名称。",
            )
        for found in _CODE.finditer(text):
            code, year, number = found.groups()
            meant = _formats().get((year, number))
            if meant is not None and "报告" in report.own_text and (code, year, number) not in documents():
                yield Hit(
                    message=f"“{found[0]}”疑为{meant.number}：年度报告的格式是以后一文号印发的。",
                    places=(report.span(sentence, *found.span()),),
                    key=found[0],
                    severity=Severity.WARNING,
                    title="文号的机关代字疑有误",
                    expected=meant.number,
                    actual=found[0],
                    advice=f"指年度报告格式的，改为{meant.number}；确是别的文件的，写明文件名称。",
                )
        for start, end, known in cited(text):
            match = _TITLE_BEFORE.search(text, max(0, start - 90), start)
            if match is None:
                continue
            title_wrong = not _same(match[1], known)
            issuer = _missing_issuers(text[: match.start()], known)
            if not title_wrong and not issuer:
                continue
            official = f"{'、'.join(known.issuers)}《{known.title}》"
            said = [f"文件名称“{match[1]}”与文号不符"] if title_wrong else []
            said += [f"发文机关缺少{'、'.join(issuer)}"] if issuer else []
            yield Hit(
                message=f"{known.number}是{official}，{'，'.join(said)}。",
                places=(report.span(sentence, match.start(), end),),
                key=f"{known.number}|{match[1]}",
                severity=None if title_wrong else Severity.WARNING,
                expected=known.title,
                actual=match[1],
                advice=f"改为{official}（{known.number}），或者核对文号。",
            )


@cache
def _formats() -> dict[tuple[str, str], Known]:
    """Return the notices of the report formats by year and number."""
    return {(year, number): known for (_, year, number), known in documents().items() if known.instead}


@cache
def _titled() -> dict[tuple[str, str], Known]:
    """Return the known documents by the code of their number and their title."""
    return {
        (code, _key(title)): known
        for (code, _, _), known in documents().items()
        for title in (known.title, *known.also)
    }


@cache
def _of_title() -> dict[str, Known]:
    """Return the known documents by their title, titles of two documents left out."""
    found: dict[str, Known | None] = {}
    for (_, title), known in _titled().items():
        found[title] = known if found.get(title, known) is known else None
    return {title: known for title, known in found.items() if known}


def _same(written: str, known: Known) -> bool:
    """Whether a cited title is the document's, also abbreviated or in the dress of a 通知."""
    cited_title = _key(written)
    return any(
        official in cited_title or (len(cited_title) >= SHORTEST and cited_title in official)
        for official in map(_key, (known.title, *known.also))
    )


def _key(title: str) -> str:
    return _DRESS.sub("", _NOISE.sub("", title)).removeprefix("关于")


def _missing_issuers(before: str, known: Known) -> list[str]:
    """Return the issuers left out where the sentence names one of them right before the title."""
    match = _ISSUER.search(before)
    if match is None:
        return []
    named = match[0]
    for short, full in _SHORT.items():
        named = named.replace(short, full)
    if not any(issuer in named for issuer in known.issuers):
        return []
    return [issuer for issuer in known.issuers if issuer not in named]


RULE = Rule(
    id="citation.name",
    title="文件名称或发文机关与文号不符",
    severity=Severity.ERROR,
    requirement="引用文件的名称、发文机关与文号一致",
    basis="《党政机关公文处理工作条例》第十九条（引用公文应当先引标题，后引发文字号）",
    explanation=(
        "文号对应唯一的文件。名称或者文号写错、发文机关写漏，读者会查不到原文。"
        "只核对程序收录的常用国家文件；名称的规范简称和印发通知的写法不报，没有收录的文号不作判断。"
    ),
    advice="按原文件改正名称和发文机关。",
    check=check,
)
