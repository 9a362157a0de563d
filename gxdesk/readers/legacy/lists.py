"""The lists of a .doc ([MS-DOC] 2.9.148, 2.9.149, 2.9.131-134) for the counting shared with .docx."""

from __future__ import annotations

from dataclasses import replace

from gxdesk.errors import ReadError
from gxdesk.readers.legacy.binary import number, part
from gxdesk.readers.package import DAMAGED
from gxdesk.readers.word.numbering import LEVELS, Level, ListNumber, Numbering

MAX_LISTS = 4096
MAX_NUMBER = 255  # characters of a number with what stands around it; Word allows 31
NO_STYLE = 0x0FFF
NUMBER_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero",
    "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand",
)  # fmt: skip
"""Names of the numbers formats are stored as (MSONFC, [MS-OSHARED] 2.2.1.3); 255 is none."""


def number_format(code: int) -> str:
    """Return the name of a stored number format."""
    if code == 0xFF:
        return "none"
    return NUMBER_FORMATS[code] if code < len(NUMBER_FORMATS) else "decimal"


def read_lists(table: bytes, lists: tuple[int, int], uses: bytes) -> Numbering:
    """Read the lists at ``lists`` (offset, size) of the table stream and their ``uses`` (PlfLfo).

    The levels follow the sized structure. List uses are known by their 1-based index. Raises
    :class:`ReadError` when damaged.
    """
    abstracts = _abstracts(table, lists[0]) if lists[1] else {}
    return Numbering.of(abstracts, _numbers(uses) if uses else {})


def _abstracts(table: bytes, at: int) -> dict[str, dict[int, Level]]:
    count = number(table, at, 2)
    if count > MAX_LISTS:
        raise ReadError(DAMAGED)
    heads = [part(table, at + 2 + 28 * index, 28) for index in range(count)]
    at += 2 + 28 * count
    found: dict[str, dict[int, Level]] = {}
    for head in heads:
        levels: dict[int, Level] = {}
        for index in range(1 if head[26] & 1 else LEVELS):
            level, at = _level(table, at)
            style = number(head, 8 + 2 * index, 2)
            levels[index] = level if style == NO_STYLE else replace(level, style=str(style))
        found[str(number(head, 0, 4))] = levels
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """Read an LVL; return it and where it ends."""
    fixed = part(data, at, 28)
    at += 28 + fixed[25] + fixed[24]
    length = number(data, at, 2)
    if length > MAX_NUMBER:
        raise ReadError(DAMAGED)
    text = part(data, at + 2, 2 * length).decode("utf-16-le", "replace")
    flags = fixed[5]
    return Level(
        start=number(fixed, 0, 4, signed=True),
        number_format=number_format(fixed[4]),
        text="".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text),
        restart=fixed[26] if flags & 8 else None,
        legal=bool(flags & 4),
        separated=fixed[15] != 2,
    ), at + 2 + 2 * length


def _numbers(uses: bytes) -> dict[str, ListNumber]:
    count = number(uses, 0, 4)
    if count > MAX_LISTS:
        raise ReadError(DAMAGED)
    found: dict[str, ListNumber] = {}
    at = 4 + 16 * count
    for index in range(count):
        head = part(uses, 4 + 16 * index, 16)
        use = found[str(index + 1)] = ListNumber(str(number(head, 0, 4)))
        at += 4
        for _ in range(head[12]):
            start, flags = number(uses, at, 4, signed=True), number(uses, at + 4, 4)
            at += 8
            own = flags & 0xF
            if flags & 0x20:
                use.levels[own], at = _level(uses, at)
                start = use.levels[own].start
            if flags & 0x10:
                use.starts[own] = start
    return found
