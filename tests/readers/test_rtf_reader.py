"""RTF drafts, whatever they are named: the same text and tables as the .docx, and nothing that hangs."""

import time

import pytest
from legacy_files import LAYOUTS, grids, modern, old, spoiled

from gxdesk.document.model import Document
from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes, rtf
from gxdesk.report.recognise import recognise

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}"
    r"{\f2\fcharset2 Wingdings;}{\f3\fcharset136 PMingLiU;}}"
)


def draft(body: str | bytes, head: str = FONTS) -> bytes:
    content = body if isinstance(body, bytes) else body.encode("gbk")
    return rb"{\rtf1\ansi\ansicpg936\deff0" + head.encode("ascii") + content + b"}"


def lines(body: str | bytes, head: str = FONTS) -> list[str]:
    document = rtf.read(draft(body, head))
    return [paragraph.text for _, paragraph in document.paragraphs()]


def notices(body: str) -> list[tuple[str, str]]:
    return [(notice.kind, notice.text) for notice in rtf.read(draft(body)).notices]


@pytest.mark.parametrize("name", LAYOUTS)
def test_reads_as_its_docx(name: str):
    found, expected = read_bytes(old(name, "rtf"), f"{name}.rtf"), modern(name)
    assert found.blocks == expected.blocks
    assert found.notices == expected.notices
    assert found.format == "rtf"


def test_the_same_cells_are_recognised():
    found = recognise(read_bytes(old("official", "rtf"), "报告.rtf"))
    expected = recognise(modern("official"))
    assert [list(table.cells) for table in found.tables] == [list(table.cells) for table in expected.tables]
    assert max(len(table.cells) for table in found.tables) > 150
    assert [cell.text for table in found.tables for cell in table.cells.values()] == [
        cell.text for table in expected.tables for cell in table.cells.values()
    ]


def test_named_doc_it_is_read_and_named():
    [notice] = read_bytes(old("official", "rtf"), "报告.doc").notices
    assert notice.kind == "format" and "RTF" in notice.text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"\f1\'b9\'ab\'bf\'aa 12\par", "公开 12"),
        (r"\f0\'b9\'ab\'bf\'aa\par", "公开"),  # Chinese bytes in a Western font
        (r"\f0 caf\'e9 \'93a\'94\par", "café “a”"),
        ("\\f1 原样的汉字\\par", "原样的汉字"),
        (r"\f3\'a4\'bd\'b6\'7d\par", "公開"),
        (r"\uc1\u20844?\u24320 ?\par", "公开"),
        (r"\uc2\u20844\'b9\'ab\u24320\'bf\'aa!\par", "公开!"),
        (r"\uc0\u20844\u24320 x\par", "公开x"),
        (r"{\uc0 a}\u20844 ?b\par", "a公b"),
        (r"\u-10174?\u-8265?\par", "𠮷"),
        (r"\f2\'fe\f1 \'d2\'d1\par", "☑已"),
        (r"a\~b\_c\-d\tab e\line f\emdash\{\}\\\par", "a\u00a0b-cd\te\nf—{}\\"),
        (r"\ldblquote a\rdblquote\bullet\par", "“a”•"),
        ("\\f1 一\r\n二\n三\\\n四\\par", "一二三"),
    ],
)
def test_characters(body: str, shown: str):
    assert lines(body)[0] == shown


@pytest.mark.parametrize(
    "left_out",
    [
        r"{\info{\title a}{\upr{\author a}{\*\ud{\author a}}}}",
        r"{\*\unknown a{\b b}}",
        r"{\field{\*\fldinst HYPERLINK a}{\fldrslt }}",
        r"{\xe{a}}",
        r"{\pict\pngblip\bin3 }}{}",
        r"{\object{\*\objdata 0102}}",
        r"{\stylesheet{\s0 Normal;}{\*\cs10 Default;}}",
        r"{\colortbl;\red0\green0\blue0;}",
        r"{\*\pn\pnlvlbody{\pntxta a}}",
    ],
)
def test_what_is_no_text_is_left_out(left_out: str):
    assert lines(rf"x{left_out}y\par") == ["xy"]


