"""number.*: how figures are written."""

from gxdesk.checks.api import Severity


def figures(**cells: object) -> dict[str, dict[str, object]]:
    return {"applications": {key.replace("__", "."): value for key, value in cells.items()}}


def test_blank_cells_are_one_finding_with_what_they_should_hold(run_rule, draft):
    cells = figures(
        new__natural=5,
        new__total=5,
        granted__natural="",
        granted__total=5,
        total__natural=5,
        total__total="/",
    )
    outcome = run_rule("number.blank", draft(cells=cells))
    assert len(outcome.warnings) == 1 and "2格没有填数" in outcome.messages[0]
    assert "「（一）予以公开」行「自然人」列应为5" in (outcome.hits[0].expected or "")
    assert len(outcome.hits[0].places) == 2


def test_zero_is_not_blank(run_rule, draft):
    assert not run_rule("number.blank", draft()).hits
    assert not run_rule("number.blank", draft(cells=figures(new__natural="０"))).hits


def test_a_missing_row_is_not_a_row_of_blanks(run_rule, draft):
    assert not run_rule("number.blank", draft(drop=("partial",))).hits


def test_units_signs_and_decimals_in_counts(run_rule, draft):
    cells = figures(new__natural="12件", granted__natural="-3", partial__natural="1.5", total__natural="约十")
    outcome = run_rule("number.format", draft(cells=cells))
    assert outcome.severities == [Severity.ERROR] * 4
    assert [hit.actual for hit in outcome.hits] == ["12件", "-3", "1.5", "约十"]


def test_a_count_in_ten_thousands_names_no_right_figure(run_rule, draft):
    outcome = run_rule("number.format", draft(cells=figures(new__natural="1.2万")))
    assert [(hit.actual, hit.expected) for hit in outcome.errors] == [("1.2万", None)]


def test_grouped_and_wide_digits_are_only_hints(run_rule, draft):
    outcome = run_rule("number.format", draft(cells=figures(new__natural="1,200", new__total="１２００")))
    assert outcome.severities == [Severity.INFO] * 2


def test_amounts_may_have_decimals_and_changes_a_sign(run_rule, draft):
    assert not run_rule("number.format", draft(cells={"disclosure": {"fees.amount": "1276.5534"}})).hits
    old = {"disclosure": {"licensing.change": "-2", "fees.change": "+1", "procurement.amount": "885.17"}}
    assert not run_rule("number.format", draft("2019", 2020, cells=old)).hits
    words = {"disclosure": {"licensing.change": "增10", "procurement.amount": "251000元"}}
    assert run_rule("number.format", draft("2019", 2020, cells=words)).severities == [Severity.WARNING] * 2
