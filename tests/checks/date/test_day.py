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
