"""The drafts of a batch as a table that fills while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from gxdesk.ui.icons import steady_icon

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result, Unreadable

HEADERS = ("草稿", "行政机关", "年度", "结论", "要改", "存疑", "待人工", "文件夹")
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex
_WAITING, _STOPPED = "等待检查", "未检查"
_NUMBERS = (2, 4, 5, 6)


KINDS = (("", "全部草稿"), ("wrong", "要改的"), ("clean", "没有必须改的"), ("unreadable", "读不了的"))


class BatchModel(QAbstractTableModel):
    """One row a draft; its outcome is ``None`` until it was checked."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self.paths: list[Path] = []
        self._outcomes: dict[Path, Result | Unreadable] = {}
        self._rows: dict[Path, int] = {}
        self._stopped = False

    def start(self, paths: list[Path]) -> None:
        """Begin with drafts still to be checked."""
        self.beginResetModel()
        self.paths = list(paths)
        self._rows = {path: row for row, path in enumerate(self.paths)}
        self._outcomes.clear()
        self._stopped = False
        self.endResetModel()

    def put(self, outcome: Result | Unreadable) -> None:
        """Fill in the outcome of a draft."""
        row = self._rows.get(outcome.path)
        if row is None:
            return
        self._outcomes[outcome.path] = outcome
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADERS) - 1))

    def stop(self) -> None:
        """Say of the drafts left that they were not checked."""
        self._stopped = True
        if self.paths:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.paths) - 1, len(HEADERS) - 1))

    def outcome(self, row: int) -> Result | Unreadable | None:
        """Return what came of a draft."""
        return self._outcomes.get(self.paths[row])

    def outcomes(self) -> tuple[list[Result], list[Unreadable]]:
        """Return what was checked and what could not be read, in the order of the drafts."""
        done = [self._outcomes[path] for path in self.paths if path in self._outcomes]
        results: list[Any] = [outcome for outcome in done if _kind(outcome) != "unreadable"]
        unreadable: list[Any] = [outcome for outcome in done if _kind(outcome) == "unreadable"]
        return results, unreadable

    def texts(self, row: int) -> tuple[str, ...]:
        """Return what is shown of a draft, column by column."""
        path = self.paths[row]
        return self._texts(path, self._outcomes.get(path))

    def tally(self) -> dict[str, int]:
        """Return how many drafts are ``done``, ``clean``, ``wrong`` and ``unreadable``."""
        tally = {"done": len(self._outcomes), "clean": 0, "wrong": 0, "unreadable": 0}
        for outcome in self._outcomes.values():
            tally[_kind(outcome)] += 1
        return tally

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 0 if parent.isValid() else len(self.paths)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # noqa: ANN401
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADERS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401
        """See Qt."""
        if not index.isValid():
            return None
        path, column = self.paths[index.row()], index.column()
        outcome = self._outcomes.get(path)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(path, outcome)[column]
        if role == SORT_ROLE:
            return self._sort_key(path, outcome, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(path, outcome)
        if role == Qt.ItemDataRole.DecorationRole and column == 3 and outcome is not None:
            return steady_icon({"clean": "pass", "wrong": "error", "unreadable": "warning"}[_kind(outcome)])
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _texts(self, path: Path, outcome: Result | Unreadable | None) -> tuple[str, ...]:
        folder = str(path.parent)
        if outcome is None:
            return (path.name, "", "", _STOPPED if self._stopped else _WAITING, "", "", "", folder)
        if _kind(outcome) == "unreadable":
            return (path.name, "", "", f"读不了：{outcome.reason}", "", "", "", folder)  # type: ignore[union-attr]
        identity, checklist = outcome.report.identity, outcome.checklist  # type: ignore[union-attr]
        manual = sum(item.status.value == "manual" for item in checklist.items)
        wrong = checklist.counts["error"]
        short = f"要改{wrong}处" if wrong else "没有必须改的"
        if identity.kind == "other":
            short = f"不像年度报告，{short}"
        year = str(identity.year or "")
        warnings = str(checklist.counts["warning"])
        return (path.name, identity.authority or "", year, short, str(wrong), warnings, str(manual), folder)

    def _sort_key(self, path: Path, outcome: Result | Unreadable | None, column: int) -> str | int:
        text = self._texts(path, outcome)[column]
        if column in _NUMBERS:
            return int(text) if text else -1
        if column == 3 and outcome is not None:
            order = {"wrong": 0, "unreadable": 1, "clean": 2}[_kind(outcome)]
            return f"{order}{text}"
        return text


class BatchFilter(QSortFilterProxyModel):
    """Keeps the drafts of one kind (:data:`KINDS`) whose name or body has the words searched for."""

    def __init__(self, source: BatchModel, parent: QObject | None = None) -> None:
        """Show everything of ``source``, sortable."""
        super().__init__(parent)
        self._source = source
        self._kind = ""
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(source)

    def show_only(self, kind: str, words: str) -> None:
        """Show one kind of drafts (``""`` all) with these words."""
        self._kind, self._words = kind, words.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """See Qt."""
        outcome = self._source.outcome(source_row)
        if self._kind and (outcome is None or _kind(outcome) != self._kind):
            return False
        text = "\n".join(self._source.texts(source_row)).casefold()
        return all(word in text for word in self._words)


def _kind(outcome: Result | Unreadable) -> str:
    checklist = getattr(outcome, "checklist", None)
    if checklist is None:
        return "unreadable"
    return "clean" if checklist.publishable else "wrong"


def _tip(path: Path, outcome: Result | Unreadable | None) -> str:
    if outcome is None:
        return str(path)
    if _kind(outcome) == "unreadable":
        return f"{path}\n{outcome.reason}"  # type: ignore[union-attr]
    return f"{path}\n{outcome.checklist.verdict}\n双击打开"  # type: ignore[union-attr]
