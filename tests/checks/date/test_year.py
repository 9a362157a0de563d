"""The year of the title, of the body, of the plans and of the guides."""

import pytest

RULE = "date.year"


def draft(year: int, text: str) -> str:
    return f"某市教育局{year}年政府信息公开工作年度报告\n{text}"


def test_a_body_about_last_year_is_one_error_at_every_mention(run_rule):
    text = "2022年，公开信息100条。\n根据《2022年工作要点》，2022年培训2次。\n2023年，我局将继续加强公开。"
    outcome = run_rule(RULE, draft(2023, text))
    assert len(outcome.errors) == 1
    assert outcome.words[0][1:] == ["2022年"] * 3 + ["2023年"]
    assert "还把2023年写成下一年" in outcome.messages[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022年，我局认真贯彻落实条例。\n2023年，我局受理申请3件。", "2022年"),
        ("（一）主动公开。2022年我局公开信息3条。\n2023年受理申请3件，2023年办结3件。", "2022年"),
        ("2023年公开3条。\n下一步，2023年我局将继续完善制度，不断加强培训。", "2023年"),
        ("2023年公开3条。\n2022年，我局将进一步加强培训。", "2022年"),
        ("2023年公开3条。\n2026年我局将继续加强培训。", "2026年"),
        ("2023年公开3条。\n2025年，将把公开纳入考核。", "2025年"),
        ("2022年是目录修订之年，栏目全部更新。\n2023年公开3条。", "2022年"),
        ("2022年，市里印发《2023年公开工作方案》，我局照此办理。\n2023年公开3条。", "2022年"),
        ("2023年公开3条。\n五、存在的主要问题及改进情况\n栏目少。2023年我局将逐步增设栏目。", "2023年"),
        ("2023年公开3条。\n五、存在的主要问题及改进情况\n栏目少。2022年，一要增设栏目，二要培训。", "2022年"),
    ],
)
def test_a_wrong_year_in_one_place_is_an_error(run_rule, text, words):
    outcome = run_rule(RULE, draft(2023, text))
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1


@pytest.mark.parametrize(
    ("verb", "guide"),
    [("按照", "《某市2022年政务公开工作要点》"), ("认真执行", "《2022年全市政务公开重点工作分工》")],
)
def test_a_guide_of_last_year_is_a_warning(run_rule, verb, guide):
    outcome = run_rule(RULE, draft(2023, f"2023年，我局{verb}{guide}，开展各项工作。"))
    assert outcome.words == [[guide]]
    assert len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局公开信息100条，比2022年增长5%，与2022年同期基本持平。\n2024年，我局将继续加强培训。",
        "2023年，我局按照《某市2023年政务公开工作要点》开展工作，修订2022年印发的目录。",
        "2023年，我局对照《2022年重点工作完成情况的通报》查找不足。",
        "五、存在的主要问题及改进情况\n2023年，我局将培训纳入考核，问题逐步减少。2024年，一要增设栏目。",
        "自2008年以来持续公开。2023年将公开工作纳入考核，2023年我局将审核责任落实到人。",
        "2022年存在的问题，2023年已经整改。\n2023年新增栏目2个。",
        "2023年编制到2025年的规划，到2025年将全面建成目录体系。",
        "落实《2021—2025年法治政府建设工作安排》，2023年公开3条。",
    ],
)
def test_comparisons_and_plans_for_next_year_are_silent(run_rule, text):
    assert run_rule(RULE, draft(2023, text)).hits == []


def test_the_report_presented_is_of_the_title_s_year(run_rule):
    body = "\n2023年公开3条，2023年受理申请3件。"
    for words in (
        "特向社会公布某市教育局2022年度政府信息公开工作年度报告。",
        "现将2022年信息公开年报公布如下。",
    ):
        outcome = run_rule(RULE, draft(2023, words + body))
        assert len(outcome.errors) == 1 and "2022年度的报告" in outcome.messages[0]
    for words in (
        "特向社会公布某市教育局2023年度政府信息公开工作年度报告。",
        "及时发布2022年度政府信息公开工作年度报告。",
        "现有栏目12个，其中2022年政府信息公开年报等栏目已归档。",
    ):
        assert run_rule(RULE, draft(2023, words + body)).hits == []
