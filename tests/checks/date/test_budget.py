"""Final accounts cannot be public before they exist."""

import pytest

RULE = "date.budget"
HEAD = "某市教育局2023年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    "text", ["及时公开了2024年预算和2023年部门决算情况。", "局机关2023年部门决算已在门户网站挂网。"]
)
def test_accounts_of_the_report_year_are_a_warning(run_rule, text):
    outcome = run_rule(RULE, HEAD + text)
    assert outcome.words == [["2023年部门决算"]]
    assert len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "及时公开2023年预算和2022年决算。",
        "2023年，我局公开部门预决算。",
        "将于2024年公开2023年决算。",
        "布置2023年决算编制工作。",
    ],
)
def test_possible_accounts_are_silent(run_rule, text):
    assert run_rule(RULE, HEAD + text).hits == []
