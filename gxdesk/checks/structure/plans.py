"""Rule ``structure.plans``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import paragraphs
from gxdesk.checks.quote import clip
from gxdesk.lexicon import lexicon
from gxdesk.report.model import Report

_TURN = re.compile(
    r"改进(?:情况|措施|方向|打算|方法|意见|及成效)|下一步|下步|针对(?:上述|以上|这些|存在|本年度|[^。;,]{0,8}问题)|"
    r"今后|20\d\d年,?[^。;,]{0,12}(?:将|重点|着力)|整改措施|(?:采取|重点做好)(?:以下|如下)"
)
_PROBLEM = re.compile(
    r"问题|不足|短板|差距|薄弱|有待|不够|不高|不强|不到位|滞后|单一|缺[少乏]|困难|偏[少低慢]|不平衡|不佳|不畅"
)
_ITEM = re.compile(
    r"(?<![唯统单专第同其合归惟不万之周期])[一二三四五六七八九十]是|[(][一二三四五六七八九十][)]"
)
_SPLIT = re.compile(r"[。;]")
RUN = 4  # characters
_COMMON = re.compile(
    r"[^\u4e00-\u9fff]|政府|政务|信息|公开|工作|依申请|年度|报告|存在|问题|改进|情况|措施|我局|机关|部门|单位|"
    r"进一步|有待|不断|加强|提高|不够|不足"
)
_HEADING = re.compile(  # it numbers a half of the section, no problem and no measure
    r"[(][一二三四][)](?:存在|主要|的|问题|不足|困难|和|及|与|改进|整改|措施|情况|成效|下一步|工作|打算|上年度?|本年度?)+(?=[:,]|$)"
)


class _Piece(NamedTuple):
    block: int
    start: int
    end: int
    text: str


def check(report: Report) -> Iterator[Hit]:
    """Report problems no improvement answers, by number or by what they are about (M13)."""
    own = paragraphs(report, report.section("problems"))
    problems, improvements = _halves(own)
    if not problems or not improvements:
        return  # structure.problems
    answer = "。".join(piece.text for piece in improvements)
    taken_up = _runs(answer)
    open_themes = set()
    for piece in problems:
        if _ITEM.search(piece.text) and not taken_up.isdisjoint(_runs(piece.text)):
            continue  # the improvements name the thing itself
        for theme, answered in _themes_of(piece.text):
            if theme not in open_themes and not answered.search(answer):
                open_themes.add(theme)
                yield Hit(
                    f"写了“{theme}”方面的问题（“{clip(piece.text, 32)}”），改进情况中没有与它对应的措施。",
                    (
                        report.folded_span(piece.block, piece.start, piece.end),
                        report.document.place(improvements[0].block),
                    ),
                    theme,
                )
    said, done = _numbered(problems), _numbered(improvements)
    if not open_themes and done >= 1 and said >= done + 2:
        yield Hit(
            f"列了{said}个问题，改进措施只有{done}条，可能有问题没有写措施。",
            (report.document.place(problems[0].block), report.document.place(improvements[0].block)),
            "count",
            expected=str(said),
            actual=str(done),
        )


def _halves(own: list[tuple[int, str]]) -> tuple[list[_Piece], list[_Piece]]:
    """Split the section into problems and improvements, at the first words that turn to the latter."""
    problems: list[_Piece] = []
    improvements: list[_Piece] = []
    for block, text in own:
        start = 0
        for piece in _SPLIT.split(text):
            end = start + len(piece)
            turned = bool(improvements) or _turns(piece, bool(problems))
            if piece:
                (improvements if turned else problems).append(_Piece(block, start, end, piece))
            start = end + 1
    return [piece for piece in problems if _PROBLEM.search(piece.text)], improvements


def _turns(text: str, after_problems: bool) -> bool:
    match = _TURN.search(text)
    return bool(match) and after_problems and "问题及改进" not in text and "问题和改进" not in text


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _runs(text: str) -> frozenset[str]:
    """Return the runs of characters by which a measure can take up a problem, common words apart."""
    pieces = _COMMON.split(text)
    return frozenset(piece[i : i + RUN] for piece in pieces for i in range(len(piece) - RUN + 1))


def _numbered(pieces: list[_Piece]) -> int:
    return sum(len(_ITEM.findall(_HEADING.sub("", piece.text))) for piece in pieces)


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _themes_of(text: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return ``(theme, its answer)`` for what a clause both speaks of and says to fall short."""
    clauses = [clause for clause in text.split(",") if _PROBLEM.search(clause)]
    return tuple(
        (theme, answered)
        for theme, problem, answered in _themes()
        if any(problem.search(clause) for clause in clauses)
    )


@cache
def _themes() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (theme["name"], re.compile(theme["problem"]), re.compile(theme["answer"]))
        for theme in lexicon("themes")["theme"]
    )


RULE = Rule(
    id="structure.plans",
    title="问题与改进不对应",
    severity=Severity.WARNING,
    requirement="每个问题都有对应的改进措施",
    basis="《中华人民共和国政府信息公开条例》第五十条第一款第四项；各地编制要求（逐条提出改进措施）",
    explanation="按认识、人员经费、能力、解读、渠道、时效、制度、宣传等主题，看每个问题在改进情况中有没有写到相应的做法，"
    "改进情况里任何一处写到都算对应；问题比措施多两条以上的也报。措施多于问题的不报。",
    advice="逐个问题补写改进措施，或者合并重复的问题。",
    check=check,
)
