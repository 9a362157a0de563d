"""The packaging scripts are no package: their folders are put on the path for these tests."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
for folder in ("", "windows", "linux"):
    path = str(PACKAGING / folder)
    if path not in sys.path:
        sys.path.append(path)
