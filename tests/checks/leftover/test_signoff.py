"""Empty sign-off fields at the end of a draft."""

RULE = "leftover.signoff"


def test_empty_fields_are_one_warning_with_every_place(run_rule):
    outcome = run_rule(RULE, "正文。\n撰稿：\n校对：\n一审：\n二审： 三审：")
    assert [len(hit.places) for hit in outcome.warnings] == [5]
    assert "“撰稿”、“校对”、“一审”、“二审”、“三审”" in outcome.messages[0]


def test_only_the_empty_field_of_a_line_is_named(run_rule):
    outcome = run_rule(RULE, "撰稿：张明 一审：李华 二审：")
    assert outcome.words == [["二审："]]


def test_filled_fields_and_prose_are_silent(run_rule):
    assert run_rule(RULE, "撰稿：张明\n一审：李华 二审：王强 三审：赵刚").hits == []
    assert run_rule(RULE, "严格执行三审制：一审由科室负责，二审由办公室负责。").hits == []


def test_a_lone_empty_source_is_left_to_the_web_rule(run_rule):
    assert run_rule(RULE, "正文。\n来源：").hits == []
    assert run_rule("leftover.web", "正文。\n来源：").messages != []
