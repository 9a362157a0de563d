"""Turns a parsed format file into a :class:`Standard`, refusing what does not fit together."""

from __future__ import annotations

import re
from typing import Any

from gxdesk.document.text import label_key
from gxdesk.standards.fields import Fields
from gxdesk.standards.model import (
    ColumnForm,
    EquationForm,
    ManualItem,
    PartForm,
    RowForm,
    SectionForm,
    Standard,
    TableForm,
)

_ABSENCES = ("", "warning", "error")
_LAYOUTS = ("rows", "wide")
_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def parse_standard(file: str, data: dict[str, Any]) -> Standard:
    """Return the format described by ``data``, the parsed TOML of ``file`` (its name, for messages).

    Raises ``StandardError`` naming the file, the key and what is wrong.
    """
    top = Fields(file, data)
    sections = _sections(top)
    standard = Standard(
        id=top.identifier(),
        name=top.text("name"),
        since=top.integer("since"),
        until=top.optional_integer("until"),
        citation=top.text("citation"),
        basis=top.text("basis"),
        sections_fixed=top.flag("sections_fixed"),
        sections=sections,
        tables=_tables(top, {section.id for section in sections}),
        manual=_manual(top),
        aspects=_aspects(top),
        deadlines=_deadlines(top.table("deadlines")),
    )
    top.done()
    if standard.until is not None and standard.until < standard.since:
        raise top.fail("until", f"截止年度 {standard.until} 早于起始年度 {standard.since}。")
    return standard


def _sections(top: Fields) -> tuple[SectionForm, ...]:
    found = tuple(_section(fields) for fields in top.tables("sections"))
    top.unique("sections", [section.id for section in found], "章节标识")
    top.unique("sections", [str(section.number) for section in found], "章节序号")
    return found


def _section(fields: Fields) -> SectionForm:
    form = SectionForm(
        id=fields.identifier(),
        title=fields.text("title"),
        number=fields.integer("number"),
        variants=fields.texts("variants"),
        keywords=fields.patterns("keywords"),
        evidence=fields.pattern("evidence"),
        absence=fields.choice("absence", _ABSENCES),
        requirement=fields.text("requirement"),
        basis=fields.text("basis"),
    )
    fields.done()
    return form


def _tables(top: Fields, sections: set[str]) -> tuple[TableForm, ...]:
    found = tuple(_table(fields, sections) for fields in top.tables("tables", required=False))
    top.unique("tables", [table.id for table in found], "表格标识")
    return found


def _table(fields: Fields, sections: set[str]) -> TableForm:
    parts = tuple(_part(part) for part in fields.tables("parts"))
    fields.unique("parts", [row.id for part in parts for row in part.rows], "行标识")
    section = fields.identifier("section")
    if section not in sections:
        raise fields.fail("section", f"没有标识为“{section}”的章节。")
    form = TableForm(
        id=fields.identifier(),
        name=fields.text("name"),
        title=fields.text("title"),
        section=section,
        layout=fields.choice("layout", _LAYOUTS, "rows"),
        parts=parts,
        equations=tuple(_equation(item, parts) for item in fields.tables("equations", required=False)),
        absence=fields.choice("absence", _ABSENCES),
        basis=fields.text("basis"),
        header_note=fields.text("header_note", ""),
        groups=_groups(parts),
    )
    fields.done()
    return form


def _groups(parts: tuple[PartForm, ...]) -> tuple[str, ...]:
    """Return every group label once; a row that has cells of its own is a row, not a group label."""
    forms: list[RowForm | ColumnForm] = [row for part in parts for row in part.rows]
    labels = {form.label for form in forms}
    forms += [column for part in parts for column in part.columns]
    return tuple(dict.fromkeys(group for form in forms for group in form.groups if group not in labels))


def _part(fields: Fields) -> PartForm:
    part = PartForm(
        title=fields.text("title", ""),
        columns=tuple(_column(column) for column in fields.tables("columns")),
        rows=tuple(_row(row) for row in fields.tables("rows")),
    )
    fields.done()
    fields.unique("columns", [column.id for column in part.columns], "列标识")
    fields.unique("columns", _keys(part.columns), "列名")
    fields.unique("rows", _keys(part.rows), "行名")
    return part


def _keys(forms: tuple[RowForm, ...] | tuple[ColumnForm, ...]) -> list[str]:
    """Return how each label and variant is recognised; labels may recur only under different groups."""
    keys: list[str] = []
    for form in forms:
        place = "".join(f"{label_key(group)}／" for group in form.groups)
        keys += [place + label_key(label) for label in (form.label, *form.variants)]
    return keys


def _column(fields: Fields) -> ColumnForm:
    form = ColumnForm(
        id=fields.identifier(),
        label=fields.text("label"),
        variants=fields.texts("variants"),
        integer=fields.flag("integer", True),
        signed=fields.flag("signed", False),
        unit=fields.text("unit", ""),
        groups=fields.texts("groups"),
    )
    fields.done()
    return form


def _row(fields: Fields) -> RowForm:
    form = RowForm(
        id=fields.identifier(),
        label=fields.text("label"),
        variants=fields.texts("variants"),
        groups=fields.texts("groups"),
        unit=fields.text("unit", ""),
    )
    fields.done()
    return form


def _equation(fields: Fields, parts: tuple[PartForm, ...]) -> EquationForm:
    form = EquationForm(
        rule=fields.text("rule"),
        number=fields.text("number"),
        along=fields.choice("along", ("column", "row")),
        left=fields.texts("left", required=True),
        right=fields.texts("right", required=True),
        text=fields.text("text"),
    )
    fields.done()
    for key, terms in (("left", form.left), ("right", form.right)):
        _check_terms(fields, key, form.along, terms, parts)
    if not any(_lines(part, form.along).issuperset(form.left + form.right) for part in parts):
        raise fields.fail("right", "等式两边的各项不在同一个分表内。")
    return form


def _lines(part: PartForm, along: str) -> set[str]:
    return {item.id for item in (part.rows if along == "column" else part.columns)}


def _check_terms(
    fields: Fields, key: str, along: str, terms: tuple[str, ...], parts: tuple[PartForm, ...]
) -> None:
    word = "行" if along == "column" else "列"
    known = set().union(*(_lines(part, along) for part in parts))
    for term in terms:
        if term not in known:
            raise fields.fail(key, f"本表没有标识为“{term}”的{word}。")
    fields.unique(key, list(terms), f"{word}标识")


def _manual(top: Fields) -> tuple[ManualItem, ...]:
    found = tuple(_manual_item(fields) for fields in top.tables("manual", required=False))
    top.unique("manual", [item.id for item in found], "人工确认事项标识")
    return found


def _manual_item(fields: Fields) -> ManualItem:
    item = ManualItem(
        id=fields.identifier(),
        title=fields.text("title"),
        group=fields.text("group"),
        requirement=fields.text("requirement"),
        basis=fields.text("basis"),
    )
    fields.done()
    return item


def _aspects(top: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for fields in top.tables("aspects", required=False):
        found.append((fields.text("name"), fields.texts("words", required=True)))
        fields.done()
    top.unique("aspects", [name for name, _ in found], "方面名称")
    return tuple(found)


def _deadlines(fields: Fields) -> dict[str, str]:
    deadlines = {level: fields.text(level) for level in ("government", "department")}
    for level, day in deadlines.items():
        if not _DAY.fullmatch(day):
            raise fields.fail(level, f"“{day}”不是“月-日”，应写成“01-31”的形式。")
    fields.done()
    return deadlines
