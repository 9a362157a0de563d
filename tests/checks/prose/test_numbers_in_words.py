"""prose.*: numbers in sentences that lack something, contradict each other or are put oddly."""

import pytest

LINE = "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n{}"


def found(run_rule, rule, text):
    return run_rule(rule, LINE.format(text))


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("prose.full_rate", "全年未收到政府信息公开申请，按时办结率100%。", "按时办结率100%"),
        ("prose.full_rate", "共收到政府信息公开申请0件，答复率达100%。", "答复率达100%"),
        ("prose.missing_number", "全年共主动公开条，其中机构职能2条。", "公开条"),
        ("prose.missing_number", "受理申请共件，均已答复。", "受理申请共件"),
        ("prose.missing_number", "举办活动0余次。", "0余次"),
        ("prose.missing_number", "全年发布政策类信息共余条。", "余条"),
        ("prose.missing_number", "全年召开座谈会场，听取意见。", "召开座谈会场"),
        ("prose.missing_number", "编发图文解读篇，其中视频2篇。", "编发图文解读篇"),
        ("prose.missing_unit", "全年接待查阅群众85，较为平稳。", "85"),
        ("prose.missing_unit", "全年发布信息50余积极回应关切。", "50余"),
        ("prose.missing_unit", "新增210公开的事项。", "210"),
        ("prose.missing_unit", "累计接待群众300多，效果良好。", "300多"),
        ("prose.approximate", "报送政务信息295余次。", "295余次"),
        ("prose.approximate", "起草解读材料8余篇。", "8余篇"),
        ("prose.approximate", "发放手册1,235多份。", "1,235多份"),
        (
            "prose.zero_and_count",
            "本年未收到公开信息的申请。共接待毕业生档案信息查阅申请400人次。",
            "接待毕业生档案信息查阅申请400人次",
        ),
        ("prose.zero_and_count", "我局无依申请公开事项。窗口受理群众信息申请12件。", "受理群众信息申请12件"),
    ],
)
def test_faults(run_rule, rule, text, words):
    outcome = found(run_rule, rule, text)
    assert len(outcome.hits) == 1 and words in outcome.words[0][0]
    severe = rule in ("prose.full_rate", "prose.missing_number")
    assert len(outcome.errors if severe else outcome.warnings) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("prose.full_rate", "未收到政府信息公开申请，群众留言办结率100%。"),
        ("prose.full_rate", "全年收到申请10件，按时办结率100%。"),
        ("prose.full_rate", "未收到政府信息公开申请。办理建议提案8件，答复率100%。"),
        ("prose.missing_number", "主动公开文件、条例和办事条件，答复件、受理件归档。"),
        ("prose.missing_number", "主动公开20条，收到申请3件。"),
        ("prose.missing_number", "其余条款从其规定，全年发布10余条。"),
        ("prose.missing_number", "组织培训场次、期次均有增加，召开会议每次都有记录。"),
        ("prose.missing_unit", "公布热线12345，发布监督电话8801，开展得分排名第3，印发2024。发布3,214条。"),
        ("prose.missing_unit", "发布50余条，拨打12345积极反映，其余均已办结。"),
        ("prose.missing_unit", "2024年积极作为，培训50多人次，参加30余个会议。"),
        ("prose.missing_unit", "发布10条并及时更新，出台5项均已公开。"),
        ("prose.approximate", "发布30余条、2,000余份、12万余次、3万多人。"),
        ("prose.approximate", "其余5条，剩余13项，多25条。"),
        ("prose.approximate", "阅读量136余万次，覆盖群众27多万人，直播观看3余万人次。"),
        ("prose.zero_and_count", "未收到政府信息公开申请。全年办理行政许可申请20件。"),
        ("prose.zero_and_count", "未收到政府信息公开申请。2023年收到政府信息公开申请3件。"),
        ("prose.zero_and_count", "收到申请3件，均未申请行政复议。"),
    ],
)
def test_right_words_are_silent(run_rule, rule, text):
    assert found(run_rule, rule, text).hits == []


@pytest.mark.parametrize("words", ["3宗", "3条", "3次"])
def test_requests_counted_in_other_words_are_one_hint(run_rule, draft, words):
    prose = {"overview": f"本年度新收政府信息公开申请{words}，上年结转{words}。"}
    outcome = run_rule("prose.unit", draft(prose=prose))
    assert len(outcome.hits) == 1 and outcome.warnings == outcome.errors == []
    assert len(outcome.hits[0].places) == 2


def test_requests_counted_in_pieces_are_silent(run_rule, draft):
    prose = {"overview": "新收政府信息公开申请3件，公开信息20条，培训2次，规范性文件4个。"}
    assert run_rule("prose.unit", draft(prose=prose)).hits == []


def test_cases_of_which_the_prose_says_nothing(run_rule, draft):
    silent = {"overview": "全年公开信息20条。", "problems": "问题是解读少，改进是多解读。", "other": "无。"}
    cells = {"applications": {"new.total": 3}, "review_litigation": {"suit.total": 2, "review.total": 1}}
    outcome = run_rule("prose.unmentioned", draft(prose=silent, cells=cells))
    assert len(outcome.hits) == 2 and "3件" in outcome.messages[1] + outcome.messages[0]
    assert outcome.warnings == outcome.errors == []
    assert run_rule("prose.unmentioned", draft(prose=silent)).hits == [], "nothing happened"
    told = {**silent, "overview": "依法办理申请，应诉行政诉讼。"}
    assert run_rule("prose.unmentioned", draft(prose=told, cells=cells)).hits == []


