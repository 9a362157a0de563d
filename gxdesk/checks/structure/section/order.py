"""Rule structure.section.order: the sections stand in the prescribed order, each once (M03)."""

from __future__ import annotations

from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.report.model import Report


def check(report: Report) -> Iterator[Hit]:
    """Report the sections that stand before one that should precede them."""
    found = [s for s in report.sections if s.present and s.heading]
    written = sorted(found, key=lambda s: s.place.block or 0)
    in_order = _longest_rising([found.index(s) for s in written])
    for position, section in enumerate(written):
        if position in in_order:
            continue
        yield Hit(
            f"“{section.heading}”的位置不对。规定的顺序是：{'、'.join(s.title for s in found)}。",
            (section.place,),
            section.id,
            item=f"section.{section.id}",
            actual="、".join(s.title for s in written),
            expected="、".join(s.title for s in found),
        )


def _longest_rising(ranks: list[int]) -> frozenset[int]:
    """Return the positions of a longest rising run of ranks: what is not in it stands wrong."""
    best: list[tuple[int, ...]] = []
    for i, rank in enumerate(ranks):
        before = [run for run in best if ranks[run[-1]] < rank]
        best.append((*_longest(before), i))
    return frozenset(_longest(best))


def _longest(runs: list[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=lambda run: len(run)) if runs else ()


RULE = Rule(
    id="structure.section.order",
    title="章节顺序不对",
    severity=Severity.ERROR,
    requirement="各章按规定顺序排列",
    basis="国家统一的年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）",
    explanation="六章的顺序由统一格式规定。只报位置不对的那一章。",
    advice="把这一章移到规定的位置，并重新编号。",
    check=check,
    when=lambda standard: standard.sections_fixed,
)
