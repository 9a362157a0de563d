"""structure.section.*: the sections a format prescribes."""

import pytest

from gxdesk.checks.api import Severity


def test_missing_section_is_named_with_its_requirement(run_rule, draft):
    outcome = run_rule("structure.section.missing", draft(drop_sections=("problems",)))
    assert [hit.item for hit in outcome.errors] == ["section.problems"]
    assert "存在的主要问题及改进情况" in outcome.messages[0]
    place = outcome.hits[0].places[0]
    assert place.gap == "section.problems" and "其他需要报告的事项" in place.label


def test_complete_report_misses_nothing(run_rule, draft):
    assert not run_rule("structure.section.missing", draft()).hits


def test_rows_of_table_three_are_no_sections(run_rule, draft):
    text = draft(drop_sections=("review_litigation",), drop_tables=("review_litigation",))
    text += "\n四、结转下年度继续办理\n0"
    outcome = run_rule("structure.section.missing", text)
    assert [hit.item for hit in outcome.errors] == ["section.review_litigation"]


def test_first_year_of_the_format_only_warns(run_rule, draft):
    text = draft("2019", 2019, drop_sections=("other",))
    assert run_rule("structure.section.missing", text).severities == [Severity.WARNING]
    text = draft("2019", 2020, drop_sections=("other",))
    assert run_rule("structure.section.missing", text).severities == [Severity.ERROR]


FREE_FORM = """白河县教育局2015年政府信息公开工作年度报告
一、概述
2015年，我局认真落实条例要求，推进信息公开。
二、主动公开情况
全年主动公开政府信息120条。
三、依申请公开情况
全年收到信息公开申请3件，均已按时答复。
四、存在的主要问题和改进措施
公开的深度不够，将进一步完善目录。
"""


def test_free_form_report_must_still_cover_the_contents_of_article_32(run_rule):
    outcome = run_rule("structure.section.missing", FREE_FORM)
    assert {hit.item for hit in outcome.errors} == {"section.fees", "section.review_litigation"}


def test_free_form_contents_may_stand_in_running_text(run_rule):
    text = FREE_FORM + "没有发生因信息公开引起的行政复议和行政诉讼，提供政府信息没有收取检索、复制等费用。"
    assert not run_rule("structure.section.missing", text).hits


def test_free_services_say_nothing_about_fees_of_disclosure(run_rule):
    text = FREE_FORM + "办事指南注明所有事项均不收费。没有发生行政复议、行政诉讼。"
    assert [hit.item for hit in run_rule("structure.section.missing", text).errors] == ["section.fees"]


def test_swapped_sections(run_rule, draft):
    text = draft()
    swapped = text.replace("五、存在的主要问题及改进情况", "甲").replace("六、其他需要报告的事项", "乙")
    head, problems = swapped.split("甲")
    body, other = problems.split("乙")
    moved = f"{head}五、其他需要报告的事项{other}\n六、存在的主要问题及改进情况{body}"
    outcome = run_rule("structure.section.order", moved)
    assert len(outcome.errors) == 1
    assert "位置不对" in outcome.messages[0]
    assert not run_rule("structure.section.order", text).hits


def test_a_missing_section_does_not_make_the_others_stand_wrong(run_rule, draft):
    assert not run_rule("structure.section.order", draft(drop_sections=("disclosure",))).hits


def test_misworded_heading_and_tolerated_variant(run_rule, draft):
    official = "四、政府信息公开行政复议、行政诉讼情况"
    wrong = run_rule("structure.section.title", draft().replace(official, "四、行政复议、行政许可等情况"))
    assert wrong.severities == [Severity.ERROR] and wrong.hits[0].item == "section.review_litigation"
    variant = run_rule(
        "structure.section.title", draft().replace("五、存在的主要问题及改进情况", "五、存在的问题及改进情况")
    )
    assert variant.severities == [Severity.INFO]
    assert not run_rule("structure.section.title", draft()).hits


def test_full_width_and_spaces_in_a_heading_are_not_misworded(run_rule, draft):
    text = draft().replace("一、总体情况", "一 、 总体情况").replace("六、其他", "六．其他")
    assert not run_rule("structure.section.title", text).hits


