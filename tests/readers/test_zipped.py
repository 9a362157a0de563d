"""A zip file read directly tells just what ``zipfile`` tells of it, whatever is changed in it."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from gxdesk.readers.zipped import directory, inflated

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
REFUSALS = (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, EOFError, zlib.error)
Parts = list[tuple[str, bytes | None]] | None


def archive(comment: bytes = b"", prefix: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO(prefix)
    buffer.seek(len(prefix))
    with zipfile.ZipFile(buffer, "a", method) as package:
        package.comment = comment
        package.writestr("xl/workbook.xml", "<workbook/>" * 40)
        package.writestr("目录.txt", "年度报告" * 30)
        package.writestr("empty", b"")
    return buffer.getvalue()


def thoroughly(data: bytes) -> Parts:
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except REFUSALS:
        return None
    found: list[tuple[str, bytes | None]] = []
    for entry in package.infolist():
        try:
            found.append((entry.filename, package.read(entry)))
        except REFUSALS:
            found.append((entry.filename, None))
    return found


def differences(data: bytes) -> tuple[int, int]:
    """Return how many parts were read directly and how many parts there are; fails where they differ."""
    expected = thoroughly(data)
    try:
        entries = directory(data)
    except REFUSALS:
        assert expected is None
        return 0, 0
    assert expected is not None
    assert [entry.name for entry in entries] == [name for name, _ in expected]
    direct = 0
    for entry, (_, content) in zip(entries, expected, strict=True):
        try:
            found = inflated(data, entry)
        except zlib.error:
            found = None
        assert found is None or found == content
        direct += found is not None
    return direct, len(entries)


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_drafts_are_read_directly(suffix: str) -> None:
    for path in SAMPLES.glob(f"*.{suffix}"):
        direct, parts = differences(path.read_bytes())
        assert direct == parts > 5


@pytest.mark.parametrize(
    ("data", "direct"),
    [
        (archive(), 2),  # the empty part is left to zipfile
        (archive(comment=b"made by hand"), 2),
        (archive(prefix=b"#!/bin/sh\n"), 2),
        (archive(method=zipfile.ZIP_STORED), 0),
        (archive(method=zipfile.ZIP_BZIP2), 0),
    ],
)
def test_other_forms_are_read_all_the_same(data: bytes, direct: int) -> None:
    assert differences(data) == (direct, 3)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_changed_both_agree(seed: int) -> None:
    chance = random.Random(seed)
    whole = min((path.read_bytes() for path in SAMPLES.glob("*.xlsx")), key=len)
    headers = [at for at in range(len(whole)) if whole[at : at + 2] == b"PK"]
    read = 0
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            at = min(chance.choice(headers) + chance.randrange(46), len(data) - 1)
            data[at] = chance.choice((0, 1, 8, 255, data[at] ^ 1))
        read += differences(bytes(data))[1] > 0
    assert 10 < read < 120
