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
    from gxdesk.checks.api import Finding
    from gxdesk.jobs.model import Result
    from gxdesk.ui.engine import How


class Review(QWidget):
    """Shows one result. ``said`` carries short news for the status bar."""

    said = Signal(str)

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
        self._arrange()
        self.verdict.filter_wanted.connect(self.checklist.show_state)
        self.centre.picked.connect(self.select_finding)
        self.centre.said.connect(self.said)
        self.checklist.finding_chosen.connect(self.select_finding)
        self.checklist.item_chosen.connect(self.select_item)
        self.checklist.go_wanted.connect(self.go)
        self.checklist.copy_wanted.connect(self.details.copy)
        self.details.place_wanted.connect(self._go_to_place)
        self.details.finding_wanted.connect(self.select_finding)
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
        again = self.result is not None and self.result.path == result.path
        chosen = self.finding.id if again and self.finding else ""
        self.result, self.finding = result, None
        self.verdict.show_result(result, how)
        self.checklist.load(result.checklist)
        self.centre.show_result(result, keep_position=again)
        self.details.clear()
        if chosen and result.checklist.finding(chosen):
            self.select_finding(chosen)

    def select_finding(self, finding_id: str) -> None:
        """Show a finding everywhere: in the list, in the draft, in the details."""
        finding = self.result.checklist.finding(finding_id) if self.result else None
        if finding is None or self.result is None:
            return
        self.finding = finding
        self.checklist.select(finding_id=finding_id)
        self.details.show_finding(finding, self.result)
        self.centre.show_finding_page(finding_id)
        self.draft.show_finding(finding)

    def select_item(self, item_id: str) -> None:
        """Show a checklist item's details, and its place when it is a section or table."""
        item = self.result.checklist.item(item_id) if self.result else None
        if item is None or self.result is None:
            return
        self.finding = None
        self.checklist.select(item_id=item_id)
        self.details.show_item(item)
        self.draft.show_finding(None)
        kind, _, name = item_id.partition(".")
        report = self.result.report
        part = report.section(name) if kind == "section" else report.table(name) if kind == "table" else None
        if part is not None and part.present:
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
