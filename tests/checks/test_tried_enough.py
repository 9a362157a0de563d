"""Every rule is tried on two drafts it catches and two it passes, one of them looking like a fault."""

from gxdesk.checks.catalogue import RULE_IDS

ENOUGH = 2


def test_every_rule_was_tried_on_two_wrong_and_two_right_drafts(whole_folder, tried):
    """Counts the different drafts given to one rule at a time, by ``run_rule`` and ``try_rule``."""
    few = {
        rule_id: f"{len(tried.caught[rule_id])} caught, {len(tried.passed[rule_id])} passed"
        for rule_id in RULE_IDS
        if min(len(tried.caught[rule_id]), len(tried.passed[rule_id])) < ENOUGH
    }
    assert few == {}
