"""A sample draft before it is written to a file: its blocks, its figures, and what was spoilt on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).resolve().parent / "sample_texts"
NUMERALS = "零一二三四五六七八九十"


@dataclass(slots=True)
class Block:
    """``kind``: title, section, aspect, body, table, sign or line (page furniture)."""

    kind: str
    text: str
    number: int = 0

    @property
    def typed(self) -> str:
        """The text with its number typed in front, as in a draft without automatic numbering."""
        if self.kind == "section":
            return f"{NUMERALS[self.number]}、{self.text}"
        if self.kind == "aspect":
            return f"（{NUMERALS[self.number]}）{self.text}"
        return self.text


@dataclass(slots=True)
class Draft:
    """``cells`` are keyed ``table/row.column``; ``labels`` replaces row labels, keyed ``table/row``."""

    name: str
    standard: str
    blocks: list[Block]
    cells: dict[str, str]
    labels: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def find(self, text: str) -> int:
        """Return the only block holding ``text``; anything else is a mistake in the sample set."""
        found = [n for n, block in enumerate(self.blocks) if text in block.text]
        if len(found) != 1:
            raise ValueError(f"{self.name}: {text!r} stands in {len(found)} blocks")
        return found[0]

    @property
    def prose(self) -> str:
        return "\n".join(block.text for block in self.blocks if block.kind != "table")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One finding the engine must report."""

    rule: str
    severity: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A change made to a good draft and the findings it must lead to."""

    spoil: Callable[[Draft], None]
    flaws: tuple[Flaw, ...]


def blocks(text: str, figure: Callable[[str], str]) -> list[Block]:
    """Read a sample text: one block a line, its kind told by the first character.

    ``figure`` gives what stands for the name in ``{}``.
    """
    kinds = {"=": "title", "#": "section", "@": "table", ">": "sign"}
    found: list[Block] = []
    counts = {"section": 0, "aspect": 0}
    for line in (TEXTS / f"{text}.txt").read_text(encoding="utf-8").splitlines():
        kind = "aspect" if line.startswith("##") else kinds.get(line[0], "body")
        content = line if kind == "body" else line.lstrip("=#@>").strip()
        block = Block(kind, re.sub(r"\{([^}]+)\}", lambda name: figure(name[1]), content))
        if kind in counts:
            counts[kind] += 1
            block.number = counts[kind]
        if kind == "section":
            counts["aspect"] = 0
        found.append(block)
    return found
