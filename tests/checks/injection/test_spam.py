"""Words planted by spammers, in every disguise; and the honest words that look like them."""

import pytest

RULE = "injection.spam"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("某市教育局2020年度政府信息公开工作报告-xk体育平台", "xk体育"),
        ("及时公布各类亚博电子的公告。", "亚博"),
        ("依照３６５ｂｅｔ的规定公开。", "３６５ｂｅｔ"),
        ("依照BET 365的规定公开。", "BET 365"),
        ("威\u200b廉希尔办理的申请", "威\u200b廉希尔"),
        ("收到威·廉·希·尔申请3件", "威·廉·希·尔"),
        ("亞博公布的信息", "亞博"),
        ("印发世界杯买球文件的通知", "世界杯买球"),
        ("欢迎来到线上博彩平台，信息公开", "博彩"),
        ("点击查看成人电影", "成人电影"),
    ],
)
def test_planted_words_are_errors(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert len(outcome.errors) == 1
    assert words in "".join(outcome.words[0])


@pytest.mark.parametrize(
    "text",
    [
        "公开体育卫生与艺术工作、体育馆开放和体育比赛安排。",
        "公开彩票公益金项目和中国体育彩票销售站点设置情况。",
        "在县教育体育官方网站和教育体育局官网公开招生政策。",
        "参加中国—亚欧博览会和亚博会，发布南亚博览会信息。",
        "采购足球五百个，为学校购买足球和网球。",
        "办好成人教育、成人高考和成人在线学习。",
        "举办3V3体育赛、K歌比赛，开展AI体育课试点。",
        "立足创立博物馆，发布万博会信息。",
        "不必威胁当事人，做到以案释法。",
        "依法严厉打击网络赌博，查处博彩网站和色情网站。",
        "二维码、无码头作业区信息已公开，一级黄色预警12次。",
        "全国前三十强，PK10强中学的评选结果。",
    ],
)
def test_honest_words_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_a_table_cell_is_pointed_at(run_rule):
    outcome = run_rule(RULE, "事项\t结果\n威廉希尔公开\t1")
    assert outcome.words == [["威廉希尔公开"]]


def test_it_also_looks_outside_the_report_itself(run_rule):
    outcome = run_rule(RULE, "当前位置：首页 > 乐鱼体育 > 信息公开")
    assert len(outcome.errors) == 1
