"""The benchmark runs and prints its ratios. No time is asserted: a busy machine is not a fault."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).with_name("bench.py")


def bench(*arguments: str) -> str:
    command = [sys.executable, str(BENCH), "--pairs", "1", "--repeat", "2", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_benchmark_measures_start_and_check() -> None:
    measured = json.loads(bench("--json"))

    start, ready, check = measured["start (offscreen)"], measured["ready (offscreen)"], measured["check"]
    assert start["ratio"] > 0 and start["ours_ms"] > 0 and start["least_ms"] > 0
    assert ready["ours_ms"] >= start["ours_ms"] and ready["ratio"] > 0
    assert start["window"].count("x") == 1
    assert check["ratio"] > 1  # reading the text is part of checking it
    assert check["characters"] > 1000 and check["findings"] > 0 and check["items"] > 0


def test_benchmark_prints_plain_lines() -> None:
    lines = bench().splitlines()

    names = [line.split(" ratio ")[0].strip() for line in lines]
    assert "check" in names and "rules: all" in names and "rules: balance" in names
    assert all(" ratio " in line and " ms" in line for line in lines)
