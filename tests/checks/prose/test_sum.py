"""Totals against the parts named after 其中."""

import pytest

RULE = "prose.sum"
HEAD = "某市教育局2023年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("text", "total", "summed"),
    [
        ("公开信息53条，其中机构类2条，文件类5条，动态类43条，其他4条。", "53", "54"),
        ("公开信息100条，其中网站60条、公众号50条。", "100", "110"),
        ("作出694宗行政许可，其中3宗为学校设立，其余690宗为资格认定。", "694", "693"),
        ("公开信息165条。其中，许可类10条，处罚类1条，其它类155条。", "165", "166"),
        ("收到申请30件（其中自然人28件，企业3件），全部办结。", "30", "31"),
        ("收取信息处理费2230元，其中甲件880元、乙件1080元、丙件370元。", "2230", "2330"),
        ("举办培训3次，公开信息40条，其中公告25条、动态18条。", "40", "43"),
        ("公开信息100条（同一信息计1条），其中网站60条、公众号50条。", "100", "110"),
        ("发布信息1,340条，其中公告340条、动态900条、其他90条。", "1340", "1330"),
    ],
)
def test_a_wrong_sum_is_an_error(run_rule, text, total, summed):
    outcome = run_rule(RULE, HEAD + text)
    assert len(outcome.errors) == 1
    assert (outcome.hits[0].actual, outcome.hits[0].expected) == (total, summed)
    assert outcome.words[0][0].replace(",", "") == total


def test_a_breakdown_that_falls_short_is_a_doubt(run_rule):
    outcome = run_rule(RULE, HEAD + "公开信息1152条，其中公告15条、动态496条、文件256条。")
    assert len(outcome.warnings) == 1
    assert "比总数1152条少385条" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "全年发布各类信息共计1825条，其中通知298条，工作359条，专栏548条，公开181条，动态439条，全年访问量300余万次。",
        "公开信息497条，其中新闻类165条，通知类39条，教育服务类23篇，专栏10个等。",
        "公开信息221条，其中公告100条、动态73条等。",
        "受理申请25件，其中20件为招生录取信息；2件结转下年答复。",
        "收到申请35件，其中自然人34件，企业1件，办结32件，结转3件。",
        "公开信息5500余条，其中动态3000余条、公告2500余条、专题300条。",
        "公开信息100条，其中主要有动态30条、公告40条。",
        "公开信息100条，其中动态60条（其中图片20条），公告40条。",
        "收到申请35件，其中自然人30件，占85.7%，企业5件，占14.3%，同比增加3件。",
        "受理申请100件，其中涉及规划20件、土地15件。",
        "公开信息30条，其中第1项、第2项已更新。",
        "公开信息300条（不同渠道公开同一信息计1条），其中规范性文件19条。",
        "举办新闻发布会6次，其中负责人参加4次；在线访谈9次，其中负责人参加5次。",
        "收到申请10件，其中2023年3件结转，新收7件。",
        "新收申请9件，上年结转3件。其中，予以公开5件，部分公开4件，无法提供2件，结转下年度1件。",
        "现场受理40件、网上受理25件，其中咨询类31件，投诉类20件，其他14件。",
        "收到申请40件，其中，予以公开30件，不予公开4件，无法提供5件，不予处理1件。",
        "发布信息80条，其中网站50条，公众号18条，答复群众来信12件。",
        "全年公开事项60项，其中许可30项，服务21项，举办开放活动9场。",
    ],
)
def test_right_sums_examples_and_round_numbers_are_silent(run_rule, text):
    assert run_rule(RULE, HEAD + text).hits == []


def test_one_item_sent_through_several_channels_is_only_a_doubt(run_rule):
    outcome = run_rule(RULE, HEAD + "公开信息100条，其中网站100条，公众号同步转发60条。")
    assert len(outcome.warnings) == 1


def test_round_numbers_far_beyond_the_total_are_an_error(run_rule):
    outcome = run_rule(RULE, HEAD + "公开信息500余条，其中动态500余条、公告400余条。")
    assert len(outcome.errors) == 1
