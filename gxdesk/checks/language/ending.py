"""Rule ``language.ending``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import is_pasted
from gxdesk.document.model import Paragraph
from gxdesk.document.text import enumerator
from gxdesk.report.model import Report

RUNNING = 60  # folded characters from which a line without a full stop inside still is running text
SHORTEST = 8  # shorter lines are labels and cells of a flattened table
TAIL = 12  # characters quoted
_ENDS = "。;!?:.…"
_PAUSE = ",、"
_CONTACT = re.compile(r"电话|地址|邮编|邮箱|传真|网址|附件|https?:|www\.|\.(?:cn|com)|联系人")
_UNFINISHED = re.compile(r"(?:作为|以及|并且|[余和与及对把被向由按于])$")
_PLAIN_END = re.compile(r"[\u4e00-\u9fff]$")
_CONTINUES = re.compile(r"^(?:[,。;、:)]|[件条次项个人份篇场期][,。;、])")


def check(report: Report) -> Iterator[Hit]:
    """Report paragraphs that end in mid-sentence (M70) and sentences broken over two paragraphs (M71)."""
    following = _following(report)
    title = report.identity.title_block
    for block, paragraph in report.prose:
        text = report.folded[block].text
        if len(text) < SHORTEST or text[-1] in _ENDS or paragraph.level or block == title:
            continue
        follower = following.get(block)
        found = _ending(text, follower[1] if follower else None)
        if found and not is_pasted(text):
            severity, message, advice = found
            end = len(text)
            places = [report.folded_span(block, end - min(TAIL, end), end)]
            if severity is Severity.WARNING and follower and "断" in message:
                places.append(report.document.place(follower[0]))
            yield Hit(message, tuple(places), text[-24:], severity, advice=advice)


def _following(report: Report) -> dict[int, tuple[int, str]]:
    """Map each paragraph to the next block's index and folded text when that is the report's own text."""
    own = {index for index, _ in report.prose}
    blocks = report.document.blocks
    return {
        index: (index + 1, report.folded[index + 1].text)
        for index in own
        if index + 1 in own and isinstance(blocks[index + 1], Paragraph)
    }


def _ending(text: str, after: str | None) -> tuple[Severity, str, str] | None:
    """Judge the end of a paragraph from the folded text of the next (``None``: nothing follows)."""
    tail = f"“……{text[-TAIL:]}”"
    anew = after is None or enumerator(after) is not None or not after
    running = "。" in text or (len(text) >= RUNNING and sum(text.count(mark) for mark in ",;、") >= 2)
    if text[-1] in _PAUSE and (running or len(text) >= RUNNING // 3):
        word = "逗号" if text[-1] == "," else "顿号"
        if anew:
            return (
                Severity.ERROR,
                f"段末{tail}以{word}结束，话没有说完。",
                "补全这句话，或者把段末标点改为句号。",
            )
        return Severity.WARNING, f"段末{tail}以{word}结束，句子断在两段。", "把两段接成一段。"
    if not anew and after is not None and _broken(text, after, running):
        return Severity.WARNING, f"段末{tail}没有标点，句子断在两段。", "把两段接成一段。"
    if running and anew and _PLAIN_END.search(text) and not _CONTACT.search(text[-60:]):
        return Severity.WARNING, f"段末{tail}缺少句末标点。", "在段末补上句号；话没有说完的，补全。"
    return None


def _broken(text: str, after: str, running: bool) -> bool:
    if _CONTINUES.search(after):
        return True
    ended = after[-1] in _ENDS or len(after) >= RUNNING
    return ended and bool(_UNFINISHED.search(text) or (running and re.search(r"[\u4e00-\u9fff]$", text)))


RULE = Rule(
    id="language.ending",
    title="段末句子不完整",
    severity=Severity.ERROR,
    requirement="各段句子完整，段末标点正确",
    basis="《标点符号用法》（GB/T 15834）；公文校核惯例",
    explanation=(
        "段落以逗号、顿号结束而下面另起一段，多是漏写了内容；句子断在两段，多是复制时带入了换行。"
        "标题、落款、联系方式和以冒号引出下文的段落不报。"
    ),
    advice="补全句子，改正段末标点。",
    check=check,
    any_text=True,
)
