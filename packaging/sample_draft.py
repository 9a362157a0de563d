"""A sample draft before it is written to a file: its blocks, its figures, and what was spoilt on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sample_tables import row_ids

TEXTS = Path(__file__).resolve().parent / "sample_texts"
NUMERALS = "零一二三四五六七八九十"
APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")


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


def applications(standard: str, rows: dict[str, list[int]]) -> dict[str, int]:
    """Return all cells of table three; totals and the newly received follow from the other rows."""
    ids = row_ids(standard, "applications")
    results = [row for row in ids if row not in {"new", "carried_in", "total", "carried_out"}]
    full = {row: rows.get(row, [0] * 6) for row in [*results, "carried_in", "carried_out"]}
    full["total"] = [sum(full[row][n] for row in results) for n in range(6)]
    full["new"] = [full["total"][n] + full["carried_out"][n] - full["carried_in"][n] for n in range(6)]
    if unknown := set(rows) - set(ids):
        raise ValueError(f"no such rows: {unknown}")
    cells: dict[str, int] = {}
    for row in ids:
        cells |= {f"applications/{row}.{who}": n for who, n in zip(APPLICANTS, full[row], strict=True)}
        cells[f"applications/{row}.total"] = sum(full[row])
    return cells


def review_litigation(rows: dict[str, list[int]]) -> dict[str, int]:
    """Return all cells of table four from the four outcomes of each row."""
    cells: dict[str, int] = {}
    for row, outcomes in rows.items():
        cells |= {f"review_litigation/{row}.{name}": n for name, n in zip(OUTCOMES, outcomes, strict=True)}
        cells[f"review_litigation/{row}.total"] = sum(outcomes)
    return cells


def restated(cells: dict[str, str]) -> dict[str, str]:
    """Return the figures prose repeats from tables three and four, by the name used in the texts."""

    def total(prefix: str, column: str = "total") -> str:
        rows = [k for k in cells if k.startswith(f"applications/{prefix}") and k.endswith(f".{column}")]
        return str(sum(int(cells[key]) for key in rows))

    new = {who: int(cells[f"applications/new.{who}"]) for who in (*APPLICANTS, "total")}
    suits = ("suit", "suit_after_review")
    return {
        "new": total("new."),
        "carried_in": total("carried_in."),
        "total": total("total."),
        "carried_out": total("carried_out."),
        "new_natural": str(new["natural"]),
        "new_legal": str(new["total"] - new["natural"]),
        "granted": total("granted."),
        "partial": total("partial."),
        "denied": total("denied_"),
        "unable": total("unable_"),
        "refused": total("refused_"),
        "other": total("other"),
        "review": cells["review_litigation/review.total"],
        "suit": str(sum(int(cells[f"review_litigation/{row}.total"]) for row in suits)),
    }


def blocks(text: str, figures: dict[str, str]) -> list[Block]:
    """Read a sample text: one block a line, its kind told by the first character."""
    kinds = {"=": "title", "#": "section", "@": "table", ">": "sign"}
    found: list[Block] = []
    counts = {"section": 0, "aspect": 0}
    for line in (TEXTS / f"{text}.txt").read_text(encoding="utf-8").splitlines():
        kind = "aspect" if line.startswith("##") else kinds.get(line[0], "body")
        content = line if kind == "body" else line.lstrip("=#@>").strip()
        block = Block(kind, content.format_map(figures))
        if kind in counts:
            counts[kind] += 1
            block.number = counts[kind]
        if kind == "section":
            counts["aspect"] = 0
        found.append(block)
    return found
