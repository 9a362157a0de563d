"""Binary .doc drafts read like the .docx they were made from; what is damaged is said, never crashed on."""

import time

import pytest
from legacy_files import LAYOUTS, grids, modern, old, renamed, spoiled

from gxdesk.errors import ReadError
from gxdesk.readers import doc, read_bytes
from gxdesk.report.recognise import recognise

SECTOR = 512
PAIRS = 154  # of the file information block: where the (offset, size) pairs begin


def refusal(data: bytes, name: str = "报告.doc") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return str(caught.value)


def fib(data: bytes) -> int:
    """Return where the file information block begins."""
    return next(at for at in range(0, len(data), SECTOR) if data.startswith(b"\xec\xa5", at))


def patched(data: bytes, at: int, new: bytes) -> bytes:
    """Return a .doc with bytes of its file information block changed."""
    start = fib(data) + at
    return data[:start] + new + data[start + len(new) :]


@pytest.mark.parametrize("name", LAYOUTS)
def test_reads_as_its_docx(name: str):
    found, expected = read_bytes(old(name, "doc"), f"{name}.doc"), modern(name)
    assert [paragraph for _, paragraph in found.paragraphs()] == [
        paragraph for _, paragraph in expected.paragraphs()
    ]
    assert grids(found) == grids(expected)
    assert found.blocks == expected.blocks
    assert found.notices == expected.notices
    assert found.format == "doc"


def test_the_28_rows_of_the_official_table_keep_their_merged_labels():
    document = read_bytes(old("official", "doc"), "报告.doc")
    table = next(table for _, table in document.tables() if table.rows == 28)
    labels = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}
    head = next(text for text in labels if text.startswith("申请人情况"))
    assert labels[head] == (0, 3, 1, 7)
    assert labels["自然人"] == (1, 3, 2, 1)
    denied = next(text for text in labels if "不予公开" in text and labels[text][2] > 1)
    assert labels[denied][2:] == (8, 1)
    assert all(cell is not None for row in table.grid() for cell in row)


def test_the_same_cells_are_recognised():
    found = recognise(read_bytes(old("official", "doc"), "报告.doc"))
    expected = recognise(modern("official"))
    for table, other in zip(found.tables, expected.tables, strict=True):
        assert table.present and len(table.cells) >= 10
        assert {key: cell.text for key, cell in table.cells.items()} == {
            key: cell.text for key, cell in other.cells.items()
        }


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.DOT", "报告"])
def test_the_usual_extensions_are_no_mismatch(name: str):
    assert read_bytes(old("official", "doc"), name).notices == ()


def test_a_doc_named_docx_is_read_and_named():
    [notice] = read_bytes(old("official", "doc"), "报告.docx").notices
    assert notice.kind == "format" and "旧版 Word" in notice.text


def test_an_encrypted_draft_is_named_as_such():
    data = old("official", "doc")
    flags = data[fib(data) + 11]
    assert "已加密" in refusal(patched(data, 11, bytes([flags | 1])))


@pytest.mark.parametrize(("name", "kind"), [("报告.wps", "wps"), ("报告.WPT", "wps"), ("报告.dot", "doc")])
def test_drafts_of_wps_writer_are_told_from_word_s_by_their_name(name: str, kind: str):
    assert read_bytes(old("official", "doc"), name).format == kind


@pytest.mark.parametrize("head", [b"\xdb\xa5\x2d\x00", b"\x9b\xa5\x21\x00", b"\xdc\xa5\x65\x00"])
def test_word_files_from_before_containers_are_named_as_such(head: bytes):
    assert "Word 95" in refusal(head + "关于年度报告".encode("utf-16-le") * 50)


@pytest.mark.parametrize("head", [b"\xdc\xa5\x65\x00", b"\x98\xa6\x65\x00", b"\xec\xa5\x68\x00"])
def test_word_6_and_95_are_named_as_such(head: bytes):
    assert "Word 95" in refusal(patched(old("official", "doc"), 0, head))


def test_macros_are_told():
    document = read_bytes(renamed(old("official", "doc"), "\x01CompObj", "Macros"), "报告.doc")
    assert [notice.kind for notice in document.notices] == ["macro"]


def test_without_its_table_stream_it_is_damage():
    assert "已损坏" in refusal(renamed(old("official", "doc"), "1Table", "7Table"))


@pytest.mark.parametrize("share", [0.01, 0.1, 0.4, 0.7, 0.95])
def test_cut_short_it_is_refused(share: float):
    data = old("official", "doc")
    message = refusal(data[: int(len(data) * share)])
    assert "不完整" in message or "已损坏" in message


@pytest.mark.parametrize(
    ("pair", "name"), [(1, "样式"), (5, "批注"), (73, "编号")], ids=["styles", "comments", "lists"]
)
def test_a_damaged_side_part_costs_only_itself(pair: int, name: str):
    data = patched(old("marks", "doc"), PAIRS + 8 * pair, b"\xff\xff\xff\x00\xff\x00\x00\x00")
    document = read_bytes(data, "报告.doc")
    [notice] = [notice for notice in document.notices if notice.kind == "damaged"]
    assert name in notice.text
    assert "受理新增12件。" in [paragraph.text for _, paragraph in document.paragraphs()]


@pytest.mark.parametrize("part", [4, 5, 7, 8, 9])
def test_lengths_beyond_the_text_are_no_crash(part: int):
    spoiled_length = patched(old("marks", "doc"), 64 + 4 * part, (300).to_bytes(4, "little"))
    texts = [paragraph.text for _, paragraph in read_bytes(spoiled_length, "报告.doc").paragraphs()]
    assert "受理新增12件。" in texts


def test_spoiled_drafts_are_read_or_refused_quickly():
    outcomes = {True: 0, False: 0}
    for seed in range(500):
        data = spoiled(old(LAYOUTS[seed % len(LAYOUTS)], "doc"), seed)
        started = time.perf_counter()
        try:
            doc.read(data)
            outcomes[True] += 1
        except ReadError:
            outcomes[False] += 1
        assert time.perf_counter() - started < 2, seed
    assert min(outcomes.values()) > 50
