"""15 or 20 working days, by era."""

import pytest

RULE = "date.limit"


def draft(year: int, text: str) -> str:
    return f"某市教育局{year}年政府信息公开工作年度报告\n{text}"


@pytest.mark.parametrize(
    ("year", "text", "words"),
    [
        (2022, "自收到申请之日起15个工作日内答复申请人。", "15个工作日"),
        (2022, "应当在十五个工作日内予以答复。", "十五个工作日"),
        (2015, "自收到申请之日起20个工作日内答复申请人。", "20个工作日"),
    ],
)
def test_the_limit_of_the_other_era_is_an_error(run_rule, year, text, words):
    outcome = run_rule(RULE, draft(year, text))
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1


def test_the_year_of_both_regulations_and_plain_facts_are_only_doubtful(run_rule):
    assert len(run_rule(RULE, draft(2019, "自收到申请之日起15个工作日内答复。")).warnings) == 1
    assert len(run_rule(RULE, draft(2022, "全部申请都在15个工作日内答复。")).warnings) == 1


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2010, "我局将在申请登记之日起15个工作日内答复申请人。"),
        (2022, "自收到申请之日起20个工作日内答复。"),
        (2022, "征求第三方意见的，第三方在15个工作日内答复意见。"),
        (2022, "承诺将答复时间缩短到15个工作日。"),
        (2015, "信息形成之日起20个工作日内主动公开，及时回复群众。"),
        (2022, "人大建议在15个工作日内答复。"),
    ],
)
def test_right_limits_and_other_limits_are_silent(run_rule, year, text):
    assert run_rule(RULE, draft(year, text)).hits == []
