"""Leftovers of web pages: hints on lines of their own, errors inside the text."""

import pytest

RULE = "leftover.web"


def test_neighbouring_furniture_lines_are_one_hint(run_rule):
    outcome = run_rule(RULE, "扫一扫在手机打开当前页\n返回顶部 打印本页\n我局认真开展工作。\n网站地图")
    assert [severity.value for severity in outcome.severities] == ["info", "info"]
    assert [len(hit.places) for hit in outcome.hits] == [2, 1]


@pytest.mark.parametrize("line", ["【打印】【关闭】", "[分享] [收藏]", "发文字号：", "成文日期："])
def test_buttons_in_brackets_and_empty_fields_are_hints(run_rule, line):
    outcome = run_rule(RULE, f"我局认真开展工作。\n{line}")
    assert len(outcome.hits) == 1 and outcome.warnings == outcome.errors == []


@pytest.mark.parametrize(
    "line", ["来源：区水利局   时间：2026-01-27 10:58", "日期：2025-01-23", "发布时间：2025/1/23 09:10"]
)
def test_when_and_by_whom_a_page_was_put_up_is_a_hint(run_rule, line):
    outcome = run_rule(RULE, f"{line}\n我局认真开展工作。")
    assert [severity.value for severity in outcome.severities] == ["info"]


@pytest.mark.parametrize("line", ["日期：2025年1月23日", "时间：2025-01-23前完成", "来源：区水利局"])
def test_a_date_as_it_is_written_in_a_report_is_silent(run_rule, line):
    assert run_rule(RULE, f"{line}\n我局认真开展工作。").hits == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023年全文查看，我局没有收到申请。", ["全文查看"]),
        ("3全文查看2023年，我局做好公开工作。", ["3全文查看"]),
        ("中国范文网 工作总结", ["范文网"]),
    ],
)
def test_what_got_into_the_text_is_an_error(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert outcome.words == [words]
    assert len(outcome.errors) == 1


def test_articles_appended_after_the_report_are_one_error(run_rule):
    outcome = run_rule(RULE, "我局做好公开工作。\n延伸阅读：\n小学校务公开总结。\n村务公开实施方案。")
    assert [len(hit.places) for hit in outcome.errors] == [3]
    assert "3段" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "群众可以在网站上查看全部文件，也可以打印。",
        "开展规范文书写作培训，编印范文十二篇。",
        "开设“推荐”栏目，方便群众延伸阅读相关政策。",
    ],
)
def test_prose_about_web_sites_is_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []
