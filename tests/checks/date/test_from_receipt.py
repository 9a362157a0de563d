"""date.from_receipt: the time limit for answering runs from receipt."""

import pytest

RULE = "date.from_receipt"
TITLE = "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n"


@pytest.mark.parametrize(
    "text",
    [
        "对依申请公开的信息，自登记之日起20个工作日内答复申请人。",
        "申请自受理之日起二十个工作日内予以答复。",
        "自申请递交之日起15个工作日内书面回复。",
    ],
)
def test_another_first_day(run_rule, text):
    outcome = run_rule(RULE, TITLE + text)
    assert len(outcome.warnings) == 1 and "日起" in outcome.words[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "自收到申请之日起20个工作日内答复。",
        "行政许可申请自受理之日起20个工作日内答复。",
        "征求第三方意见的申请，自受理之日起15个工作日内回复意见。",
        "自登记之日起20个工作日内公示。",
    ],
)
def test_the_right_day_and_other_limits(run_rule, text):
    assert run_rule(RULE, TITLE + text).hits == []
