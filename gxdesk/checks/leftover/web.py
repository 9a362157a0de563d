"""Rule ``leftover.web``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.leftover.signoff import fields
from gxdesk.checks.quote import around, clip, listed
from gxdesk.lexicon import lexicon, pattern
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report what a web page leaves in a text (M67): page furniture as a hint, the rest as errors."""
    yield from _foreign(report)
    yield from _inside(report)
    yield from _furniture(report)


def _foreign(report: Report) -> Iterator[Hit]:
    """Report text of other articles appended after 延伸阅读 and the like, as one finding."""
    blocks = [i for i, _ in report.document.paragraphs() if i in report.foreign]
    if blocks:
        first = report.folded[blocks[0]].text
        yield Hit(
            message=f"从“{clip(first)}”起的{len(blocks)}段是网页上其他文章的摘要或者栏目，与本报告无关。",
            places=tuple(report.document.place(block) for block in blocks),
            key=f"foreign|{first}",
            title="文末带入了与报告无关的网页内容",
            advice="把这一行和它后面的内容全部删去。",
        )


def _inside(report: Report) -> Iterator[Hit]:
    """Report page turners, teasers and marks of model-essay sites inside paragraphs."""
    for block, folded in report.folded.items():
        if block in report.foreign:
            continue
        text = folded.text
        if found := _finds(text, "mill"):
            words = listed(text[start:end] for start, end in found)
            yield Hit(
                message=f"{words}是范文网站的文字，说明稿件是从范文网站复制的：“{clip(text, 40)}”。",
                places=tuple(report.folded_span(block, *span) for span in found),
                key=f"mill|{clip(text, 40)}",
                title="留有范文网站的文字",
                advice="删去这些文字，并逐段核对全文是否为本机关的实际情况。",
            )
        if block not in report.furniture and (found := _finds(text, "inline")):
            words, quoted = listed(text[start:end] for start, end in found), clip(around(text, *found[0]), 40)
            yield Hit(
                message=f"{words}是网页上的翻页或者推荐文字，混进了正文：“{quoted}”。",
                places=tuple(report.folded_span(block, *span) for span in found),
                key="inline|" + "|".join(around(text, *span, reach=6) for span in found),
                title="正文中混入了网页文字",
                advice="删去混入的文字，并把被隔断的语句接好。",
            )


@lru_cache(maxsize=8000)  # a draft is checked at every save, most of its paragraphs as they were
def _finds(text: str, kind: str) -> tuple[tuple[int, int], ...]:
    """Return where expressions of a kind match, tried only where one of their signs stands."""
    if not any(sign in text.lower() for sign in lexicon("web")[f"{kind}_signs"]):
        return ()
    return tuple(match.span() for match in pattern("web", kind).finditer(text))


def _furniture(report: Report) -> Iterator[Hit]:
    """Report page furniture as hints, one for each run of neighbouring lines."""
    signoff = {block for block, _, _, _ in fields(report)}
    only_source = all(name == "来源" for _, _, _, name in fields(report))
    run: list[int] = []
    for block in [*sorted(report.furniture - (frozenset() if only_source else signoff)), -1]:
        if run and block != run[-1] + 1:
            texts = [report.folded[i].text for i in run]
            yield Hit(
                message=f"{listed(texts, most=3)}是网页上的文字，不属于报告正文。",
                places=tuple(report.document.place(i) for i in run),
                key="lines|" + "|".join(texts),
                severity=Severity.INFO,
                title="留有网页的栏目文字",
            )
            run = []
        run.append(block)


RULE = Rule(
    id="leftover.web",
    title="留有网页文字",
    severity=Severity.ERROR,
    requirement="没有从网页复制带入的无关文字",
    basis="公文校核惯例",
    explanation=(
        "从网页复制稿件时，会把“当前位置”“打印本页”“扫一扫”等栏目文字、翻页文字和其他文章的摘要一并带入。"
        "独立成行的栏目文字只作提示，检查其他项目时不计入正文；混入正文语句或者附在文后的无关内容必须删去。"
    ),
    advice="删去这些文字。",
    check=check,
    any_text=True,
)
