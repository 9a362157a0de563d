"""leftover.ai: markup and answers of text generators."""

import pytest

RULE = "leftover.ai"


@pytest.mark.parametrize(
    "text",
    [
        "**主动公开情况**：全年公开信息。",
        "## 二、依申请公开",
        "作为一个人工智能语言模型，我无法获取贵单位的数据。",
        "全年公开信息20条。希望以上内容对您有帮助。",
        "如果需要进一步修改，请随时告诉我。",
        "全年发布信息?1340条?。",
    ],
)
def test_traces(run_rule, text):
    assert len(run_rule(RULE, text).errors) == 1


@pytest.mark.parametrize("text", ["以下是根据您的要求修改的年度报告：", "好的，现将报告整理如下。"])
def test_opening_words_are_a_hint(run_rule, text):
    outcome = run_rule(RULE, text)
    assert len(outcome.hits) == 1 and outcome.errors == []


@pytest.mark.parametrize(
    "text",
    [
        "发布人工智能产业政策，推广AI客服。",
        "以下是各科室公开情况。",
        "作为人工智能应用试点单位，上线智能问答。",
        "如有疑问，请与我局联系。",
        "办件编号C#12，满意度95%**。",
        "是否公开?咨询3次。",
    ],
)
def test_ordinary_text(run_rule, text):
    assert run_rule(RULE, text).errors == []
