"""The well-known documents of ``resources/lexicon/documents.toml`` and finding their numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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


def cited(text: str) -> Iterator[tuple[int, int, Known]]:
    """Yield ``(start, end, document)`` of each known document number in folded text, in any brackets."""
    if "号" not in text:
        return
    for match in _CITED.finditer(text):
        for (code, year, number), known in documents().items():
            if match[2] == year and match[3] == number and match[1].endswith(code):
                before = match[1][: -len(code)]
                if not before or not before.endswith(("省", "市", "县", "区")):
                    yield match.start() + len(before), match.end(), known