def test_a_star_within_a_group_hides_nothing():
    assert lines(r"{\field{\*\fldinst HYPERLINK a}{\fldrslt \*\cs12\ul link}}\par") == ["link"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"EQ \\o\\ac(\u9675 ?,3)", "甲③乙"),
        (r"{ EQ \\* jc2 }{\f1\\* hps10 \\o\\ad(\\s\\up 9(y\u249\'a8),\'d3\'f1)}", "甲玉乙"),
        (r" PAGE ", "甲乙"),
    ],
)
def test_what_word_writes_into_an_instruction_is_shown(instruction: str, shown: str):
    assert lines(rf"\f1\'bc\'d7{{\field{{\*\fldinst {instruction}}}{{\fldrslt }}}}\'d2\'d2\par") == [shown]


def test_notes_headers_and_footers_come_last():
    beside = r"{\footer 1\par}{\headerl h\par}{\headerr h\par}{\footerf end\par}"
    notes = r"{\super\chftn{\footnote\pard{\chftn} f\par g}}z{\footnote\ftnalt e}"
    blocks = [block for _, block in rtf.read(draft(rf"{beside}x{notes}y\par")).paragraphs()]
    assert [(block.text, block.role, block.origin.label()) for block in blocks] == [
        ("xzy", "", "第1段"),
        ("e", "margin", "尾注1"),
        ("end", "margin", "页脚"),
        ("f", "margin", "脚注1"),
        ("g", "margin", "脚注1"),
        ("h", "margin", "页眉"),
    ]


def test_a_line_whose_end_was_deleted_goes_on_with_the_next():
    joined = row(r"\cellx900\cellx1800", r"a{\deleted\par}b", "c")
    document = rtf.read(draft(r"\pard first{\deleted\par}\pard second\par third\par" + joined))
    assert [(block.text, block.origin.paragraph) for _, block in document.paragraphs()] == [
        ("firstsecond", 0),
        ("third", 2),
    ]
    [(_, table)] = document.tables()
    assert [cell.text for cell in table.cells] == ["ab", "c"]


def test_of_a_text_given_twice_the_unicode_half_counts():
    assert lines(r"{\upr{old}{\*\ud{\u26032?}}}\par") == ["新"]


def test_fields_within_fields_show_their_results():
    inner = r"{\field{\*\fldinst {REF b}}{\fldrslt 3}}"
    assert lines(rf"{{\field\flddirty{{\*\fldinst {{IF {inner} = 3}}}}{{\fldrslt see {inner}}}}}.\par") == [
        "see 3."
    ]


def test_automatic_numbers_are_shown_and_counted_apart():
    chinese = r"{\listtext\f1\'d2\'bb\'a1\'a2}\'d7\'dc\'cc\'e5\par"
    body = rf"{chinese} {{\pntext 1.\tab}}item\par {{\listtext\f2\'6c\tab}}dot\par"
    first, second, third = rtf.read(draft(r"\f1" + body)).paragraphs()
    assert [block.text for _, block in (first, second, third)] == ["一、总体", "1. item", "● dot"]
    assert [block.origin.skip for _, block in (first, second, third)] == [2, 3, 2]


def test_headings_by_outline_level_or_style():
    styles = r"{\stylesheet{\s0 Normal;}{\s1\qc heading 1;}{\s2\outlinelevel1 Own;}{\s3\sbasedon2 Derived;}}"
    body = r"\pard\s1 a\par\pard\s2 b\par\pard\s1\outlinelevel2 c\par\pard d\par\pard\qc e\par\pard\s3 f\par"
    found = [
        (block.text, block.level, block.centered) for _, block in rtf.read(draft(styles + body)).paragraphs()
    ]
    assert found == [
        ("a", 1, False),
        ("b", 2, False),
        ("c", 3, False),
        ("d", 0, False),
        ("e", 0, True),
        ("f", 2, False),
    ]


def row(cells: str, *texts: str) -> str:
    return rf"\trowd{cells}" + "".join(rf"\pard\intbl {text}\cell" for text in texts) + r"\row"


def test_merged_cells():
    body = (
        row(r"\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000", "a", "b", "")
        + row(r"\clvmrg\cellx1000\cellx2000\cellx3000", "", "1", "2")
        + row(r"\cellx2000\cellx3010", "c", "3")
        + r"\pard after\par"
    )
    document = rtf.read(draft(body))
    assert grids(document) == [
        [
            ("a", 0, 0, 2, 1),
            ("b", 0, 1, 1, 2),
            ("1", 1, 1, 1, 1),
            ("2", 1, 2, 1, 1),
            ("c", 2, 0, 1, 2),
            ("3", 2, 2, 1, 1),
        ]
    ]
    [(_, after)] = document.paragraphs()
    assert after.origin.paragraph == 0


