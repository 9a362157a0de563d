"""Word's automatic numbers: shown in the text, known not to stand in the file."""

import pytest
from office_files import cell, paragraph, table, word

from gxdesk.readers import read_bytes
from gxdesk.readers.word.numerals import list_number


def level(index: int, number_format: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", '<w:isLgl/><w:suff w:val="nothing"/>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, depth: int, num_id: int = 1) -> str:
    return paragraph(
        text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num_id}"/></w:numPr>'
    )


def read(body: str, **parts: str) -> list[tuple[str, int]]:
    document = read_bytes(word(body, **parts), "a.docx")
    return [(block.text, block.origin.skip) for _, block in document.paragraphs()]


def test_levels_count_and_restart_under_a_new_heading():
    body = item("总体情况", 0) + item("公开", 1) + item("管理", 1) + item("表", 2) + item("主动公开", 0)
    body += item("范围", 1)
    assert [text for text, _ in read(body, numbering=NUMBERING)] == [
        "一、总体情况",
        "（一）公开",
        "（二）管理",
        "1. 表",
        "二、主动公开",
        "（一）范围",
    ]


def test_the_number_is_not_part_of_the_characters_in_the_file():
    document = read_bytes(word(item("总体情况", 0), numbering=NUMBERING), "a.docx")
    assert document.blocks[0].origin.locate(2, 4) == {"paragraph": 0, "start": 0, "end": 2}


def test_lists_of_one_kind_count_on_unless_they_start_again():
    body = item("甲", 0, 1) + item("乙", 0, 1) + item("丙", 0, 2) + item("丁", 0, 1) + item("戊", 0, 3)
    assert [text for text, _ in read(body, numbering=NUMBERING)] == [
        "一、甲",
        "二、乙",
        "一、丙",
        "二、丁",
        "五、戊",
    ]


def test_upper_levels_count_in_digits_where_the_level_asks_for_it():
    assert read(item("甲", 0) + item("子", 3), numbering=NUMBERING)[1] == ("1.1子", 3)


def test_a_number_never_runs_into_digits_of_the_text():
    assert read(item("2024年", 2), numbering=NUMBERING) == [("1. 2024年", 3)]


def test_styles_carry_numbers_and_a_paragraph_can_refuse_them():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "第%1章")
        + level(1, "chineseCounting", "%2、", '<w:pStyle w:val="B"/>')
        + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:numId w:val="7"/></w:numPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="B"><w:pPr>{numbered}</w:pPr></w:style>'
    styled = '<w:pStyle w:val="B"/>'
    body = paragraph("甲", properties=styled)
    body += paragraph("乙", properties=styled + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body += paragraph("丙", properties=styled)
    assert [text for text, _ in read(body, numbering=numbering, styles=styles)] == ["一、甲", "乙", "二、丙"]


FIRST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("more", "text", "number"),
    [
        ("", "", "三"),  # Word prints the number of an empty line
        ("", " ", "三"),
        ("<w:rPr><w:vanish/></w:rPr>", "", "二"),
        ("<w:sectPr/>", " ", "三"),
        ('<w:rPr><w:del w:id="1"/></w:rPr>', "", "二"),
        ('<w:rPr><w:moveFrom w:id="1"/></w:rPr>', "", "二"),
    ],
)
def test_empty_numbered_paragraphs_count_where_they_are_lines(more: str, text: str, number: str):
    body = item("甲", 0) + paragraph(text, properties=FIRST + more) + item("乙", 0)
    assert [text for text, _ in read(body, numbering=NUMBERING)] == ["一、甲", f"{number}、乙"]


def test_the_end_of_a_section_alone_is_no_line():
    body = item("甲", 0) + paragraph(properties=FIRST + "<w:sectPr/>") + item("乙", 0)
    assert [text for text, _ in read(body, numbering=NUMBERING)] == ["一、甲", "二、乙"]


def test_a_paragraph_that_goes_on_with_the_next_counts_once():
    body = (
        paragraph("甲", properties=FIRST + '<w:rPr><w:del w:id="1"/></w:rPr>') + item("乙", 0) + item("丙", 0)
    )
    assert [text for text, _ in read(body, numbering=NUMBERING)] == ["一、甲乙", "二、丙"]


def test_cells_with_nothing_but_a_number_show_it():
    rows = [cell(item("", 2)) + cell(text) for text in "甲乙"]
    document = read_bytes(word(table(*rows), numbering=NUMBERING), "a.docx")
    assert [found.text for found in document.blocks[0].cells] == ["1.", "甲", "2.", "乙"]


def test_bullets_of_higher_levels_are_no_part_of_a_number():
    levels = level(0, "decimal", "%1.") + level(1, "bullet", "•") + level(2, "decimal", "%1.%2.%3")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("甲", 0) + item("乙", 1) + item("丙", 2)
    assert [text for text, _ in read(body, numbering=numbering)] == ["1. 甲", "• 乙", "1..1 丙"]


def test_bullets_are_shown_as_bullets():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert read(item("甲", 0), numbering=numbering) == [("• 甲", 2)]


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (12, "japaneseCounting", "十二"),
        (12, "ideographDigital", "一二"),
        (20, "chineseLegalSimplified", "贰拾"),
        (23, "ideographLegalTraditional", "貳拾參"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (2, "decimalFullWidth", "２"),
        (4, "lowerRoman", "iv"),
        (9, "upperRoman", "IX"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (5, "somethingNew", "5"),
    ],
)
def test_number_formats(number: int, number_format: str, shown: str):
    assert list_number(number, number_format) == shown
