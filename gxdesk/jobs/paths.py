"""Where the program keeps what it remembers for a user: settings, confirmations, recent drafts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OVERRIDE = "GXDESK_DATA"
"""Environment variable that names another folder: for tests, and for a program kept on a stick."""


def data_folder() -> Path:
    """Return the per-user data folder; it need not exist yet.

    Windows ``%LOCALAPPDATA%\\GxDesk``, macOS ``~/Library/Application Support/GxDesk``, elsewhere
    ``$XDG_DATA_HOME/gxdesk`` (``~/.local/share/gxdesk``).
    """
    override = os.environ.get(OVERRIDE)
    if override:
        return Path(override)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "GxDesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "GxDesk"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # The XDG specification says that a relative path is invalid and to be ignored.
    base = Path(shared) if shared and Path(shared).is_absolute() else Path.home() / ".local" / "share"
    return base / "gxdesk"
