"""Growth written with both years' numbers, and a kind counted without its measure word."""

import pytest

HEAD = "云州市水利局2024年政府信息公开工作年度报告\n一、总体情况\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("受理来信120件，同比2023年的100件上升27%。", "20%"),
        ("发布信息90条，较上年的120条下降30%。", "25%"),
        ("接听热线1,100次，比去年1,000次增长12.5%。", "10%"),
        ("受理来信80起，同比2023年的80起上升27%。", "0%"),
    ],
)
def test_a_growth_both_numbers_do_not_give(run_rule, text, right):
    outcome = run_rule("prose.ratio", HEAD + text)
    assert len(outcome.warnings) == 1 and outcome.hits[0].expected == right


def test_a_growth_that_is_none_is_said_to_be_none(run_rule):
    said = {"受理来信80件，比去年80件增长5%。": "没有增减", "受理来信60件，比去年80件增长25%。": "下降25%"}
    for text, words in said.items():
        assert words in run_rule("prose.ratio", HEAD + text).messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "受理来信120件，同比2023年的100件上升20%。",
        "发布信息90条，较上年的120条下降25%。",
        "发布信息97条，较上年的120条下降约19.2%。",
        "受理来信120件，较上年增加20件，上升27%。",
        "受理来信120件，比2023年的0件上升100%。",
        "受理来信120件，培训100次，上升27%。",
    ],
)
def test_a_growth_that_is_right_or_has_no_two_numbers(run_rule, text):
    assert run_rule("prose.ratio", HEAD + text).hits == []


def test_one_kind_of_a_list_without_its_measure_word(run_rule):
    outcome = run_rule("prose.missing_unit", HEAD + "公开信息40条，其中，制度建设15，公告20条，解读5条。")
    assert outcome.words == [["15"]] and len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "公开信息40条，其中制度15条，公告20条，解读5条。",
        "公开信息40条，其中依据附件第1、第2项公开公告20条。",
        "公开信息40条，其中截至2024，公告20条。",
        "公开信息40条。其中公告20条。接听热线12345，办结工单20件。",
        "公开制度建设15，公告20条。",
    ],
)
def test_numbers_that_need_no_measure_word(run_rule, text):
    assert run_rule("prose.missing_unit", HEAD + text).hits == []
