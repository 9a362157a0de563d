"""Cells and places made the quick way are the very same: equal, unchangeable, complete."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from gxdesk.document.model import Cell, new_cell
from gxdesk.document.place import SheetOrigin, new_sheet_origin

QUICK = new_cell("规章", 1, 2, new_sheet_origin("表二", "C2"), 2)
PLAIN = Cell("规章", 1, 2, SheetOrigin("表二", "C2"), 2)


def test_they_are_equal_in_everything() -> None:
    assert QUICK == PLAIN and hash(QUICK) == hash(PLAIN) and repr(QUICK) == repr(PLAIN)
    assert type(QUICK) is Cell and type(QUICK.origin) is SheetOrigin
    assert QUICK.origin.label() == "工作表“表二”C2"
    assert (QUICK.row_span, QUICK.column_span) == (2, 1)


def test_they_can_be_copied_and_sent_to_another_process() -> None:
    assert replace(QUICK, row=3) == replace(PLAIN, row=3) != PLAIN
    assert pickle.loads(pickle.dumps(QUICK)) == PLAIN


@pytest.mark.parametrize(("made", "name"), [(QUICK, "text"), (QUICK.origin, "cell"), (QUICK, "colour")])
def test_they_cannot_be_changed(made: object, name: str) -> None:
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(made, name, "改")
    assert QUICK == PLAIN
