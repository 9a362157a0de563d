"""prose.fee_*: the fee for processing information, reported, on the schedule, within all charges."""

import pytest


def other(text, **cells):
    return {"prose": {"other": text}, "cells": cells}


@pytest.mark.parametrize(
    "text",
    [
        "一年来没有发生重大事项变动，机构职能和人员没有调整，工作经费由财政全额保障，特此报告有关情况。",
        "配合完成了专项检查工作，整改了发现的三个方面问题，并向上级报送了整改情况报告，群众反映良好。",
    ],
)
def test_a_sixth_section_silent_on_the_fee(run_rule, draft, text):
    assert len(run_rule("prose.fee_mention", draft(**other(text))).warnings) == 1


def test_nothing_else_to_report_is_only_a_hint(run_rule, draft):
    outcome = run_rule("prose.fee_mention", draft(**other("无。")))
    assert len(outcome.hits) == 1 and outcome.warnings == []


def test_requests_lapsed_unpaid_call_for_it(run_rule, draft):
    cells = {"other_unpaid.natural": 2, "other_unpaid.total": 2}
    outcome = run_rule("prose.fee_mention", draft(**other("无。", applications=cells)))
    assert len(outcome.warnings) == 1 and "2件" in outcome.messages[0]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("信息处理费收取情况：无。", True),
        ("本年度没有发出收费通知，信息处理费收入为零。", True),
        ("发出收费通知2件，申请人逾期未缴，未收取信息处理费。", False),
        ("全年收取信息处理费920元。", False),
        ("向2名申请人送达缴费通知，实际收取信息处理费0元。", False),
    ],
)
def test_requests_lapsed_unpaid_although_none_was_charged(run_rule, draft, text, wrong):
    cells = {"other_unpaid.natural": 2, "other_unpaid.total": 2}
    outcome = run_rule("prose.fee_mention", draft(**other(text, applications=cells)))
    assert bool(outcome.warnings) is wrong


@pytest.mark.parametrize(
    "text", ["本年度未收取信息处理费。", "收取信息处理费情况：0元。", "我局没有产生信息处理费。"]
)
def test_a_fee_reported_in_any_words_is_enough(run_rule, draft, text):
    assert run_rule("prose.fee_mention", draft(**other(text))).hits == []


def test_years_before_the_fee_are_silent(run_rule, draft):
    text = draft(standard="2019", year=2020, **other("无。"))
    assert run_rule("prose.fee_mention", text).hits == []


@pytest.mark.parametrize(
    "text", ["全年收取政府信息公开信息处理费3945元。", "2024年有3件申请收取了信息处理费共计125元。"]
)
def test_a_fee_off_the_schedule(run_rule, draft, text):
    assert len(run_rule("prose.fee_multiple", draft(**other(text))).warnings) == 1


@pytest.mark.parametrize(
    "text", ["全年收取信息处理费3940元。", "收取信息处理费0.223万元。", "本年度未收取信息处理费，工本费5元。"]
)
def test_a_fee_on_the_schedule(run_rule, draft, text):
    assert run_rule("prose.fee_multiple", draft(**other(text))).hits == []


def test_a_fee_above_all_charges(run_rule, draft):
    text = "全年收取信息处理费3940元。"
    above = draft(**other(text, disclosure={"fees.amount": "0.3"}))
    assert len(run_rule("prose.fee_scale", above).warnings) == 1
    within = draft(**other(text, disclosure={"fees.amount": "0.394"}))
    assert run_rule("prose.fee_scale", within).hits == []
    none = draft(**other("本年度未收取信息处理费。", disclosure={"fees.amount": "282.1"}))
    assert run_rule("prose.fee_scale", none).hits == [], "charges without this fee are usual"
