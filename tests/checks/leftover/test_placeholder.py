"""What a template leaves to be filled in, and what only looks like it."""

import pytest

RULE = "leftover.placeholder"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("XX市教育局2023年政府信息公开工作年度报告", ["XX"]),
        ("2023年，××县教育局认真贯彻条例。", ["××"]),
        ("20XX年，我局共公开信息100条。", ["20XX"]),
        ("现将201x年度的情况报告如下。", ["201x"]),
        ("由某某同志任组长。", ["某某"]),
        ("全年公开信息____条。", ["____"]),
        ("（文字描述）", ["（文字描述）"]),
        ("请在此处填写联系方式。", ["请在此处填写"]),
        ("【】", ["【】"]),
        ("可在县政府门户网站（具体网址）查阅。", ["（具体网址）"]),
        ("本报告电子版可在网站（网址）下载。", ["（网址）"]),
        ("2023年[ ]度，我局没有收到申请。", ["[ ]"]),
        ("根据《》要求，编制本报告。", ["《》"]),
        ("收到申请Ｘ件，答复X件。", ["Ｘ", "X"]),
    ],
)
def test_unfilled_places_are_errors(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert outcome.words == [words]
    assert len(outcome.errors) == 1
    assert "没有填写或者没有删去" in outcome.messages[0]


@pytest.mark.parametrize(
    "text",
    [
        "发布时间：2024-07-04 10:34 信息来源：某县政府办 阅读次数： 字体：[    ]我要纠错",
        "举办3×3篮球赛，新建20×30米的运动场。",
        "网址为http://www.example.gov.cn/art_20__xx.html。",
        "使用XML和XLSX格式开放数据。",
        "明确公开的具体内容（具体内容见附件），在网站（网址：www.example.gov.cn）公布。",
        "公开依据：《某地信息公开办法》（试行）。",
        "请在网站上查询，需要帮助的可以填写意见。",
        "全年公开20条、答复2件。",
        "全年公开**20**条、答复**205**件。",  # marks of a text generator, for leftover.ai
    ],
)
def test_ordinary_text_is_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_an_empty_file_record_field_is_only_a_hint(run_rule):
    outcome = run_rule(RULE, "文号：无〔〕号")
    assert [severity.value for severity in outcome.severities] == ["info"]


def test_a_cell_of_an_ordinary_table_is_pointed_at(run_rule):
    outcome = run_rule(RULE, "联系人\t某某某\n电话\t0351-1234567")
    assert outcome.words == [["某某某"]]