def test_empty_sections(run_rule, draft):
    formal = "本报告统计期限自2024年1月1日起至12月31日止。如有疑问请与办公室联系，联系电话0000-1234567。"
    outcome = run_rule("structure.section.empty", draft(prose={"overview": formal, "problems": "暂无问题。"}))
    assert {hit.item for hit in outcome.errors} == {"section.overview", "section.problems"}
    assert not run_rule("structure.section.empty", draft()).hits


def test_a_short_last_section_is_enough(run_rule, draft):
    assert not run_rule("structure.section.empty", draft(prose={"other": "无。"})).hits
    outcome = run_rule("structure.section.empty", draft(prose={"other": ""}))
    assert [hit.item for hit in outcome.errors] == ["section.other"]


def test_aspects_of_the_overview(run_rule, draft):
    plain = "2024年，我局加强组织领导，完善制度建设，明确责任分工，各项工作有序推进。" * 4
    outcome = run_rule("structure.aspects", draft(prose={"overview": plain}))
    assert outcome.severities == [Severity.ERROR]
    without_one = draft().replace("（五）监督保障。开展业务培训，接受社会监督。", "")
    assert run_rule("structure.aspects", without_one).severities == [Severity.WARNING]
    assert not run_rule("structure.aspects", draft()).hits


@pytest.mark.parametrize(
    ("said", "aspect"),
    [
        ("全年通过网站公开信息20条。", "主动公开"),
        ("各栏目刊发通知、公示20篇。", "主动公开"),
        ("利用微信发布通知。", "政府信息公开平台建设"),
        ("做好网站建设。", "政府信息公开平台建设"),
    ],
)
def test_an_aspect_said_in_other_words(run_rule, draft, said, aspect):
    others = "依法办理依申请公开；做好政府信息管理；接受社会监督。"
    assert aspect not in "".join(
        run_rule("structure.aspects", draft(prose={"overview": others + said})).messages
    )
    assert aspect in "".join(run_rule("structure.aspects", draft(prose={"overview": others})).messages)


@pytest.mark.parametrize("name", ["政府信息公开工作基本情况", "本年度工作的基本情况"])
def test_an_overview_under_another_name_is_misnamed_not_missing(run_rule, draft, name):
    text = draft().replace("一、总体情况", f"一、{name}")
    assert not run_rule("structure.section.missing", text).hits
    assert len(run_rule("structure.section.title", text).errors) == 1


def test_governments_owe_more_than_departments(run_rule, draft):
    outcome = run_rule("structure.supervision", draft(authority="云州市人民政府"))
    assert "工作考核" in outcome.messages[0] and len(outcome.errors) == 1
    assert not run_rule("structure.supervision", draft()).hits
    duties = "（五）监督保障。开展工作考核和社会评议，没有发生责任追究情形。"
    full = draft(authority="云州市人民政府").replace("（五）监督保障。开展业务培训，接受社会监督。", duties)
    assert not run_rule("structure.supervision", full).hits


def test_problems_need_improvements(run_rule, draft):
    only = "主要问题是政策解读形式不够丰富，基层人员业务能力不足，公开栏目更新不及时。"
    outcome = run_rule("structure.problems", draft(prose={"problems": only}))
    assert len(outcome.errors) == 1 and "改进情况" in outcome.messages[0]
    assert not run_rule("structure.problems", draft()).hits
    near = only + "下一步将逐项解决。"
    assert not run_rule("structure.problems", draft(prose={"problems": near})).hits


def test_an_aspect_of_the_overview_is_not_taken_for_a_missing_chapter(run_rule, draft):
    for aspect in ("（一）主动公开情况", "1.主动公开政府信息情况"):
        text = draft(drop_sections=("disclosure",)).replace("（一）主动公开", aspect)
        assert aspect in text
        missing = run_rule("structure.section.missing", text)
        assert [hit.item for hit in missing.errors] == ["section.disclosure"]
        assert not run_rule("structure.section.empty", text).hits
        assert not run_rule("structure.aspects", text).hits
