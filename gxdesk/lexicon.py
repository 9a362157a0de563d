"""Word lists kept as data in ``resources/lexicon/*.toml``, compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from gxdesk.resources import resource


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the parsed lexicon ``resources/lexicon/<name>.toml``."""
    return tomllib.loads(resource("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return one expression that matches any entry of a list of regular expressions in a lexicon."""
    return re.compile("|".join(f"(?:{entry})" for entry in lexicon(name)[key]), re.IGNORECASE)
