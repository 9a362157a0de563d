"""The checklist as a tree: group > item > finding > consequences of that finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gxdesk.ui.icons import icon
from gxdesk.ui.words import where

if TYPE_CHECKING:
    from gxdesk.checklist.model import Checklist, Ignore, Item
    from gxdesk.checks.api import Finding

GROUP, ITEM, FINDING = "group", "item", "finding"
IGNORED = "ignored"
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_OTHER = "其他"
Index = QModelIndex | QPersistentModelIndex


class Node:
    """A row of the tree; which of ``item`` and ``finding`` is set follows from ``kind``."""

    __slots__ = ("children", "finding", "ignore", "item", "kind", "parent", "row", "text")

    def __init__(
        self,
        kind: str,
        text: str,
        parent: Node | None,
        item: Item | None = None,
        finding: Finding | None = None,
    ) -> None:
        """Append a row to ``parent``."""
        self.kind = kind
        self.text = text
        self.parent = parent
        self.item = item
        self.finding = finding
        self.ignore: Ignore | None = None
        self.children: list[Node] = []
        self.row = len(parent.children) if parent else 0
        if parent:
            parent.children.append(self)

    @property
    def state(self) -> str:
        """The severity or status that gives the row its colour and icon."""
        if self.ignore is not None:
            return IGNORED
        if self.finding is not None:
            return self.finding.severity.value
        return self.item.status.value if self.item is not None else ""

    @property
    def word(self) -> str:
        """The state in Chinese."""
        if self.ignore is not None:
            return "已忽略"
        if self.finding is not None:
            return self.finding.severity.word
        if self.item is not None and self.item.confirmed is not None:
            return "已确认"
        return self.item.status.word if self.item is not None else ""

    @property
    def detail(self) -> str:
        """The second line of a finding: where it is, or why it is ignored."""
        if self.ignore is not None:
            return f"理由：{self.ignore.reason}"
        return where(self.finding) if self.finding is not None else ""


class ChecklistModel(QAbstractItemModel):
    """A read-only tree over a :class:`~gxdesk.checklist.model.Checklist`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._root = Node("root", "", None)
        self._by_finding: dict[str, Node] = {}
        self._by_item: dict[str, Node] = {}
        self.fresh: frozenset[str] = frozenset()  # items just mended, shown green for a while

    def load(self, checklist: Checklist | None) -> None:
        """Show another checklist."""
        self.beginResetModel()
        self._root = Node("root", "", None)
        self._by_finding.clear()
        self._by_item.clear()
        if checklist is not None:
            self._build(checklist)
        self.endResetModel()

    def _build(self, checklist: Checklist) -> None:
        known = {finding.id for finding in checklist.findings}
        consequences: dict[str, list[Finding]] = {}
        for finding in checklist.findings:
            if finding.cause in known and finding.cause != finding.id:
                consequences.setdefault(str(finding.cause), []).append(finding)
        folded = {finding.id for findings in consequences.values() for finding in findings}
        groups: dict[str, Node] = {}
        for item in checklist.items:
            group = groups.get(item.group) or Node(GROUP, item.group, self._root)
            groups[item.group] = group
            row = self._by_item[item.id] = Node(ITEM, item.title, group, item)
            for finding in item.findings:
                if finding.id not in folded:
                    self._add(finding, row, item, consequences)
        for finding in checklist.findings:  # of an item the standard does not list: still to be seen
            if finding.id not in folded and finding.id not in self._by_finding:
                other = groups.get(_OTHER) or Node(GROUP, _OTHER, self._root)
                groups[_OTHER] = other
                self._add(finding, other, None, consequences)
        for ignored in checklist.ignored:
            group = groups.get(IGNORED) or Node(GROUP, "已忽略", self._root)
            groups[IGNORED] = group
            row = Node(FINDING, ignored.finding.title, group, None, ignored.finding)
            row.ignore = ignored.ignore
            self._by_finding.setdefault(ignored.finding.id, row)

    def _add(
        self, finding: Finding, parent: Node, item: Item | None, consequences: dict[str, list[Finding]]
    ) -> None:
        if finding.id in self._by_finding:
            return
        row = self._by_finding[finding.id] = Node(FINDING, finding.title, parent, item, finding)
        for consequence in consequences.get(finding.id, ()):
            self._add(consequence, row, item, consequences)

    def node(self, index: Index) -> Node:
        """Return the row behind an index (the root for an invalid one)."""
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, Node) else self._root

    def find(self, finding_id: str = "", item_id: str = "") -> QModelIndex:
        """Return the index of a finding or an item; invalid when there is none."""
        node = self._by_finding.get(finding_id) or self._by_item.get(item_id)
        return self.createIndex(node.row, 0, node) if node else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        children = self.node(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: ANN401, B008
        """See Qt."""
        above = self.node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401
        """See Qt. ``NODE_ROLE`` gives the :class:`Node`."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == Qt.ItemDataRole.DecorationRole and node.state:
            return icon(node.state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (node.word, node.text, node.detail) if part)
        return None


def _tip(node: Node) -> str | None:
    if node.finding is not None:
        return f"{node.word}：{node.finding.message}\n位置：{node.detail}"
    if node.item is not None:
        return f"{node.word}：{node.item.requirement or node.item.title}"
    return None
