"""The line in a dialog that says what is wrong or what was done; the dialog grows for it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class Said(QLabel):
    """Hidden as long as there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        """Start silent."""
        super().__init__(parent)
        self.setWordWrap(True)
        self.hide()

    def tell(self, text: str) -> None:
        """Say something, or nothing more with an empty text."""
        self.setText(text)
        self.setVisible(bool(text))
        dialog = self.window()
        layout = dialog.layout()
        if layout is not None:
            layout.activate()
            needed = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
            dialog.resize(dialog.width(), max(dialog.height(), needed))
