"""Enumerations 一是…二是…: lost, repeated and skipped numbers."""

import pytest

RULE = "language.enumeration"


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("一是加强领导。是健全制度。三是严格考核。", "是", "“二”"),
        ("作了积极探索。是健全制度。二是突出重点。三是规范程序。", "是", "“一”"),
        ("一是加强领导。三是严格考核。", "三是", "“二是”"),
        ("一要加强领导，要健全制度，三要严格考核。", "三要", "“二要”"),
        ("一是加强领导；二是健全制度；二是严格考核。", "二是", "“三是”"),
        ("主要做了以下工作。二是健全制度。", "二是", "“一是”"),
        ("一是加强领导。二是健全制度。是严格考核。", "是", "“三”"),
        ("推动有力一是加强领导。三是严格考核。", "三是", "“二是”"),
    ],
)
def test_a_fault_is_an_error_and_says_what_is_missing(run_rule, text, words, said):
    outcome = run_rule(RULE, text)
    assert outcome.words == [[words]]
    assert len(outcome.errors) == 1
    assert said in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "一是加强领导。二是健全制度。三是严格考核。四是加强培训。五是落实保障。",
        "问题有：一是人手少；二是培训少。改进：一是充实人手；二是增加培训。",
        "一是加强领导：一是成立小组；二是明确专人。二是健全制度。三是严格考核。",
        "首先是提高认识，二是健全制度，三是严格考核。",
        "一要加强领导；二要健全制度；三要严格考核。主要问题需要解决，首要求实。",
        "一要加强领导；二是健全制度；三要严格考核。",
        "唯一是人手不足，原因之一是经费少。五一是旅游旺季，十一是长假。",
        "一是加强领导。是否公开，由科室提出意见。二是健全制度。",
        "是健全制度还是修补漏洞，需要研究。",
        "一方面是人手少，二是培训少。",
        "十一、政务公开。周二是公开日，星期三是接待日。",
    ],
)
def test_complete_enumerations_and_look_alikes_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_an_enumeration_may_run_over_paragraphs(run_rule):
    assert run_rule(RULE, "主要做法：一是加强领导。\n二是健全制度。\n三是严格考核。").hits == []
    outcome = run_rule(RULE, "主要做法：一是加强领导。\n二是健全制度。\n四是严格考核。")
    assert outcome.words == [["四是"]]
