"""structure.*: parts announced, aspects written out, problems answered, the body named, quantities given."""

import pytest

TITLE = "云州市教育局{}年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    "preface",
    [
        "本报告由总体情况,主动公开情况,依申请公开情况,存在问题,其他事项共六个部分组成。",
        "本报告内容包括：概述，主动公开情况，依申请公开情况，收费情况等5个部分。",
    ],
)
def test_parts_announced_but_not_listed(run_rule, preface):
    assert len(run_rule("structure.parts", TITLE.format(2024) + preface).errors) == 1


def test_a_list_of_all_six_sections_that_forgets_one(run_rule):
    head = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    tail = "存在问题及改进情况、其他需要报告的事项等六部分组成。"
    outcome = run_rule("structure.parts", TITLE.format(2023) + head + tail)
    assert len(outcome.warnings) == 1 and "政府信息公开行政复议、行政诉讼情况" in outcome.messages[0]
    for whole in ("行政复议、行政诉讼情况、", "复议诉讼情况、"):
        assert run_rule("structure.parts", TITLE.format(2023) + head + whole + tail).hits == []


def test_a_list_of_six_others_is_no_contradiction(run_rule):
    listed = "概述，主动公开情况，依申请公开情况，收费及减免情况，行政复议、行政诉讼的情况，存在的问题"
    assert run_rule("structure.parts", TITLE.format(2019) + f"由{listed}等六部分组成。").hits == []


def test_parts_a_report_mainly_consists_of_are_a_doubt(run_rule):
    chapters = "".join(f"\n{number}、第{number}方面情况\n公开。" for number in "一二三四")
    for mainly, severe in (("主要由", False), ("由", True)):
        preface = f"本报告{mainly}主动公开情况、复议、诉讼情况、存在的问题等3部分组成。"
        outcome = run_rule("structure.parts", TITLE.format(2016) + preface + chapters)
        assert len(outcome.errors if severe else outcome.warnings) == 1


def test_far_fewer_parts_listed_with_and_so_on_are_a_doubt(run_rule):
    for said in ("五部分", "6个部分"):
        preface = f"本报告由概述，主动公开政府信息情况，依申请公开情况等{said}组成。"
        assert len(run_rule("structure.parts", TITLE.format(2024) + preface).warnings) == 1


def test_parts_announced_but_not_written(run_rule):
    text = (
        TITLE.format(2016)
        + "本报告共五个部分。\n一、概述\n公开。\n二、主动公开情况\n公开。\n三、其他事项\n无。"
    )
    assert len(run_rule("structure.parts", text).errors) == 1
    assert run_rule("structure.parts", text.replace("五个部分", "三个部分")).hits == []


def test_parts_listed_without_commas_are_counted_in_the_text(run_rule):
    text = (
        TITLE.format(2016)
        + "本报告由概述、主动公开情况、其他事项等四个部分组成。\n"
        + "一、概述\n公开。\n二、主动公开情况\n公开。\n三、其他事项\n无。"
    )
    assert len(run_rule("structure.parts", text).errors) == 1
    assert run_rule("structure.parts", text.replace("四个部分", "三个部分")).hits == []


@pytest.mark.parametrize(
    "preface",
    [
        "由总体情况，主动公开情况，行政复议、行政诉讼情况，其他事项等四个部分组成。",
        "本报告由概述、主动公开情况、复议、诉讼情况等三个部分组成。",
        "它由主动公开政府信息的情况，依申请公开的情况，收费及减免情况，问题及改进情况以及其他需要报告的事项五部分组成。",
        "由概述，主动公开情况，依申请公开情况，存在的主要问题和其他需要说明的事项5个部分组成。",
        "本报告由市教育局依据条例编制，由概述，主动公开情况，其他事项共三个部分组成。",
        "大部分栏目按时更新，部分学校进步明显，一部分群众还不了解。",
    ],
)
def test_parts_that_agree_or_cannot_be_counted(run_rule, preface):
    assert run_rule("structure.parts", TITLE.format(2024) + preface).hits == []


FULL = "及时公开各类信息，方便群众查询使用，受到群众好评。"


@pytest.mark.parametrize(
    ("short", "severe"), [("", True), ("做好公开。", True), ("加强培训，接受社会监督。", False)]
)
def test_a_sub_heading_with_nothing_under_it(run_rule, draft, short, severe):
    overview = f"（一）主动公开。{FULL}\n（二）依申请公开。{FULL}\n（三）监督保障\n{short}"
    outcome = run_rule("structure.aspect_text", draft(prose={"overview": overview}))
    assert len(outcome.errors if severe else outcome.warnings) == 1 and "监督保障" in outcome.messages[0]


@pytest.mark.parametrize(
    "overview",
    [
        f"（一）主动公开。{FULL}\n（二）依申请公开\n{FULL}",
        "主要做法：\n1.更新栏目。\n2.回应关切。\n3.组织培训。",
        f"（一）主动公开。\n1.网站公开信息20条。\n2.公众号公开信息15条。\n（二）依申请公开。{FULL}",
        f"（一）全年主动公开政府信息20条。\n（二）收到申请3件，全部办结。\n（三）监督保障。{FULL}",
        f"全年工作扎实推进。{FULL}",
    ],
)
def test_sub_headings_with_text_and_short_lists_are_silent(run_rule, draft, overview):
    assert run_rule("structure.aspect_text", draft(prose={"overview": overview})).hits == []


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        (
            "存在的问题：一是干部思想认识不到位；二是解读形式单一。改进情况：一是增加图解解读；二是拓宽公开渠道。",
            "思想认识",
        ),
        ("主要问题是专职人员不足，经费缺乏。下一步，做好政策解读，及时更新栏目。", "机构、人员和经费"),
        ("问题：一是更新不及时；二是宣传力度不够。改进措施：一是按月通报更新情况；二是完善制度。", "宣传"),
    ],
)
def test_a_problem_without_an_answer(run_rule, draft, problems, words):
    outcome = run_rule("structure.plans", draft(prose={"problems": problems}))
    assert len(outcome.warnings) == 1 and words in outcome.messages[0]


def test_more_problems_than_answers(run_rule, draft):
    problems = "问题：一是甲项不足；二是乙项不足；三是丙项不足。改进措施：一是逐项补齐。"
    assert len(run_rule("structure.plans", draft(prose={"problems": problems})).warnings) == 1


@pytest.mark.parametrize(
    "problems",
    [
        "问题：一是思想认识不到位；二是解读形式单一。改进：下一步，一是开展学习培训；二是增加视频解读。",
        "问题：个别乡镇认识不到位。改进：下一步，增强主动公开的意识。",
        "问题：工作人员的公开意识不强。改进：下一步，提高人员综合素质。",
        "问题：解读形式单一。改进措施：一是增加图解；二是增加视频；三是请专家解读。",
        "问题：一是甲项不足；二是乙项不足。改进措施：逐项补齐。",
        "问题：一是油烟异味的处理结果回应不及时。改进措施：建立油烟异味处理结果周公布制度。",
        "（一）主要问题。一是甲项不足；二是乙项不足；三是丙项不足。\n（二）改进情况。补齐甲项，补齐乙项；补齐丙项。",
        "工作中没有发现突出问题。",
    ],
)
def test_answered_problems_are_silent(run_rule, draft, problems):
    assert run_rule("structure.plans", draft(prose={"problems": problems})).hits == []


FREE = (
    TITLE.format(2016) + "一、概述\n{}\n二、政府信息公开{}情况\n{}\n三、存在的主要问题\n人员少，将加强培训。"
)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("支出与收费", "全年没有收取费用。"),
        ("收费及开支", "未发生收费。"),
        ("收费及减免", "全年收取复印费20元。"),
    ],
)
def test_a_heading_on_fees_that_promises_more(run_rule, heading, text):
    assert len(run_rule("structure.fees", FREE.format("公开20条。", heading, text)).warnings) == 1


@pytest.mark.parametrize(
    ("heading", "text"),
    [("支出与收费", "全年支出2万元，没有收取费用。"), ("收费及减免", "全年没有收费。"), ("收费", "未收费。")],
)
def test_a_heading_on_fees_that_is_kept(run_rule, heading, text):
    assert run_rule("structure.fees", FREE.format("公开20条。", heading, text)).hits == []


@pytest.mark.parametrize(
    "text", ["全年公开了大量信息，群众满意。", "在网站上主动公开了各类文件。发布解读8篇。"]
)
def test_free_form_reports_without_the_number_made_public(run_rule, text):
    assert len(run_rule("structure.quantities", TITLE.format(2012) + f"一、概述\n{text}").warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息120条。在网站上主动公开了各类文件。",
        "发布各类政务信息共计85条，主动公开了各种文件。",
        "通过公告栏公开36条，答复咨询8次。",
    ],
)
def test_free_form_reports_with_it(run_rule, draft, text):
    assert run_rule("structure.quantities", TITLE.format(2012) + f"一、概述\n{text}").hits == []
    assert run_rule("structure.quantities", draft()).hits == [], "other formats have tables for it"


def test_contact_and_signature(run_rule):
    bare = run_rule("structure.contact", TITLE.format(2024) + "一、总体情况\n公开信息。")
    assert len(bare.hits) == 1 and bare.warnings == [] and "联系方式、落款" in bare.messages[0]
    signed = (
        TITLE.format(2024) + "联系电话：0431-1234567。\n一、总体情况\n公开。\n云州市教育局\n2025年1月20日"
    )
    assert run_rule("structure.contact", signed).hits == []
    unsigned = run_rule("structure.contact", TITLE.format(2024) + "联系电话：0431-1234567。")
    assert "联系方式" not in unsigned.messages[0]


GENERAL = "各级政府部门高度重视。部分地区公开不够。多数部门没有专人。"


def test_a_text_about_everybody(run_rule):
    title = TITLE.format(2024)
    assert len(run_rule("structure.general_subject", f"{title}一、总体情况\n{GENERAL}").warnings) == 1
    assert run_rule("structure.general_subject", f"{title}一、总体情况\n我局认真落实。{GENERAL}").hits == []
    assert run_rule("structure.general_subject", f"{title}一、总体情况\n部分地区公开不够。").hits == []
    name = title.split("20")[0]
    frame = f"{title}现公布{name}年度报告。\n一、总体情况\n{{}}{GENERAL}\n{name}"
    assert len(run_rule("structure.general_subject", frame.format("")).warnings) == 1
    assert run_rule("structure.general_subject", frame.format(f"{name}认真落实。")).hits == []


BUSINESS = (
    "大力推进学校建设，新建扩建校舍，改善办学条件，开展教研活动，提升教学质量，组织体育比赛和艺术展演，丰富学生生活。"
    * 3
)


def test_paragraphs_about_other_business(run_rule):
    text = f"{TITLE.format(2024)}一、总体情况\n{BUSINESS}"
    outcome = run_rule("structure.topic", text)
    assert len(outcome.hits) == 1 and outcome.warnings == []
    assert run_rule("structure.topic", text.replace("提升教学质量", "公布教学质量信息")).hits == []
    assert run_rule("structure.topic", f"{TITLE.format(2024)}一、总体情况\n{BUSINESS[:60]}").hits == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("洛安区教育2024年政府信息公开工作年度报告\n一、总体情况\n我局公开信息。", "洛安区教育"),
        (
            "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n公开。\n岚溪市教育局\n2025年1月8日",
            "岚溪市教育局",
        ),
        (
            "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n云州市教育局公开信息。\n岚溪市教育局坚持以公开促落实。",
            "岚溪市教育局",
        ),
    ],
)
def test_a_body_named_wrongly(run_rule, text, words):
    outcome = run_rule("structure.body_name", text)
    assert len(outcome.warnings) == 1 and words in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n公开。\n云州市教育局\n2025年1月8日",
        "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n云州市教育局公开。\n组织人员赴岚溪市教育局学习。",
        "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n云州市教育局公开。\n现将市教育局情况报告如下。\n北岭省教育厅部署工作。",
        "云州市临水区教育局2024年政府信息公开工作年度报告\n一、总体情况\n公开。\n临水区教育局\n2025年1月8日",
    ],
)
def test_bodies_named_rightly_and_bodies_of_other_rank(run_rule, text):
    assert run_rule("structure.body_name", text).hits == []
