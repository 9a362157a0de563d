"""Numbers in prose against the cells they restate: each way of saying them, right and wrong."""

import pytest

RULE = "prose.table"
APPLICATIONS = {
    "new.natural": 28, "new.business": 2, "new.other": 5, "new.total": 35,
    "carried_in.natural": 4, "carried_in.total": 4,
    "granted.total": 10, "partial.total": 3, "denied_secret.total": 1, "denied_process.total": 4,
    "unable_not_held.total": 9, "refused_repeat.total": 2, "other_other.total": 5,
    "total.natural": 28, "total.business": 2, "total.other": 4, "total.total": 34,
    "carried_out.natural": 4, "carried_out.other": 1, "carried_out.total": 5,
}  # fmt: skip
REVIEWS = {
    "review.upheld": 5, "review.corrected": 2, "review.other": 1, "review.pending": 2, "review.total": 10,
    "suit.upheld": 3, "suit.pending": 1, "suit.total": 4,
    "suit_after_review.upheld": 1, "suit_after_review.corrected": 1, "suit_after_review.other": 1,
    "suit_after_review.pending": 1, "suit_after_review.total": 4,
}  # fmt: skip
DISCLOSURE = {
    "normative.made": 4, "normative.abolished": 1, "normative.in_force": 20, "rules.made": 2,
    "licensing.decisions": 694, "penalty.decisions": 3, "fees.amount": "282.15",
}  # fmt: skip
OLD = {
    "normative.made": 2, "normative.published": 2, "normative.total": 16,
    "licensing.last_year": 4, "licensing.change": "-2", "licensing.decisions": 0,
    "fees.last_year": 1, "fees.change": "+1", "procurement.items": 9, "procurement.amount": "885.1737",
}  # fmt: skip


@pytest.fixture
def check(run_rule, statutory):
    """``check(prose, year=2024, authority=..., drop=..., **tables)``."""

    def build(prose, year=2024, authority="某市教育局", drop=(), **tables):
        standard = "2021" if year > 2020 else "2019"
        cells = {
            "disclosure": DISCLOSURE if standard == "2021" else OLD,
            "applications": APPLICATIONS if standard == "2021" else {},
            "review_litigation": REVIEWS if standard == "2021" else {},
            **tables,
        }
        text = f"""{authority}{year}年政府信息公开工作年度报告
一、总体情况
{prose}
二、主动公开政府信息情况
{statutory(standard, "disclosure", cells["disclosure"])}
三、收到和处理政府信息公开申请情况
{statutory(standard, "applications", cells["applications"], drop)}
四、政府信息公开行政复议、行政诉讼情况
{statutory(standard, "review_litigation", cells["review_litigation"])}
"""
        return run_rule(RULE, text)

    return build


