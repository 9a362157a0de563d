"""privacy.account and privacy.name: card numbers, QQ, names and addresses."""

import pytest


@pytest.mark.parametrize("number", ["6222021234567890128", "6228480402564890018", "4111111111111111"])
def test_bank_cards(run_rule, number):
    from gxdesk.checks.privacy.account import is_card_number

    whole = next(number[:-1] + str(digit) for digit in range(10) if is_card_number(number[:-1] + str(digit)))
    outcome = run_rule("privacy.account", f"退款汇入账户{whole}。")
    assert len(outcome.errors) == 1 and whole not in outcome.messages[0]
    wrong = whole[:-1] + str((int(whole[-1]) + 1) % 10)
    assert run_rule("privacy.account", f"单据编号{wrong}。").hits == [], "the check digit is wrong"


def test_a_card_number_in_a_table(run_rule):
    assert len(run_rule("privacy.account", "事项\t账号\n退费\t4111 1111 1111 1111").errors) == 1


@pytest.mark.parametrize(
    "text",
    ["编号1234567890123456789。", "统一社会信用代码11220100013500562X。", "金额4111111111111111.5元。"],
)
def test_other_long_numbers(run_rule, text):
    assert run_rule("privacy.account", text).hits == []


def test_qq_numbers_are_a_doubt(run_rule):
    assert len(run_rule("privacy.account", "联系QQ：123456789。").warnings) == 1
    assert run_rule("privacy.account", "通过QQ、微信公开信息12条。").hits == []


@pytest.mark.parametrize(
    "text",
    [
        "申请人张建国提出公开申请。",
        "当事人刘大力反复来电。",
        "原告李梅不服答复。",
        "信访人家住云州市临水路18号。",
        "申请人王芳，女，要求公开档案。",
    ],
)
def test_private_people(run_rule, text):
    assert len(run_rule("privacy.name", text).warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "申请人张某提出申请。",
        "申请人要求提供纸质文件，申请人提出复议。",
        "告知申请人向有关部门申请。",
        "地址：云州市临水路18号。",
        "申请人李××不服答复。",
    ],
)
def test_nobody_is_named(run_rule, text):
    assert run_rule("privacy.name", text).hits == []


def test_an_officials_name_is_a_hint(run_rule):
    outcome = run_rule("privacy.name", "成立由局长张建国同志任组长的小组。")
    assert len(outcome.hits) == 1 and outcome.warnings == []
    assert run_rule("privacy.name", "由局长任组长，各位同志参加。").hits == []
