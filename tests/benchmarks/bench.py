"""Measures GxDesk against the least that the same work can cost, on the machine it runs on.

    python tests/benchmarks/bench.py [--pairs 15] [--repeat 20] [--draft FILE] [--json]

start  whole process, from spawning Python to the painted first window, against an empty PySide6 window of
       the same size: alternating fresh processes, median of the ratios of neighbours
ready  the same processes until nothing is left to do: the window is complete and answers
check  one draft in a warm process, from reading the file to the JSON text of the result, against unzipping
       it and parsing its XML with lxml for the bare text: alternating, median of the ratios of neighbours
first  the same for a draft this process has not seen before, in fresh processes that have checked another
rules  the share of each family of rules in that, after reading and recognition
unseen all rules on a text of which nothing is remembered, as if every paragraph had just been written

A script and not a test: numbers depend on the machine, the ratios much less.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
FIRST_PAINT = Path(__file__).with_name("first_paint.py")
SAMPLES = ROOT / "resources" / "samples"
T = TypeVar("T")
Numbers = dict[str, object]
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def alternate(ours: Callable[[], T], least: Callable[[], T], times: int) -> list[tuple[T, T]]:
    """Call both in turn, the order swapped every time; return what each pair answered, ours first."""
    pairs = []
    for number in range(times):
        if number % 2:
            base, own = least(), ours()
        else:
            own, base = ours(), least()
        pairs.append((own, base))
    return pairs


def medians(pairs: list[tuple[float, float]]) -> Numbers:
    """Medians of seconds, in milliseconds, and of the ratio of neighbours."""
    return {
        "ratio": round(median(own / base for own, base in pairs), 2),
        "ours_ms": round(median(own for own, _ in pairs) * 1000, 2),
        "least_ms": round(median(base for _, base in pairs) * 1000, 2),
        "pairs": len(pairs),
    }


# --- start -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """One process: seconds from spawning it to its first paint and to its being idle; the window's size."""

    painted: float
    ready: float
    size: tuple[int, int]


def start(which: str, size: tuple[int, int], environment: dict[str, str]) -> Start:
    command = [sys.executable, str(FIRST_PAINT), which, *map(str, size)]
    began = time.monotonic()
    found = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    if found.returncode != 0 or not found.stdout.strip():
        raise SystemExit(f"{which} did not show a window:\n{found.stderr}")
    said = json.loads(found.stdout.splitlines()[-1])
    return Start(said["painted"] - began, said["ready"] - began, (said["width"], said["height"]))


def measure_start(pairs: int, environment: dict[str, str]) -> dict[str, Numbers]:
    with tempfile.TemporaryDirectory() as home:  # the user's own settings are neither read nor written
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), home)
        environment = {**environment, **homes}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs have their bytecode
        size = start("gxdesk", (0, 0), environment).size  # warms the page cache, tells the size
        start("bare", size, environment)
        measured = alternate(
            lambda: start("gxdesk", size, environment), lambda: start("bare", size, environment), pairs
        )
    window = f"{size[0]}x{size[1]}"
    return {
        "start": {**medians([(own.painted, base.painted) for own, base in measured]), "window": window},
        "ready": {**medians([(own.ready, base.ready) for own, base in measured]), "window": window},
    }


@contextmanager
def virtual_display() -> Iterator[dict[str, str] | None]:
    """The environment of an X server without a screen, or None where Xvfb is not installed."""
    if not shutil.which("Xvfb"):
        yield None
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    try:
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else None
    finally:
        server.terminate()
        server.wait()


# --- check -----------------------------------------------------------------------------------------------


def check_to_json(draft: Path) -> str:
    from gxdesk.exports.json import result_json
    from gxdesk.jobs.check import check_draft
    from gxdesk.jobs.model import Options

    return json.dumps(result_json([check_draft(draft, Options())], []), ensure_ascii=False)


def bare_parse(draft: Path) -> str:
    """The least anyone can do with a Word file: unzip it, parse every WordprocessingML text."""
    from lxml import etree

    with zipfile.ZipFile(draft) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    return "".join(node.text or "" for node in tree.iter(TEXT))


