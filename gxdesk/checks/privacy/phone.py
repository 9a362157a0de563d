"""Rule ``privacy.phone``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.document.place import Place
from gxdesk.document.text import narrow
from gxdesk.report.model import Report

_MOBILE = re.compile(
    r"(?<![\dA-Za-z_./=-])(?:\+?86-?)?(1[3-9]\d)([ -]?)\d{4}\2\d{4}(?![\dA-Za-z_/]|\.\d|-\d)"
)


def check(report: Report) -> Iterator[Hit]:
    """Report mobile telephone numbers (M72); office landlines are the contact a report should give."""
    for block, cell, text in report.long_numbers:
        for match in _MOBILE.finditer(narrow(text)):
            place = report.document.place(block, *match.span())
            yield _hit(match[0], report.document.cell_place(block, cell) if cell else place)


def _hit(number: str, place: Place) -> Hit:
    digits = re.sub(r"\D", "", number)[-11:]
    shown = f"{digits[:3]}****{digits[7:]}"
    return Hit(
        message=f"“{shown}”是手机号码（此处已隐去中间四位），请确认可以公开。",
        places=(place,),
        key=shown,
    )


RULE = Rule(
    id="privacy.phone",
    title="含有手机号码",
    severity=Severity.WARNING,
    requirement="没有个人手机号码",
    basis="《中华人民共和国个人信息保护法》；《中华人民共和国政府信息公开条例》第十五条",
    explanation="联系方式应当是办公电话。手机号码多属个人信息，公开前应当核实；固定电话、传真和服务热线不报。",
    advice="改为办公电话；确属对外公布的工作号码，可以保留。",
    check=check,
    any_text=True,
)
