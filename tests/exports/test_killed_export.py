"""A program killed in the middle of an export leaves the old file or the new one, whole."""

import os
import random
import signal
import time

import pytest

from gxdesk.exports.atomic import write

KILLS, SIZE = 200, 300_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_200_kills_leave_a_whole_file(tmp_path):
    target = tmp_path / "检查清单.xlsx"
    write(target, b"\0" * SIZE)
    chance = random.Random(20)
    seen = set()
    for _ in range(KILLS):
        hears, tells = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(tells, b"!")
                for number in range(1, 10_000):
                    write(target, bytes([number % 251]) * SIZE)
            finally:
                os._exit(0)
        os.read(hears, 1)  # on a busy machine a large process takes long to fork
        for end in (hears, tells):
            os.close(end)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        data = target.read_bytes()
        assert len(data) == SIZE
        assert len(set(data)) == 1  # of one version, from first to last
        seen.add(data[0])
    assert len(seen) > 5  # the kills fell into different exports


def test_what_a_killed_export_left_is_swept_away_later(tmp_path):
    target = tmp_path / "清单[1].xlsx"
    old, young = tmp_path / ".~清单[1].xlsx.0000.tmp", tmp_path / ".~清单[1].xlsx.1111.tmp"
    other = tmp_path / ".~别的.xlsx.2222.tmp"
    for path in (old, young, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (time.time() - 3600,) * 2)
    write(target, b"whole")

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([young.name, other.name, target.name])