def timed(work: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return measure


def measure_check(draft: Path, repeat: int) -> Numbers:
    answer = json.loads(check_to_json(draft))["documents"][0]  # warms both, and shows the work is done
    characters = len(bare_parse(draft))
    pairs = alternate(timed(lambda: check_to_json(draft)), timed(lambda: bare_parse(draft)), repeat)
    return {
        **medians(pairs),
        "draft": draft.name,
        "characters": characters,
        "findings": len(answer["findings"]),
        "items": len(answer["checklist"]),
    }


def measure_first(draft: Path, runs: int) -> Numbers:
    """The first check of a draft in fresh processes that have checked another one; unlike ``check`` no
    paragraph is remembered from an earlier check of the same draft."""
    other = next(path for path in sorted(SAMPLES.glob("*.txt")) if path != draft)
    pairs = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--first", str(other), str(draft)]
        answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout
        own, base = map(float, answer.split())
        pairs.append((own, base))
    return medians(pairs)


def first(other: Path, draft: Path) -> int:
    check_to_json(other)
    bare_parse(draft)
    own = timed(lambda: check_to_json(draft))()
    print(own, timed(lambda: bare_parse(draft))())
    return 0


def forget() -> None:
    """Empty what the program remembers of texts: its bounded caches. Word lists stay loaded."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("gxdesk") else ():
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
                value.cache_clear()


def measure_rules(draft: Path, repeat: int) -> dict[str, Numbers]:
    """Each family's rules on a draft already read and recognised, against the bare parse of the same file."""
    from gxdesk.checks.catalogue import rules
    from gxdesk.checks.runner import run
    from gxdesk.readers import read
    from gxdesk.report.recognise import recognise

    document = read(draft)
    families = dict.fromkeys(rule.family for rule in rules())
    samples: dict[str, list[tuple[float, float]]] = {name: [] for name in ("all", "unseen", *families)}
    for _ in range(repeat + 1):
        report = recognise(document)
        base = timed(lambda: bare_parse(draft))()
        spent = dict.fromkeys(families, 0.0)
        for rule in rules():
            if rule.applies_to(report):
                spent[rule.family] += timed(lambda: list(rule.check(report)))()  # noqa: B023 - called at once
        for name, own in {"all": sum(spent.values()), **spent}.items():
            samples[name].append((own, base))
        report = recognise(document)
        forget()
        samples["unseen"].append((timed(lambda: run(report))(), base))  # noqa: B023 - called at once
    everything = ("all", "unseen")
    counts = {name: sum(rule.family == name or name in everything for rule in rules()) for name in samples}
    return {
        f"rules: {name}": {**medians(pairs[1:]), "rules": counts[name]}  # the first run warms
        for name, pairs in samples.items()
    }


# --- report ----------------------------------------------------------------------------------------------


def faulty_sample() -> Path:
    """The largest bundled draft with planted mistakes: explaining mistakes is the dearer part of the work."""
    drafts = sorted(SAMPLES.glob("*.docx"), key=lambda path: ("合格" in path.name, -path.stat().st_size))
    if not drafts:
        raise SystemExit(f"no .docx in {SAMPLES}; name one with --draft")
    return drafts[0]


def measure(pairs: int, repeat: int, draft: Path) -> dict[str, Numbers]:
    measured = {}
    with virtual_display() as display:
        places = {"offscreen": {**os.environ, "QT_QPA_PLATFORM": "offscreen"}, "X11": display}
        for place, environment in places.items():
            if environment is not None:
                started = measure_start(pairs, environment)
                measured |= {f"{name} ({place})": numbers for name, numbers in started.items()}
    measured["first check"] = measure_first(draft, pairs)
    measured["check"] = measure_check(draft, repeat)
    return measured | measure_rules(draft, repeat)


def line(name: str, numbers: Numbers) -> str:
    known = {"ours_ms", "least_ms", "ratio"}
    about = ", ".join(f"{key} {value}" for key, value in numbers.items() if key not in known)
    timing = f"GxDesk {numbers['ours_ms']} ms, least {numbers['least_ms']} ms"
    return f"{name:18} ratio {numbers['ratio']:<6} {timing} ({about})"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=15, help="pairs of fresh processes (default 15)")
    parser.add_argument("--repeat", type=int, default=20, help="pairs of checks (default 20)")
    parser.add_argument("--draft", type=Path, help="the .docx to check (default: the sample with mistakes)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--first", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.first:
        return first(*options.first)
    measured = measure(options.pairs, options.repeat, options.draft or faulty_sample())
    if options.json:
        print(json.dumps(measured, ensure_ascii=False, indent=2))
    else:
        print("\n".join(line(name, numbers) for name, numbers in measured.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