def test_a_measure_given_twice(run_rule):
    text = "2024年，全年主动公开政府信息230条。\n全年共主动公开政府信息320条。"
    outcome = found(run_rule, "prose.same_measure", text)
    assert len(outcome.warnings) == 1 and len(outcome.hits[0].places) == 2
    assert "230" in outcome.messages[0] and "320" in outcome.messages[0]
    trained = "全年举办政务公开业务培训3次。\n共组织政府信息公开培训4次。"
    assert len(found(run_rule, "prose.same_measure", trained).warnings) == 1
    wide = "全县全年共召开新闻发布会6场。\n全县共举行新闻发布会9场。"
    assert len(found(run_rule, "prose.same_measure", wide).warnings) == 1
    any_way = "本年度以多种方式公开政府信息230条。\n全年公开政府信息203条。"
    assert len(found(run_rule, "prose.same_measure", any_way).warnings) == 1


def test_requests_given_twice_where_no_table_tells(run_rule):
    text = "某市水利局2016年政府信息公开工作年度报告\n全年收到信息公开申请3件。\n共接到政府信息公开申请5件。"
    assert len(run_rule("prose.same_measure", text).warnings) == 1
    assert run_rule("prose.same_measure", text.replace("5件", "3件")).hits == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("收取信息处理费120元。\n六、信息处理费收入210元。", True),
        ("没有产生信息处理费。\n收取信息处理费120元。", True),
        ("收取信息处理费120元。\n六、信息处理费收入120元。", False),
        ("收取信息处理费120元、收取信息处理费80元，合计收取信息处理费200元。", False),
        ("没有产生信息处理费。\n收取信息处理费0元。", False),
        ("没有产生信息处理费。\n去年收取信息处理费120元。", False),
        ("收取信息处理费120元。\n2019年收取信息处理费80元。", False),
    ],
)
def test_the_fee_given_twice(run_rule, text, wrong):
    assert bool(found(run_rule, "prose.same_measure", text).warnings) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开政府信息230条。\n全年共主动公开政府信息230条。",
        "全年主动公开政府信息230条。\n全年通过网站主动公开政府信息180条。",
        "全年主动公开政府信息230条。\n去年全年主动公开政府信息320条。",
        "全年主动公开政府信息230条。\n全年主动公开政府信息200余条。",
        "全市全年主动公开政府信息230条。\n全年主动公开政府信息30条。",
    ],
)
def test_measures_of_other_scope_are_not_compared(run_rule, text):
    assert found(run_rule, "prose.same_measure", text).hits == []


def test_shares(run_rule, draft):
    wrong = "全年办结申请805件，其中予以公开35件，占4.34%。"
    outcome = found(run_rule, "prose.ratio", wrong)
    assert len(outcome.warnings) == 1 and outcome.hits[0].expected == "4.35%"
    rate = found(run_rule, "prose.ratio", "征集意见80条，经研究采纳20条，采纳率为52%。")
    assert len(rate.warnings) == 1 and rate.hits[0].expected == "25%"
    table = {"applications": {"new.total": 40, "total.total": 40}}
    by_table = draft(cells=table, prose={"overview": "不予公开10件，占申请总数的35%。"})
    assert len(run_rule("prose.ratio", by_table).warnings) == 1
    assert run_rule("prose.ratio", by_table.replace("35%", "25%")).hits == []


@pytest.mark.parametrize(
    "text",
    [
        "全年办结申请805件，其中予以公开35件，占4.35%。",
        "共发布信息200条，其中图解50条，占25%，视频20条，占10%。",
        "网站发布40条，占全市的3%。",
        "征集意见80条，采纳20条，采纳率为25%。采纳20条，满意率为98%。",
        "共发布信息200余条，其中图解近50条，占25%。",
        "收到申请30件，答复20件，其中予以公开5件，占25%。",
    ],
)
def test_right_shares_and_shares_of_unknown_totals_are_silent(run_rule, text):
    assert found(run_rule, "prose.ratio", text).hits == []


def statistics(statutory, prose, **cells):
    table = statutory("2008", "statistics", {f"{key}.value": value for key, value in cells.items()})
    return f"云州市教育局2016年政府信息公开年度报告\n一、概述\n{prose}\n附：统计表\n{table}"


def test_prose_against_the_statistics_of_2014(run_rule, statutory):
    text = "全年主动公开政府信息20条。2016年共收到政府信息公开申请3件。"
    wrong = run_rule("prose.statistics", statistics(statutory, text, disclosed=21, received=4))
    assert len(wrong.warnings) == 2
    assert {hit.expected for hit in wrong.hits} == {"21", "4"}
    assert run_rule("prose.statistics", statistics(statutory, text, disclosed=20, received=3)).hits == []
    blank = statistics(statutory, text, disclosed="", received="")
    assert run_rule("prose.statistics", blank).hits == []
