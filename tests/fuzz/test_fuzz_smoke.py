"""The first inputs of the fuzz script, and every input that once went wrong."""

from __future__ import annotations

import os

import pytest

from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes

if not hasattr(os, "fork"):
    pytest.skip("the limits are set in forked processes", allow_module_level=True)

from fuzz import fuzz, samples
from mutate import mutate
from office_files import word_parts, zipped

FAST = 500


def test_damaged_files_are_read_or_refused():
    outcomes = list(fuzz(range(FAST)))
    assert [outcome for outcome in outcomes if outcome.bad] == []
    assert len(outcomes) == FAST
    assert {outcome.kind for outcome in outcomes} == {"read", "refused"}


def test_every_format_is_damaged():
    assert set(samples()) == {"docx", "doc", "rtf", "xlsx", "xls", "html", "mht", "xml", "txt"}


def test_the_same_number_is_the_same_input():
    from random import Random

    (data, *_) = samples()["docx"]
    assert mutate(data, data, Random(7)) == mutate(data, data, Random(7)) != data


LONG_ENCODING = f'<?xml version="1.0" encoding="UTF-{"8" * 300}"?><a/>'
ONCE_WRONG = {
    "an encoding nobody knows, named at length": zipped(word_parts("") | {"_rels/.rels": LONG_ENCODING}),
    "a charset with a zero byte": (
        b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb\x002312\r\n\r\n<p>\xbc\xd7</p>"
    ),
}


@pytest.mark.parametrize("name", ONCE_WRONG)
def test_what_once_went_wrong(name: str):
    try:
        read_bytes(ONCE_WRONG[name], "草稿.mht")
    except ReadError as error:
        assert "请" in str(error)
