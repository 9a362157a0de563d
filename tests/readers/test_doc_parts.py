"""Parts of the .doc format no office program at hand writes: laid out by hand after [MS-DOC]."""

import struct

import pytest
from legacy_files import story

from gxdesk.document.place import GridOrigin
from gxdesk.errors import ReadError
from gxdesk.readers.legacy.body import CONTINUE, MAX_DEPTH, RESTART, Builder, Line, RawRow, RawTable, Shape
from gxdesk.readers.legacy.grid import read_grid
from gxdesk.readers.legacy.lists import read_lists
from gxdesk.readers.legacy.pieces import read_text, whole
from gxdesk.readers.legacy.props import CharacterProps, ParagraphProps, apply_character, apply_paragraph
from gxdesk.readers.legacy.rows import merged_across
from gxdesk.readers.legacy.sprms import sprms


def clx(*pieces: tuple[int, int, bool, int], modifiers: tuple[bytes, ...] = ()) -> bytes:
    """A piece table; pieces are ``(characters, byte offset, one byte a character, modifier)``."""
    positions, entries, at = [0], b"", 0
    for length, offset, compressed, modifier in pieces:
        at += length
        positions.append(at)
        entries += struct.pack("<HIH", 0, offset * 2 | 0x40000000 if compressed else offset, modifier)
    table = struct.pack(f"<{len(positions)}I", *positions) + entries
    lists = b"".join(b"\x01" + struct.pack("<h", len(part)) + part for part in modifiers)
    return lists + b"\x02" + struct.pack("<I", len(table)) + table


def test_one_byte_text_has_the_punctuation_of_windows():
    stream = b"\x93Word\x94 \x96 \x85 caf\xe9"
    text = read_text(stream, clx((len(stream), 0, True, 0)))
    assert text.characters == "“Word” – … café"


def test_pieces_come_in_the_order_of_the_table():
    stream = "公开".encode("utf-16-le") + b"2024" + "政府信息".encode("utf-16-le")
    text = read_text(stream, clx((4, 8, False, 0), (2, 0, False, 0), (4, 4, True, 0)))
    assert text.characters == "政府信息公开2024"
    assert [text.byte(position) for position in (0, 4, 6, 7)] == [8, 0, 4, 5]


def test_rare_characters_count_as_two_and_are_joined_again():
    stream = "𠮷祥".encode("utf-16-le")
    text = read_text(stream, clx((3, 0, False, 0)))
    assert len(text.characters) == 3 and whole(text.characters) == "𠮷祥"


def test_modifiers_of_hasty_saving_apply_to_the_piece():
    short = 0x5C << 1 | 1 << 8  # hidden, in short form
    hidden = struct.pack("<HB", 0x083C, 1)
    text = read_text(b"abcd", clx((2, 0, True, short), (2, 2, True, 0 << 1 | 1), modifiers=(hidden,)))
    assert [apply_character(CharacterProps(), piece.modifiers).hidden for piece in text.pieces] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"\x03",
        b"\x02\xff\xff\xff\x7f",
        clx((50, 0, False, 0)),
        clx((1, 90, False, 0)),
        clx(),
        b"\x01\xff\xff",
    ],
)
def test_a_broken_piece_table_is_damage(table: bytes):
    with pytest.raises(ReadError, match="已损坏"):
        read_text(b"0123456789", table)


def test_modifiers_that_break_off_end_there():
    whole_list = struct.pack("<HB", 0x2416, 1) + struct.pack("<HB", 0x2417, 1)
    assert [code for code, _ in sprms(whole_list[:-1])] == [0x2416]
    assert list(sprms(b"\x08\xd6\xff")) == []


def test_long_tab_changes_are_passed_over_whole():
    tabs = b"\xff" + bytes([1]) + b"\x16\x24\x01\x00" + bytes([1]) + b"\x16\x24\x01"
    listed = struct.pack("<H", 0xC615) + tabs + struct.pack("<HB", 0x2416, 1)
    assert [code for code, _ in sprms(listed)] == [0xC615, 0x2416]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("\x13 EQ \\o\\ac(○,12)\x15", "甲⑫乙"),
        ("\x13EQ \\f(1,2)\x14\x15", "甲1/2乙"),
        ("\x13 SUM(ABOVE) \x147\x15", "甲7乙"),
        ("\x13 IF \x13 EQ \\f(1,2)\x15 = 1 \x14x\x15", "甲x乙"),
    ],
)
def test_what_word_writes_into_an_instruction_is_shown(field: str, shown: str):
    [line] = story(f"甲{field}乙\r")
    assert line.text == shown


def test_empty_lines_have_numbers_but_the_end_of_a_section_has_none():
    numbered = struct.pack("<HH", 0x460B, 1)
    found = story("甲\r\r\x0c乙\x0c", numbered, section_ends=(4, 6))
    assert [line.number is not None for line in found] == [True, True, False, True]


