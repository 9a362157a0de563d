"""number.*: figures that cannot be, or that are likely another figure than the one asked for."""

import pytest


def disclosure(**cells):
    return {"cells": {"disclosure": {key.replace("__", "."): value for key, value in cells.items()}}}


def old(**cells):
    return {"standard": "2019", "year": 2020, **disclosure(**cells)}


@pytest.mark.parametrize("authority", ["云州市教育局", "岚溪县人民政府", "临水区卫生健康局"])
def test_bodies_without_the_power_to_make_rules(run_rule, draft, authority):
    text = draft(authority=authority, **disclosure(rules__made=1, rules__in_force=3))
    outcome = run_rule("number.rules_authority", text)
    assert len(outcome.warnings) == 1 and authority in outcome.messages[0]
    assert outcome.words[0] == ["1", "3"]


@pytest.mark.parametrize(
    "authority", ["云州市人民政府", "北岭省人民政府", "国家文物局", "教育部", "南江自治区人民政府"]
)
def test_bodies_with_that_power_and_empty_rows_are_silent(run_rule, draft, authority):
    text = draft(authority=authority, **disclosure(rules__made=1, rules__in_force=3))
    assert run_rule("number.rules_authority", text).hits == []
    assert run_rule("number.rules_authority", draft(**disclosure(normative__made=5))).hits == []


def test_an_amount_in_the_wrong_unit(run_rule, draft):
    outcome = run_rule("number.amount_scale", draft(**disclosure(fees__amount=2515000)))
    assert len(outcome.warnings) == 1 and "251.5" in outcome.hits[0].expected
    for amount in ("2515000.25", "251.5", "99999", "0"):
        assert run_rule("number.amount_scale", draft(**disclosure(fees__amount=amount))).hits == []
    town = draft(authority="云州市人民政府", **disclosure(fees__amount=316441))
    assert run_rule("number.amount_scale", town).hits == [], "a city's fees are that large"


def test_items_below_zero(run_rule, draft):
    outcome = run_rule("number.projects", draft(**old(licensing__last_year=4, licensing__change="-6")))
    assert len(outcome.errors) == 1 and "-2" in outcome.hits[0].actual
    assert (
        run_rule("number.projects", draft(**old(licensing__last_year=4, licensing__change="-4"))).hits == []
    )
    assert run_rule("number.projects", draft(**disclosure())).hits == [], "another format"


def test_decisions_that_are_items(run_rule, draft):
    text = draft(**old(penalty__last_year=120, penalty__change="-35", penalty__decisions=85))
    assert len(run_rule("number.decisions", text).warnings) == 1
    real = draft(**old(penalty__last_year=120, penalty__change="-35", penalty__decisions=86))
    assert run_rule("number.decisions", real).hits == []
    assert run_rule("number.decisions", draft(**old(penalty__last_year=2, penalty__decisions=2))).hits == []


def test_documents_newly_public(run_rule, draft):
    text = draft(**old(normative__made=9, normative__published=9, normative__total=7))
    assert len(run_rule("number.published", text).errors) == 1
    earlier = draft(**old(normative__made=1, normative__published=3, normative__total=9))
    assert len(run_rule("number.published", earlier).warnings) == 1
    fine = draft(**old(normative__made=2, normative__published=2, normative__total=2))
    assert run_rule("number.published", fine).hits == []


@pytest.mark.parametrize(
    ("items", "amount", "fires"), [(3, "0", 1), (0, "12.5", 1), (0, "0", 0), (3, "12.5", 0), (3, "", 0)]
)
def test_procurement_items_and_amount(run_rule, draft, items, amount, fires):
    text = draft(**old(procurement__items=items, procurement__amount=amount))
    assert len(run_rule("number.procurement", text).warnings) == fires
