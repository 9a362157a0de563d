"""The rows of an office's own rules: a sheet with a header, or a ``.toml`` file of ``[[rule]]`` entries.

What the entries mean is for :mod:`gxdesk.checks.office` to say.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from gxdesk import readers
from gxdesk.document.model import Document
from gxdesk.document.place import GridOrigin, Origin, SheetOrigin
from gxdesk.document.text import fold
from gxdesk.errors import ReadError, RulesError

COLUMNS = {  # the name in a sheet: the key in a .toml file
    "要求": "requirement",
    "关键词": "keywords",
    "所在章节": "section",
    "必须/建议": "demand",
    "最少字数": "least",
    "最多字数": "most",
    "是否需要数字": "number",
    "依据": "basis",
}
_NAMES = {name.replace("/", ""): key for name, key in COLUMNS.items()} | {
    "章节": "section",
    "必须或建议": "demand",
    "需要数字": "number",
}
_NO_HEADER = (
    "“{}”里没有找到规则表：要有一行列名，至少有“要求”一列，另有“关键词”“所在章节”等列。"
    "可以先生成一份示例（gxdesk template --rules 文件.xlsx），照着填写。"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of one cell, and where it stands for people: ``第4行C列（所在章节）``."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row: where it stands, and its filled cells by the keys of :data:`COLUMNS`."""

    where: str
    cells: dict[str, Entry]


def read_rule_table(path: Path) -> tuple[RuleRow, ...]:
    """Return the rows of a rule table. Raises :class:`RulesError` naming file, row and column."""
    try:
        data = readers.load(path)
        if path.suffix.lower() == ".toml":
            return _from_toml(path.name, data)
        return _from_document(path.name, readers.read_bytes(data, path.name))
    except ReadError as error:
        raise RulesError(f"本单位规则“{path.name}”读不出来：{error}") from error


def _from_toml(name: str, data: bytes) -> tuple[RuleRow, ...]:
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RulesError(f"本单位规则“{name}”不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"本单位规则“{name}”不符合 TOML 写法，请检查引号、等号和方括号。") from error
    rules = found.get("rule")
    if not isinstance(rules, list) or set(found) != {"rule"}:
        raise RulesError(f"本单位规则“{name}”应当由若干个 [[rule]] 条目组成。")
    return tuple(_toml_row(name, number, rule) for number, rule in enumerate(rules, 1))


def _toml_row(name: str, number: int, rule: object) -> RuleRow:
    where = f"第{number}条"
    if not isinstance(rule, dict):
        raise RulesError(f"本单位规则“{name}”{where}应当写成 [[rule]] 条目。")
    cells: dict[str, Entry] = {}
    for key, value in rule.items():
        known = _key(key) or (key if key in COLUMNS.values() else None)
        if known is None:
            listed = "、".join(COLUMNS.values())
            raise RulesError(f"本单位规则“{name}”{where}有不认识的项“{key}”，可用的项：{listed}。")
        title = next(title for title, column in COLUMNS.items() if column == known)
        cells[known] = Entry(_text(value), f"{where}（{title}）")
    return RuleRow(where, cells)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(map(str, value))
    return str(value).strip()


def _from_document(name: str, document: Document) -> tuple[RuleRow, ...]:
    columns: dict[str, tuple[str, str]] = {}  # sheet and column letter: key and title
    rows: list[RuleRow] = []
    for _, table in document.tables():
        for number in range(table.rows):
            line = {
                _column(cell.origin, cell.column): cell
                for cell in table.cells
                if cell.row == number and cell.text.strip()
            }
            header = {at: key for at, cell in line.items() if (key := _key(cell.text))}
            if "requirement" in header.values() and len(header) >= 2:
                columns = {at: (key, line[at].text.strip()) for at, key in header.items()}
            elif columns:
                found = {columns[at][0]: (at, cell) for at, cell in line.items() if at in columns}
                if found:
                    where = f"第{_row(next(iter(line.values())).origin, number)}行"
                    entries = {
                        key: Entry(cell.text.strip(), f"{where}{_letter(at)}（{columns[at][1]}）")
                        for key, (at, cell) in found.items()
                    }
                    rows.append(RuleRow(where, entries))
    if not columns:
        raise RulesError(_NO_HEADER.format(name))
    return tuple(rows)


def _key(title: str) -> str | None:
    return _NAMES.get(fold(title).text.replace("/", ""))


def _column(origin: Origin, column: int) -> str:
    """Return a name of the column that stays the same in every block of a sheet."""
    if isinstance(origin, SheetOrigin):
        return f"{origin.sheet}!{origin.cell.rstrip('0123456789')}"
    return f"{origin.table}!{column + 1}" if isinstance(origin, GridOrigin) else str(column + 1)


def _letter(column: str) -> str:
    name = column.rsplit("!", 1)[-1]
    return f"第{name}列" if name.isdigit() else f"{name}列"


def _row(origin: Origin, number: int) -> str:
    if isinstance(origin, SheetOrigin):
        return origin.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return str(number + 1)
