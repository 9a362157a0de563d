"""Titles and issuers beside the numbers of well-known documents."""

import pytest

RULE = "citation.name"
HEAD = "某市教育局2020年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("落实《关于加强政府信息公开的意见》（中办发〔2016〕8号）。", "与文号不符"),
        ("落实《2019年政务公开工作要点》（国办发〔2020〕17号）。", "与文号不符"),
        ("依据《政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕61号）。", "与文号不符"),
        ("落实国务院办公厅《关于推进公开工作的意见》（中办发[2016]8号）。", "发文机关缺少中共中央办公厅"),
    ],
)
def test_a_wrong_title_is_an_error(run_rule, text, said):
    outcome = run_rule(RULE, HEAD + text)
    assert len(outcome.errors) == 1
    assert said in outcome.messages[0]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "依据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕3号）。",
            "国办公开办函〔2021〕30号",
        ),
        ("按照《政府信息公开信息处理费管理办法》（国办函〔2021〕109号）执行。", "国办函〔2020〕109号"),
        (
            "落实《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发[2020]71号）。",
            "国办发〔2020〕17号",
        ),
        ("贯彻《关于全面推进政务公开工作的意见》（国办发〔2016〕8号）。", "中办发〔2016〕8号"),
    ],
)
def test_a_wrong_number_of_a_known_title_is_an_error(run_rule, text, right):
    outcome = run_rule(RULE, HEAD + text)
    assert [hit.expected for hit in outcome.errors] == [right]


def test_a_format_notice_with_the_wrong_office(run_rule):
    head = "云州市水利局2023年政府信息公开工作年度报告\n"
    for code in ("国办发", "国办函", "国办公开函"):
        outcome = run_rule(RULE, head + f"主动公开内容按照{code}〔2021〕30号文件要求编制。")
        assert [hit.expected for hit in outcome.warnings] == ["国办公开办函〔2021〕30号"]
    for text in (
        "按照国办公开办函〔2021〕30号编制。",
        "落实国办发〔2021〕12号。",
        "云政办发〔2021〕30号印发方案。",
    ):
        assert run_rule(RULE, head + text).hits == []


def test_a_missing_issuer_alone_is_a_warning(run_rule):
    outcome = run_rule(
        RULE, HEAD + "落实国务院办公厅《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）。"
    )
    assert len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "落实中共中央办公厅、国务院办公厅《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）。",
        "落实中办、国办《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）。",
        "落实《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）。",
        "落实《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号）。",
        "落实《全面推进政务公开工作的意见》（中办发〔2016〕8号）。",
        "落实《某某市工作要点》（市国办发〔2020〕17号）和《其他意见》（某办发〔2016〕8号）。",
        "落实中办发〔2016〕8号文件精神。",
        "落实《云州市2020年政务公开工作要点》（国办发〔2020〕99号）。",
        "转发《国务院办公厅关于印发2020年政务公开工作要点的通知》（云政办发〔2020〕21号）。",
        "按照《国务院办公厅关于印发2014年政府信息公开工作要点的通知》（国办发〔2014〕12号）开展工作。",
        "执行国务院办公厅政府信息与政务公开办公室《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）。",
        "依据《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。",
    ],
)
def test_right_and_unknown_citations_are_silent(run_rule, text):
    assert run_rule(RULE, HEAD + text).hits == []
