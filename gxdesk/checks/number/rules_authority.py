"""Rule ``number.rules_authority``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.equations import plain
from gxdesk.report.model import Report

_NATIONAL = re.compile(r"^(?:国家|国务院|中华人民共和国|中国|全国)|(?<![指挥宣传组织])部$")
_LOCAL = re.compile(r"[省市县区旗州盟镇乡]")
_LOW = re.compile(r"[县区旗镇乡](?:人民)?政府$")
_HIGH = re.compile(r"自治区(?:人民)?政府$")


def check(report: Report) -> Iterator[Hit]:
    """Report rules (规章) in the table of a body that cannot make any (D4, M59)."""
    identity, table = report.identity, report.table("disclosure")
    name = identity.authority or ""
    if table is None or not table.present or not _without_authority(identity.level, name):
        return
    filled = [cell for key, cell in table.cells.items() if key.startswith("rules.") and cell.value]
    if filled:
        figures = "、".join(plain(cell.value) for cell in filled if cell.value is not None)
        yield Hit(
            f"表二「规章」一行填了{figures}，而“{name}”没有规章制定权。",
            tuple(cell.place for cell in filled),
            "rules",
            expected="0",
            actual=figures,
        )


def _without_authority(level: str, name: str) -> bool:
    if level == "government":
        return bool(_LOW.search(name)) and not _HIGH.search(name)
    return level == "department" and bool(_LOCAL.search(name)) and not _NATIONAL.search(name)


RULE = Rule(
    id="number.rules_authority",
    title="没有规章制定权却填了规章",
    severity=Severity.WARNING,
    requirement="没有规章制定权的机关“规章”一行填0",
    basis="《中华人民共和国立法法》第九十一条、第九十三条（规章由国务院部门和省、设区的市、自治州人民政府制定）",
    explanation="地方政府部门和县、乡级政府不能制定规章，内部规章制度不算规章。设区的市以上人民政府和国务院部门不报。",
    advice="多半是把规范性文件或者内部制度填进了“规章”，核对后改到相应的行。",
    check=check,
    when=lambda standard: any("rules" in {row.id for row in table.rows()} for table in standard.tables),
)
