"""Words written twice by mistake, and the many doublings that are right."""

import pytest

RULE = "language.doubled"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我局局认真做好公开工作。", "局局"),
        ("群众关心的的问题。", "的的"),
        ("行政事业性收费3项一项，比上年增加。", "3项一项"),
        ("充分发发挥网站作用。", "发发"),
        ("加强政府信息政府信息公开。", "政府信息政府信息"),
        ("按时办结，。群众满意。", "，。"),
        ("加强领导。。健全制度。", "。。"),
    ],
)
def test_a_doubling_is_a_warning(run_rule, text, words):
    outcome = run_rule(RULE, text)
    assert words in [word for found in outcome.words for word in found]
    assert len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "做到人人参与、层层落实、天天更新、件件有回音，逐一核对，等等。",
        "实实在在、扎扎实实、方方面面、形形色色、息息相关、生生不息。",
        "以推进公开为目的的各项工作，是为了了解群众需求，除了了解还要回应。",
        "公开开展工作作风建设，教育局局长主持，市教育局局机关参加。",
        "印发发展规划，开发发布系统，转发发展改革委通知。",
        "年度工作作为重点，依法规规定办理理由充分的申请。",
        "对违法行为为由的举报，参与与会，一对对照检查。",
        "在政务公开公开栏和档案管理管理办法中明确。",
        "公开2项一级目录、3次一次性告知。",
        "研究研究、讨论讨论再定……。",
        "一个一个解决，一件一件落实。",
    ],
)
def test_right_doublings_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []
