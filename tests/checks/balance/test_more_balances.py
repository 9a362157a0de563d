"""balance.*: what cannot be between the figures of a table, beyond its written equations."""

import pytest

from gxdesk.checks.api import Hit, Unchecked


def applications(**cells):
    return {"cells": {"applications": {key.replace("__", "."): value for key, value in cells.items()}}}


def courts(**cells):
    return {"cells": {"review_litigation": {key.replace("__", "."): value for key, value in cells.items()}}}


def documents(made, abolished, in_force):
    cells = {"normative.made": made, "normative.abolished": abolished, "normative.in_force": in_force}
    return {"cells": {"disclosure": cells}}


def test_a_request_partly_granted_is_counted_once(run_rule, draft):
    twice = draft(
        **applications(granted__natural=5, partial__natural=2, denied_law__natural=2, total__natural=7)
    )
    outcome = run_rule("balance.double_counted", twice)
    assert len(outcome.hits) == 1 and "自然人" in outcome.messages[0] and not outcome.warnings
    other = draft(
        **applications(granted__natural=5, partial__natural=2, denied_law__natural=3, total__natural=7)
    )
    assert run_rule("balance.double_counted", other).hits == [], "the difference is another"
    even = draft(**applications(granted__natural=5, partial__natural=2, total__natural=7))
    assert run_rule("balance.double_counted", even).hits == []


def test_suits_after_review_need_reviews(run_rule, draft):
    def run(pending):
        then = draft(year=2023, **courts(review__pending=pending, review__total=pending))
        now = draft(**courts(review__total=2, suit_after_review__total=4))
        return run_rule("balance.suits_after_review", now, then).results

    assert [type(found) for found in run(1)] == [Hit]
    assert run(2) == []


def test_suits_after_review_without_last_years_report_are_not_judged(run_rule, draft):
    outcome = run_rule(
        "balance.suits_after_review", draft(**courts(review__total=2, suit_after_review__total=4))
    )
    assert outcome.hits == [] and len(outcome.unchecked) == 1
    fewer = run_rule(
        "balance.suits_after_review", draft(**courts(review__total=4, suit_after_review__total=4))
    )
    assert fewer.hits == [] and fewer.unchecked == []


@pytest.mark.parametrize(
    ("figures", "fires"), [((9, 2, 6), 1), ((9, 2, 7), 0), ((0, 5, 0), 0), ((9, 2, ""), 0)]
)
def test_documents_in_force_after_this_years(run_rule, draft, figures, fires):
    assert len(run_rule("balance.in_force", draft(**documents(*figures))).warnings) == fires


@pytest.mark.parametrize(("new", "out", "fires"), [(60, 25, 1), (60, 18, 0), (12, 9, 0), (60, "", 0)])
def test_many_requests_carried_out(run_rule, draft, new, out, fires):
    text = draft(**applications(new__total=new, carried_out__total=out))
    assert len(run_rule("balance.carried_out", text).warnings) == fires


def statistics(statutory, **cells):
    table = statutory("2008", "statistics", {f"{key}.value": value for key, value in cells.items()})
    return f"云州市教育局2016年政府信息公开年度报告\n一、概述\n全年主动公开信息20条。\n附：统计表\n{table}"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"received": 5, "received_online": 3, "received_letter": 1}, "收到申请数"),
        (
            {
                "finished": 4,
                "finished_on_time": 3,
                "received": 9,
                "received_fax": 9,
                "answered": 4,
                "answered_public": 4,
            },
            "办结",
        ),
        ({"press": 1, "press_leader": 2}, "新闻发布会"),
        ({"disclosed": 20, "via_website": 12, "via_weixin": 5}, "不会多于各渠道之和"),
        ({"disclosed": 20, "via_website": 25}, "一个渠道"),
        ({"staff": 5, "staff_full_time": 2, "staff_part_time": 2}, "工作人员"),
    ],
)
def test_the_statistics_of_2014(run_rule, statutory, cells, words):
    outcome = run_rule("balance.statistics", statistics(statutory, **cells))
    assert outcome.warnings and outcome.errors == []
    assert any(words in message for message in outcome.messages)


def test_statistics_that_agree_and_reports_without_them(run_rule, statutory):
    good = {
        "disclosed": 20, "via_website": 18, "via_weixin": 9, "received": 4, "received_online": 4,
        "finished": 4, "finished_on_time": 4, "answered": 4, "answered_granted": 4,
        "staff": 3, "staff_part_time": 3,
    }  # fmt: skip
    assert run_rule("balance.statistics", statistics(statutory, **good)).hits == []
    without = run_rule(
        "balance.statistics", "云州市教育局2016年政府信息公开年度报告\n一、概述\n全年公开20条。"
    )
    assert without.hits == [] and [type(found) for found in without.unchecked] == [Unchecked]


def test_the_statistics_table_is_missed_only_from_2014_on(run_rule, statutory):
    text = "云州市教育局{}年政府信息公开年度报告\n一、概述\n全年公开20条。"
    assert len(run_rule("table.statistics", text.format(2016)).hits) == 1
    assert run_rule("table.statistics", text.format(2012)).hits == []
    assert run_rule("table.statistics", statistics(statutory, disclosed=3)).hits == []
