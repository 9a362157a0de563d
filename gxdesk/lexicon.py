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


@cache
def triggered(name: str, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return ``(word, expression)`` pairs of a lexicon's table ``word = expression``.

    Testing for the word is cheap; the expression, which always contains it, is only tried where it stands.
    An empty expression stands for the word itself.
    """
    entries = lexicon(name)[key].items()
    return tuple((word, re.compile(entry or re.escape(word), re.IGNORECASE)) for word, entry in entries)
