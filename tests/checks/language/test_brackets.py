"""Brackets, quotes and title marks without a partner."""

import pytest

RULE = "language.brackets"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("依据《政府信息公开条例规定编制。", "《"),
        ("依据政府信息公开条例》规定编制。", "》"),
        ("做好重点领域（招生、收费信息公开。", "（"),
        ("做好重点领域招生、收费）信息公开。", "）"),
        ("开展“三严三实专题教育。", "“"),
        ("开展“三严三实“专题教育”。", "“"),
    ],
)
def test_a_single_mark_is_an_error(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "主要有：1)招生；2)收费；a)其他。",
        "三、其他情况 一)招生情况",
        "落实“‘四零’承诺”和“放管服”改革（含‘一网通办’）。",
        "印发《〈关于推进政务公开的意见〉实施细则》（试行）。",
        "it's an o'clock test，苹果’梨",
        "联系方式（电话0351-1234567\n地址：某路12号）。",
    ],
)
def test_paired_marks_and_list_numbers_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_a_broken_citation_is_left_to_the_citation_rule(run_rule):
    assert run_rule(RULE, "依据《某通知》（某政办字〔2015〕和有关精神。").hits == []
    assert run_rule("citation.number", "依据《某通知》（某政办字〔2015〕和有关精神。").messages != []
