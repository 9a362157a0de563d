"""The details of a finding or an item as HTML for the details pane. Links: ``place:N``, ``finding:ID``."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from gxdesk.ui.engine import explanation
from gxdesk.ui.theme import Colours
from gxdesk.ui.words import PLACES_SHOWN, equation_sides, suspect_sentence

if TYPE_CHECKING:
    from gxdesk.checklist.model import Ignore, Item
    from gxdesk.checks.api import Equation, Finding, Suspect


def finding_html(
    finding: Finding,
    colours: Colours,
    related: Sequence[Finding],
    cause: Finding | None,
    last: Sequence[tuple[str, str, str]] = (),
    ignored: Ignore | None = None,
) -> str:
    """Return a finding's details. ``related`` are its consequences, ``cause`` what it follows from.

    ``last`` are the cells concerned with this year's and last year's text, ``ignored`` says why it is.
    """
    parts = [_head(finding.severity.word, finding.severity.value, finding.title, colours)]
    if ignored is not None:
        who = f"{ignored.who}　" if ignored.who else ""
        parts.append(
            _row("忽略", f"<b>{_text(ignored.reason)}</b>（{_text(who)}{ignored.at[:10]}）", colours)
        )
    parts += _suspects(finding.suspects, colours)
    parts.append(_row("问题", _text(finding.message), colours))
    if finding.equation is not None:
        parts.append(_row("算式", _equation(finding.equation, colours), colours))
    elif finding.expected is not None and finding.actual is not None:
        values = f"现为 <b>{_text(finding.actual)}</b>，应为 <b>{_text(finding.expected)}</b>"
        parts.append(_row("数值", values, colours))
    if last:
        lines = [
            f"{_text(name)}：今年 <b>{_text(now)}</b>，上年 <b>{_text(then)}</b>" for name, now, then in last
        ]
        parts.append(_row("上年", "<br>".join(lines), colours))
    parts.append(_row("位置", _places(finding), colours))
    if finding.suggestion:
        parts.append(_row("改法", _text(finding.suggestion), colours))
    if finding.basis:
        parts.append(_row("依据", _text(finding.basis), colours))
    why = explanation(finding.rule)
    if why:
        parts.append(_row("说明", _text(why), colours))
    if cause is not None:
        parts.append(_row("起因", _link(cause) + "，先改正它", colours))
    if related:
        parts.append(_row("连带", "<br>".join(map(_link, related)), colours))
    return "".join(parts)


def item_html(item: Item, colours: Colours) -> str:
    """Return a checklist item's details."""
    parts = [_head(item.status.word, item.status.value, item.title, colours)]
    if item.note:
        parts.append(_row("说明", _text(item.note), colours))
    if item.requirement:
        parts.append(_row("要求", _text(item.requirement), colours))
    if item.findings:
        parts.append(_row("问题", "<br>".join(map(_link, item.findings)), colours))
    if item.basis:
        parts.append(_row("依据", _text(item.basis), colours))
    return "".join(parts)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _head(word: str, state: str, title: str, colours: Colours) -> str:
    tone = colours.tone(state)
    badge = f'<span style="color:{tone.ink};background-color:{tone.fill}">&nbsp;{word}&nbsp;</span>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin:0 0 7px 0"><tr>'
        f"<td><b>{badge}&nbsp;&nbsp;{_text(title)}</b></td></tr></table>"
    )


def _row(name: str, html: str, colours: Colours) -> str:
    label = f'<span style="color:{colours.muted}">{name}</span>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin:0 0 5px 0"><tr>'
        f'<td style="padding-right:10px;white-space:nowrap">{label}</td>'
        f'<td width="100%">{html}</td></tr></table>'
    )


def _places(finding: Finding) -> str:
    if not finding.places:
        return "全文"
    links = [
        f'<a href="place:{number}">{_text(place.label)}</a>'
        for number, place in enumerate(finding.places[:PLACES_SHOWN])
    ]
    more = len(finding.places) - PLACES_SHOWN
    return "<br>".join(links) + (f"<br>另有{more}处" if more > 0 else "")


def _link(finding: Finding) -> str:
    return f'<a href="finding:{escape(finding.id)}">{finding.severity.word}：{_text(finding.title)}</a>'


def _equation(equation: Equation, colours: Colours) -> str:
    left, right = equation_sides(equation)
    tone = colours.tone("error")
    return (
        f"左边　{_text(left)}<br>右边　{_text(right)}<br>"
        f'<b style="color:{tone.ink}">相差　{_text(equation.difference)}</b>'
    )


def _suspects(suspects: Sequence[Suspect], colours: Colours) -> list[str]:
    if not suspects:
        return []
    tone = colours.tone("operand")
    lines = "<br>".join(_text(suspect_sentence(suspect)) for suspect in suspects)
    return [
        f'<table width="100%" cellspacing="0" cellpadding="6" style="margin:0 0 6px 0"><tr>'
        f'<td bgcolor="{tone.fill}" style="color:{tone.ink}"><b>{lines}</b></td></tr></table>'
    ]
