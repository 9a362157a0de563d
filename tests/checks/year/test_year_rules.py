"""year.*: this year's report against last year's."""

import pytest

from gxdesk.checks.api import Hit, Severity, Unchecked
from gxdesk.checks.catalogue import rule

THEN = {"carried_out.natural": 3, "carried_out.business": 1, "carried_out.total": 4}
NOW = {"carried_in.natural": 3, "carried_in.business": 1, "carried_in.total": 4}


@pytest.fixture
def compare(run_rule, draft):
    """``compare(rule, then, now)``: run a cross-year rule on two drafts given as arguments of ``draft``."""

    def run(rule_id: str, then: dict, now: dict) -> list[Hit | Unchecked]:
        text, previous = draft(**{"year": 2024, **now}), draft(**{"year": 2023, **then})
        return run_rule(rule_id, text, previous).results

    return run


def applications(**cells):
    return {"cells": {"applications": {key.replace("__", "."): value for key, value in cells.items()}}}


def hits(results):
    return [result for result in results if isinstance(result, Hit)]


def test_carried_over_figures_join(compare):
    now = {"cells": {"applications": NOW}}
    then = {"cells": {"applications": THEN}}
    assert not compare("year.carried", then, now)
    wrong = {"cells": {"applications": {**NOW, "carried_in.natural": 5, "carried_in.total": 6}}}
    found = hits(compare("year.carried", then, wrong))
    assert [(h.severity, h.expected, h.actual) for h in found] == [
        (Severity.WARNING, "3", "5"),
        (Severity.ERROR, "4", "6"),
    ]
    assert found[1].places[1].label.startswith("上年报告表三") and found[1].places[1].block is None


def test_other_kinds_of_applicants_but_the_same_total_only_warn(compare):
    now = {"cells": {"applications": {**NOW, "carried_in.natural": 2, "carried_in.business": 2}}}
    found = hits(compare("year.carried", {"cells": {"applications": THEN}}, now))
    assert [h.severity for h in found] == [Severity.WARNING] * 2


def test_a_blank_carried_figure_is_not_checkable(compare):
    results = compare(
        "year.carried",
        {"cells": {"applications": {**THEN, "carried_out.total": ""}}},
        {"cells": {"applications": NOW}},
    )
    assert not hits(results) and any(isinstance(r, Unchecked) for r in results)


def test_reports_two_years_apart_are_not_compared(compare):
    then = {"year": 2022, "cells": {"applications": THEN}}
    assert not hits(compare("year.carried", then, applications()))
    (hit,) = hits(compare("year.previous", then, {}))
    assert hit.expected == "2023" and hit.actual == "2022"


def test_the_report_of_another_body_is_pointed_out(compare):
    (hit,) = hits(compare("year.previous", {"authority": "岚溪市教育局"}, {}))
    assert "岚溪市教育局" in hit.message
    assert not compare("year.previous", {}, {})


def test_without_a_previous_report_nothing_runs(report_of, draft):
    report = report_of(draft())
    assert not any(rule(f"year.{name}").applies_to(report) for name in ("carried", "copied", "in_force"))


def documents(made, abolished, in_force):
    return {
        "cells": {
            "disclosure": {
                "normative.made": made,
                "normative.abolished": abolished,
                "normative.in_force": in_force,
            }
        }
    }


def test_documents_in_force_follow_from_last_year(compare):
    assert not compare("year.in_force", documents(1, 0, 20), documents(5, 2, 23))
    (hit,) = hits(compare("year.in_force", documents(1, 0, 20), documents(5, 2, 22)))
    assert (hit.expected, hit.actual) == ("23", "22") and "行政规范性文件" in hit.message


def test_in_force_is_not_compared_with_the_old_format(compare):
    results = compare(
        "year.in_force", {"standard": "2019", "year": 2020}, {"year": 2021, **documents(1, 0, 3)}
    )
    assert not hits(results) and "旧格式" in results[0].reason


def old(year, **cells):
    return {
        "standard": "2019",
        "year": year,
        "cells": {"disclosure": {k.replace("__", "."): v for k, v in cells.items()}},
    }


def test_items_of_the_trial_format_join(compare):
    then = old(2019, licensing__last_year=10, licensing__change="-2")
    assert not hits(compare("year.projects", then, old(2020, licensing__last_year=8)))
    (hit,) = hits(compare("year.projects", then, old(2020, licensing__last_year=9)))
    assert hit.expected == "8"
    assert not compare("year.projects", {"standard": "2019", "year": 2020}, {"year": 2021}), "formats differ"


def test_documents_public_in_all(compare):
    then = old(2019, normative__total=16)
    assert not hits(compare("year.published", then, old(2020, normative__published=2, normative__total=18)))
    (hit,) = hits(compare("year.published", then, old(2020, normative__published=2, normative__total=16)))
    assert (hit.expected, hit.actual) == ("18", "16")


FIGURES = {
    "new.natural": 31,
    "new.total": 31,
    "granted.natural": 22,
    "granted.total": 22,
    "partial.natural": 9,
    "total.natural": 31,
    "total.total": 31,
}


