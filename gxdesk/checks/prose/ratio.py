"""Rule ``prose.ratio``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.find import matches, sentences
from gxdesk.checks.quote import clip
from gxdesk.report.model import Report

_UNIT = r"件|条|次|篇|份|宗|项|人次|人|个|期|场"
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_SHARE = re.compile(
    rf"(?<![\d.])(?P<n>{_NUMBER})(?P<u>{_UNIT}),?(?:约)?占(?:比|总数|全部|总量|申请总[数量]|全年|[^,。;\d%]{{1,10}}的)?"
    r"(?:为|约|约为|达)?(?P<p>\d{1,2}(?:\.\d+)?)%"
)
_RATE = re.compile(  # 采纳36条,采纳率18%: of a number before
    rf"(?P<w>[\u4e00-\u9fff]{{2}})(?P<n>{_NUMBER})(?P<u>{_UNIT}),(?P=w)的?(?:比例|比率|率|占比)(?:为|约为|达到?|是)?"
    r"(?P<p>\d{1,2}(?:\.\d+)?)%"
)
_TOTAL = re.compile(
    rf"(?:共计?|合计|总计|总数|全年|累计|新收|收到|受理|办结|答复|发布|公开)[^,。;:\d]{{0,24}}?(?<![\d.])(?P<n>{_NUMBER})(?P<u>{_UNIT})"
)
_ANY = re.compile(rf"(?<![\d.])(?P<n>{_NUMBER})(?P<u>{_UNIT})")
_GROWTH = re.compile(
    rf"(?<![\d.])(?P<n>{_NUMBER})(?P<u>{_UNIT}|起),?(?:同比|较|比|与)(?:上年|去年|上一年度|20\d\d年度?)(?:同期)?(?:相比)?的?,?"
    rf"(?P<then>{_NUMBER})(?P=u)(?:相比)?,?(?:同比)?(?P<way>增长|上升|增加|提高|下降|减少|降低)(?:了|约)?(?P<p>\d+(?:\.\d+)?)%"
)
_ROUND = re.compile(r"[余多近约]")
_REQUESTS = re.compile(r"申请|予以公开|部分公开|不予公开|无法提供|不予处理|自然人|法人")
ROWS = ("new.total", "total.total", "carried_in.total")


def check(report: Report) -> Iterator[Hit]:
    """Report shares that follow from no total named beside them or in table three (F6, M51), and growth."""
    yield from _growth(report)
    for sentence in sentences(report, ("占", "率", "比例")):
        text = sentence.text
        if "%" not in text:
            continue
        paragraph = report.folded[sentence.block].text[: sentence.offset + len(text)]
        for match in chain(_SHARE.finditer(text), _RATE.finditer(text)):
            part, unit, share = Decimal(match["n"].replace(",", "")), match["u"], Decimal(match["p"])
            at = sentence.offset + match.start()
            named = [_value(m) for m in _TOTAL.finditer(paragraph, 0, at) if m["u"] == unit]
            table = _of_table(report, text, unit)
            others = [_value(m) for m in _ANY.finditer(paragraph, 0, at) if m["u"] == unit]
            if match.re is _RATE:
                named = others[-1:]
            wholes = [whole for whole in named[-2:] + table if whole >= part and whole]
            if not wholes or _ROUND.search(text, match.start(), match.end()):
                continue
            if any(_share(part, whole, share) == share for whole in wholes + others if whole):
                continue
            whole = wholes[-1] if not named else named[-1]
            right = _share(part, whole, share)
            yield Hit(
                f"“{clip(match[0], 36)}”：{plain(part)}÷{plain(whole)}＝{right}%，写作{match['p']}%。",
                (report.span(sentence, *match.span()),),
                match[0],
                expected=f"{right}%",
                actual=f"{match['p']}%",
            )


def _growth(report: Report) -> Iterator[Hit]:
    """Report a growth in per cent that both numbers written with it do not give."""
    for block, match in matches(report, ("%",), _GROWTH):
        now, then, said = _value(match), Decimal(match["then"].replace(",", "")), Decimal(match["p"])
        fall = match["way"] in ("下降", "减少", "降低")
        if not then:
            continue
        right = _share(then - now if fall else now - then, then, said)
        if right != said:
            yield Hit(
                f"“{clip(match[0], 36)}”：由{plain(then)}到{plain(now)}，{_change(now - then, right)}，"
                f"写作{match['p']}%。",
                (report.folded_span(block, *match.span()),),
                match[0],
                title="增减幅度算得不对",
                expected=f"{plain(right)}%",
                actual=f"{match['p']}%",
            )


def _change(difference: Decimal, share: Decimal) -> str:
    if not difference:
        return "没有增减"
    return f"{'增长' if difference > 0 else '下降'}{plain(abs(share))}%"


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"].replace(",", ""))


def _of_table(report: Report, text: str, unit: str) -> list[Decimal]:
    """Return the totals of table three a share of requests may be of."""
    table = report.table("applications")
    if table is None or unit not in "件份宗条" or not _REQUESTS.search(text):
        return []
    new, total, carried = (table.value(row) for row in ROWS)
    both = new + carried if new is not None and carried is not None else None
    return [value for value in (new, both, total) if value]


def _share(part: Decimal, whole: Decimal, like: Decimal) -> Decimal:
    """Return the share in per cent, with as many decimals as it was written with."""
    exponent = like.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return (part * 100 / whole).quantize(step, ROUND_HALF_UP)


RULE = Rule(
    id="prose.ratio",
    title="占比或者增减幅度算得不对",
    severity=Severity.WARNING,
    requirement="正文中的占比、增减幅度与所写的数相符",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation="“……件，占……%”按四舍五入核算，分母取同段写出的总数或者表三的新收、办理总数，任何一个相符都不报；"
    "没有可用总数的和概数不核对。同一句写出两年的数和增减百分之几的，也核算增减幅度。",
    advice="重新计算占比；分母不是上述总数的，在正文中写明。",
    check=check,
)
