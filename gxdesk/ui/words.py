"""What the window says of a finding, as plain text: to copy, in tooltips and for screen readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxdesk.checklist.model import Item
    from gxdesk.checks.api import Equation, Finding, Suspect, Term

PLACES_SHOWN = 8


def where(finding: Finding) -> str:
    """Return the finding's first place, and how many more there are."""
    if not finding.places:
        return "全文"
    more = len(finding.places) - 1
    return finding.places[0].label + (f" 等{more + 1}处" if more else "")


def copied(finding: Finding) -> str:
    """Return the finding as sentences to send to the drafter: place, message, basis, advice."""
    places = "；".join(place.label for place in finding.places[:PLACES_SHOWN]) or "全文"
    lines = [f"【{finding.severity.word}】{finding.title}", f"位置：{places}", f"问题：{finding.message}"]
    lines += [f"判断：{suspect_sentence(finding.suspects[0])}"] if len(finding.suspects) == 1 else []
    lines += [f"依据：{finding.basis}"] if finding.basis else []
    lines += [f"改法：{finding.suggestion}"] if finding.suggestion else []
    return "\n".join(lines)


def copied_item(item: Item) -> str:
    """Return a checklist item as sentences."""
    lines = [f"【{item.status.word}】{item.title}", f"要求：{item.requirement}"]
    lines += [f"说明：{item.note}"] if item.note else []
    lines += [f"依据：{item.basis}"] if item.basis else []
    return "\n".join(lines)


def suspect_sentence(suspect: Suspect) -> str:
    """Return ``最可能是…：1288 应为 1289``."""
    name = suspect.place.label if suspect.place else suspect.cell
    return f"最可能是 {name}：{suspect.value} 应为 {suspect.should_be}"


def equation_sides(equation: Equation) -> tuple[str, str]:
    """Return both sides with the numbers put in: ``甲 12 + 乙 3 = 15``."""
    return _side(equation.left, equation.left_sum), _side(equation.right, equation.right_sum)


def _side(terms: tuple[Term, ...], total: str) -> str:
    text = " + ".join(f"{term.name} {term.value}" for term in terms)
    return text if len(terms) == 1 else f"{text} = {total}"


def default_export(draft: Path) -> Path:
    """Return the proposed workbook name beside the draft: ``<draft>-检查清单.xlsx``."""
    return draft.with_name(f"{draft.stem}-检查清单.xlsx")
