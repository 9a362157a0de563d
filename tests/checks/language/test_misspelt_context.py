"""language.misspelt: words wrong only beside certain others."""

import pytest

RULE = "language.misspelt"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("坚持公开是常态，公开是例外的原则。", "不公开为例外"),
        ("以公开为常态、公开为例外，及时发布信息。", "不公开为例外"),
        ("没有因信息公开被申请行政复议、提起行政诉讼、情况。", "情况"),
    ],
)
def test_wrong_beside_certain_words(run_rule, text, right):
    assert [hit.expected for hit in run_rule(RULE, text).warnings] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "坚持以公开为常态、不公开为例外。",
        "严格把握以不予公开为例外的标准。",
        "公开机构职能、情况说明和办事指南。",
    ],
)
def test_right_beside_the_same_words(run_rule, text):
    assert run_rule(RULE, text).hits == []
