"""The window's benchmark runs and prints its numbers. No time is asserted: a busy machine is no fault."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).with_name("window.py")


def test_benchmark_measures_verdict_stall_and_memory() -> None:
    command = [sys.executable, str(BENCH), "--json", "--pages", "4", "--tables", "2", "--drafts", "2"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    assert 0 < measured["verdict"]["median_ms"] <= measured["verdict"]["first_ms"] * 10
    assert measured["stall"]["longest_ms"] > 0 and measured["stall"]["shown_after_ms"] > 0
    assert measured["memory"]["after_mb"] >= 0
