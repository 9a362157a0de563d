"""One checked draft: verdict, text, checklist and details, and the selection that moves them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gxdesk.ui.models.tree import FINDING
from gxdesk.ui.views.centre import Centre
from gxdesk.ui.views.checklist import ChecklistPane
from gxdesk.ui.views.details import DetailsPane
from gxdesk.ui.views.verdict import VerdictStrip

if TYPE_CHECKING:
    from gxdesk.checklist.model import Item
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result
    from gxdesk.ui.engine import How


class Review(QWidget):
    """Shows one result. ``said`` carries short news for the status bar."""

    said = Signal(str)
    item_decision_wanted = Signal(str)
    finding_decision_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty review."""
        super().__init__(parent)
        self.verdict = VerdictStrip(self)
        self.centre = Centre(self)
        self.draft = self.centre.draft
        self.checklist = ChecklistPane(self)
        self.details = DetailsPane(self)
        self.result: Result | None = None
        self.finding: Finding | None = None
        self.item: Item | None = None
        self._arrange()
        self.verdict.filter_wanted.connect(self.checklist.show_state)
        self.centre.picked.connect(lambda chosen: self.select_finding(chosen))
        self.centre.said.connect(self.said)
        self.checklist.finding_chosen.connect(lambda chosen: self.select_finding(chosen))
        self.checklist.item_chosen.connect(lambda chosen: self.select_item(chosen))
        self.checklist.go_wanted.connect(self.go)
        self.checklist.copy_wanted.connect(self.details.copy)
        self.checklist.item_decision_wanted.connect(self.item_decision_wanted)
        self.checklist.finding_decision_wanted.connect(self.finding_decision_wanted)
        self.details.decision_wanted.connect(self.decide)
        self.details.place_wanted.connect(self._go_to_place)
        self.details.finding_wanted.connect(lambda chosen: self.select_finding(chosen))
        self.details.copied.connect(self.said)

    def _arrange(self) -> None:
        self.side = QSplitter(Qt.Orientation.Vertical, self)
        self.side.addWidget(self.checklist)
        self.side.addWidget(self.details)
        self.side.setSizes([300, 240])
        self.halves = QSplitter(Qt.Orientation.Horizontal, self)
        self.halves.addWidget(self.centre)
        self.halves.addWidget(self.side)
        self.halves.setStretchFactor(0, 1)
        self.halves.setStretchFactor(1, 0)
        self.halves.setSizes([560, 330])
        for splitter in (self.side, self.halves):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        self.centre.setMinimumWidth(260)
        self.side.setMinimumWidth(220)
        self.checklist.setMinimumHeight(110)
        self.details.setMinimumHeight(90)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.verdict)
        column.addWidget(self.halves, 1)

    def show_result(self, result: Result, how: How) -> None:
        """Show a result; the same draft checked again keeps its place and its selected finding."""
        before = self.result if self.result is not None and self.result.path == result.path else None
        chosen = self.finding.id if before and self.finding else ""
        item = self.item.id if before and self.item else ""
        self.result, self.finding, self.item = result, None, None
        self.verdict.show_result(result, how)
        self.checklist.load(result.checklist)
        decided = before is not None and before.report is result.report  # only people's decisions changed
        if before is None or not decided or before.checklist.findings != result.checklist.findings:
            self.centre.show_result(result, keep_position=before is not None)
        self.details.clear()
        if before is not None and not decided:
            self.checklist.flash(_mended(before, result))
        if chosen and self._found(chosen) is not None:
            self.select_finding(chosen, scroll=False)
        elif item:
            self.select_item(item, scroll=False)

    def _found(self, finding_id: str) -> Finding | None:
        """Return a finding by id, also one that is ignored."""
        if self.result is None:
            return None
        ignored = (i.finding for i in self.result.checklist.ignored if i.finding.id == finding_id)
        return self.result.checklist.finding(finding_id) or next(ignored, None)

    def decide(self) -> None:
        """Ask to decide about what the details show."""
        if self.finding is not None:
            self.finding_decision_wanted.emit(self.finding.id)
        elif self.item is not None:
            self.item_decision_wanted.emit(self.item.id)

    def select_finding(self, finding_id: str, scroll: bool = True) -> None:
        """Show a finding everywhere: in the list, in the draft, in the details."""
        finding = self._found(finding_id)
        if finding is None or self.result is None:
            return
        self.finding, self.item = finding, None
        self.checklist.select(finding_id=finding_id)
        self.details.show_finding(finding, self.result)
        self.centre.show_finding_page(finding_id)
        self.draft.show_finding(finding, scroll)

    def select_item(self, item_id: str, scroll: bool = True) -> None:
        """Show a checklist item's details, and its place when it is a section or table."""
        item = self.result.checklist.item(item_id) if self.result else None
        if item is None or self.result is None:
            return
        self.finding, self.item = None, item
        self.checklist.select(item_id=item_id)
        self.details.show_item(item)
        self.draft.show_finding(None)
        kind, _, name = item_id.partition(".")
        report = self.result.report
        part = report.section(name) if kind == "section" else report.table(name) if kind == "table" else None
        if scroll and part is not None and part.present:
            self.draft.show_place(part.place)

    def go(self) -> None:
        """Show the place of the selected row in the draft, also when it has been scrolled away."""
        node = self.checklist.current()
        if node.kind == FINDING and node.finding is not None:
            self.select_finding(node.finding.id)

    def _go_to_place(self, number: int) -> None:
        if self.finding is not None and number < len(self.finding.places):
            self.draft.show_place(self.finding.places[number])

    def step(self, by: int) -> None:
        """Go to the next or previous finding in reading order, among those the filter shows."""
        if self.result is None:
            return
        shown = set(self.checklist.shown_findings())
        everything = self.result.checklist.findings
        order = [f.id for f in everything if f.id in shown] or [f.id for f in everything]
        if not order:
            self.said.emit("没有发现问题")
            return
        now = self.finding.id if self.finding else ""
        start = order.index(now) if now in order else (-1 if by > 0 else len(order))
        at = (start + by) % len(order)
        self.select_finding(order[at])
        self.said.emit(f"第{at + 1}个问题，共{len(order)}个")

    def copy(self) -> None:
        """Copy the words selected in the draft or details, or else the finding."""
        if not self.centre.copy() and not self.details.copy_selection():
            self.details.copy()

    def retheme(self) -> None:
        """Show everything in the present colours."""
        for part in (self.verdict, self.centre, self.checklist, self.details):
            part.retheme()


def _mended(before: Result, now: Result) -> frozenset[str]:
    """Return the items that had problems before and pass now."""
    wrong = {item.id for item in before.checklist.items if item.status.value in ("fail", "warn")}
    return frozenset(item.id for item in now.checklist.items if item.status.value == "pass") & wrong
