"""The period of the figures: one whole year, written out."""

import pytest

RULE = "date.period"


def draft(text: str, year: int = 2023) -> str:
    return f"某市教育局{year}年政府信息公开工作年度报告\n{text}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("统计期限自2022年1月1日起至2022年12月31日止。", "2022年1月1日起至2022年12月31日"),
        ("数据统计期限为2023年1月1日至2023年11月30日。", "2023年1月1日至2023年11月30日"),
        ("统计期限自20231月1日起至202312月31日止。", "20231月1日起至202312月31日"),
        ("统计时限为2023年11日至2023年1231日。", "2023年11日至2023年1231日"),
        ("统计期限为2023年1月1日至12月31日。截至2023年10月，我局公开信息3条。", "截至2023年10月"),
    ],
)
def test_a_period_that_is_not_the_whole_year_is_an_error(run_rule, text, words):
    outcome = run_rule(RULE, draft(text))
    assert outcome.errors
    assert words in [word for found in outcome.words for word in found]


@pytest.mark.parametrize(
    "text",
    [
        "所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        "所列数据的统计期限自2023年1月1日起至12月31日止。",
        "统计期限为2023年1月至12月。",
        "现将我局2023年1月1日至2023年12月31日的政府信息公开工作情况报告如下。",
        "数据统计期限为2023年1月1日-12月31日，截至2023年12月31日共公开3条，截至2023年底现行有效文件2件。",
    ],
)
def test_a_whole_year_is_silent(run_rule, text):
    assert run_rule(RULE, draft(text)).hits == []


def test_other_periods_are_silent_and_a_missing_one_is_only_a_hint(run_rule):
    outcome = run_rule(RULE, draft("公示自2023年3月1日至2023年3月7日。截至2022年11月，累计公开3条。"))
    assert [severity.value for severity in outcome.severities] == ["info"]


def test_the_first_year_may_begin_in_may(run_rule):
    assert run_rule(RULE, draft("统计期限自2008年5月1日至2008年12月31日。", 2008)).hits == []


def test_a_period_whose_dates_were_lost(run_rule):
    head = "云州市水利局2024年政府信息公开工作年度报告\n"
    for text in ("所列数据的统计期限自起，至20241231日止。", "数据统计期限从起至止。"):
        outcome = run_rule("date.period", head + text)
        assert len(outcome.errors) == 1 and "日期读不出来" in outcome.messages[0]


def test_the_day_the_data_were_taken_states_the_period(run_rule):
    text = "某市教育局2023年政府信息公开工作年度报告\n本报告的数据核定时间点为{}年12月31日。"
    assert run_rule("date.period", text.format(2023)).hits == []
    assert len(run_rule("date.period", text.format(2022)).hits) == 1
