"""balance.*: the equations of tables three and four."""

import pytest

BALANCED = {
    "new.natural": 12,
    "new.business": 3,
    "new.total": 15,
    "carried_in.natural": 1,
    "carried_in.total": 1,
    "granted.natural": 6,
    "granted.business": 3,
    "granted.total": 9,
    "unable_not_held.natural": 5,
    "unable_not_held.total": 5,
    "total.natural": 11,
    "total.business": 3,
    "total.total": 14,
    "carried_out.natural": 2,
    "carried_out.total": 2,
}
RULES = ("balance.applications.column", "balance.applications.total", "balance.applications.row")


def applications(**changes: object) -> dict[str, dict[str, object]]:
    return {"applications": BALANCED | {key.replace("__", "."): value for key, value in changes.items()}}


@pytest.mark.parametrize("rule", [*RULES, "balance.review_litigation"])
@pytest.mark.parametrize(("standard", "year"), [("2021", 2024), ("2019", 2020)])
def test_balanced_tables_pass(run_rule, draft, rule, standard, year):
    outcome = run_rule(rule, draft(standard, year, cells=applications()))
    assert not outcome.hits and not outcome.unchecked


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({"carried_out__natural": 3, "carried_out__total": 3}, {"balance.applications.column": 2}),
        ({"granted__natural": 7, "granted__total": 10}, {"balance.applications.total": 2}),
        ({"granted__total": 8}, {"balance.applications.total": 1, "balance.applications.row": 1}),
    ],
)
def test_a_wrong_figure_breaks_the_equations_it_stands_in(run_rule, draft, change, broken):
    text = draft(cells=applications(**change))
    assert {rule: len(hits) for rule in RULES if (hits := run_rule(rule, text).errors)} == broken


def test_the_message_puts_the_numbers_in(run_rule, draft):
    outcome = run_rule("balance.applications.column", draft(cells=applications(carried_out__natural=3)))
    (hit,) = outcome.errors
    assert (
        "「自然人」列" in hit.message
        and "＝13" in hit.message
        and "＝14" in hit.message
        and "相差1" in hit.message
    )
    assert hit.equation is not None and (hit.equation.left_sum, hit.equation.right_sum) == ("13", "14")
    assert outcome.words[0] == ["12", "1", "11", "3"]


@pytest.mark.parametrize("change", [{"granted__natural": ""}, {"granted__natural": "无"}])
def test_a_blank_operand_makes_it_uncheckable_not_passed(run_rule, draft, change):
    outcome = run_rule("balance.applications.total", draft(cells=applications(**change)))
    assert not outcome.hits and "没有可用的数" in outcome.unchecked[0].reason


def test_a_missing_total_row_makes_it_uncheckable(run_rule, draft):
    text = draft(
        cells={"applications": {k: v for k, v in BALANCED.items() if not k.startswith("total")}},
        drop=("total",),
    )
    for rule in RULES[:2]:
        outcome = run_rule(rule, text)
        assert not outcome.hits and "缺少「（七）总计」" in outcome.unchecked[0].reason


def test_a_missing_table_makes_it_uncheckable(run_rule, draft):
    outcome = run_rule("balance.review_litigation", draft(drop_tables=("review_litigation",)))
    assert "没有找到表四" in outcome.unchecked[0].reason


def test_table_four(run_rule, draft):
    cells = {"review_litigation": {"suit.upheld": 2, "suit.pending": 1, "suit.total": 2}}
    (hit,) = run_rule("balance.review_litigation", draft(cells=cells)).errors
    assert "「未经复议直接起诉」一组" in hit.message and "相差1" in hit.message
    cells["review_litigation"]["suit.total"] = 3
    assert not run_rule("balance.review_litigation", draft(cells=cells)).hits
