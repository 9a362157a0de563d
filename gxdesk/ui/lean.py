"""Values of Qt's namespace used before the first draft, as numbers.

Touching ``PySide6.QtCore.Qt`` makes a hundred enumerations, a tenth of the whole start-up. Qt's properties
and text flags take the plain numbers as well; they are part of Qt's stable interface.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

CENTRE = 0x84  # Qt.AlignmentFlag.AlignCenter
TEXT_BESIDE_ICON = 2  # Qt.ToolButtonStyle.ToolButtonTextBesideIcon
NO_CONTEXT_MENU = 4  # Qt.ContextMenuPolicy.PreventContextMenu


def put(target: QObject, **properties: int) -> None:
    """Set enumerated properties of a widget by number."""
    for name, value in properties.items():
        target.setProperty(name, value)
