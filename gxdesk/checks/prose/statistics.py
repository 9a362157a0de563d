"""Rule ``prose.statistics``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.checks.find import sentences
from gxdesk.document.place import Place
from gxdesk.report.model import Report, StatutoryTable

_ROWS = {  # quantity named in prose -> rows of the statistics, any that agrees will do
    "收到的政府信息公开申请": ("received",),
    "本年新收政府信息公开申请": ("received",),
    "办理的政府信息公开申请": ("received", "finished", "answered"),
    "办结（答复）的申请": ("finished", "answered"),
    "行政复议件数": ("review",),
    "行政诉讼件数": ("suit",),
    "规范性文件制发件数": ("normative_made", "disclosed_normative"),
}
_DISCLOSED = re.compile(
    r"(?:全年|本年度|共计?|累计|总计)[^,。;:\d]{0,10}?主动公开(?:各类)?(?:政府|政务)?信息(?:共计?|总计)?(?P<n>\d[\d,]*)条"
)


def check(report: Report) -> Iterator[Hit]:
    """Report numbers in prose that differ from the statistics table of 2014-2018 (E11)."""
    table = report.table("statistics")
    if table is None or not table.present:
        return
    for sentence, claim in report.claims:
        rows = _ROWS.get(claim.quantity.name)
        if rows and claim.sure:
            place = report.span(sentence, claim.start, claim.end)
            yield from _compared(table, rows, claim.value, claim.words, place)
    for sentence in sentences(report, ("主动公开",)):
        for match in _DISCLOSED.finditer(sentence.text):
            value = Decimal(match["n"].replace(",", ""))
            yield from _compared(table, ("disclosed",), value, match[0], report.span(sentence, *match.span()))


def _compared(
    table: StatutoryTable, rows: tuple[str, ...], value: Decimal, words: str, place: Place
) -> Iterator[Hit]:
    cells = [table.cells[f"{row}.value"] for row in rows if table.value(f"{row}.value") is not None]
    if cells and all(cell.value != value for cell in cells):
        figure = plain(cells[0].value or Decimal(0))
        name = table.form.row(cells[0].id.split(".")[0]).name
        yield Hit(
            f"正文“{words}”与统计表「{name}」的{figure}不一致。",
            (place, cells[0].place),
            f"{rows[0]}|{words}",
            expected=figure,
            actual=plain(value),
        )


RULE = Rule(
    id="prose.statistics",
    title="正文数字与统计表不一致",
    severity=Severity.WARNING,
    requirement="正文中的数字与政府信息公开情况统计表一致",
    basis="国办发〔2014〕32号；公文校核惯例",
    explanation="只用于附有统计表的2014—2018年度报告。各地统计表的行名略有差异，因此只作存疑；概数、其他口径的数不比。",
    advice="核对台账和上报的统计表，改为一致。",
    check=check,
    when=lambda standard: any(table.id == "statistics" for table in standard.tables),
)
