"""The draft as the reader understood it, with every finding marked at its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from gxdesk.ui.theme import colours
from gxdesk.ui.views.building import Building
from gxdesk.ui.views.compose import Composer, Layout
from gxdesk.ui.views.marks import Marks, Spot, marks_of, spot_of
from gxdesk.ui.views.overview import OverviewBar
from gxdesk.ui.views.paint import Painter
from gxdesk.ui.views.paper import Paper
from gxdesk.ui.views.searchbar import SearchBar
from gxdesk.ui.views.searching import Hits

if TYPE_CHECKING:
    from gxdesk.checks.api import Finding
    from gxdesk.document.place import Place
    from gxdesk.jobs.model import Result

ZOOM_RANGE = (-4, 12)
FIRST_MS, SLICE_MS = 12, 6  # how long a draft is written at one stretch: before it is shown, and after


class DraftView(QWidget):
    """Shows one result; ``picked`` tells the id of a finding clicked at."""

    picked = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.paper = Paper(self)
        self.overview = OverviewBar(self)
        self.search = SearchBar(self)
        self._result: Result | None = None
        self._layout = Layout()
        self._marks = Marks()
        self._painter: Painter | None = None
        self._document: QTextDocument | None = None
        self._finding: Finding | None = None
        self._stress: list[QTextEdit.ExtraSelection] = []
        self._hits = Hits()
        self._zoom = 0
        self._building: Building | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.paper, 1)
        row.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.search)
        self.setFocusProxy(self.paper)

    def _connect(self) -> None:
        self._builder = QTimer(self)
        self._builder.setSingleShot(True)
        self._builder.setInterval(0)
        self._builder.timeout.connect(self._build)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(60)
        self._settled.timeout.connect(self._refresh_overview)
        self.paper.tips = self._tip
        self.paper.clicked_at.connect(self._pick)
        self.paper.zoomed.connect(lambda step: self.zoom(self._zoom + step))
        self.overview.picked.connect(self._scroll_to)
        self.search.changed.connect(self._search)
        self.search.stepped.connect(self._step_search)
        self.search.closed.connect(self._end_search)

    @property
    def busy(self) -> bool:
        """Whether a long draft is still being written; what is there can be used already."""
        return self._building is not None

    def show_result(self, result: Result, keep_position: bool = False) -> None:
        """Show a result; ``keep_position`` when it is the same draft checked again."""
        anchor = self._anchor() if keep_position else 0
        self._result, self._finding = result, None
        self._marks = marks_of(result)
        self._prepare(anchor)
        self._builder.start()  # verdict and list are painted first

    def _compose(self, anchor: int) -> None:
        if self._result is not None:
            self._prepare(anchor)
            self._build()

    def _anchor(self) -> int:
        """The place to come back to: the one still being waited for, or the present one."""
        waiting = self._building.anchor if self._building is not None else 0
        return waiting or self.paper.anchor()

    def _prepare(self, anchor: int) -> None:
        if self._result is None:
            return
        font = QFont(self.font())
        font.setPointSizeF(max(6.0, self.font().pointSizeF() + 1 + self._zoom))
        document = QTextDocument(self.paper)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(font)
        document.setDocumentMargin(font.pointSizeF() * 1.8)
        composer = Composer(document, self._result, self._marks, colours())
        self._layout = composer.layout
        draft = self._result.report.document
        self._painter = Painter(document, draft, self._layout, self._marks, colours())
        self._building = Building(document, composer, self._painter, self._marks, anchor)

    def _put(self, document: QTextDocument) -> None:
        """Show the document begun in place of the old one."""
        self._hold(self._building is not None and bool(self._building.anchor))
        self.paper.retheme()
        self.paper.setFont(document.defaultFont())
        self.paper.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        self._stress = []
        document.documentLayout().documentSizeChanged.connect(self._settled.start)
        self.paper.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        """Write a little more of a long draft; the window stays alive in between."""
        building = self._building
        if building is not None:
            begun = building.document is self._document
            building.go_on(SLICE_MS if begun else FIRST_MS)
            if not begun:
                self._put(building.document)
            self._built()

    def _built(self) -> None:
        building = self._building
        if building is None:
            return
        if building.anchor and building.reached(building.anchor):
            self.paper.come_back(building.anchor)
            building.anchor = 0
        if not building.done:
            self._hold(bool(building.anchor))
            self._builder.start()
            return
        self._building = None
        self._hold(False)
        self.show_finding(self._finding, scroll=building.scroll)
        self._search(self.search.field.text() if not self.search.isHidden() else "")

    def _hold(self, hold: bool) -> None:
        """Keep the old picture on the screen while the place to come back to is not written yet."""
        self.paper.setUpdatesEnabled(not hold)

    def retheme(self) -> None:
        """Draw everything again in the present colours."""
        self.search.retheme()
        self._compose(self._anchor())

    def zoom(self, steps: int) -> None:
        """Show the text ``steps`` points larger than usual."""
        steps = min(ZOOM_RANGE[1], max(ZOOM_RANGE[0], steps))
        if steps == self._zoom:
            return
        anchor = self._anchor()
        self._zoom = steps
        self._compose(anchor)
        self.zoom_changed.emit(steps)

    @property
    def zoom_steps(self) -> int:
        """The present zoom."""
        return self._zoom

    def show_finding(self, finding: Finding | None, scroll: bool = True) -> None:
        """Emphasise a finding's places (and its equation's cells) and scroll to the first."""
        self._finding = finding
        if self._painter is None:
            return
        if self._building is not None:  # emphasised when all of it is there
            self._building.scroll = scroll and finding is not None
            if finding is None or not self._painter.shows(_stressed(finding)[0]):
                return
            self._building.scroll = False
        spots, operands = _stressed(finding) if finding else ([], [])
        open_ = (
            finding is not None and self._result is not None and self._result.checklist.finding(finding.id)
        )
        severity = finding.severity.value if finding is not None and open_ else "muted"
        self._stress = self._painter.emphasise(spots, operands, severity)
        self._show_selections()
        if scroll and spots:
            self._reveal(spots[0])
        self._settled.start()

    def show_place(self, place: Place) -> None:
        """Scroll to a place."""
        spot = spot_of(place)
        if spot is not None:
            self._reveal(spot)

    def show_block(self, block: int) -> None:
        """Scroll to a block of the draft, at the top of the view."""
        cursor = self._painter.cursor(Spot(block)) if self._painter else None
        if cursor is not None:
            top = self.paper.line_rect(cursor.selectionStart()).top()
            self.paper.verticalScrollBar().setValue(round(top) - 12)

    def _reveal(self, spot: Spot) -> None:
        cursor = self._painter.cursor(spot) if self._painter else None
        if cursor is None:
            return
        bar, rect = self.paper.verticalScrollBar(), self.paper.line_rect(cursor.selectionStart())
        height = self.paper.viewport().height()
        if not bar.value() + 40 <= rect.top() <= bar.value() + height - 60:
            bar.setValue(round(rect.top() - height / 3))
        cursor.setPosition(cursor.selectionStart())
        scroll = bar.value()
        self.paper.setTextCursor(cursor)
        bar.setValue(scroll)

    def _scroll_to(self, fraction: float) -> None:
        bar = self.paper.verticalScrollBar()
        whole = bar.maximum() + self.paper.viewport().height()
        bar.setValue(round(fraction * whole - self.paper.viewport().height() / 2))

    def _refresh_overview(self) -> None:
        if self._painter is None or self._building is not None:
            return
        height = max(1.0, self.paper.document().size().height())
        at = {}
        for spot in self._marks.spots:
            cursor = self._painter.cursor(spot)
            if cursor is not None:
                at[spot] = min(1.0, self.paper.line_rect(cursor.selectionStart()).top() / height)
        order = ("muted", "info", "warning", "error")
        ticks = sorted(((at[s], self._marks.severity(s)) for s in at), key=lambda tick: order.index(tick[1]))
        current = _stressed(self._finding)[0] if self._finding else []
        self.overview.show_ticks(ticks, [at[spot] for spot in current if spot in at])

    def findings_at(self, position: int) -> list[Finding]:
        """Return the findings at a text position, the gravest and narrowest first."""
        if self._painter is None:
            return []
        hits: list[tuple[int, Spot]] = []
        for spot in (*self._marks.spots, *self._marks.quiet):
            cursor = self._painter.cursor(spot)
            if cursor is None:
                continue
            cell = None if spot.text else self._painter.cell(spot)
            first, last = cursor.selectionStart(), cursor.selectionEnd()
            if cell is not None:
                first, last = cell.firstPosition(), cell.lastPosition()
            if first <= position <= last:
                hits.append((last - first, spot))
        found: list[Finding] = []
        for _, spot in sorted(hits, key=lambda hit: hit[0]):
            here = self._marks.spots.get(spot, []) + self._marks.quiet.get(spot, [])
            found += [finding for finding in here if finding not in found]
        return found

    def _pick(self, position: int) -> None:
        found = self.findings_at(position)
        if not found:
            return
        ids = [finding.id for finding in found]
        now = self._finding.id if self._finding else ""
        following = ids[(ids.index(now) + 1) % len(ids)] if now in ids else ids[0]
        self.picked.emit(following)  # clicking again at the same spot goes on to the next finding there

    def _tip(self, position: int) -> str:
        lines = [f"{found.severity.word}：{found.message}" for found in self.findings_at(position)[:4]]
        return "\n\n".join(lines)

    def start_search(self) -> None:
        """Open the search bar."""
        self.search.enter()

    def _search(self, text: str) -> None:
        self._hits.find(self.paper.document(), text)
        self._step_search(0)

    def _step_search(self, step: int) -> None:
        cursor = self._hits.step(step)
        self.search.tell(self._hits.number, self._hits.total)
        self._show_selections()
        if cursor is not None:
            at = QTextCursor(cursor)
            at.setPosition(cursor.selectionStart())
            self.paper.setTextCursor(at)
            self.paper.ensureCursorVisible()

    def _end_search(self) -> None:
        self._hits.find(self.paper.document(), "")
        self._show_selections()
        self.paper.setFocus()

    def _show_selections(self) -> None:
        self.paper.setExtraSelections(self._stress + self._hits.selections())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._settled.start()


def _stressed(finding: Finding) -> tuple[list[Spot], list[Spot]]:
    """Return where a finding most likely is wrong, and the other cells that take part in it."""
    suspects = _spots(suspect.place for suspect in finding.suspects)
    places = _spots(finding.places)
    terms = (*finding.equation.left, *finding.equation.right) if finding.equation else ()
    return suspects or places, [*places, *_spots(term.place for term in terms)]


def _spots(places: Iterable[Place | None]) -> list[Spot]:
    found = (spot_of(place) for place in places)
    return list(dict.fromkeys(spot for spot in found if spot is not None))
