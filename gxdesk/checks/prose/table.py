"""Rule ``prose.table``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxdesk.checks.api import Hit, Rule, Severity, Unchecked
from gxdesk.checks.quote import clip
from gxdesk.report.claims import Claim, Counted, counted
from gxdesk.report.model import Report, Sentence

MOST_CELLS = 8  # places given of a sum
TABLES = frozenset(("disclosure", "applications", "review_litigation"))


def check(report: Report) -> Iterator[Hit | Unchecked]:
    """Report numbers in prose that differ from the table cells they restate (B9, C5, M47, M48, M53)."""
    compared = skipped = 0
    for sentence, claim in report.claims:
        ways = counted(report, claim.quantity)
        if ways is None:
            skipped += 1
            continue
        compared += 1
        if not any(_agrees(claim, way.value) for way in ways):
            yield _hit(report, sentence, claim, ways[0])
    if skipped and not compared:
        yield Unchecked("正文写到的数量，在表格中没有对应的单元格或者单元格空白，无法核对。")


def _agrees(claim: Claim, value: Decimal) -> bool:
    """Equal, or equal when the table's number is rounded to the decimals written in the prose."""
    if claim.value == value:
        return True
    exponent = claim.value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return places > 0 and round(value, places) == claim.value


def _hit(report: Report, sentence: Sentence, claim: Claim, way: Counted) -> Hit:
    difference = claim.value - way.value
    names = [cell.place.label for cell in way.cells]
    where = f"{names[0]}是{_plain(way.value)}" if len(names) == 1 else _sum_of(names, way)
    said = "说明应为0" if claim.zero else f"写作{_plain(claim.value)}"
    quoted = clip(claim.words, 40)
    return Hit(
        message=(
            f"正文“{quoted}”（{claim.quantity.name}{said}）与表格不一致：{where}，相差{_plain(abs(difference))}。"
        ),
        places=(
            report.span(sentence, claim.start, claim.end),
            *(cell.place for cell in way.cells[:MOST_CELLS]),
        ),
        key=f"{claim.quantity.name}|{claim.words}|{way.cells[0].id}",
        severity=None if claim.sure else Severity.WARNING,
        expected=_plain(way.value),
        actual=_plain(claim.value),
    )


def _sum_of(names: list[str], way: Counted) -> str:
    parts = "＋".join(_plain(cell.value or Decimal(0)) for cell in way.cells[:MOST_CELLS])
    more = "＋……" if len(way.cells) > MOST_CELLS else ""
    return f"{names[0]}等{len(names)}格之和是{parts}{more}＝{_plain(way.value)}"


def _plain(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


RULE = Rule(
    id="prose.table",
    title="正文数字与表格不一致",
    severity=Severity.ERROR,
    requirement="正文中的数字与表二、表三、表四一致",
    basis="国办公开办函〔2021〕30号（数据准确）；公文校核惯例",
    explanation=(
        "正文复述申请、办理结果、行政复议诉讼、规范性文件、收费等数字时，应当与表格中的同一项相等；"
        "“未收到申请”“未发生行政复议、行政诉讼”等表述，对应的格应当为0。“受理”的数量与本年新收、"
        "新收加上年结转任何一个相等都算一致。概数、上年数、其他口径（备案、信访、热线、公示条数、全市数等）"
        "不比；口径不明的只报存疑。"
    ),
    advice="核对台账，把正文和表格改为一致；口径不同的，在正文中写明口径。",
    check=check,
    when=lambda standard: any(table.id in TABLES for table in standard.tables),
)
