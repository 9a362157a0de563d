"""Dates of signing and publishing against the year and the deadline."""

import pytest

RULE = "date.signoff"


def draft(year: int, date: str, body: str = "某市教育局") -> str:
    return f"{body}{year}年政府信息公开工作年度报告\n一、总体情况\n认真落实条例。\n{body}\n{date}"


@pytest.mark.parametrize("date", ["2023年12月10日", "2023年1月20日", "二〇二三年十二月三十日"])
def test_a_date_before_the_year_is_over_is_an_error(run_rule, date):
    outcome = run_rule(RULE, draft(2023, date))
    assert outcome.words == [[date]]
    assert len(outcome.errors) == 1


def test_a_date_after_the_deadline_is_a_warning(run_rule):
    outcome = run_rule(RULE, draft(2023, "2024年2月5日"))
    assert len(outcome.warnings) == 1
    assert "2024年1月31日" in outcome.messages[0]


def test_the_date_of_the_page_counts_too(run_rule):
    text = "某市教育局2023年政府信息公开工作年度报告\n发布时间：2023-12-20 来源：某市教育局\n认真落实条例。"
    assert len(run_rule(RULE, text).errors) == 1


@pytest.mark.parametrize(
    ("year", "date", "body"),
    [
        (2023, "2024年1月31日", "某市教育局"),
        (2023, "2024年3月20日", "某市人民政府"),
        (2017, "2018年3月5日", "某省教育厅"),
        (2018, "2019年3月31日", "某市教育局"),
        (2023, "2023年12月31日", "某市教育局"),
        (2023, "1月20日", "某市教育局"),
        (2023, "2023年6月20日召开培训会。", "某市教育局"),
    ],
)
def test_a_date_in_time_is_silent(run_rule, year, date, body):
    assert run_rule(RULE, draft(year, date, body)).hits == []
