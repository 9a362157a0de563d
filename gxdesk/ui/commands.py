"""What the user can do: one method for every menu entry. Nothing is imported before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from gxdesk.ui.pages import Pages
    from gxdesk.ui.settings import Settings

_DRAFT, _TABLES, _YEARS = 0, 1, 2


class Commands(QMainWindow):
    """The commands of the main window, which provides what is declared here."""

    settings: Settings
    _pages: Pages | None

    @property
    def pages(self) -> Pages:
        """The pages behind the empty state."""
        raise NotImplementedError

    def open_paths(self, paths: list[Path]) -> None:
        """Check drafts and folders."""
        raise NotImplementedError

    def emptied(self) -> None:
        """Go back to the drop area."""
        raise NotImplementedError

    # files ----------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for drafts."""
        from PySide6.QtWidgets import QFileDialog

        from gxdesk.ui import engine

        names, _ = QFileDialog.getOpenFileNames(self, "打开草稿", self.last_folder(), engine.file_filter())
        self.open_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder of drafts."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self, "打开文件夹", self.last_folder())
        self.open_paths([Path(name)] if name else [])

    def open_sample(self) -> None:
        """Open our own example draft."""
        from gxdesk.ui import engine

        sample = engine.sample()
        if sample is not None:
            self.open_paths([sample])
        else:
            self.statusBar().showMessage("安装包里没有找到示例草稿", 5000)

    def last_folder(self) -> str:
        """Return the folder of the draft opened last."""
        recent = self.settings.recent()
        return str(recent[0].parent) if recent else ""

    def new_template(self) -> None:
        """Ask for a format and write an empty draft in it."""
        from gxdesk.ui.views.template import TemplateDialog

        dialog = TemplateDialog(self, self.last_folder())
        dialog.written.connect(lambda path: self.statusBar().showMessage(f"已生成空白报告：{path}", 10000))
        dialog.open()

    def count_register(self) -> None:
        """Count the register of applications into tables three and four."""
        from gxdesk.ui.views.ledger import LedgerDialog

        current = self.pages.current
        annual = current is not None and current.result is not None and current.result.report.is_annual_report
        draft = current.path if annual and current is not None else None
        LedgerDialog(self, self.pages.jobs, draft, self.last_folder()).open()

    def open_outside(self) -> None:
        """Open the current draft in Word, WPS or whatever the system opens it with."""
        from gxdesk.ui.exporting import show_file

        draft = self.pages.current
        if draft is not None and not show_file(draft.path):
            text = "系统没有能打开这份草稿的程序，请在文件管理器中打开它。"
            self.pages.notice.tell(text, "warning")

    def export(self) -> None:
        """Ask where to put the checklist workbook, and write it."""
        self.pages.export()

    def export_annotated(self) -> None:
        """Ask where to put a copy of the draft with comments, and write it."""
        self.pages.export_as("annotated")

    def export_html(self) -> None:
        """Ask where to put the printable report as a page, and write it."""
        self.pages.export_as("html")

    def export_pdf(self) -> None:
        """Ask where to put the printable report as PDF, and write it."""
        self.pages.export_as("pdf")

    def print_report(self) -> None:
        """Print the report."""
        from gxdesk.ui.printing import print_report

        draft = self.pages.current
        if draft is not None and draft.result is not None:
            print_report(self, draft.result)

    def show_preferences(self) -> None:
        """Change the preferences."""
        from gxdesk.ui.views.preferences import PreferencesDialog

        dialog = PreferencesDialog(self, self.settings)
        dialog.accepted.connect(self._preferences_changed)
        dialog.open()

    def _preferences_changed(self) -> None:
        if self._pages is not None:
            self._pages.take_preferences()

    def close_draft(self) -> None:
        """Take the current draft off the window; after the last one the drop area returns."""
        if self._pages is not None and not self._pages.close_current():
            self.emptied()

    # checking -------------------------------------------------------------------------------------

    def recheck(self) -> None:
        """Check the current draft again."""
        self.pages.recheck()

    def choose_previous(self) -> None:
        """Ask for last year's report and check the current draft against it."""
        from PySide6.QtWidgets import QFileDialog

        from gxdesk.ui import engine

        name, _ = QFileDialog.getOpenFileName(self, "选择上年报告", self.last_folder(), engine.file_filter())
        if name:
            self.pages.compare_with(Path(name))

    def drop_previous(self) -> None:
        """Check the current draft by itself again."""
        self.pages.compare_with(None)

    def decide(self) -> None:
        """Confirm the item or ignore the finding selected, or take that back."""
        self.pages.review.decide()

    def next_finding(self) -> None:
        """Go to the next finding."""
        self.pages.review.step(1)

    def previous_finding(self) -> None:
        """Go to the previous finding."""
        self.pages.review.step(-1)

    def copy(self) -> None:
        """Copy the finding selected."""
        self.pages.review.copy()

    # looking --------------------------------------------------------------------------------------

    def view_draft(self) -> None:
        """Show the draft's text."""
        self.pages.review.centre.show_page(_DRAFT)

    def view_tables(self) -> None:
        """Show the statutory tables with their sums."""
        self.pages.review.centre.show_page(_TABLES)

    def view_years(self) -> None:
        """Show the figures of several years."""
        self.pages.review.centre.show_page(_YEARS)

    def find_text(self) -> None:
        """Search in the draft."""
        self.view_draft()
        self.pages.review.draft.start_search()

    def search(self) -> None:
        """Search in the checklist."""
        self.pages.review.checklist.field.setFocus()
        self.pages.review.checklist.field.selectAll()

    def zoom_in(self) -> None:
        """Show the draft larger."""
        self.pages.zoom(1)

    def zoom_out(self) -> None:
        """Show the draft smaller."""
        self.pages.zoom(-1)

    def zoom_reset(self) -> None:
        """Show the draft in its usual size."""
        self.pages.zoom(0)

    def next_pane(self) -> None:
        """Move the keyboard to the next pane."""
        self.pages.next_pane()

    # help -----------------------------------------------------------------------------------------

    def show_help(self) -> None:
        """Open the manual at the page about what is shown now."""
        from gxdesk.ui.views.manual import show_manual

        show_manual(self, self.help_topic())

    def help_topic(self) -> str:
        """Return the manual's page about what is shown now."""
        return self._pages.help_topic() if self._pages is not None and self._pages.isVisible() else "start"

    def show_rules(self) -> None:
        """Show what every rule checks."""
        from gxdesk.ui.views.rules import RulesDialog

        own = self.settings.text("check/rules")
        RulesDialog(self, Path(own) if own else None).open()

    def show_shortcuts(self) -> None:
        """Show the shortcuts."""
        from gxdesk.ui.views.about import shortcuts_dialog

        shortcuts_dialog(self).open()

    def show_about(self) -> None:
        """Show version and licences."""
        from gxdesk.ui.views.about import about_dialog

        about_dialog(self).open()