@pytest.mark.parametrize(
    ("right", "wrong", "number"),
    [
        ("2024年，共受理政府信息公开申请35件。", "2024年，共受理政府信息公开申请36件。", "36"),
        ("收办政府信息公开申请案件39件。", "收办政府信息公开申请案件38件。", "38"),
        ("本年度新收政府信息公开申请35件。", "本年度新收政府信息公开申请39件。", "39"),
        ("收到35件政府信息公开申请。", "收到30件政府信息公开申请。", "30"),
        ("收到申请答复34件（含上年度结转申请4件）。", "收到申请答复34件（含上年度结转申请3件）。", "3"),
        ("我局接到信息公开申请35份。", "我局接到信息公开申请25份。", "25"),
        ("另有5件顺延到下年度答复。", "另有6件顺延到下年度答复。", "6"),
        ("年底受理的5件申请仍在检索，拟转入次年办理。", "年底受理的4件申请仍在检索，拟转入次年办理。", "4"),
        ("结转至下年度处理的申请有5件。", "结转至下年度处理的申请有8件。", "8"),
        ("商业企业申请2件。", "商业企业申请3件。", "3"),
        ("申请人都收到了答复。其中不予处理2件。", "申请人都收到了答复。其中不予处理3件。", "3"),
        ("我局被申请复议两次有余。被提起行政诉讼8件。", "我局被申请复议两次有余。被提起行政诉讼7件。", "7"),
        ("这与信息公开有关。全年引发行政诉讼8件。", "这与信息公开有关。全年引发行政诉讼6件。", "6"),
        ("这与信息公开有关。行政复议纠正2件。", "这与信息公开有关。行政复议纠正1件。", "1"),
        ("5件结转下年答复。", "2件结转下年答复。", "2"),
        ("申请办结34件，结转下年办理5件。", "申请办结35件，结转下年办理5件。", "35"),
        ("申请中无法提供9件、结转下年度办理5件。", "申请中无法提供8件、结转下年度办理5件。", "8"),
        (
            "答复的申请中，10件予以公开，3件部分公开，5件不予公开。",
            "答复的申请中，10件予以公开，2件部分公开，5件不予公开。",
            "2",
        ),
        ("自然人申请28件，法人或其他组织申请7件。", "自然人申请28件，法人或其他组织申请8件。", "8"),
        (
            "申请予以公开10件、部分公开3件、不予公开5件、无法提供9件、不予处理2件、其他处理5件。",
            "申请予以公开10件、部分公开3件、不予公开6件、无法提供9件、不予处理2件、其他处理5件。",
            "6",
        ),
        ("答复申请中予以公开及部分公开13件。", "答复申请中予以公开及部分公开12件。", "12"),
        (
            "因信息公开被申请行政复议10件，其中结果维持5件，结果纠正2件，其他结果1件，尚未审结2件。",
            "因信息公开被申请行政复议10件，其中结果维持4件，结果纠正2件，其他结果1件，尚未审结2件。",
            "4",
        ),
        (
            "因信息公开引发行政诉讼8件，其中维持4件，纠正1件，其他结果1件，尚未审结2件。",
            "因信息公开引发行政诉讼8件，其中维持4件，纠正2件，其他结果1件，尚未审结2件。",
            "2",
        ),
        ("信息公开类行政复议10件、行政诉讼8件。", "信息公开类行政复议10件、行政诉讼4件。", "4"),
        ("制定规范性文件4件，废止1件，现行有效20件。", "制定规范性文件5件，废止1件，现行有效20件。", "5"),
        ("制定发布规范性文件四件。", "制定发布规范性文件三件。", "三"),
        ("制定规章2件。", "制定规章1件。", "1"),
        ("作出694宗行政许可，均已公示。", "作出693宗行政许可，均已公示。", "693"),
        ("作出行政处罚3宗。", "作出行政处罚4宗。", "4"),
        ("行政事业性收费282.15万元。", "行政事业性收费281.15万元。", "281.15"),
        ("行政事业性收费282.2万元。", "行政事业性收费282.3万元。", "282.3"),
        ("行政事业性收费2,821,500元。", "行政事业性收费2,821,000元。", "2,821,000"),
    ],
)  # fmt: skip
def test_equal_is_silent_and_unequal_is_an_error_at_the_number_and_the_cell(check, right, wrong, number):
    assert check(right).messages == []
    outcome = check(wrong)
    assert [found[0] for found in outcome.words] == [number]
    assert len(outcome.errors) == 1
    assert len(outcome.hits[0].places) >= 2
    assert "相差" in outcome.messages[0]


def test_the_message_names_cell_both_numbers_and_difference(check):
    outcome = check("本年度新收政府信息公开申请39件。")
    assert "表三「一、本年新收政府信息公开申请数量」行「总计」列是35" in outcome.messages[0]
    assert (outcome.hits[0].expected, outcome.hits[0].actual) == ("35", "39")


