"""Rule ``balance.statistics``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.equations import checker, demanded, plain
from gxdesk.report.model import Report, StatutoryTable

ID = "balance.statistics"
_equations = checker(ID)
# (rows added up, row they may not exceed, number, words)
_LIMITS: tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...] = (
    (("press_leader",), ("press",), "E6", "主要负责同志参加的次数不会多于总次数"),
    (("interviews_leader",), ("interviews",), "E6", "主要负责同志参加的次数不会多于总次数"),
    (("disclosed_normative",), ("disclosed",), "E7", "规范性文件数是主动公开信息数的一部分"),
    (("disclosed_normative",), ("normative_made",), "E9", "公开的规范性文件一般不会多于制发的总数"),
    (("via_gazette",), ("disclosed",), "E8", "一个渠道的公开数不会多于主动公开信息数"),
    (("via_website",), ("disclosed",), "E8", "一个渠道的公开数不会多于主动公开信息数"),
    (("via_weibo",), ("disclosed",), "E8", "一个渠道的公开数不会多于主动公开信息数"),
    (("via_weixin",), ("disclosed",), "E8", "一个渠道的公开数不会多于主动公开信息数"),
    (("via_other",), ("disclosed",), "E8", "一个渠道的公开数不会多于主动公开信息数"),
    (
        ("disclosed",),
        ("via_gazette", "via_website", "via_weibo", "via_weixin", "via_other"),
        "E8",
        "同一信息只计1条，总数不会多于各渠道之和",
    ),
    (("finished",), ("received",), "E10", "办结数多于收到数，只有上年有未办结的才会如此"),
)


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """Report sums (E1-E5) and limits (E6-E10) of the 2014 statistics; its rows are known from memory."""
    table = report.table("statistics")
    if table is None or not table.present:
        yield Unchecked("报告没有附政府信息公开情况统计表，无法核对")
        return
    yield from _equations(report)
    for smaller, larger, number, words in _LIMITS:
        yield from _limit(table, smaller, larger, number, words)
    finished, answered = table.value("finished.value"), table.value("answered.value")
    if finished is not None and answered is not None and finished != answered:
        yield _hit(table, ("finished",), ("answered",), "E10", "办结数与答复数一般相等")


def _limit(
    table: StatutoryTable, smaller: tuple[str, ...], larger: tuple[str, ...], number: str, words: str
) -> Iterator[Hit]:
    low, high = _sum(table, smaller), _sum(table, larger)
    if low is not None and high is not None and low > high:
        yield _hit(table, smaller, larger, number, words)


def _sum(table: StatutoryTable, rows: tuple[str, ...]) -> Decimal | None:
    values = [table.value(f"{row}.value") for row in rows]
    return None if None in values else sum((value or Decimal(0) for value in values), Decimal(0))


def _hit(table: StatutoryTable, one: tuple[str, ...], other: tuple[str, ...], number: str, words: str) -> Hit:
    first, second = _sum(table, one) or Decimal(0), _sum(table, other) or Decimal(0)
    names = ["、".join(f"「{table.form.row(row).name}」" for row in rows) for rows in (one, other)]
    together = "之和" if len(other) > 1 else ""
    return Hit(
        f"统计表{names[0]}是{plain(first)}，{names[1]}{together}是{plain(second)}；{words}。",
        tuple(table.cells[f"{row}.value"].place for row in one + other),
        f"{number}:{','.join(one)}:{','.join(other)}",
        expected=plain(second),
        actual=plain(first),
    )


RULE = Rule(
    id=ID,
    title="统计表数据不平",
    severity=Severity.WARNING,
    requirement="政府信息公开情况统计表的合计与分项、总数与部分相符",
    basis="国办发〔2014〕32号所附政府信息公开情况统计表",
    explanation="核对申请、办结、答复、复议、诉讼、人员等合计数，以及部分不大于总数。"
    "各地统计表的行名略有差异，因此只作存疑；没有附统计表的不核对。",
    advice="对照上报的统计表核对这几格。",
    check=check,
    when=demanded(ID),
)