def test_a_table_in_a_cell():
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}"
        r"{\nonesttables\par}" * 2
    )
    body = (
        r"\trowd\cellx1000\cellx2000\pard\intbl a\par"
        + inner
        + r"\pard\intbl\itap1 b\cell c\cell\row\pard end\par"
    )
    document = rtf.read(draft(body))
    outer, nested = [table for _, table in document.tables()]
    assert [cell.text for cell in outer.cells] == ["a\nb", "c"]
    assert (nested.rows, nested.columns) == (2, 2)
    assert nested.cells[3].origin.label() == "第1个表格内第1个表格第2行第2列"


def test_a_row_without_its_own_description_takes_the_last_one():
    body = row(r"\cellx1000\cellx3000", "a", "b") + r"\pard\intbl c\cell d\cell\row\pard x\par"
    assert grids(rtf.read(draft(body)))[0][2:] == [("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]


def test_lines_of_a_cell_that_do_not_say_so_stay_in_it():
    first = r"\trowd\cellx900\cellx1800\pard a\par\pard b\cell\pard c\par d\cell\row"
    document = rtf.read(draft(first + r"\pard after\par"))
    assert grids(document) == [[("a\nb", 0, 0, 1, 1), ("c\nd", 0, 1, 1, 1)]]
    assert [paragraph.text for _, paragraph in document.paragraphs()] == ["after"]


def test_revisions_hidden_and_white_text_are_told():
    head = FONTS + r"{\colortbl;\red255\green0\blue0;\red255\green255\blue255;}"
    body = r"\pard a{\revised new}{\deleted old}{\v secret}{\cf2 white}{\cf2\highlight1 seen}\v off\v0 z\par"
    document = rtf.read(draft(body, head))
    [(_, only)] = document.paragraphs()
    assert only.text == "anewwhiteseenz"
    told = [(notice.kind, notice.text) for notice in document.notices]
    assert [kind for kind, _ in told] == ["revisions", "hidden", "hidden", "hidden"]
    for (_, text), words in zip(told, (("new", "old"), ("secret",), ("off",), ("white",)), strict=True):
        assert all(f"“{word}”" in text for word in words)


def test_comments_are_told_with_their_words():
    body = (
        r"x{\*\atnid A}{\*\atnauthor B}\chatn{\*\annotation{\*\atndate 1}\pard\plain \chatn check\par}y\par"
    )
    assert lines(body) == ["xy"]
    [(kind, text)] = notices(body)
    assert kind == "comments" and "“check”" in text


def rtf_list(*levels: str, number: int = 1, override: str = "") -> str:
    """Both tables of the head, with one list; its levels are ``format words{text}``."""
    described = "".join(
        rf"{{\listlevel{words}{{\leveltext\leveltemplateid1{text};}}{{\levelnumbers\'01;}}\fi0}}"
        for words, _, text in (level.partition(" ") for level in levels)
    )
    return (
        rf"{{\*\listtable{{\list\listtemplateid9{described}{{\listname ;}}\listid42}}}}"
        rf"{{\*\listoverridetable{{\listoverride\listid42\listoverridecount0{override}\ls{number}}}}}"
    )


OUTLINE = FONTS + rtf_list(
    r"\levelnfc39\levelnfcn39\levelfollow2\levelstartat1 \'02\'00\u12289\'a1",
    r"\levelnfc37\levelfollow2\levelstartat1 \'03\'a3\'a8\'01\'a3\'a9",
    r"\levelnfc0\levelfollow0\levelstartat3 \'02\'02.",
    r"\levelnfc38\levelfollow2\levelstartat1 \'01\'03",
)


def item(level: int, text: str, written: str = "") -> str:
    put_down = rf"{{\listtext\pard\plain {written}\tab}}" if written else ""
    return rf"{put_down}\pard\plain\ls1\ilvl{level} {text}\par"


def test_lists_without_written_numbers_are_counted():
    body = (
        item(0, "a")
        + item(1, "b")
        + item(1, "c")
        + item(2, "d")
        + r"\pard e\par"
        + item(0, "f")
        + item(1, "g")
    )
    assert lines(body, OUTLINE) == ["一、a", "（一）b", "（二）c", "3. d", "e", "二、f", "（一）g"]


def test_rare_numbers_word_writes_as_others_are_counted_too():
    assert lines(item(3, "a", r"\f1\'d2\'bb") + item(3, "b", r"\f1\'b6\'fe"), OUTLINE) == ["壹a", "贰b"]


def test_signs_lost_from_the_list_are_taken_from_the_written_number():
    head = FONTS + rtf_list(r"\levelnfc39 \'02\'00?", r"\levelnfc37 \'03(\'01)")
    body = item(0, "a", r"\f1\'d2\'bb\'a1\'a2") + item(1, "b", r"\f1\'a3\'a8\'d2\'bb\'a3\'a9")
    assert lines(body, head) == ["一、a", "（一）b"]


def test_a_use_of_a_list_may_start_elsewhere():
    override = r"{\lfolevel\listoverridestartat\levelstartat5}"
    head = FONTS + rtf_list(r"\levelnfc0\levelfollow2 \'01\'00", override=override)
    assert lines(item(0, "a") + item(0, "b"), head) == ["5a", "6b"]


def test_the_last_line_needs_no_end_mark():
    assert lines(r"\pard\ls1\ilvl0 a", OUTLINE) == ["一、a"]


def test_a_list_nobody_described_keeps_the_written_number():
    assert lines(item(0, "a", "7."), FONTS) == ["7. a"]


def test_text_boxes_stand_after_their_paragraph():
    box = r"{\*\shpinst\shpleft0{\sp{\sn a}{\sv b}}{\shptxt\pard box\par two\par}}"
    shape = rf"{{\shp{box}{{\shprslt{{\*\do{{\dptxbxtext box}}}}}}}}"
    document = rtf.read(draft(rf"p{shape}q\par end\par"))
    assert [(block.text, block.origin.label()) for _, block in document.paragraphs()] == [
        ("pq", "第1段"),
        ("box", "第1段后的文本框第1段"),
        ("two", "第1段后的文本框第2段"),
        ("end", "第2段"),
    ]


def test_a_text_box_in_no_paragraph_is_not_lost():
    box = r"{\*\do\dptxbx{\dptxbxtext\pard box\par}}"
    assert lines(box) == ["box"]


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (r"\picwgoal6000", ["image"]),
        (r"\picwgoal600", []),
        (r"\picwgoal600\picscalex900", ["image"]),
        ("", ["image"]),
    ],
)
def test_only_pictures_wide_enough_for_a_table_are_told(size: str, told: list[str]):
    picture = rf"{{\*\shppict{{\pict{size}\pngblip 89504e47}}}}{{\nonshppict{{\pict{size} 00}}}}"
    assert [kind for kind, _ in notices(rf"{picture}\par")] == told