@pytest.mark.parametrize(
    "prose",
    [
        "2024年未收到政府信息公开申请。",
        "2024年没有收到公民、法人或其他组织提出的政府信息公开的相关申请。",
        "我局无依申请公开事项。",
        "受理依申请公开申请0件。",
        "收到政府信息公开申请零件。",
        "未发生因政府信息公开引起的行政复议、行政诉讼。",
        "未发生因依申请公开而引发的行政诉讼、行政复议。",
        "没有引发信息公开举报、投诉、行政复议或行政诉讼。",
        "也无去年结转的政府信息公开申请。",
        "没有往年结转的申请。",
    ],
)
def test_saying_none_where_the_table_has_some_is_an_error(check, prose):
    assert len(check(prose).errors) == 1
    assert check(prose, applications={}, review_litigation={}).messages == []


@pytest.mark.parametrize(
    "prose",
    [
        "全年备案依申请公开领域行政复议案件134件。",
        "我局作为复议机关办理行政复议案件170件，推进信息公开。",
        "受理行政复议申请56件，目前已办结38件，维持12件。",
        "答复12345热线工单34000件，收到群众申请信访事项12件。",
        "2023年受理政府信息公开申请12件。",
        "全市共受理政府信息公开申请3119件。",
        "收到政府信息公开申请近100件、30余件。",
        "其中通过网络收到政府信息公开申请20件。",
        "未收到撤回政府信息公开申请的情况，未收到举报、投诉。",
        "没有因信息公开行政复议、行政诉讼被纠正的情形。",
        "双公示系统公开行政许可信息55项、行政处罚12件。",
        "制定规章制度3项，解读规范性文件12件。",
        "受理政府信息公开申请件次120件次，接待查阅400人次。",
        "收到建议提案30件，全部按时答复30件。",
        "在20个工作日内答复申请。",
        "上半年收到政府信息公开申请10件。",
        "新收申请中自然人28件，法人7件，均已登记政府信息公开申请。",
        "上述34件申请均已办结，依申请公开文书已归档。",
        "作为行政复议机关审理的案件与信息公开无关。全年审结行政诉讼3件。",
        "加强信息公开业务协调，承办行政诉讼3件。",
        "推进政务公开。办结行政复议案件120件，其中维持80件，纠正20件。",
        "推进政务公开。全县新收行政复议案件120件。",
        "较上年同期增长5%，比去年收到政府信息公开申请增加3件。",
    ],
)
def test_other_scopes_are_silent(check, prose):
    assert check(prose).messages == []


def test_an_unclear_scope_is_only_a_doubt(check):
    outcome = check("2024年，全市共受理政府信息公开申请36件。", authority="某市人民政府")
    assert len(outcome.errors) == 1
    outcome = check("办理行政许可事项600件。")
    assert len(outcome.warnings) == 1
    assert len(check("作出行政许可处理决定600件。").errors) == 1


def test_the_trial_format_has_its_own_cells(check):
    assert check(
        "2019年，主动公开规范性文件2件，累计16件；行政许可2件，比上一年减少2项；行政事业性收费2项；"
        "政府集中采购项目9项，采购总金额885.1737万元。未收到政府信息公开申请，也无去年结转的申请。"
        "没有因信息公开引起的行政复议和行政诉讼。",
        year=2019,
    ).messages == []  # fmt: skip
    assert len(check("政府集中采购总金额886万元。", year=2019).errors) == 1


def test_without_the_cell_nothing_is_claimed(check):
    outcome = check("2024年办结申请30件。", drop=("total",))
    assert outcome.messages == []
    assert "无法核对" in outcome.unchecked[0].reason


def test_upheld_throughout_contradicts_pending_cases(check):
    outcome = check("信息公开类行政复议10件，行政诉讼8件，均获维持。")
    assert len(outcome.errors) == 2
    assert len(check("信息公开引起的复议10件、诉讼8件，最后全部维持。").errors) == 2
    unnumbered = "对信息公开答复不服的，法院和复议机关都作出维持决定。"
    assert len(check(unnumbered).errors) == 1
    assert check(unnumbered, review_litigation={}).messages == []


def test_applications_counted_and_all_answered_are_those_answered(check):
    assert check("收到的34件申请全部答复。").messages == []
    assert len(check("收到的33件申请全部答复。").warnings) == 1
