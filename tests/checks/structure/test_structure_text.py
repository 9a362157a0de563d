"""structure.title, structure.numbering.gap, structure.duplicate."""

from gxdesk.checks.api import Severity

TITLE = "云州市教育局2024年政府信息公开工作年度报告"


def test_title_must_name_the_body(run_rule, draft):
    outcome = run_rule("structure.title", draft(authority="市教育局"))
    assert len(outcome.errors) == 1 and "“市教育局”" in outcome.messages[0]
    assert not run_rule("structure.title", draft(authority="云州市教育局")).hits
    assert not run_rule("structure.title", draft(authority="常宁区教育局")).hits


def test_unusual_wording_of_the_title_is_a_hint(run_rule, draft):
    text = draft().replace(TITLE, "云州市教育局2024年政务公开信息公开工作报告")
    assert run_rule("structure.title", text).severities == [Severity.INFO]
    year_first = draft().replace(TITLE, "2024年云州市教育局政府信息公开年度报告")
    assert not run_rule("structure.title", year_first).hits


def test_gap_in_the_numbers_of_sections(run_rule, draft):
    text = draft().replace("二、主动公开政府信息情况", "三、主动公开政府信息情况")
    outcome = run_rule("structure.numbering.gap", text)
    assert "缺少“二、”" in outcome.messages[0] and outcome.hits[0].expected == "二、"
    assert any("重复或倒退" in message for message in outcome.messages[1:])
    assert not run_rule("structure.numbering.gap", draft()).hits


def test_the_paragraph_that_lost_its_number_is_named(run_rule):
    text = f"""{TITLE}
健全机制。我局成立了领导小组，明确了责任分工和工作流程，确保各项任务落实到位。
二、强化公开
全年公开信息若干。
三、存在问题
公开不够及时。"""
    outcome = run_rule("structure.numbering.gap", text)
    assert len(outcome.errors) == 1 and "“健全机制”" in outcome.messages[0]
    assert [place.label for place in outcome.hits[0].places] == ["第2行", "第3行"]


def test_second_level_restarts_under_each_section(run_rule):
    text = """一、甲类工作
（一）第一项工作
（二）第二项工作
二、乙类工作
（一）第一项工作
1、先做这一件，内容很长，写满一整句话，直到句号为止才算结束，不能当作标题来看待。
2、再做那一件，内容很长，写满一整句话，直到句号为止才算结束，不能当作标题来看待。
（三）第三项工作"""
    outcome = run_rule("structure.numbering.gap", text)
    assert [hit.expected for hit in outcome.errors] == ["（二）"]


def test_numbers_with_decimals_and_table_rows_are_no_headings(run_rule, draft):
    text = draft() + "\n3.5万人次参加培训。\n（六）其他处理\n（七）总计"
    assert not run_rule("structure.numbering.gap", text).hits


def test_chapters_named_like_groups_of_the_statistics_table_count(run_rule):
    for name in ("主动公开情况", "依申请公开办理情况"):
        text = f"""云州市水利局2017年政府信息公开工作年度报告
一、概述
2017年，我局认真落实条例要求。
二、{name}
全年按规定公开信息、办理申请。
三、存在的主要问题及改进措施
公开不够及时，将改进。"""
        assert not run_rule("structure.numbering.gap", text).hits
        assert run_rule("structure.numbering.gap", text.replace("三、", "四、")).errors


PARAGRAPHS = "\n".join(
    f"第{n}项工作情况：全年围绕群众关心的第{n}类事项开展公开，完善目录，更新内容，及时回应社会关切，取得了良好成效。"
    for n in "甲乙丙丁"
)


def test_second_copy_of_the_text_is_one_finding(run_rule, draft):
    outcome = run_rule("structure.duplicate", f"{draft()}\n{PARAGRAPHS}\n{PARAGRAPHS}")
    assert len(outcome.errors) == 1 and "整体重复" in outcome.hits[0].title
    assert len(outcome.hits[0].places) == 4


def test_repeated_paragraph(run_rule, draft):
    line = PARAGRAPHS.splitlines()[0]
    outcome = run_rule("structure.duplicate", f"{draft()}\n{line}\n其他情况另行说明。\n{line}")
    assert len(outcome.errors) == 1 and outcome.hits[0].title == "段落重复"


def test_short_lines_and_similar_paragraphs_may_repeat(run_rule, draft):
    text = f"{draft()}\n{PARAGRAPHS}\n以上数据均为全年累计数。\n以上数据均为全年累计数。"
    assert not run_rule("structure.duplicate", text).hits
