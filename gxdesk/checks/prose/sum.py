"""Rule ``prose.sum``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from gxdesk.checks.api import Equation, Hit, Rule, Severity, Term
from gxdesk.checks.find import having
from gxdesk.checks.quote import clip
from gxdesk.document.text import chinese_integer
from gxdesk.report.model import Report

REACH = 400  # characters after 其中 in which its parts stand
LEAST_SHARE = Decimal("0.5")  # parts below this share of the total are examples, not a breakdown
LEAST_SHARE_OF_TWO = Decimal("0.8")  # two kinds picked out of many are examples sooner than three
_UNIT = r"(?:万元|人次|条次|件次|元|条|件|项|篇|个|次|份|宗|起|人|场|期|名|家|所|则|部|幅)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TOTAL = re.compile(
    rf"(?<![\d.第])(?P<n>{_NUMBER})(?P<a>[余多万]*)(?P<u>{_UNIT})"
    r" *(?:[^\d。;其 ] *){0,16}?[,。:;(]? *其中[,:]?"
)
_PART = re.compile(rf"(?<![\d.第年])(?P<n>{_NUMBER})(?P<a>[余多万]*)(?P<u>{_UNIT})(?P<open>等)?")
_SUMMED = re.compile(  # 网站20条,公报5条,两项共计25条
    rf"(?P<k>[二两三四五六七八九])[项类者](?:合计|共计?|总计|相加)(?:为)?(?P<n>{_NUMBER})(?P<a>[余多万]*)(?P<u>{_UNIT})"
)
_SUMS = tuple(f"{kind}{sums}" for kind in "项类者" for sums in ("合计", "共", "总计", "相加"))
_CUT = re.compile(r"(?<!\d)[,、;]|[,、;](?!\d)|以及")
_RESTART = re.compile(
    r"^(?:全年|累计|总计|合计|共(?!青|建|享|同)|同时|另外?[,有]|此外|比|较|同比|环比|增(?!值)|减(?![税负灾排])|办结|答复|回复|结转|按时|已|均|全部|其他[^\d]*工作|"
    r"未|没有|无(?!法)|为(?!民)|上年|去年|截至|通过率|满意|公开率|关注|阅读|点击|访问|浏览|粉丝|召开|举办|开展|组织(?!机构|架构|人事|建设)|受理|收到)"
)
_COMPARED = re.compile(r"较|同比|环比|比(?:上年|去年|20\d\d年)|增加|减少|增长|下降|多了|少了")
_CARRIED = re.compile(r"结转(?:到|至|入)?[下次]|办结")
_REMAINDER = re.compile(r"^(?:其余|其他|其它|余下|剩余)")
_EXAMPLES = re.compile(r"^(?:主要|包括|包含|含|有|重点|仅|突出)")
_REPEATED = re.compile(r"同步|重复|交叉|转发|多渠道")
_BRACKETS = re.compile(r"\([^()]*\)")
_REMARK = re.compile(r"\((?:(?!其中)[^()])*\)")
_ABOUT = frozenset("近约超逾过达")


@dataclass(slots=True)
class _Breakdown:
    """A total and the parts named after 其中; spans are folded characters of the paragraph."""

    total: Decimal
    unit: str
    span: tuple[int, int]
    approximate: bool
    before: tuple[Decimal, ...]  # what the same sentence counts before the total: 新收9件，结转3件。其中……
    parts: list[tuple[Decimal, int, int]] = field(default_factory=list)
    complete: bool = True  # the list is not cut short by 等 or parts in another unit
    closed: bool = False  # it ends with 其余 or 其他

    @property
    def sum(self) -> Decimal:
        return sum((value for value, _, _ in self.parts), Decimal(0))


def check(report: Report) -> Iterator[Hit]:
    """Report totals that differ from the sum of the parts after 其中 (F1-F5, M49, M50)."""
    for block, text in having(report, ("其中", *_SUMS)):
        for found, severity in _wrong(text):
            yield _hit(report, block, text, found, severity)


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _wrong(text: str) -> tuple[tuple[_Breakdown, Severity], ...]:
    """Return the breakdowns of a paragraph that do not add up, with how sure the fault is."""
    wrong: list[tuple[_Breakdown, Severity]] = []
    plain = _REMARK.sub(_blank, text)  # 300条(同一信息计1条),其中……
    for match in _TOTAL.finditer(plain):
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in ",。;") + 1 : match.start()]
        if _COMPARED.search(clause):
            continue  # an increase is no total: 1036条,较去年增加112条。其中……
        found = _breakdown(text, match)
        severity = _judge(found, text)
        if severity is not None:
            wrong.append((found, severity))
    for match in _SUMMED.finditer(text):
        summed = _before(text, match)
        if summed is not None and not summed.approximate and summed.sum != summed.total:
            wrong.append((summed, Severity.ERROR))
    return tuple(wrong)


def _before(text: str, match: re.Match[str]) -> _Breakdown | None:
    """Return a total of so many parts with the parts, the last numbers of its sentence before it."""
    wanted, start = chinese_integer(match["k"]) or 0, text.rfind("。", 0, match.start()) + 1
    parts = [part for part in _PART.finditer(text, start, match.start()) if part["u"] == match["u"]]
    value, approximate = _value(match, text)
    if len(parts) != wanted:
        return None
    found = _Breakdown(value, match["u"], match.span("n"), approximate, ())
    for part in parts:
        number, about = _value(part, text)
        found.approximate = found.approximate or about
        found.parts.append((number, part.start(), part.end("n")))
    return found


def _breakdown(text: str, match: re.Match[str]) -> _Breakdown:
    value, approximate = _value(match, text)
    opening = text[text.rfind("。", 0, match.start()) + 1 : match.start()]
    before = tuple(_value(part, opening)[0] for part in _PART.finditer(opening) if part["u"] == match["u"])
    found = _Breakdown(value, match["u"], match.span("n"), approximate, before)
    start = match.end()
    rest = text[start : start + REACH]
    if text[: match.end()].rfind("(") > text[: match.end()].rfind(")"):  # (其中……)
        rest = rest[: rest.find(")")] if ")" in rest else rest
    rest = _BRACKETS.sub(_blank, rest).split("。")[0]
    found.complete = not _EXAMPLES.match(rest)
    cuts = [0, *(cut.end() for cut in _CUT.finditer(rest)), len(rest)]
    for first, last in pairwise(cuts):
        if first and rest[first - 1] == ";" and found.parts and found.sum == found.total:
            break  # the list is complete, the next clause is about something else
        if first and rest[first - 1] == ";" and "其中" in rest[first:].split(";")[0]:
            found.complete = False
            break  # the next clause has a total and a list of its own
        if not _take(found, rest[first:last], start + first):
            break
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _take(found: _Breakdown, segment: str, offset: int) -> bool:
    """Add the parts of one segment; ``False`` ends the list."""
    numbers = list(_PART.finditer(segment))
    last = found.parts and len(numbers) == 1 and found.sum + _value(numbers[0], segment)[0] == found.total
    if last:  # whatever it says and counts by: it makes the sum right
        found.parts.append(
            (found.total - found.sum, offset + numbers[0].start(), offset + numbers[0].end("n"))
        )
        return False
    if found.parts and (_RESTART.match(segment) or _CARRIED.search(segment)):
        return False
    if "其中" in segment:
        found.complete = False
        return False
    if not numbers:
        found.complete = found.complete and not (found.parts and re.match(r"等[^级额]?", segment))
        return not found.closed and ("%" in segment or not re.search(r"\d", segment))
    if any(number["u"] != found.unit for number in numbers):
        found.complete = False
        return False
    for number in numbers:
        value, approximate = _value(number, segment)
        found.approximate = found.approximate or approximate
        found.parts.append((value, offset + number.start(), offset + number.end("n")))
        found.complete = found.complete and not number["open"]
    found.closed = found.closed or bool(_REMAINDER.match(segment))
    return True


def _value(match: re.Match[str], text: str) -> tuple[Decimal, bool]:
    value = Decimal(match["n"].replace(",", ""))
    if "万" in match["a"]:
        value *= 10000
    return value, bool(match["a"]) or text[match.start() - 1 : match.start()] in _ABOUT


def _judge(found: _Breakdown, text: str) -> Severity | None:
    """Say how sure the fault is; ``None`` when there is none."""
    difference = found.sum - found.total
    if not found.parts or not difference or _subdivided(found):
        return None
    if found.approximate:
        return Severity.ERROR if difference > _step(found.total) and len(found.parts) > 1 else None
    if difference > 0:
        if found.sum <= found.total + sum(found.before):
            return None  # the parts may be those of both together
        repeated = _REPEATED.search(text, found.span[0], found.parts[-1][2])
        return Severity.WARNING if repeated else Severity.ERROR
    if len(found.parts) < 2 or not found.complete:
        return None
    if found.closed:
        return Severity.ERROR
    share = LEAST_SHARE if len(found.parts) > 2 else LEAST_SHARE_OF_TWO
    return Severity.WARNING if found.sum >= found.total * share else None


def _subdivided(found: _Breakdown) -> bool:
    """Whether an earlier number is said again with its parts: 甲5条,乙9条。其中甲5条,动态3条,公告2条."""
    first, *others = (value for value, _, _ in found.parts)
    return first in found.before and len(others) > 1 and first == sum(others)


def _step(value: Decimal) -> Decimal:
    """Return the order of magnitude of a round number: what it may be off by."""
    return Decimal(10) ** (len(f"{value:f}".split(".")[0]) - 1)


def _hit(report: Report, block: int, text: str, found: _Breakdown, severity: Severity) -> Hit:
    total, summed = f"{found.total:f}", f"{found.sum:f}"
    added = "＋".join(f"{value:f}" for value, _, _ in found.parts)
    difference = found.sum - found.total
    relation = "多" if difference > 0 else "少"
    where = report.folded_span(block, *found.span)
    places = [report.folded_span(block, start, end) for _, start, end in found.parts]
    first = max(found.span[0] - 12, text.rfind("。", 0, found.span[0]) + 1, 0)
    quoted = clip(text[first : found.span[1] + 12], 40)
    terms = tuple(
        Term("", text[max(0, start - 8) : start], f"{value:f}", place)
        for (value, start, _), place in zip(found.parts, places, strict=True)
    )
    return Hit(
        message=(
            f"“{quoted}”：其中各项之和{added}＝{summed}，"
            f"比总数{total}{found.unit}{relation}{abs(difference):f}{found.unit}。"
        ),
        places=(where, *places),
        key=f"{total}|{added}",
        severity=severity,
        expected=summed,
        actual=total,
        equation=Equation(
            (Term("", "总数", total, where),), terms, total, summed, f"{found.total - found.sum:+f}"
        ),
    )


RULE = Rule(
    id="prose.sum",
    title="分项之和与总数不符",
    severity=Severity.ERROR,
    requirement="正文中“其中”各项之和与总数相符",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation=(
        "“共……条，其中甲……条、乙……条”的各项之和应当等于总数，各项之和大于总数的一定有错。"
        "以“等”结尾、只举一项或者以“主要”“包括”引出的，不要求相加等于总数；"
        "带“余”“多”“近”“约”的概数只查是否明显超过总数；单位不同的不相加；"
        "同一句前面还有别的数，各项可能是几个数一起的，各项之和不超过几个数之和的不报。"
    ),
    advice="重新核算总数和各项；没有列全的，补全或者在末尾加“等”。",
    check=check,
)
