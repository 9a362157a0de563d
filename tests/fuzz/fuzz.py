"""Damages our samples of every format and reads them: no crash, no hang over 5 s, no more than 500 MB.

    python tests/fuzz/fuzz.py [--count 20000] [--start 0] [--only xls] [--deep] [--save FOLDER]

Every number is one input; the same number is the same input as long as the samples stay the same, so
``--start 4711 --count 1`` repeats one. ``--deep`` also recognises and checks what was read. Exit status 1
when anything went wrong; ``--save`` keeps those inputs as files.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT), str(ROOT / "tests" / "formats"), str(ROOT / "tests" / "readers")]

from forked import Outcome, try_all  # noqa: E402
from mutate import mutate  # noqa: E402


@cache
def samples() -> dict[str, list[bytes]]:
    """Our samples by format: bundled drafts, test fixtures, and pages made of them."""
    import books
    import pages

    from gxdesk.readers import read_bytes

    found: dict[str, list[bytes]] = {}
    files = sorted((ROOT / "resources" / "samples").iterdir()) + sorted(
        (ROOT / "tests" / "readers" / "fixtures").iterdir()
    )
    for path in files:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        suffix = Path(path.name.removesuffix(".gz")).suffix[1:]
        if suffix in ("docx", "xlsx", "txt", "doc", "rtf", "xls"):
            found.setdefault(suffix, []).append(data)
    document = read_bytes(min((data for data in found["docx"]), key=len), "a.docx")
    found["html"] = [pages.as_page(document), pages.as_exported(document)]
    found["xml"] = [books.one_xml(document)]
    found["mht"] = [pages.as_archive(document)]
    return found


def input_of(number: int, only: str | None = None) -> tuple[str, bytes]:
    """Return the name and the bytes of input ``number``."""
    random = Random(number)
    formats = [only] if only else sorted(samples())
    suffix = random.choice(formats)
    data, other = random.choice(samples()[suffix]), random.choice(samples()[suffix])
    return f"草稿.{suffix}", mutate(data, other, random)


def reader(only: str | None, deep: bool):
    from gxdesk.checks.runner import run
    from gxdesk.readers import read_bytes
    from gxdesk.report.recognise import recognise

    def work(number: int) -> str:
        name, data = input_of(number, only)
        document = read_bytes(data, name)
        for index, block in enumerate(document.blocks):
            document.place(index).to_json()
            if hasattr(block, "cells"):
                block.grid()
        if deep:
            run(recognise(document))
        return document.format

    return work


def fuzz(numbers: range, only: str | None = None, deep: bool = False) -> Iterator[Outcome]:
    """Yield the outcome of every input."""
    samples()
    return try_all(numbers, reader(only, deep))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", help="one format: docx, xlsx, xls, doc, rtf, html, mht, xml, txt")
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("--save", type=Path, help="folder for inputs that went wrong")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    slowest = largest = 0.0
    for outcome in fuzz(range(options.start, options.start + options.count), options.only, options.deep):
        counts[outcome.kind] += 1
        slowest, largest = max(slowest, outcome.seconds), max(largest, outcome.megabytes)
        if outcome.bad:
            print(
                f"{outcome.number}: {outcome.kind} after {outcome.seconds:.1f} s\n{outcome.text}", flush=True
            )
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                name, data = input_of(outcome.number, options.only)
                (options.save / f"{outcome.number}{Path(name).suffix}").write_bytes(data)
    print(f"{dict(counts)}; slowest {slowest:.2f} s, largest {largest:.0f} MB")
    return 1 if set(counts) - {"read", "refused"} else 0


if __name__ == "__main__":
    sys.exit(main())
