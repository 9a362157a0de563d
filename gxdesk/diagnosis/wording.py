"""Says in Chinese what most likely explains failing balances."""

from __future__ import annotations

from gxdesk.checks.equations import plain
from gxdesk.diagnosis.explain import Diagnosis
from gxdesk.diagnosis.plausible import Change, Explanation
from gxdesk.standards.model import TableForm

_MOST_SHOWN = 3
_MOST_CHANGES = 4
_MARKS = "①②③"


def verdict(diagnosis: Diagnosis, form: TableForm) -> str:
    """Return a sentence that names the cells to change, or says why it names none."""
    likely = diagnosis.likely
    if not likely:
        return f"这不是一两格的笔误能够解释的，请将{form.name}与原始台账逐格核对。"
    if diagnosis.clear:
        sentence = f"最可能是{form.name}{_explanation(likely[0], form)}"
        if diagnosis.others:
            sentence += f"；另有{diagnosis.others}种同样简单、但可能性较小的解释"
        return f"{sentence}。"
    shown = "；".join(
        mark + _explanation(one, form) for mark, one in zip(_MARKS, likely[:_MOST_SHOWN], strict=False)
    )
    number = f"{len(likely) + diagnosis.others}种" if diagnosis.complete else "多种"
    hint = "较可能的是" if diagnosis.others or not diagnosis.complete else "它们是"
    tail = "等" if len(likely) > _MOST_SHOWN else ""
    doubt = f"仅凭勾稽关系不能确定是哪一种，请对照原始台账核实。{hint}"
    return f"{form.name}有{number}同样简单的解释，{doubt}：{shown}{tail}。"


def _explanation(explanation: Explanation, form: TableForm) -> str:
    changes = "，".join(_change(change, form) for change in explanation.changes[:_MOST_CHANGES])
    if len(explanation.changes) > _MOST_CHANGES:
        changes += f"等{len(explanation.changes)}格"
    return f"{changes}（{explanation.reason}）" if explanation.reason else changes


def _change(change: Change, form: TableForm) -> str:
    reason = f"（{change.reason}）" if change.reason else ""
    return f"{form.cell_name(change.cell)}：{plain(change.was)}应为{plain(change.now)}{reason}"