def row_modifiers(edges: list[int], flags: list[int], *more: bytes) -> bytes:
    cells = b"".join(struct.pack("<H", flag) + bytes(18) for flag in flags)
    operand = bytes([len(flags)]) + struct.pack(f"<{len(edges)}h", *edges) + cells
    return struct.pack("<HH", 0xD608, len(operand) + 1) + operand + b"".join(more)


def shape_of(modifiers: bytes) -> Shape:
    props = ParagraphProps()
    apply_paragraph(props, modifiers)
    return props.shape


def test_a_row_tells_its_edges_and_merges():
    shape = shape_of(
        row_modifiers(
            [-108, 892, 1892, 2892],
            [0x60, 0x20, 0],
            struct.pack("<HBBB", 0xD62B, 2, 2, 3),
            struct.pack("<HBB", 0x5624, 0, 2),
        )
    )
    assert shape.edges == [-108, 892, 1892, 2892]
    assert shape.down == [RESTART, CONTINUE, RESTART]
    assert shape.across == [RESTART, CONTINUE, 0]


def test_cell_descriptions_left_out_at_the_end_say_nothing():
    shape = shape_of(struct.pack("<HHB", 0xD608, 8, 2) + struct.pack("<3h", 0, 500, 900))
    assert (shape.edges, shape.down) == ([0, 500, 900], [0, 0])


def test_changes_to_a_row_saved_in_haste():
    shape = shape_of(
        row_modifiers(
            [0, 100, 200, 300],
            [0, 0x60, 0],
            struct.pack("<HBBH", 0x7621, 1, 2, 50),  # two narrow cells before the second
            struct.pack("<HBB", 0x5622, 4, 5),  # the last one goes
            struct.pack("<HBBH", 0x7623, 0, 1, 30),  # the first becomes narrow
            struct.pack("<HBB", 0x5624, 1, 3),
            struct.pack("<HBB", 0x5624, 0, 2),
            struct.pack("<HBB", 0x5625, 0, 1),
        )
    )
    assert shape.edges == [0, 30, 80, 130, 230]
    assert shape.down == [0, 0, 0, RESTART]
    assert shape.across == [0, CONTINUE, CONTINUE, 0]


def test_nonsense_about_a_row_changes_nothing_or_little():
    plain = [0, 100, 200]
    for change in ((0x7621, 9, 255, 1), (0x5622, 7, 3, None), (0x7623, 5, 200, 9), (0x5624, 3, 1, None)):
        code, first, after, width = change
        more = struct.pack("<HBB", code, first, after) + (b"" if width is None else struct.pack("<H", width))
        shape = shape_of(row_modifiers(plain, [0, 0], more))
        assert shape.edges[:3] == plain and len(shape.edges) == len(shape.down) + 1 <= 65


STYLE, LEFT = 0x563A, 0x940E


def styled(code: int, value: int) -> Shape:
    return shape_of(row_modifiers([0, 100], [0], struct.pack("<HH", code, value)))


@pytest.mark.parametrize(
    ("first", "second", "tables"),
    [
        (styled(STYLE, 15), styled(STYLE, 15), 1),
        (styled(STYLE, 15), styled(STYLE, 16), 2),
        (styled(STYLE, 11), styled(LEFT, 0), 1),  # said or not, it is the usual one
        (styled(LEFT, 400), styled(LEFT, 900), 2),
        (styled(LEFT, 400), shape_of(row_modifiers([0, 100], [0])), 2),
    ],
)
@pytest.mark.parametrize("depth", [1, 2])
def test_rows_of_another_style_or_place_are_another_table(
    first: Shape, second: Shape, tables: int, depth: int
):
    builder = Builder()
    for shape in (first, second):
        builder.cell(Line("格"), depth)
        builder.row(shape, depth)
    found = builder.done()
    if depth == 2:
        [found] = found[0].rows[0].cells
    assert [len(table.rows) for table in found] == [2 // tables] * tables


@pytest.mark.parametrize("flags", [[1, 2, 2, 0, 1, 2], [2, 1, 1, 0, 2, 1], [3, 1, 1, 0, 3, 1]])
def test_merges_across_in_either_numbering(flags: list[int]):
    assert merged_across(flags) == [RESTART, CONTINUE, CONTINUE, 0, RESTART, CONTINUE]


def grid_of(*rows: tuple[list[str], Shape]) -> list[tuple[str, int, int, int, int]]:
    table = RawTable([RawRow([[Line(text)] for text in texts], shape) for texts, shape in rows])
    found = read_grid(table, GridOrigin(0), lambda content, _row, _column: content[0].text)
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in found.cells]


def test_positions_that_differ_by_a_hair_are_one():
    assert grid_of(
        (["甲", "乙"], Shape([0, 1000, 2000])),
        (["丙", "丁", "戊"], Shape([-3, 1004, 1503, 1998])),
    ) == [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 2), ("丙", 1, 0, 1, 1), ("丁", 1, 1, 1, 1), ("戊", 1, 2, 1, 1)]


