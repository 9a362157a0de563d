"""Rule ``leftover.placeholder``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.quote import around, clip, listed
from gxdesk.document.model import Cell
from gxdesk.document.place import Place
from gxdesk.document.text import fold
from gxdesk.lexicon import lexicon
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report what a template leaves to be filled in (M61), empty file record fields (M29) as hints."""
    left_out = report.furniture | report.foreign
    for block, folded in report.folded.items():
        if block not in left_out and (spans := _spans(folded.text)):
            yield _hit(folded.text, spans, tuple(report.folded_span(block, *span) for span in spans))
    statutory = {block for table in report.tables for block in table.blocks}
    for block, table in report.document.tables():
        if block not in statutory and block not in report.foreign:
            for cell in table.cells:
                yield from _in_cell(report, block, cell)


def _in_cell(report: Report, block: int, cell: Cell) -> Iterator[Hit]:
    text = fold(cell.text).text
    spans = _spans(text)
    if spans:
        yield _hit(text, spans, (report.document.cell_place(block, cell),))


@cache
def _expressions() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return ``(signs, expression)``: the expression can only match where one of the signs stands."""
    data = lexicon("placeholder")
    words = tuple((tuple(entry["any"]), re.compile(entry["is"])) for entry in data["words"])
    plain = tuple(((sign,), re.compile(sign)) for sign in data["metadata"])
    empty = tuple(((sign.replace("\\", ""),), re.compile(sign)) for sign in data["empty"])
    return (*plain, *words, *empty)


@cache
def _any_sign() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(sign) for signs, _ in _expressions() for sign in signs))


@lru_cache(maxsize=4000)  # a draft is checked at every save, most of its paragraphs as they were
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of placeholders, the longer of two that overlap."""
    if not _any_sign().search(text):
        return ()
    wanted = (expression for signs, expression in _expressions() if any(sign in text for sign in signs))
    found = [match.span() for expression in wanted for match in expression.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _hit(text: str, spans: tuple[tuple[int, int], ...], places: tuple[Place, ...]) -> Hit:
    words = [text[start:end] for start, end in spans]
    metadata = all(word in lexicon("placeholder")["metadata"] for word in words)
    quoted = clip(around(text, *spans[0]), 40)
    return Hit(
        message=f"{listed(words)}是模板中留待填写的内容，没有填写或者没有删去：“{quoted}”。",
        places=places,
        key="|".join(around(text, *span, reach=6) for span in spans),
        severity=Severity.INFO if metadata else None,
        actual="、".join(dict.fromkeys(words)),
    )


RULE = Rule(
    id="leftover.placeholder",
    title="留有未填写的占位内容",
    severity=Severity.ERROR,
    requirement="没有未填写的模板占位内容",
    basis="国办公开办函〔2021〕30号关于报告内容准确、全面的要求；公文校核惯例",
    explanation=(
        "报告沿用模板时，XX、××、某某、20XX、下划线、（文字描述）和空括号等占位内容应当全部填写或者删去。"
        "网页上的“字体：[ ]”一类页面文字不在此列；英文缩写、网址和尺寸（如20×30）不报。"
    ),
    advice="填入实际内容；不需要的，连同括号一并删去。",
    check=check,
    any_text=True,
)
