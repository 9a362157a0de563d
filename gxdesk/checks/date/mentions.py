"""The years a report speaks of, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gxdesk.document.place import Place
from gxdesk.report.model import Report

PLAIN, QUOTED, COMPARED, PLANNED = "plain", "quoted", "compared", "planned"
_YEAR = re.compile(r"(?<!\d)(20\d\d)年|[〔\[](20\d\d)[〕\]]")
_QUOTES = re.compile(r"《[^《》]*》|〔[^〔〕]*〕|\[[^\[\]]*\]|“[^“”]*”")
_BEFORE = re.compile(r"(?:[比较与同和自从于至到及、-]|截[至止]|以来|—|~|\d年)$")
_AFTER = re.compile(
    r"^(?:年度?)?(?:[、和及至到—~-]|同期|底|末|初|度?相比|以来|以前|之前|修订|出台|公布|施行|起)"
)
_PLAN = re.compile(
    r"年度?,?[^。;,将拟]{0,12}(?:将|拟|计划)(?:按照[^。;,]{0,12})?(?:要?以|在|从|坚持|"
    r"继续|进一步|不断|持续|着力|加大|重点|着重|努力|切实|积极|严格|大力|全面|加强|深入|紧紧|围绕|"
    r"强化|完善|健全|推进|推动|提高|提升|做好|优化|拓展|采取|聚焦|突出|加快|尽快|把|抓[好紧住]|逐[一项条步])"
    r"|年度?,?[^。;,将拟]{0,6}一要(?!求)"
)
FIRM = ("继续", "进一步", "不断", "持续", "着力", "加大", "重点", "着重", "努力", "切实", "积极")


@dataclass(frozen=True, slots=True)
class Mention:
    """A year named in the report's prose; ``start:end`` are folded characters of the paragraph."""

    block: int
    start: int
    end: int
    year: int
    kind: str
    firm: bool = False  # a plan in words that cannot mean 把

    def place(self, report: Report) -> Place:
        """Return where it stands."""
        return report.folded_span(self.block, self.start, self.end)


def mentions(report: Report) -> Iterator[Mention]:
    """Yield every year named outside the title, in reading order."""
    heads = _title_lines(report)
    for block, text in report.own:
        if "20" in text and block not in heads:
            for said in _years(text):
                yield Mention(block, *said)


@lru_cache(maxsize=4000)  # a draft is checked at every save
def _years(text: str) -> tuple[tuple[int, int, int, str, bool], ...]:
    """Return ``(start, end, year, kind, firm)`` of the years named in a paragraph."""
    quotes = [match.span() for match in _QUOTES.finditer(text)]
    return tuple(
        (*match.span(), int(match[1] or match[2]), *_kind(text, *match.span(), quotes))
        for match in _YEAR.finditer(text)
    )


def _title_lines(report: Report) -> set[int]:
    """Return the title and the lines above it."""
    title = report.identity.title_block
    return set() if title is None else {block for block, _ in report.prose if block <= title}


def _kind(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> tuple[str, bool]:
    if any(first <= start and end <= last for first, last in quotes):
        return QUOTED, False
    plan = _PLAN.match(text, end - 1)
    if plan and text[start - 1 : start] not in ("至", "到"):
        return PLANNED, plan[0].endswith(FIRM)
    if _BEFORE.search(text[max(0, start - 2) : start]) or _AFTER.match(text[end - 1 : end + 6]):
        return COMPARED, False
    return PLAIN, False


def title_year(report: Report) -> tuple[int, Place] | None:
    """Return the year of the title and where the title stands, when the title names one."""
    for evidence in report.identity.year_evidence:
        if evidence.text.startswith("标题"):
            return int(evidence.value), evidence.place
    return None