def test_last_years_table_kept(compare):
    same = {"cells": {"applications": FIGURES}}
    (hit,) = hits(compare("year.same_table", same, same))
    assert "表三" in hit.message
    other = {
        "cells": {"applications": {**FIGURES, "new.natural": 40, "granted.natural": 31, "total.total": 40}}
    }
    assert not compare("year.same_table", same, other)
    assert not compare("year.same_table", {}, {}), "a small body's tables of zeros repeat every year"


TEXT = "".join(
    f"主要问题：第{n}项工作中，个别科室对公开内容的审核把关不够细致，栏目更新存在滞后，政策解读形式较为单一，群众获取信息不够便利。"
    for n in "甲乙丙"
)
NEW = (
    "存在的问题主要是新媒体账号互动回复偏慢。下一步将安排专人轮值，限时办结留言，并按季度通报各单位办理情况，"
    "同时把回复质量纳入年度培训内容，组织业务骨干逐条点评典型留言，形成答复口径库供各科室查用，年底开展一次群众满意度回访。"
)


def test_text_copied_from_last_year_is_marked(compare):
    (hit,) = hits(compare("year.copied", {"prose": {"problems": TEXT}}, {"prose": {"problems": TEXT}}))
    assert hit.severity is Severity.WARNING and "五、存在的主要问题" in hit.message and hit.places
    assert not compare("year.copied", {"prose": {"problems": TEXT}}, {"prose": {"problems": NEW}})


def test_problems_copied_among_new_measures(compare):
    old = "1.各科室报送信息不够主动，临近检查才集中补发。2.解读稿件形式单一，群众爱看的图表和视频几乎没有。"
    then = {"prose": {"problems": f"{old}将加强培训，解决以上问题。"}}
    now = {"prose": {"problems": "第一，" + old[2:].replace("2.", "第二，") + NEW}}
    (hit,) = hits(compare("year.copied", then, now))
    assert "2句" in hit.message
    assert not hits(compare("year.copied", then, {"prose": {"problems": old[:22] + NEW}}))


def test_new_figures_in_old_sentences_are_still_a_copy(compare):
    then = TEXT.replace("个别科室", "12个科室")
    now = TEXT.replace("个别科室", "35个科室")
    assert hits(compare("year.copied", {"prose": {"problems": then}}, {"prose": {"problems": now}}))


def test_no_more_is_abolished_than_there_was(compare):
    assert not hits(compare("year.abolished", documents(1, 0, 4), documents(2, 6, 0)))
    (hit,) = hits(compare("year.abolished", documents(1, 0, 4), documents(2, 7, 0)))
    assert hit.actual == "7" and "行政规范性文件" in hit.message
    assert not compare(
        "year.abolished", {"standard": "2019", "year": 2020}, {"year": 2021, **documents(1, 9, 3)}
    )


def test_growth_follows_from_both_years(compare):
    then = {"cells": {"applications": {"new.total": 200}}}
    said = {
        "cells": {"applications": {"new.total": 230}},
        "prose": {"overview": "本年度新收政府信息公开申请230件，同比增长{}%。"},
    }

    def growth(words):
        text = said["prose"]["overview"].format(words)
        return hits(compare("year.growth", then, {**said, "prose": {"overview": text}}))

    (hit,) = growth("12")
    assert (hit.expected, hit.actual) == ("15%", "12%") and hit.message.endswith("增长15%。")
    assert not growth("15") and not growth("15.0")
    assert not compare(
        "year.growth", {}, {**said, "prose": {"overview": said["prose"]["overview"].format(9)}}
    )


def test_growth_of_what_only_the_tables_count(compare):
    then = {"cells": {"applications": {"total.total": 50}, "disclosure": {"penalty.decisions": 40}}}
    cells = {"applications": {"total.total": 60}, "disclosure": {"penalty.decisions": 30}}

    def growth(words):
        return hits(compare("year.growth", then, {"cells": cells, "prose": {"overview": words}}))

    for words in ("行政处罚决定比上年减少10%。", "申请办理情况：予以公开60件。办结总量同比增长10%。"):
        assert len(growth(words)) == 1
    for words in (
        "行政处罚决定比上年减少25%。",
        "申请办理情况：予以公开60件。办结总量同比增长20%。",
        "12345热线工单办结量同比增长8%，信息公开申请平稳。",
        "业务办结量同比增长8%。",
    ):
        assert not growth(words)


def test_an_amount_a_thousand_times_last_years(compare):
    def fees(amount):
        return {"cells": {"disclosure": {"fees.amount": amount}}}

    (hit,) = hits(compare_amounts(compare, fees("25.15"), fees("251500.5")))
    assert "上年是25.15" in hit.message and hit.places[1].label.startswith("上年报告")
    assert not hits(compare_amounts(compare, fees("25.15"), fees("2515")))
    assert hits(compare_amounts(compare, fees("25150"), fees("25.15")))


def compare_amounts(compare, then, now):
    return compare("number.amount_scale", then, now)
