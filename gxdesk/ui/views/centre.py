"""The middle of the review: the draft's text, its tables with their sums, the figures over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gxdesk.ui.views.draft import DraftView

if TYPE_CHECKING:
    from gxdesk.jobs.model import Result
    from gxdesk.ui.views.tables import TablesView
    from gxdesk.ui.views.years import YearsView

DRAFT, TABLES, YEARS = 0, 1, 2
_TITLES = (
    ("草稿", "按程序理解显示的草稿（Ctrl+1）"),
    ("表格核算", "法定表格的数字和算得的合计（Ctrl+2）"),
    ("历年数据", "同一机关各年度的数字（Ctrl+3）"),
)


class Centre(QWidget):
    """Three pages behind tabs; the second and third are built when first shown.

    ``years_wanted`` asks for :meth:`YearsView.show_years` to be called.
    """

    picked = Signal(str)
    said = Signal(str)
    years_wanted = Signal()
    picture_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the draft's page."""
        super().__init__(parent)
        self.draft = DraftView(self)
        self._tables: TablesView | None = None
        self._years: YearsView | None = None
        self._result: Result | None = None
        self._stale = True
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("草稿、表格、历年数据")
        for title, tip in _TITLES:
            at = self.tabs.addTab(title)
            self.tabs.setTabToolTip(at, tip)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.draft)
        for _ in (TABLES, YEARS):
            self.stack.addWidget(QWidget(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._show)
        self.draft.picked.connect(self.picked)

    @property
    def tables(self) -> TablesView:
        """The page of the tables."""
        if self._tables is None:
            from gxdesk.ui.views.tables import TablesView

            self._tables = TablesView(self)
            self._tables.picked.connect(self.picked)
            self._tables.said.connect(self.said)
            self._put(TABLES, self._tables)
        return self._tables

    @property
    def years(self) -> YearsView:
        """The page of the years."""
        if self._years is None:
            from gxdesk.ui.views.years import YearsView

            self._years = YearsView(self)
            self._years.said.connect(self.said)
            self._years.export_wanted.connect(self.picture_wanted)
            self._put(YEARS, self._years)
        return self._years

    def _put(self, at: int, page: QWidget) -> None:
        filler = self.stack.widget(at)
        self.stack.insertWidget(at, page)
        self.stack.removeWidget(filler)
        filler.deleteLater()

    @property
    def page(self) -> int:
        """Which page is shown."""
        return self.tabs.currentIndex()

    @property
    def focus_target(self) -> QWidget:
        """The widget of the shown page that takes the keyboard."""
        if self.page == TABLES:
            return self.tables.grid
        return self.years.chart if self.page == YEARS else self.draft.paper

    def show_page(self, page: int) -> None:
        """Show a page and give it the keyboard."""
        self.tabs.setCurrentIndex(page)
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def show_result(self, result: Result, keep_position: bool) -> None:
        """Show another result on the page in view; the others follow when they are shown."""
        self._result, self._stale = result, True
        self.draft.show_result(result, keep_position)
        self._show(self.page)

    def _show(self, page: int) -> None:
        if page == TABLES and (self._stale or self._tables is None):
            self.tables.show_result(self._result)
            self._stale = False
        if page == YEARS and self._result is not None:
            self.years_wanted.emit()
        self.stack.setCurrentIndex(page)

    def show_finding_page(self, finding_id: str) -> None:
        """Stay with the tables when the finding is in one of their cells; go to the draft otherwise."""
        if self.page == TABLES and self.tables.show_finding(finding_id):
            return
        if self.page != DRAFT:
            self.tabs.setCurrentIndex(DRAFT)

    def copy(self) -> bool:
        """Copy from the page that has the keyboard; false when there is nothing to copy."""
        paper = self.draft.paper
        if self.page == TABLES and self.tables.grid.hasFocus():
            self.tables.copy()
            return True
        if paper.hasFocus() and paper.textCursor().hasSelection():
            paper.copy()
            return True
        return False

    def retheme(self) -> None:
        """Show every page in the present colours."""
        self.draft.retheme()
        if self._tables is not None:
            self._tables.retheme()
        if self._years is not None:
            self._years.retheme()
