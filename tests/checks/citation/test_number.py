"""Document numbers: code, year in brackets, number and 号."""

import pytest

RULE = "citation.number"


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("根据《要点》（某政办字〔2015〕和有关精神。", "某政办字〔2015〕", "外面的括号也只有前半个"),
        ("落实《要点》（某政办发〔2021〕号）。", "某政办发〔2021〕号", "缺少顺序号"),
        ("落实《要点》（某政办发〔2021〕12）。", "某政办发〔2021〕12", "缺少“号”"),
        ("落实《要点》（国办发〔201724号）。", "国办发〔201724号", "缺少年份的括号“〕”"),
        ("落实《要点》（国办发2017〕24号）。", "国办发2017〕24号", "缺少年份的括号“〔”"),
        ("落实《要点》（国办发[2017]）。", "国办发[2017]", "缺少“号”和它前面的顺序号"),
    ],
)
def test_an_incomplete_number_is_an_error(run_rule, text, words, said):
    outcome = run_rule(RULE, text)
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1
    assert said in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "落实《要点》（国办发〔2017〕24号）和《意见》（国办发〔2019〕第54号）。",
        "落实国办发〔2017〕24号、〔2018〕23号文件。",
        "落实某政发〔2021〕12、13号和〔2022〕5—7号文件。",
        "落实《要点》（某政办发〔2023〕XX号）。",
        "[2015]年鉴已经公开。",
        "依据《中华人民共和国政府信息公开条例》（国务院令第711号）。",
        "落实《政务公开工作要点》。",
    ],
)
def test_complete_numbers_and_other_brackets_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []
