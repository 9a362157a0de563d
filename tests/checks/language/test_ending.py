"""Paragraphs that end in mid-sentence."""

import pytest

RULE = "language.ending"
LONG = (
    "我局坚持以公开促落实、促规范、促服务，及时更新门户网站各栏目，认真解读教育政策，主动回应家长和社会关切，"
)


@pytest.mark.parametrize(
    "text",
    [
        "（二）开设专栏。2023年，在大厅设置了信息公开专栏，\n（三）开通公众号。",
        "一、总体情况\n我局及时公开各类教育信息，不断完善公开制度、规范公开程序、\n二、主动公开情况",
        LONG,
    ],
)
def test_a_pause_before_a_new_piece_is_an_error(run_rule, text):
    outcome = run_rule(RULE, text)
    assert len(outcome.errors) == 1
    assert "话没有说完" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        LONG + "\n努力保障群众的知情权、参与权和监督权。",
        "我局始终把信息公开作为\n推进依法行政的一项重要举措，统一部署、统一推进、统一考核，取得了较好的效果。",
        "全年共答复网上咨询，投诉30余\n件，按时答复率100%。",
    ],
)
def test_a_sentence_broken_over_two_paragraphs_is_a_warning(run_rule, text):
    outcome = run_rule(RULE, text)
    assert len(outcome.warnings) == 1
    assert "句子断在两段" in outcome.messages[0]
    assert len(outcome.hits[0].places) == 2


def test_a_missing_full_stop_is_a_warning(run_rule):
    outcome = run_rule(RULE, LONG + "政务公开工作再上新台阶\n一、提高认识")
    assert len(outcome.warnings) == 1
    assert outcome.words[0][0].endswith("再上新台阶")


@pytest.mark.parametrize(
    "text",
    [
        "一、思想重视，坚持把公开工作摆上重要位置\n我局认真落实各项要求。",
        LONG + "现将有关情况报告如下：\n一、总体情况",
        "我局联系方式：某市某路12号，邮编030000，联系人为办公室，电话0351-1234567，传真0351-1234568，欢迎来信来电咨询本机关\n一、总体情况",
        "1.全体公民。\n2.社会团体\n3.其他组织",
        "某市教育局\n2024年1月20日",
        "印发《关于推进政务公开的意见》。\n（文字见附件）",
        "（一）加强领导；\n（二）健全制度；\n（三）严格考核。",
    ],
)
def test_headings_contacts_and_lists_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []
