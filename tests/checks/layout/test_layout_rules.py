"""layout.*: each is one finding for the whole draft."""

import pytest


def test_invisible_characters_are_one_error(run_rule):
    outcome = run_rule("layout.invisible", "主动\u200b公开\u200b信息。\n依申请\ufeff公开。")
    assert len(outcome.errors) == 1 and len(outcome.hits[0].places) == 3 and "3个" in outcome.messages[0]
    private = run_rule("layout.invisible", "自造字\ue5e5在此。")
    assert len(private.errors) == 1


@pytest.mark.parametrize("text", ["主动公开 信息。", "　　段首缩进。", "符合\u00ad规定", "①②③—…“”"])
def test_visible_characters(run_rule, text):
    assert run_rule("layout.invisible", text).hits == []


def test_odd_spaces_are_one_hint(run_rule):
    outcome = run_rule("layout.spaces", "字号:\u2002\u2002大\u00a0中。")
    assert (
        len(outcome.hits) == 1 and outcome.warnings == outcome.errors == [] and "3个" in outcome.messages[0]
    )
    assert run_rule("layout.spaces", "字号: 大　中。").hits == []


def test_half_width_punctuation_is_one_hint(run_rule):
    outcome = run_rule("layout.punctuation", "依法公开,及时更新,方便查询;接受监督。")
    assert len(outcome.hits) == 1 and outcome.warnings == outcome.errors == []
    fine = "依法公开，及时更新，见http://a.cn/b,c；1,234条；3:2。"
    assert run_rule("layout.punctuation", fine).hits == []
    assert run_rule("layout.punctuation", "依法公开,及时更新。").hits == [], "a slip or two is left alone"
