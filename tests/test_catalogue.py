"""The catalogue lists every rule; every rule can be found from its id and says all a clerk must know."""

import re
import tomllib
from pathlib import Path

import pytest

import gxdesk.checks
from gxdesk.checklist.build import FAMILY_GROUPS
from gxdesk.checks.catalogue import RULE_IDS, rule, rules

ROOT = Path(gxdesk.checks.__file__).parent
CONTRACT = (
    "structure.section.missing",
    "structure.section.order",
    "structure.numbering.gap",
    "structure.title",
    "structure.duplicate",
    "table.missing",
    "table.rows.missing",
    "table.columns.missing",
    "table.version",
    "number.blank",
    "number.format",
    "balance.applications.column",
    "balance.applications.total",
    "balance.applications.row",
    "balance.review_litigation",
    "prose.table",
    "prose.sum",
    "date.year",
    "date.period",
    "citation.number",
    "citation.outdated",
    "leftover.placeholder",
    "leftover.web",
    "leftover.signoff",
    "injection.spam",
)


def test_every_rule_module_is_in_the_catalogue():
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in ROOT.rglob("*.py")
        if "\nRULE = " in path.read_text(encoding="utf-8")
    }
    assert modules == set(RULE_IDS)
    assert len(RULE_IDS) == len(set(RULE_IDS))


def test_the_ids_others_build_on_exist():
    assert set(CONTRACT) <= set(RULE_IDS)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= ch <= "\u9fff" for ch in text)


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_every_rule_is_found_by_its_path_and_explains_itself(rule_id: str):
    found = rule(rule_id)
    assert found.id == rule_id
    assert found.family in FAMILY_GROUPS
    for text in (found.title, found.requirement, found.basis, found.explanation, found.advice):
        assert is_chinese(text), text
    assert len(found.explanation) >= 15 and found.advice.endswith("。")
    assert found.check.__doc__, "says in English what it reports and the source of the rule"


def test_rules_are_loaded_once():
    assert rules() is rules()


NUMBERS = tomllib.loads((Path(__file__).parent / "domain_numbers.toml").read_text(encoding="utf-8"))
DEMANDS = {**NUMBERS["balances"], **NUMBERS["mistakes"]}
COUNTS = {"B": 9, "C": 6, "D": 11, "E": 11, "F": 7, "G": 10, "M": 75}


def source(rule_id: str) -> str:
    return ROOT.joinpath(*rule_id.split(".")).with_suffix(".py").read_text(encoding="utf-8")


def said(number: str, text: str) -> bool:
    """Whether a docstring names a number, alone or within a range such as F1-F5."""
    letter, value = number[0], int(number[1:])
    for first, last in re.findall(rf"(?<![A-Z]){letter}(\d+)(?:-{letter}?(\d+))?", text):
        if int(first) <= value <= int(last or first):
            return True
    return False


def test_every_number_of_the_domain_is_accounted_for():
    wanted = {
        f"{letter}{n:02}" if letter == "M" else f"{letter}{n}"
        for letter, count in COUNTS.items()
        for n in range(1, count + 1)
    }
    assert set(DEMANDS) == wanted
    assert all(demand["rules"] or demand["why"] for demand in DEMANDS.values())
    assert {rule_id for demand in DEMANDS.values() for rule_id in demand["rules"]} <= set(RULE_IDS)


@pytest.mark.parametrize("number", [number for number, demand in DEMANDS.items() if demand["rules"]])
def test_a_rule_says_which_number_it_answers(number: str):
    assert any(said(number, source(rule_id)) for rule_id in DEMANDS[number]["rules"])
