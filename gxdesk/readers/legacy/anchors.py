"""What hangs on single characters of a .doc: comments, text boxes, drawn shapes and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gxdesk.readers.legacy import fib as f
from gxdesk.readers.legacy.binary import plc
from gxdesk.readers.legacy.pieces import Text, whole

LARGE = 3150  # twips: a picture at least this wide (about 5.5 cm) may hold a table
_PICTURE_FRAME = 75
_SHAPE = re.compile(
    rb"(?=[\x02\x12\x22\x32\x42\x52\x62\x72\x82\x92\xa2\xb2\xc2\xd2\xe2\xf2](.)\x0a\xf0\x08\x00\x00\x00)",
    re.DOTALL,
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")


@dataclass(slots=True)
class Anchors:
    """By character position of the main text: comment keys, ranges of text boxes, wide pictures.

    ``said`` holds the comments' texts by key; ``loose`` the text boxes whose anchor is not known.
    """

    comments: dict[int, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    boxes: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    loose: list[tuple[int, int]] = field(default_factory=list)
    pictures: set[int] = field(default_factory=set)


def read_anchors(fib: f.Fib, table: bytes, text: Text) -> Anchors:
    """Read what is anchored in the main text; raises :class:`~gxdesk.errors.ReadError` when damaged."""
    found = Anchors()
    _comments(fib, table, text, found)
    _shapes(fib, table, text, found)
    return found


def _comments(fib: f.Fib, table: bytes, text: Text, found: Anchors) -> None:
    places, entries = plc(fib.structure(table, f.COMMENT_REFS), 30)
    bounds, _ = plc(fib.structure(table, f.COMMENT_TEXTS), 0)
    base = fib.start(4)
    for index, place in enumerate(places[: len(entries)]):
        key = str(index)
        found.comments[place] = key
        if index + 1 < len(bounds):
            said = text.characters[base + bounds[index] : base + bounds[index + 1]]
            found.said[key] = whole(_CONTROLS.sub(" ", said).strip())


def _shapes(fib: f.Fib, table: bytes, text: Text, found: Anchors) -> None:
    """Find the text boxes by the shape they belong to, and pictures among the shapes."""
    bounds, texts = plc(fib.structure(table, f.BOX_TEXTS), 22)
    base, end = fib.start(6), fib.start(7)
    boxes: dict[bytes, tuple[int, int]] = {}
    for index, entry in enumerate(texts):
        shape, unused = entry[14:18], entry[8:10] != b"\0\0"
        start, stop = base + bounds[index], min(base + bounds[index + 1], end)
        if text.characters[start:stop].strip() and not unused and any(shape):
            boxes[shape] = (start, stop)
    frames = _picture_frames(fib.structure(table, f.DRAWINGS))
    places, shapes = plc(fib.structure(table, f.SHAPES), 26)
    for place, entry in zip(places, shapes, strict=False):
        box = boxes.pop(entry[:4], None)
        left, right = (int.from_bytes(entry[at : at + 4], "little", signed=True) for at in (4, 12))
        if box is not None:
            found.boxes.setdefault(place, []).append(box)
        elif entry[:4] in frames and right - left >= LARGE:
            found.pictures.add(place)
    found.loose = list(boxes.values())


def _picture_frames(drawings: bytes) -> set[bytes]:
    """Return the ids of shapes that are pictures (OfficeArtFSP records, [MS-ODRAW] 2.2.40)."""
    return {
        drawings[match.start() + 8 : match.start() + 12]
        for match in _SHAPE.finditer(drawings)
        if (drawings[match.start()] | match[1][0] << 8) >> 4 == _PICTURE_FRAME
    }


def inline_width(data: bytes, at: int) -> int:
    """Return the width in twips of a picture in the data stream (a PICF); large if unknown."""
    if at < 0 or at + 36 > len(data):
        return LARGE
    width, scale = (int.from_bytes(data[at + place : at + place + 2], "little") for place in (28, 32))
    return width * scale // 1000
