"""The sample drafts: every ``.toml`` in sample_texts is one, its text beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

import sample_spoilt as spoilt
from sample_draft import TEXTS, Draft, Fault, blocks
from sample_figures import figure, tables

FAULTS = {
    "lanxi_bureau_2024": spoilt.BUREAU,
    "heyang_county_2024": spoilt.COUNTY,
    "lanxi_bureau_2020": spoilt.TRIAL,
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of the set, read from ``id.toml``.

    ``file`` is its name and ``standard`` its format; ``text`` names the prose when it is not the sample's
    own, ``words`` the words and figures to put in it. ``previous`` is the id of last year's report.
    ``auto_numbered``: Word counts the headings. ``encoding`` and ``separator`` (between the cells of a row;
    none: a cell a line) are those of text files. The rest are the figures of the tables, row by row.
    """

    id: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.data["file"])

    @property
    def faults(self) -> tuple[Fault, ...]:
        return FAULTS.get(self.id, ())

    @property
    def previous(self) -> str:
        """The name of last year's report in the set, if it is there."""
        return read(self.data["previous"]).name if "previous" in self.data else ""

    def good(self) -> Draft:
        """Return the draft before anything is spoilt."""
        standard, words = self.data["standard"], self.data.get("words", {})
        cells = tables(standard, self.data)
        known = blocks(self.data.get("text", self.id), lambda name: words.get(name) or figure(name, cells))
        return Draft(self.name, standard, known, cells)

    def draft(self) -> Draft:
        draft = self.good()
        for fault in self.faults:
            fault.spoil(draft)
        return draft


def read(name: str) -> Sample:
    """Return the sample with this id."""
    return Sample(name, tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8")))


SAMPLES = tuple(read(path.stem) for path in sorted(TEXTS.glob("*.toml")))
