"""The brackets around the year of a document number."""

RULE = "citation.brackets"
HEAD = "某市教育局2023年政府信息公开工作年度报告\n"


def test_mixed_brackets_are_one_warning_at_the_wrong_ones(run_rule):
    outcome = run_rule(RULE, HEAD + "依据某政发〔2023〕1号、某教发[2023]2号文件。\n落实某教办(2023)3号文件。")
    assert [len(hit.places) for hit in outcome.warnings] == [2]
    assert "六角括号" in outcome.messages[0]
    assert "〔" not in "".join(outcome.words[0])


def test_one_kind_throughout_is_only_a_hint(run_rule):
    outcome = run_rule(RULE, HEAD + "依据某政发[2023]1号、某教发[2023]2号文件。")
    assert [severity.value for severity in outcome.severities] == ["info"]


def test_official_brackets_and_other_years_are_silent(run_rule):
    text = HEAD + "依据某政发〔2023〕1号文件，落实《工作方案》(2023)和要点[2023]，国务院令第711号。"
    assert run_rule(RULE, text).hits == []
