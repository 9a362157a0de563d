"""Rule ``privacy.identity``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import in_passage
from gxdesk.document.place import Place
from gxdesk.document.text import fold
from gxdesk.report.model import Report

_NUMBER = re.compile(r"(?<![0-9A-Za-z])([1-8]\d{5})((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[0-9Xx](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(report: Report) -> Iterator[Hit]:
    """Report citizen identity numbers (M72): 18 digits with a real date and the right check digit."""
    for block, cell, text in report.long_numbers:
        for match in _NUMBER.finditer(fold(text).text):
            if is_identity_number(match[0]):
                yield _hit(match[0], in_passage(report, block, cell, match.span()))


def is_identity_number(text: str) -> bool:
    """Whether 18 characters are an identity number: birth date and check digit (GB 11643)."""
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text[:17], strict=True))
    return _CHECK[total % 11] == text[17].upper()


def _hit(number: str, place: Place) -> Hit:
    shown = f"{number[:6]}********{number[14:]}"
    return Hit(
        message=f"“{shown}”是居民身份证号码，不得随报告公开（此处已隐去出生日期）。",
        places=(place,),
        key=shown,
    )


RULE = Rule(
    id="privacy.identity",
    title="含有居民身份证号码",
    severity=Severity.ERROR,
    requirement="没有居民身份证号码",
    basis="《中华人民共和国个人信息保护法》；《中华人民共和国政府信息公开条例》第十五条",
    explanation=(
        "身份证号码属于个人信息，年度报告不需要也不得公开。只报出生日期和校验码都正确的18位号码；"
        "已经用星号隐去的、统一社会信用代码和其他长编号不报。"
    ),
    advice="删去该号码。",
    check=check,
    any_text=True,
)
