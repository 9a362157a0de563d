"""structure.body_name, structure.title: how bodies name themselves in published titles."""

import pytest


@pytest.mark.parametrize(
    "name", ["云州市", "望川县柳河镇", "青岭自治县", "临水区", "云州市临水新区", "北岭省"]
)
def test_a_place_stands_for_its_government(run_rule, name):
    for title in (f"{name}2024年政府信息公开工作年度报告", f"2024年{name}政府信息公开工作年度报告"):
        text = f"{title}\n一、总体情况\n全年公开信息。"
        assert run_rule("structure.body_name", text).hits == []
        assert run_rule("structure.title", text).hits == []


@pytest.mark.parametrize(
    ("name", "nameless"),
    [
        ("卫生健康委员会", True),
        ("市发展和改革委员会", True),
        ("区人民政府办公室", True),
        ("国家卫生健康委员会", False),
        ("云州市发展和改革委员会", False),
        ("临水区人民政府办公室", False),
    ],
)
def test_an_office_without_its_place_is_nameless(run_rule, name, nameless):
    text = f"2024年{name}政府信息公开工作年度报告\n一、总体情况\n全年公开信息。"
    assert bool(run_rule("structure.title", text).errors) is nameless


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("望川县柳河镇", "我镇公开信息，我局配合做好公开。", "“我局”"),
        ("云州市水利局", "我局公开信息。我委加强审核，我委规范答复。", "2处自称“我委”"),
        ("临水区人民政府", "我区公开信息，我局组织培训。", "“我局”"),
    ],
)
def test_a_body_that_calls_itself_by_another_kind(run_rule, name, text, words):
    outcome = run_rule("structure.body_name", f"{name}2024年政府信息公开工作年度报告\n一、总体情况\n{text}")
    assert len(outcome.warnings) == 1 and words in outcome.messages[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("云州市水利局", "我局服务我市发展，我区群众满意，自我局限有所突破，我委托第三方评估。"),
        ("望川县柳河镇人民政府", "我镇公开信息，我县要求及时公开，克服自我满足。"),
        ("临水区人民政府办公室", "我办公开信息，我区办理申请。"),
        ("云州市开发区", "我局公开信息。"),
    ],
)
def test_a_body_speaks_of_itself_and_of_its_place(run_rule, name, text):
    draft = f"{name}2024年政府信息公开工作年度报告\n一、总体情况\n{text}"
    assert run_rule("structure.body_name", draft).hits == []


@pytest.mark.parametrize(
    "words", ["加强市水利局窗口建设。", "认真做好市水利局信息发布。", "积极配合市水利局开展培训。"]
)
def test_an_office_named_without_its_place_is_no_other_body(run_rule, words):
    text = f"云州市水利局2024年政府信息公开工作年度报告\n一、总体情况\n云州市水利局公开信息，{words}"
    assert run_rule("structure.body_name", text).hits == []
    other = text.replace("云州市水利局公开信息，", "岚溪市水利局坚持公开，")
    assert len(run_rule("structure.body_name", other).warnings) == 1


def test_the_government_of_another_county_is_another_body(run_rule):
    head = "望川县人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
    for words in ("白石县人民政府坚持依法公开。", "（解释权归办公室，由白石县人民政府公布）。"):
        assert len(run_rule("structure.body_name", head + words).warnings) == 1
    for words in (
        "未经县人民政府批准不得公开。",
        "年初县人民政府部署公开工作。",
        "与白石县人民政府共享目录。",
        "望川县人民政府坚持依法公开。",
        "学习经验，白石县人民政府的做法值得借鉴。",
    ):
        assert run_rule("structure.body_name", head + words).hits == []


@pytest.mark.parametrize(
    "title", ["2024年政府信息公开工作年度报告", "政府信息公开工作2024年度报告", "2024年度信息公开年报"]
)
def test_a_title_that_names_no_body(run_rule, title):
    outcome = run_rule("structure.title", f"{title}\n一、总体情况\n2024年公开信息。")
    assert len(outcome.warnings) == 1 and "没有写单位" in outcome.messages[0]
    above = f"云州市水利局\n{title}\n一、总体情况\n2024年公开信息。"
    assert run_rule("structure.title", above).warnings == []


def test_few_or_late_is_a_problem_too(run_rule, draft):
    for problem in ("文件类信息数量较少。", "公开内容形式单一。"):
        text = draft().split("五、存在的主要问题及改进情况")[0]
        text += f"五、存在的主要问题及改进情况\n{problem}将改进。\n六、其他需要报告的事项\n无。"
        assert run_rule("structure.problems", text).hits == []


def test_a_half_of_the_problems_with_nothing_under_its_heading(run_rule, draft):
    head, tail = draft().split("五、存在的主要问题及改进情况")[0], "\n六、其他需要报告的事项\n无。"
    faults = (
        "（一）目前存在的不足\n（二）下一步改进措施\n加强培训，解决栏目少的问题。",
        "主要问题\n整改措施\n加强培训。",
        "（一）存在的主要问题\n栏目少，更新慢。\n（二）改进措施",
    )
    for fault in faults:
        text = f"{head}五、存在的主要问题及改进情况\n{fault}{tail}"
        assert len(run_rule("structure.problems", text).errors) == 1
    full = "（一）存在的主要问题\n1.存在人员不足\n2.存在解读较少的问题\n（二）改进措施\n1.增加人员"
    text = f"{head}五、存在的主要问题及改进情况\n{full}{tail}"
    assert run_rule("structure.problems", text).hits == []


def test_words_to_another_body_are_left_over(run_rule):
    head = "云州市水利局2024年政府信息公开工作年度报告\n"
    for words in ("按照贵办要求，现公布年度报告。", "现将情况报告贵单位。"):
        assert len(run_rule("structure.body_name", head + words).warnings) == 1
    for words in ("与贵州省、贵阳市交流。", "珍贵档案开放。", "贵溪市、贵港市来访。"):
        assert run_rule("structure.body_name", head + words).hits == []


def test_a_prescribed_title_with_more_words_is_only_doubted(run_rule, draft):
    for longer in ("一、2024年政务公开总体情况", "一、我局总体情况"):
        assert len(run_rule("structure.section.title", draft().replace("一、总体情况", longer)).warnings) == 1
    assert (
        len(run_rule("structure.section.title", draft().replace("一、总体情况", "一、工作概述")).errors) == 1
    )


def test_no_requests_no_fees(run_rule):
    head = "云州市水利局2017年政府信息公开工作年度报告\n四、信息公开收费及减免情况\n"
    for text in ("没有收到过相关申请。", "全年未接到信息公开申请。"):
        assert run_rule("structure.fees", head + text).hits == []
    assert len(run_rule("structure.fees", head + "全年公开信息20条。").warnings) == 1


@pytest.mark.parametrize(
    ("name", "signer", "same"),
    [
        ("望川县柳河镇", "柳河镇人民政府", True),
        ("云州市", "云州市人民政府", True),
        ("石滩管理区", "云州市人民政府石滩管理区管委会", True),
        ("柳河镇", "望川县柳河镇人民政府", True),
        ("云州市水利局（机关）", "云州市水利局", True),
        ("云州海关", "云州海关", True),
        ("望川县柳河镇", "望川县青石镇人民政府", False),
        ("望川县柳河镇", "望川县人民政府", False),
    ],
)
def test_a_place_in_the_title_and_its_government_below(run_rule, name, signer, same):
    text = f"{name}2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息。\n{signer}\n2025年1月20日"
    assert (run_rule("structure.body_name", text).hits == []) is same
