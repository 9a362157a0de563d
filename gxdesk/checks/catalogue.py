"""The catalogue of rules: the explicit list of rule modules, in the order they run and are listed.

The path is the id: rule ``citation.outdated`` is ``gxdesk/checks/citation/outdated.py``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from gxdesk.checks.api import Rule

RULE_IDS = (
    "structure.title",
    "structure.body_name",
    "structure.section.missing",
    "structure.section.order",
    "structure.section.title",
    "structure.section.empty",
    "structure.aspects",
    "structure.aspect_text",
    "structure.supervision",
    "structure.problems",
    "structure.plans",
    "structure.fees",
    "structure.quantities",
    "structure.general_subject",
    "structure.topic",
    "structure.parts",
    "structure.contact",
    "structure.numbering.gap",
    "structure.duplicate",
    "table.missing",
    "table.rows.missing",
    "table.columns.missing",
    "table.labels",
    "table.rows.extra",
    "table.version",
    "table.statistics",
    "number.blank",
    "number.format",
    "number.rules_authority",
    "number.amount_scale",
    "number.projects",
    "number.decisions",
    "number.published",
    "number.procurement",
    "balance.applications.column",
    "balance.applications.total",
    "balance.applications.row",
    "balance.review_litigation",
    "balance.double_counted",
    "balance.suits_after_review",
    "balance.in_force",
    "balance.carried_out",
    "balance.statistics",
    "prose.table",
    "prose.sum",
    "prose.statistics",
    "prose.unmentioned",
    "prose.ratio",
    "prose.same_measure",
    "prose.zero_and_count",
    "prose.full_rate",
    "prose.missing_number",
    "prose.missing_unit",
    "prose.approximate",
    "prose.unit",
    "prose.fee_mention",
    "prose.fee_multiple",
    "prose.fee_scale",
    "date.year",
    "date.period",
    "date.signoff",
    "date.budget",
    "date.day",
    "date.limit",
    "date.from_receipt",
    "citation.number",
    "citation.brackets",
    "citation.outdated",
    "citation.name",
    "citation.missing_number",
    "citation.wording",
    "leftover.placeholder",
    "leftover.web",
    "leftover.signoff",
    "leftover.ai",
    "injection.spam",
    "language.ending",
    "language.enumeration",
    "language.brackets",
    "language.doubled",
    "language.misspelt",
    "privacy.identity",
    "privacy.phone",
    "privacy.account",
    "privacy.name",
    "layout.invisible",
    "layout.spaces",
    "layout.punctuation",
    "year.previous",
    "year.carried",
    "year.in_force",
    "year.abolished",
    "year.projects",
    "year.published",
    "year.growth",
    "year.same_table",
    "year.copied",
    "file.hidden",
    "file.revisions",
    "file.comments",
    "file.image",
    "file.formula",
    "file.rounded",
    "file.macro",
    "file.format",
    "file.encoding",
    "file.damaged",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in catalogue order."""
    return tuple(_load(rule_id) for rule_id in RULE_IDS)


def rule(rule_id: str) -> Rule:
    """Return one rule by id; raises ``KeyError``."""
    for known in rules():
        if known.id == rule_id:
            return known
    raise KeyError(rule_id)


def _load(rule_id: str) -> Rule:
    found: Rule = import_module(f"gxdesk.checks.{rule_id}").RULE
    return found
