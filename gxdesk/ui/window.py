"""The main window: menus, pages, drops, and the desk's news shown on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gxdesk.ui.commands import Commands
from gxdesk.ui.settings import Settings

if TYPE_CHECKING:
    from gxdesk.ui.actions import Actions
    from gxdesk.ui.desk import Desk, Draft
    from gxdesk.ui.pages import Pages
    from gxdesk.ui.views.empty import EmptyView

NAME = "政府信息公开年报检查"
_FURNISH_AT_LATEST = 250  # milliseconds, should the window not be painted at all


class Curtain(QWidget):
    """What the first paint shows: nothing yet. The window is furnished right after it."""

    def __init__(self, window: MainWindow) -> None:
        """Cover ``window`` until it is furnished."""
        super().__init__(window)
        self._window = window
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the furniture; text waits for it too, since the first Chinese glyph loads a font."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._window, self._window.furnish)


class MainWindow(Commands):
    """Opens bare, for a fast first paint; furnished with menus and drop area; pages come with a draft."""

    actions_: Actions
    empty: EmptyView

    def __init__(self, settings: Settings | None = None) -> None:
        """Make the bare window."""
        super().__init__()
        self.settings = settings or Settings()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 440)
        self._central = QWidget(self)
        self._column = QVBoxLayout(self._central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._curtain: Curtain | None = Curtain(self)
        self._column.addWidget(self._curtain, 1)
        self.setCentralWidget(self._central)
        self._pages: Pages | None = None
        self._restore()
        QTimer.singleShot(_FURNISH_AT_LATEST, self, self.furnish)

    def _restore(self) -> None:
        geometry = self.settings.bytes("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            screen = self.screen().availableSize()
            self.resize(min(1280, screen.width() - 20), min(820, screen.height() - 50))

    def furnish(self) -> None:
        """Put in menus, toolbar and drop area; does nothing the second time."""
        if self._curtain is None:
            return
        from gxdesk.ui import theme
        from gxdesk.ui.actions import Actions
        from gxdesk.ui.views.empty import EmptyView

        look = self.settings.text("look", theme.AUTO)
        theme.dress(_application(), look)
        self.actions_ = Actions(self)
        self.actions_.enable(False)
        self.actions_.looks(look, self.set_look)
        self.empty = EmptyView(self)
        self.empty.open_wanted.connect(self.choose_files)
        self.empty.folder_wanted.connect(self.choose_folder)
        self.empty.sample_wanted.connect(self.open_sample)
        self.empty.recent_wanted.connect(lambda path: self.open_paths([path]))
        self._column.replaceWidget(self._curtain, self.empty)
        self._curtain.deleteLater()
        self._curtain = None
        self.statusBar().showMessage("就绪")
        self._set_icon()
        self._fill_recent()
        _application().styleHints().colorSchemeChanged.connect(self._retheme)

    def _set_icon(self) -> None:
        from PySide6.QtGui import QIcon

        from gxdesk.resources import resource

        icon = QIcon()
        for size in (16, 32, 48, 128):
            icon.addFile(str(resource("icons", f"gxdesk-{size}.png")))
        _application().setWindowIcon(icon)

    @property
    def pages(self) -> Pages:
        """The pages behind the empty state, built on first use."""
        if self._pages is None:
            from gxdesk.ui.pages import Pages

            self._pages = Pages(self, self.settings)
            self._column.addWidget(self._pages, 1)
            self._pages.hide()
        return self._pages

    @property
    def desk(self) -> Desk:
        """The drafts opened."""
        return self.pages.desk

    # what the user can do -------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Check what was dropped, chosen or given on the command line: one draft, several, folders."""
        if not paths:
            return
        self.furnish()
        self.empty.hide()
        self.pages.show()
        self.pages.open_paths([Path(path).absolute() for path in paths])

    def warm_up(self) -> None:
        """Load in the background what the first draft will need."""
        from threading import Thread

        from gxdesk.ui import engine

        Thread(target=engine.warm_up, name="warm-up", daemon=True).start()

    def emptied(self) -> None:
        """Show the drop area again."""
        self.pages.hide()
        self.empty.show()
        self.statusBar().clearMessage()
        self.refresh(None)

    def set_look(self, look: str) -> None:
        """Choose light, dark or the system's appearance."""
        self.settings.save("look", look)
        self._retheme()

    # what the pages report ------------------------------------------------------------------------

    def refresh(self, draft: Draft | None) -> None:
        """Show in title and menus which draft is current."""
        self.setWindowTitle(f"{draft.path.name} — {NAME}" if draft else NAME)
        self.actions_.enable(draft is not None and draft.result is not None)
        self.actions_["recheck"].setEnabled(draft is not None)
        self.actions_["export"].setEnabled(self._pages is not None and self._pages.exportable)
        self._fill_recent()

    def _fill_recent(self) -> None:
        recent = self.settings.recent()
        self.empty.show_recent([(path, self.settings.verdict(path)) for path in recent])
        menu = self.actions_["recent"].menu()
        menu.clear()  # type: ignore[attr-defined]
        menu.setEnabled(bool(recent))  # type: ignore[attr-defined]
        for path in recent:
            action = menu.addAction(path.name)  # type: ignore[attr-defined]
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open_paths([path]))

    def _retheme(self, *_: object) -> None:
        from gxdesk.ui import theme

        theme.apply(_application(), self.settings.text("look", theme.AUTO))
        self.actions_.retheme()
        self.empty.retheme()
        if self._pages is not None:
            self._pages.retheme()

    # drops and closing ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and folders anywhere in the window, at any time."""
        if _dropped(event):
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """See Qt."""
        self._hover(False)

    def _hover(self, hover: bool) -> None:
        if self._curtain is None:
            self.empty.set_hover(hover)

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped, after the drag source was answered."""
        self._hover(False)
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.open_paths(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and stop the work."""
        self.settings.save("geometry", self.saveGeometry())
        if self._pages is not None:
            self._pages.close_down()
        super().closeEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a window needs an application"
    return app


def _dropped(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
