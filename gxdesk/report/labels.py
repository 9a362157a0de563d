"""Matching the labels of a draft's tables with those of the statutory forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from gxdesk.document.text import label_key
from gxdesk.standards.model import PartForm, RowForm, Standard, TableForm

SHORTEST_CUT = 3  # characters a truncated label must still have
CUT_SHARE = 0.5  # and the share of the official label
LONGEST_NOTED = 24  # characters of a label with a remark run on to it
MOST_REMEMBERED = 2000
ALIKE = 0.8  # similarity from which a label counts as a mistyped official one


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label found: the ``id`` it stands for.

    ``kind`` is ``exact``, ``noted`` (a remark such as its unit runs on), ``truncated`` or ``mistyped``.
    """

    id: str
    kind: str
    official: str


@dataclass(frozen=True, slots=True, eq=False)
class LabelSet:
    """Labels of one role (rows, columns or groups): comparison key -> id and official label.

    The same few hundred labels come in every draft, so what a text stands for is remembered.
    """

    ids: Mapping[str, tuple[str, str]]
    officials: Mapping[str, tuple[str, str]]
    remembered: dict[str, LabelMatch | None] = field(default_factory=dict)

    def match(self, text: str) -> LabelMatch | None:
        """Return what ``text`` stands for; ``None`` when it is none of these labels."""
        if text.isdigit():
            return None
        if text not in self.remembered:
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            self.remembered[text] = self._match(label_key(text))
        return self.remembered[text]

    def _match(self, key: str) -> LabelMatch | None:
        if not key:
            return None
        if key in self.ids:
            found, official = self.ids[key]
            return LabelMatch(found, "exact", official)
        return self._near(key)

    def exact(self, text: str) -> LabelMatch | None:
        """Return what ``text`` stands for when it is written as it should be."""
        if text.isdigit():
            return None
        found = self.ids.get(label_key(text))
        return LabelMatch(found[0], "exact", found[1]) if found else None

    def _near(self, key: str) -> LabelMatch | None:
        if len(key) < SHORTEST_CUT:
            return None
        cut = [v for k, v in self.officials.items() if k.startswith(key) and len(key) >= len(k) * CUT_SHARE]
        if len({found for found, _ in cut}) == 1:
            return LabelMatch(cut[0][0], "truncated", cut[0][1])
        if len(key) < 4:
            return None
        noted = [v for k, v in self.officials.items() if len(k) >= SHORTEST_CUT and key.startswith(k)]
        if len({found for found, _ in noted}) == 1 and len(key) <= LONGEST_NOTED:
            return LabelMatch(noted[0][0], "noted", noted[0][1])
        best = max(self.officials.items(), key=lambda item: _similarity(key, item[0]), default=None)
        if best and _similarity(key, best[0]) >= ALIKE:
            return LabelMatch(best[1][0], "mistyped", best[1][1])
        return None


@lru_cache(maxsize=4096)
def _similarity(a: str, b: str) -> float:
    if abs(len(a) - len(b)) > max(2, len(b) * (1 - ALIKE)):
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _label_set(entries: Sequence[tuple[str, str, tuple[str, ...]]]) -> LabelSet:
    officials = {label_key(label): (found, label) for found, label, _ in entries}
    ids = dict(officials)
    for found, label, variants in entries:
        for variant in variants:
            ids.setdefault(label_key(variant), (found, label))
    return LabelSet(ids, officials)


@dataclass(frozen=True, slots=True)
class FormLabels:
    """All labels of one statutory table by role."""

    rows: LabelSet
    columns: LabelSet
    groups: LabelSet
    titles: LabelSet

    def known(self, text: str) -> bool:
        """Whether ``text`` is written exactly like some label of the form."""
        if text.isdigit():
            return False
        key = label_key(text)
        return any(key in s.ids for s in (self.rows, self.columns, self.groups, self.titles))

    def column_too(self, text: str) -> bool:
        """Whether ``text`` is (also) the label of a column: 其他 and 总计 name rows and columns."""
        return self.columns.exact(text) is not None

    def near(self, text: str) -> bool:
        """Whether ``text`` is some label of the form, perhaps cut short or mistyped."""
        if text.isdigit():
            return False
        return any(s.match(text) for s in (self.rows, self.columns, self.groups, self.titles))


@lru_cache(maxsize=64)
def form_labels(form: TableForm) -> FormLabels:
    """Return the label sets of a table form."""
    rows = [(row.id, row.label, row.variants) for row in form.rows()]
    columns = [(column.id, column.label, column.variants) for part in form.parts for column in part.columns]
    groups = [(label, label, ()) for label in _group_labels(form)]
    titles = [(part.title, part.title, ()) for part in form.parts if part.title]
    return FormLabels(_label_set(rows), _label_set(columns), _label_set(groups), _label_set(titles))


def _group_labels(form: TableForm) -> dict[str, None]:
    labels = dict.fromkeys(form.groups)
    for row in form.rows():
        labels.update(dict.fromkeys(row.groups))
    labels.update(dict.fromkeys(("申请人情况", "法人或其他组织", "信息内容")))
    if form_units(form):
        labels.update(dict.fromkeys(("统计指标", "单位")))
    if form.header_note:
        labels[form.header_note] = None
    return labels


@lru_cache(maxsize=64)
def namesakes(form: TableForm) -> dict[str, tuple[RowForm, ...]]:
    """Return the rows that share their label with others, by the id of each (2008: 被依法纠错数)."""
    alike: dict[str, list[RowForm]] = {}
    for row in form.rows():
        alike.setdefault(label_key(row.label), []).append(row)
    return {row.id: tuple(rows) for rows in alike.values() if len(rows) > 1 for row in rows}


@lru_cache(maxsize=64)
def form_units(form: TableForm) -> frozenset[str]:
    """Return the units in the column of units, if the form has one."""
    return frozenset(row.unit for row in form.rows() if row.unit)


def part_of_row(form: TableForm, row_id: str) -> PartForm:
    """Return the part a row belongs to; raises ``KeyError``."""
    for part in form.parts:
        if any(row.id == row_id for row in part.rows):
            return part
    raise KeyError(row_id)


@lru_cache(maxsize=256)
def column_labels(part: PartForm) -> LabelSet:
    """Return the label set of one part's columns."""
    return _label_set([(column.id, column.label, column.variants) for column in part.columns])


MOST_WORDS = 4  # words one label may be written in


def labels_in(text: str, standard: Standard) -> list[tuple[str, int]]:
    """Return the labels a line consists of, parted by spaces, with where they begin; none for other lines.

    One word that is no label makes it none: 其他 and 总计 stand in prose too.
    """
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", text)]
    found: list[tuple[str, int]] = []
    units = {unit for form in standard.tables for unit in form_units(form)}
    index = 0
    while index < len(words) and len(words) > 1:
        counts = range(min(MOST_WORDS, len(words) - index), 0, -1)
        joined = (("".join(word for word, _ in words[index : index + n]), n) for n in counts)
        label = next(((w, n) for w, n in joined if w in units or known_label(w, standard)), None)
        if label is None:
            return []
        found.append((label[0], words[index][1]))
        index += label[1]
    return found if len(found) > 1 else []


def known_label(text: str, standard: Standard) -> bool:
    """Whether ``text`` is written exactly like some label of the standard's tables."""
    return any(form_labels(form).known(text) for form in standard.tables)