def test_rows_shifted_by_the_padding_of_a_cell_are_still_one_table():
    assert grid_of((["甲", "乙"], Shape([108, 1793, 9713])), (["丙"], Shape([0, 9605]))) == [
        ("甲", 0, 0, 1, 1),
        ("乙", 0, 1, 1, 1),
        ("丙", 1, 0, 1, 2),
    ]


def test_merges_down_and_across_become_spans():
    assert grid_of(
        (["项目", "人数", ""], Shape([0, 10, 20, 30], [0, RESTART, CONTINUE], [RESTART, 0, 0])),
        (["", "1", "2"], Shape([0, 10, 20, 30], [], [CONTINUE, 0, 0])),
        (["无头", "3"], Shape([10, 20, 30], [], [CONTINUE, 0])),
    ) == [
        ("项目", 0, 0, 2, 1),
        ("人数", 0, 1, 1, 2),
        ("1", 1, 1, 1, 1),
        ("2", 1, 2, 1, 1),
        ("无头", 2, 1, 1, 1),
        ("3", 2, 2, 1, 1),
    ]


def test_rows_without_positions_stand_side_by_side():
    assert grid_of((["甲", "乙"], Shape()), (["丙", "丁"], Shape([0]))) == [
        ("甲", 0, 0, 1, 1),
        ("乙", 0, 1, 1, 1),
        ("丙", 1, 0, 1, 1),
        ("丁", 1, 1, 1, 1),
    ]


def test_a_grid_of_absurd_rows_stays_small():
    rows = [(["x"], Shape([number * 7, number * 7 + 3])) for number in range(4000)]
    assert max(column + span for _, _, column, _, span in grid_of(*rows)) <= 1024


def test_deleted_rows_and_absurd_depths():
    builder = Builder()
    builder.cell(Line("删去"), 1)
    builder.row(Shape(), 1, deleted=True)
    builder.cell(Line("留下"), 1)
    builder.row(Shape(), 1)
    builder.line(Line("很深"), 1000)
    table, *rest = builder.done()
    assert isinstance(table, RawTable) and table.tracked and len(table.rows) == 2
    depth, inner = 1, table.rows[1].cells[0]
    while isinstance(inner[0], RawTable):
        depth, inner = depth + 1, inner[0].rows[0].cells[0]
    assert (depth, rest) == (MAX_DEPTH, [])


def level(
    number_format: int, text: str, *, start: int = 1, follow: int = 2, flags: int = 0, limit: int = 0
) -> bytes:
    head = struct.pack("<iBB", start, number_format, flags) + bytes(9) + bytes([follow]) + bytes(8)
    return head + bytes([0, 0, limit, 0]) + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def one_list(*levels: bytes) -> bytes:
    head = struct.pack("<ii", 77, 0) + struct.pack("<9h", *[0x0FFF] * 9) + bytes([len(levels) == 1, 0])
    return struct.pack("<H", 1) + head + b"".join(levels)


def uses(*overrides: bytes) -> bytes:
    heads = b"".join(struct.pack("<i", 77) + bytes(8) + bytes([bool(part), 0, 0, 0]) for part in overrides)
    return struct.pack("<I", len(overrides)) + heads + b"".join(b"\xff" * 4 + part for part in overrides)


def test_lists_count_in_chinese_over_levels_and_restart():
    levels = [level(39, "\x00、"), level(37, "（\x01）"), level(0, "\x02.", follow=0), *[level(255, "")] * 6]
    numbering = read_lists(one_list(*levels), (0, 30), uses(b"", struct.pack("<iI", 1, 0x10)))
    counted = [numbering.next("1", depth) for depth in (0, 1, 1, 2, 0, 1)]
    assert counted == ["一、", "（一）", "（二）", "1. ", "二、", "（一）"]
    assert numbering.next("2", 0) == "一、"


def test_a_list_use_may_bring_its_own_level():
    own = struct.pack("<iI", 9, 0x30) + level(18, "\x00", start=5)
    numbering = read_lists(one_list(level(0, "\x00.")), (0, 30), uses(own))
    assert [numbering.next("1", 0) for _ in range(2)] == ["⑤", "⑥"]


def test_broken_lists_are_damage():
    for data in (one_list(level(0, "\x00."))[:-3], struct.pack("<H", 60_000), one_list(level(0, "长" * 300))):
        with pytest.raises(ReadError):
            read_lists(data, (0, 30), b"")


@pytest.mark.parametrize(("value", "use"), [(3, 3), (0, 0), (0xF801, 0), (0x10000 - 5, 5), (0x07FF, 0)])
def test_which_list_a_paragraph_belongs_to(value: int, use: int):
    props = ParagraphProps()
    apply_paragraph(props, struct.pack("<HH", 0x460B, value))
    assert props.list_use == use


def test_switches_may_follow_or_turn_the_style():
    style = CharacterProps(hidden=True)
    for operand, hidden in ((0, False), (1, True), (0x80, True), (0x81, False)):
        assert apply_character(style, struct.pack("<HB", 0x083C, operand)).hidden is hidden
