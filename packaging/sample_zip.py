"""Makes an Office file the same on every build: fixed dates inside and on the entries of the package."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

ENTRY_DATE = (2025, 1, 20, 9, 0, 0)
STAMP = "2025-01-20T09:00:00Z"
DATES = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def settle(target: Path, edit: Callable[[str, bytes], bytes] = lambda _name, data: data) -> None:
    """Rewrite the package with fixed dates; ``edit`` may change the entries on the way."""
    with zipfile.ZipFile(target) as package:
        entries = [(name, package.read(name)) for name in package.namelist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries:
            if name == "docProps/core.xml":
                data = DATES.sub(rf"\g<1>{STAMP}\g<3>", data.decode("utf-8")).encode("utf-8")
            package.writestr(zipfile.ZipInfo(name, ENTRY_DATE), edit(name, data), zipfile.ZIP_DEFLATED)
