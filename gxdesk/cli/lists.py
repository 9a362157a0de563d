"""``gxdesk standards`` and ``gxdesk rules``: what the program knows."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gxdesk.checks.api import Rule


def standards(arguments: Namespace) -> int:
    """List the known report formats."""
    from gxdesk.standards.load import known

    formats = [
        {"id": s.id, "name": s.name, "since": s.since, "until": s.until, "citation": s.citation}
        for s in known()
    ]
    if arguments.json:
        return _print_json({"standards": formats})
    for one in formats:
        years = f"{one['since']}—{one['until']}年度" if one["until"] else f"{one['since']}年度起"
        print(f"{one['id']}　{one['name']}（{years}），依据{one['citation']}")
    return 0


def rules(arguments: Namespace) -> int:
    """List every rule with its reason and legal basis, the office's own too when their file is given.

    Raises :class:`~gxdesk.errors.RulesError` when that file is wrong: writing it, this is how to try it.
    """
    from gxdesk.checks.catalogue import rules as ours

    own: tuple[Rule, ...] = ()
    if arguments.rules is not None:
        from gxdesk.checks.office import office_rules

        own = office_rules(arguments.rules)
    every = (*ours(), *own)
    if arguments.json:
        fields = ("id", "title", "requirement", "basis", "explanation", "advice")
        listed = [
            {name: getattr(rule, name) for name in fields}
            | {"severity": rule.severity.value, "standards": list(rule.standards)}
            for rule in every
        ]
        return _print_json({"rules": listed})
    for rule in every:
        print(f"{rule.id}　{rule.severity.word}　{rule.title}")
        print(f"    要求：{rule.requirement}")
        print(f"    说明：{rule.explanation}")
        print(f"    依据：{rule.basis}")
        print(f"    处理：{rule.advice}\n")
    print(f"共{len(every)}条规则。")
    return 0


def _print_json(document: dict[str, Any]) -> int:
    print(json.dumps(document, ensure_ascii=False, indent=1))
    return 0
