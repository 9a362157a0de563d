"""A part unpacked in one call is what ``zipfile`` makes of it, whatever is changed in the file."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from gxdesk.readers.package import inflated

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
REFUSALS = (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, EOFError, zlib.error)


def archive(prefix: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO(prefix)
    buffer.seek(len(prefix))
    with zipfile.ZipFile(buffer, "a", method) as package:
        package.writestr("xl/workbook.xml", "<workbook/>" * 40)
        package.writestr("目录.txt", "年度报告" * 30)
        package.writestr("empty", b"")
    return buffer.getvalue()


def in_one_call(data: bytes) -> tuple[int, int]:
    """Return how many parts were unpacked in one call, of how many; fails where ``zipfile`` differs."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except REFUSALS:
        return 0, 0
    direct = 0
    for entry in package.infolist():
        try:
            found = inflated(data, entry)
        except zlib.error:
            continue
        if found is not None:
            direct += 1
            try:
                assert found == package.read(entry)
            except zipfile.BadZipFile as error:  # by newer ones; our limits of size stand
                assert "Overlapped" in str(error)
    return direct, len(package.infolist())


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_the_parts_of_drafts_are(suffix: str) -> None:
    for path in SAMPLES.glob(f"*.{suffix}"):
        direct, parts = in_one_call(path.read_bytes())
        assert direct == parts > 5


@pytest.mark.parametrize(
    ("data", "direct"),
    [
        (archive(), 2),  # the empty part is left to zipfile
        (archive(prefix=b"#!/bin/sh\n"), 2),
        (archive(method=zipfile.ZIP_STORED), 0),
        (archive(method=zipfile.ZIP_BZIP2), 0),
    ],
)
def test_other_forms_are_left_to_zipfile(data: bytes, direct: int) -> None:
    assert in_one_call(data) == (direct, 3)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_give_what_zipfile_gives_or_nothing(seed: int) -> None:
    chance = random.Random(seed)
    whole = min((path.read_bytes() for path in SAMPLES.glob("*.xlsx")), key=len)
    headers = [at for at in range(len(whole)) if whole[at : at + 2] == b"PK"]
    opened = 0
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            at = min(chance.choice(headers) + chance.randrange(46), len(data) - 1)
            data[at] = chance.choice((0, 1, 8, 255, data[at] ^ 1))
        opened += in_one_call(bytes(data))[1] > 0
    assert 10 < opened < 120
