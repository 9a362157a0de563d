"""The row of filter buttons above the checklist; it wraps when the pane is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from gxdesk.ui.models.filters import ALL, ALWAYS, FILTERS

_GAP = 3


class Chips(QWidget):
    """One checkable button a filter; ``chosen`` carries its name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons, 全部 pressed."""
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for name, word in FILTERS.items():
            button = self.buttons[name] = QToolButton(self)
            button.setText(word)
            button.setCheckable(True)
            button.setToolTip("显示全部检查事项" if name == ALL else f"只看“{word}”的")
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            button.setVisible(name in ALWAYS)
            self._group.addButton(button)
        self.buttons[ALL].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("筛选")

    def show_counts(self, counts: dict[str, int]) -> None:
        """Put the counts on the buttons."""
        for name, button in self.buttons.items():
            button.setText(f"{FILTERS[name]} {counts.get(name, 0)}")
        self._show_needed()

    def select(self, name: str) -> None:
        """Press a button without telling."""
        self.buttons[name].setChecked(True)
        self._show_needed()

    def _show_needed(self) -> None:
        """The rarer filters get a button only while they are on; the verdict strip leads to them."""
        for name, button in self.buttons.items():
            button.setVisible(name in ALWAYS or button.isChecked())
        self._flow()

    def retheme(self) -> None:
        """Nothing to do: the buttons follow the palette."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        x, y, height = _GAP, 0, 0
        for button in self.buttons.values():
            if button.isHidden():
                continue
            size = button.sizeHint()
            if x > _GAP and x + size.width() > self.width() - _GAP:
                x, y = _GAP, y + height + _GAP
            button.setGeometry(x, y, size.width(), size.height())
            x, height = x + size.width() + _GAP, size.height()
        self.setFixedHeight(y + max(height, 20))
