"""Makes the window's menus, toolbar and shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar

from gxdesk.ui.icons import icon
from gxdesk.ui.lean import NO_CONTEXT_MENU, TEXT_BESIDE_ICON, put
from gxdesk.ui.menus import LOOKS, MENUS, TOOLBAR, Entry


class Actions:
    """Creates the actions of a window and knows them by name."""

    def __init__(self, window: QMainWindow) -> None:
        """Fill the window's menu bar and toolbar. The window has a method for every entry's ``slot``."""
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self._entries: dict[str, Entry] = {}
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif not entry.slot:
                    self.by_name[entry.name] = menu.addMenu(entry.text).menuAction()
                else:
                    menu.addAction(self._action(entry))
        self.toolbar = self._toolbar()
        self.retheme()

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        keys = f"（{entry.keys[0]}）" if entry.keys else ""
        action.setToolTip(entry.tip + keys)
        action.setStatusTip(entry.tip)
        if entry.tool:
            action.setIconText(entry.tool)
        action.triggered.connect(lambda _=False: getattr(self._window, entry.slot)())
        self.by_name[entry.name] = action
        self._entries[entry.name] = entry
        return action

    def _toolbar(self) -> QToolBar:
        bar = QToolBar("工具栏", self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        put(bar, toolButtonStyle=TEXT_BESIDE_ICON, contextMenuPolicy=NO_CONTEXT_MENU)
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self.by_name[name])
        self._window.addToolBar(bar)
        return bar

    def __getitem__(self, name: str) -> QAction:
        """Return an action."""
        return self.by_name[name]

    def enable(self, with_draft: bool) -> None:
        """Enable what needs a checked draft, or not."""
        for name, entry in self._entries.items():
            if entry.needs_draft:
                self.by_name[name].setEnabled(with_draft)

    def looks(self, chosen: str, choose: Callable[[str], None]) -> None:
        """Fill the 外观 menu."""
        menu = self.by_name["look"].menu()
        group = QActionGroup(self._window)
        for name, text in LOOKS:
            action = QAction(text, self._window)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, name=name: choose(name))
            group.addAction(action)
            menu.addAction(action)  # type: ignore[attr-defined]

    def retheme(self) -> None:
        """Draw the icons in the present colours."""
        for name, entry in self._entries.items():
            if entry.picture:
                self.by_name[name].setIcon(icon(entry.picture))
