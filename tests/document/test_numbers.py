"""Figures and numerals as clerks write them."""

from decimal import Decimal

import pytest

from gxdesk.document.numbers import parse_number
from gxdesk.document.text import chinese_integer, chinese_ordinal, enumerator, fold, label_key


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("0", 0, "plain"),
        ("885.1737", Decimal("885.1737"), "plain"),
        ("3,001", 3001, "grouped"),
        ("１２", 12, "wide"),
        (" 7 ", 7, "plain"),
        ("007", 7, "wide"),
        ("+1", 1, "signed"),
        ("-2", -2, "signed"),
        ("增10", 10, "signed"),
        ("减2", -2, "signed"),
        ("251000元", 251000, "unit"),
        ("1276.5534万元", Decimal("1276.5534"), "unit"),
        ("1276.5534万", Decimal("1276.5534"), "unit"),
        ("零", 0, "wide"),
    ],
)
def test_numbers_are_read_and_their_writing_remembered(text, value, kind):
    number = parse_number(text)
    assert (number.value, number.kind) == (value, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        ("\u3000", "blank"),
        ("/", "dash"),
        ("—", "dash"),
        ("无", "word"),
        ("若干", "text"),
        ("1,23", "text"),
    ],
)
def test_what_is_no_number_is_never_zero(text, kind):
    number = parse_number(text)
    assert number.value is None and number.kind == kind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十二", 12),
        ("一百零三", 103),
        ("二〇二四", 2024),
        ("两千", 2000),
        ("三万五千", 35000),
        ("12", 12),
        ("甲", None),
    ],
)
def test_chinese_numerals(text, value):
    assert chinese_integer(text) == value


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (36, "三十六")]
)
def test_ordinals_of_headings(number, text):
    assert chinese_ordinal(number) == text


@pytest.mark.parametrize(
    ("line", "kind", "ordinal"),
    [
        ("一、总体情况", "一、", 1),
        ("（十二）其他", "（一）", 12),
        ("3.重复申请", "1.", 3),
        ("3、培训", "1.", 3),
        ("3.2022年起实行", "1.", 3),
        ("一、2022年工作回顾", "一、", 1),
        ("第二章 总则", "第一章", 2),
        ("（2）网站", "（1）", 2),
    ],
)
def test_enumerators(line, kind, ordinal):
    found = enumerator(line)
    assert found is not None and (found.kind, found.ordinal) == (kind, ordinal)


@pytest.mark.parametrize("line", ["3.5万人", "一方面加强管理", "2024年", "十分重视", "1,234条"])
def test_lines_that_only_begin_with_a_number(line):
    assert enumerator(line) is None


def test_folding_leads_back_to_the_original():
    text = "收到\u3000１２ 件\u200b申请"
    folded = fold(text)
    assert folded.text == "收到12件申请"
    start = folded.text.index("12")
    assert text[slice(*folded.original(start, start + 2))] == "１２"


def test_label_keys_ignore_numbers_spaces_and_punctuation():
    assert label_key("3.危及“三安全一稳定”") == label_key("３．危及 三安全\n一稳定")
    assert label_key("（七）总计") == label_key("(七) 总 计")
