"""Mobile numbers are doubtful; landlines are what a report should give."""

import pytest

RULE = "privacy.phone"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("联系电话：13900001234。", "13900001234"),
        ("联系人张老师 139-0000-1234", "139-0000-1234"),
        ("手机１３９００００１２３４", "１３９００００１２３４"),
        ("+86-13900001234", "+86-13900001234"),
    ],
)
def test_mobile_numbers_are_warnings(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert outcome.words == [[words]]
    assert len(outcome.warnings) == 1
    assert "139****1234" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：0351-3046594、3189314 传真：0351-3046014",
        "服务热线12345，邮编030024。",
        "http://www.example.gov.cn/13900001234.html",
        "申请编号2024139000012345",
        "访问量达13900001234567次",
        "金额1390000.1234万元",
    ],
)
def test_landlines_and_other_numbers_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_a_table_cell_is_pointed_at(run_rule):
    assert run_rule(RULE, "联系人\t13900001234").words == [["13900001234"]]
