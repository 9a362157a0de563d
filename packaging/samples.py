"""Builds our own sample drafts, good and faulty, into resources/samples: ``python packaging/samples.py``.

The faulty ones come with ``faults.toml``, which says what the program has to find in them. Building again
changes nothing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import sample_docx
import sample_txt
import sample_xlsx
from sample_draft import Flaw
from sample_set import SAMPLES, Sample

TARGET = Path(__file__).resolve().parent.parent / "resources" / "samples"
HEAD = """\
# What is wrong with each sample draft, on purpose. Written by packaging/samples.py; do not edit.
# `where` is a cell (table/row.column), the id of a table or section, or words of the draft; `previous` is
# the same body's report of the year before.
"""


def build(folder: Path) -> list[Path]:
    """Write every sample and faults.toml into ``folder``; return the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write(sample, folder / sample.name) for sample in SAMPLES]
    faults = folder / "faults.toml"
    faults.write_text(HEAD + "".join(_declared(sample) for sample in SAMPLES), encoding="utf-8")
    return [*written, faults]


def _write(sample: Sample, target: Path) -> Path:
    draft = sample.draft()
    if target.suffix == ".docx":
        sample_docx.write(draft, target, sample.data.get("auto_numbered", False))
    elif target.suffix == ".xlsx":
        sample_xlsx.write(draft, target)
    else:
        layout = sample.data.get("encoding", "utf-8"), sample.data.get("separator", "")
        sample_txt.write(draft, target, *layout)
    return target


def _declared(sample: Sample) -> str:
    flaws = [flaw for fault in sample.faults for flaw in fault.flaws]
    text = f"\n[[samples]]\nfile = {_quoted(sample.name)}\n"
    if sample.previous:
        text += f"previous = {_quoted(sample.previous)}\n"
    text += "faults = ["
    if flaws:
        text += "\n" + "".join(f"  {_inline(flaw)},\n" for flaw in flaws)
    return text + "]\n"


def _inline(flaw: Flaw) -> str:
    names = ("rule", "severity", "where", "what")
    return "{ " + ", ".join(f"{name} = {_quoted(getattr(flaw, name))}" for name in names) + " }"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Build into ``--out``, by default resources/samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=TARGET)
    for path in build(parser.parse_args().out):
        print(path.name)


if __name__ == "__main__":
    main()
