"""Dates without 日, and dates that do not exist."""

import pytest

RULE = "date.day"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("要求各校于6月20前公布招生政策。", "6月20"),
        ("截至12月31，共公开3条。", "12月31"),
        ("自1月1至12月31日止。", "1月1"),
        ("2月30日召开会议。", "2月30日"),
        ("13月5日召开会议。", "13月5日"),
    ],
)
def test_a_broken_date_is_an_error(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "6月20日前公布。",
        "6月20至25日、7月1、2日和8月3-5日公示。",
        "今年6月20件，7月45件，8月12,000人次。",
        "2月29日召开会议，5月份前完成。",
        "用时3个月20天。",
    ],
)
def test_right_dates_and_counts_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


HEAD = "云州市水利局2024年政府信息公开工作年度报告\n一、总体情况\n"


@pytest.mark.parametrize(
    "text",
    [
        "2024，我局加大公开力度。",
        "动态公开。2024依托政府网站公开信息20条。",
        "我局2024主动公开信息20条。",
        "2023全年发布30条。",
    ],
)
def test_a_year_without_its_word_is_a_doubt(run_rule, text):
    outcome = run_rule(RULE, HEAD + text)
    assert len(outcome.warnings) == 1 and "缺少“年”" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局公开信息2024条。",
        "云水〔2024〕8号文件、《云州水利2024》、2024-2025学年我局工作。",
        "2024云州水利博览会开幕，热线0431-2024我局值守。",
        "2019我局搬迁。",
    ],
)
def test_other_numbers_of_four_digits_are_no_years(run_rule, text):
    assert run_rule(RULE, HEAD + text).hits == []
