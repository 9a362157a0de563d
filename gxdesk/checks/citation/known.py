"""The well-known documents of ``resources/lexicon/documents.toml`` and finding their numbers in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from gxdesk.lexicon import lexicon

_PARTS = re.compile(r"([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号")
_CITED = re.compile(r"([\u4e00-\u9fff]{2,8})[〔﹝\[【(](\d{4})[〕﹞\]】)]第?(\d{1,4})号")


@dataclass(frozen=True, slots=True)
class Known:
    """A document whose number, title and issuers are known; years are report years it may be cited in."""

    number: str
    title: str
    also: tuple[str, ...]
    issuers: tuple[str, ...]
    first: int
    last: int
    instead: str


@cache
def documents() -> dict[tuple[str, str, str], Known]:
    """Return the known documents by ``(code, year, number)``."""
    found = {}
    for entry in lexicon("documents")["document"]:
        parts = _PARTS.fullmatch(entry["number"])
        if parts:
            found[(parts[1], parts[2], parts[3])] = Known(
                entry["number"],
                entry["title"],
                tuple(entry.get("also", ())),
                tuple(entry["issuers"]),
                entry.get("first", 0),
                entry.get("last", 9999),
                entry.get("instead", ""),
            )
    return found


@cache
def _by_number() -> dict[tuple[str, str], list[tuple[str, Known]]]:
    """Return ``(code, document)`` of the known documents by year and number."""
    found: dict[tuple[str, str], list[tuple[str, Known]]] = {}
    for (code, year, number), known in documents().items():
        found.setdefault((year, number), []).append((code, known))
    return found


@lru_cache(maxsize=4000)  # a draft is checked at every save
def cited(text: str) -> tuple[tuple[int, int, Known], ...]:
    """Return ``(start, end, document)`` of each known document number in folded text, in any brackets."""
    found = []
    for match in _CITED.finditer(text):
        for code, known in _by_number().get((match[2], match[3]), ()):
            if match[1].endswith(code):
                before = match[1][: -len(code)]
                if not before or not before.endswith(("省", "市", "县", "区")):
                    found.append((match.start() + len(before), match.end(), known))
    return tuple(found)
