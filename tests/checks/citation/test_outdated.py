"""Bases that do not fit the report year."""

import pytest

RULE = "citation.outdated"


def draft(year: int, text: str) -> str:
    return f"某市教育局{year}年政府信息公开工作年度报告\n{text}"


@pytest.mark.parametrize(
    ("year", "text", "words"),
    [
        (2022, "依据有关通知（国办公开办函〔2019〕60号）编制本报告。", "国办公开办函〔2019〕60号"),
        (2023, "依据国办公开办函[2019]60号要求编制。", "国办公开办函[2019]60号"),
        (
            2022,
            "依据《关于政府信息公开工作年度报告有关事项的通知》要求编制。",
            "关于政府信息公开工作年度报告有关事项的通知",
        ),
        (2020, "依据国办公开办函〔2021〕30号编制。", "国办公开办函〔2021〕30号"),
        (2017, "依据条例（国务院令第711号）编制。", "国务院令第711号"),
        (2021, "依据《中华人民共和国政府信息公开条例》第三十二条，编制本报告。", "信息公开条例》第三十二条"),
        (2016, "依据《中华人民共和国政府信息公开条例》第五十条，编制本报告。", "信息公开条例》第五十条"),
        (
            2022,
            "依据《中华人民共和国政府信息公开条例》（以下简称条例）第三十一条，编制本报告。",
            "信息公开条例》（以下简称条例）第三十一条",
        ),
    ],
)
def test_a_basis_of_another_year_is_an_error(run_rule, year, text, words):
    outcome = run_rule(RULE, draft(year, text))
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1


def test_the_old_decree_number_is_a_warning(run_rule):
    outcome = run_rule(RULE, draft(2022, "依据条例（国务院令第492号）编制。"))
    assert len(outcome.warnings) == 1
    assert "711" in outcome.messages[0]


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2020, "依据国办公开办函〔2019〕60号编制。"),
        (2021, "依据国办公开办函〔2021〕30号编制，原试行格式（国办公开办函〔2019〕60号）同时废止。"),
        (2022, "依据《关于做好2022年政府信息公开工作年度报告编制有关事项的通知》编制。"),
        (2022, "依据某教办函〔2019〕60号文件，做好信访工作。"),
        (2022, "自收到申请之日按照《政府信息公开条例》第三十一条计算时限。"),
        (2017, "依据条例（国务院令第492号）第三十二条编制。"),
        (2019, "依据《中华人民共和国政府信息公开条例》第五十条之规定，制作本报告。"),
        (2022, "依据《某省政府信息公开规定》第三十二条编制本报告。"),
    ],
)
def test_a_fitting_basis_is_silent(run_rule, year, text):
    assert run_rule(RULE, draft(year, text)).hits == []


def test_without_a_year_it_says_that_it_could_not_check(run_rule):
    text = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题"
    outcome = run_rule(RULE, text)
    assert "报告年度" in outcome.unchecked[0].reason
