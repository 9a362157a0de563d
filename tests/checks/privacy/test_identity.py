"""Identity numbers by date and check digit; made up here, never anybody's."""

import pytest

from gxdesk.checks.privacy.identity import is_identity_number

RULE = "privacy.identity"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def number(first: str) -> str:
    """Complete 17 digits with their check digit."""
    return first + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, first, strict=True)) % 11]


GOOD = number("99999919900230000".replace("0230", "0220").replace("999999", "899999"))


def test_a_number_is_an_error_and_is_not_repeated_in_full(run_rule):
    outcome = run_rule(RULE, f"申请人张某，身份证号{GOOD}。")
    assert outcome.words == [[GOOD]]
    assert len(outcome.errors) == 1
    assert GOOD not in outcome.messages[0]


def test_spaces_and_full_width_digits_do_not_hide_it(run_rule):
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in GOOD)
    assert len(run_rule(RULE, f"{GOOD[:6]} {GOOD[6:14]} {GOOD[14:]}").errors) == 1
    assert len(run_rule(RULE, wide).errors) == 1


def test_it_is_found_in_a_table(run_rule):
    assert run_rule(RULE, f"姓名\t证号\n张某\t{GOOD}").words == [[GOOD]]


@pytest.mark.parametrize(
    "text",
    [
        GOOD[:17] + ("1" if GOOD[17] != "1" else "2"),  # wrong check digit
        number("89999919901320000"),  # no such date
        GOOD[:6] + "********" + GOOD[14:],  # already masked
        "统一社会信用代码91" + GOOD,
        f"流水号A{GOOD}",
    ],
)
def test_other_long_numbers_are_silent(run_rule, text):
    assert run_rule(RULE, text).hits == []


def test_the_check_digit_may_be_a_small_x():
    with_x = next(n for k in range(200) if (n := number(f"89999919900220{k:03d}")).endswith("X"))
    assert is_identity_number(with_x)
    assert is_identity_number(with_x.lower())
