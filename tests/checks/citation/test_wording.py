"""citation.missing_number and citation.wording."""

import pytest

TITLE = "云州市教育局2024年政府信息公开工作年度报告\n一、总体情况\n"


@pytest.mark.parametrize(
    "text",
    [
        "根据《云州市人民政府办公室关于印发工作要点的通知》（云政办发〔2024〕8号）和《云州市人民政府办公室关于报送年度报告的通知》要求，编制本报告。",
        "按照《关于做好政务公开工作的意见》、《北岭省政务公开工作办法（试行）》、《关于加强信息管理的通知》（云教〔2024〕3号），我局开展工作。",
    ],
)
def test_one_basis_has_its_number_and_another_has_not(run_rule, text):
    outcome = run_rule("citation.missing_number", TITLE + text)
    assert len(outcome.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "根据《中华人民共和国政府信息公开条例》和《关于印发工作要点的通知》（云政办发〔2024〕8号）要求，编制本报告。",
        "根据《关于做好政务公开工作的意见》和《关于加强信息管理的通知》，我局开展工作。",
        "印发了《关于公开工作的通知》（云教〔2024〕3号）和《关于培训的通知》。",
    ],
)
def test_laws_and_texts_without_any_number_are_silent(run_rule, text):
    assert run_rule("citation.missing_number", TITLE + text).hits == []


@pytest.mark.parametrize(
    "text",
    [
        "坚持“以公开为原则、不公开为例外”。",
        "遵循“公开是原则，不公开是例外”的要求。",
        "严格执行教育收费“一费制”。",
        "会同市政府法制办公室清理文件。",
        "与市工商行政管理局建立机制。",
    ],
)
def test_wording_out_of_use(run_rule, text):
    assert len(run_rule("citation.wording", TITLE + text).warnings) == 1


def test_newly_revised_some_years_later_is_a_hint(run_rule):
    outcome = run_rule("citation.wording", TITLE + "学习新修订的《条例》。")
    assert len(outcome.hits) == 1 and outcome.warnings == []


@pytest.mark.parametrize(
    "text",
    [
        "坚持以公开为常态、不公开为例外。",
        "原市政府法制办公室印发的文件。",
        "2008年实行的一费制已经取消。",
        "学习修订后的《条例》。",
    ],
)
def test_present_wording_and_history_are_silent(run_rule, text):
    assert run_rule("citation.wording", TITLE + text).hits == []


def test_wording_of_its_time_is_silent(run_rule):
    old = TITLE.replace("2024", "2015")
    assert run_rule("citation.wording", old + "坚持以公开为原则、不公开为例外。").hits == []
    new = TITLE.replace("2024", "2020")
    assert run_rule("citation.wording", new + "学习新修订的《条例》。").hits == []
