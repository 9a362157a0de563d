"""Which rows of the checklist are shown: a state (要改, 存疑…) and words to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSortFilterProxyModel

from gxdesk.ui.models.tree import FINDING, ITEM, ChecklistModel, Index, Node

if TYPE_CHECKING:
    from gxdesk.checklist.model import Checklist

ALL = "all"
FILTERS = {
    ALL: "全部",
    "error": "要改",
    "warning": "存疑",
    "info": "提示",
    "manual": "待人工",
    "not-checkable": "无法核对",
    "pass": "通过",
    "ignored": "已忽略",
}
ALWAYS = (ALL, "error", "warning", "manual", "pass")
_SEVERITIES = {"error": "fail", "warning": "warn", "info": ""}


def counts(checklist: Checklist) -> dict[str, int]:
    """Return what each filter shows: findings for the severities, items for the other states."""
    found = {ALL: len(checklist.items)} | checklist.counts
    for name in ("manual", "not-checkable", "pass"):
        found[name] = sum(item.status.value == name for item in checklist.items)
    found["ignored"] = len(checklist.ignored)
    return found


class ChecklistFilter(QSortFilterProxyModel):
    """Keeps the rows of one state that contain the words searched for, with their parents."""

    def __init__(self, source: ChecklistModel, parent: QObject | None = None) -> None:
        """Filter ``source``; at first everything is shown."""
        super().__init__(parent)
        self._source = source
        self.state = ALL
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(source)

    def show_state(self, state: str) -> None:
        """Show only rows of a state named in :data:`FILTERS`."""
        self.state = state if state in FILTERS else ALL
        self.invalidateFilter()

    def search(self, text: str) -> None:
        """Show only rows that contain all words of ``text``."""
        self._words = text.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """See Qt. Groups are shown for the sake of their rows only."""
        node = self._source.node(source_parent).children[source_row]
        if node.kind == FINDING:
            return self._accepts_finding(node)
        return node.kind == ITEM and self._has_state(node) and self._has_words(node)

    def _accepts_finding(self, node: Node) -> bool:
        if self._has_state(node) and self._has_words(node):
            return True
        above = node.parent
        return above is not None and above.kind == FINDING and self._accepts_finding(above)

    def _has_state(self, node: Node) -> bool:
        if self.state == ALL:
            return True
        if node.kind == ITEM and self.state in _SEVERITIES:
            return not node.children and node.state == _SEVERITIES[self.state]
        return node.state == self.state

    def _has_words(self, node: Node) -> bool:
        if not self._words:
            return True
        text = _searchable(node)
        return all(word in text for word in self._words)


def _searchable(node: Node) -> str:
    parts = [node.text]
    if node.item is not None:
        parts += [node.item.title, node.item.group, node.item.id, node.item.basis]
    if node.finding is not None:
        found = node.finding
        parts += [found.message, found.rule, found.suggestion, *(place.label for place in found.places)]
    return "\n".join(parts).casefold()