def test_bytes_after_the_last_group_are_no_text():
    assert read_bytes(draft(r"a\par") + b"\0\0garbage}", "a.rtf").blocks == rtf.read(draft(r"a\par")).blocks


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.99])
def test_cut_short_it_is_refused(share: float):
    data = old("official", "rtf")
    with pytest.raises(ReadError, match="不完整"):
        read_bytes(data[: int(len(data) * share)], "报告.rtf")


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 1_000_000 + b"}" * 1_000_001,
        b"{\\rtf1" + b"{\\shptxt " * 30_000 + b"}" * 30_001,
        b"{\\rtf1\\bin2147483647 x}",
        b"{\\rtf1" + b"\\cellx1" * 300_000 + b"\\cell\\row}",
        b"{\\rtf1\\trowd" + b"\\intbl\\itap9999999 x\\nestcell\\nestrow" * 5000 + b"}",
        b"{\\rtf1\\u99999999999?\\'zz\\}}",
    ],
    ids=["groups", "boxes", "bin", "cells", "tables", "nonsense"],
)
def test_absurd_files_end_quickly(data: bytes):
    started = time.perf_counter()
    try:
        found: Document | ReadError = rtf.read(data)
    except ReadError as error:
        found = error
    assert time.perf_counter() - started < 2
    assert isinstance(found, Document) or str(found).endswith("。")


def test_spoiled_drafts_are_read_or_refused_quickly():
    outcomes = {True: 0, False: 0}
    for seed in range(500):
        data = spoiled(old(("numbering", "tables", "marks")[seed % 3], "rtf"), seed)
        started = time.perf_counter()
        try:
            rtf.read(data)
            outcomes[True] += 1
        except ReadError:
            outcomes[False] += 1
        assert time.perf_counter() - started < 2, seed
    assert min(outcomes.values()) > 50
