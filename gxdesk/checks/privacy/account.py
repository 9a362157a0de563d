"""Rule ``privacy.account``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxdesk.checks.api import Hit, Rule, Severity
from gxdesk.checks.find import in_passage
from gxdesk.checks.privacy.identity import is_identity_number
from gxdesk.document.place import Place
from gxdesk.document.text import fold
from gxdesk.report.model import Report

_CARD = re.compile(r"(?<![\dA-Za-z.])(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|3[47]\d{13})(?![\dA-Za-z.])")
_QQ = re.compile(r"(?:QQ|qq)(?:群)?(?:号码?)?:?(?P<n>[1-9]\d{4,10})(?!\d)")


def check(report: Report) -> Iterator[Hit]:
    """Report bank card numbers with the right check digit, and QQ numbers (M72)."""
    for block, cell, text in report.long_numbers:
        folded = fold(text).text
        for match in _CARD.finditer(folded):
            yield from _card(match[0], in_passage(report, block, cell, match.span()))
        for match in _QQ.finditer(folded):
            yield _qq(match["n"], in_passage(report, block, cell, match.span()))


def is_card_number(text: str) -> bool:
    """Whether digits pass the Luhn check (GB/T 17552) that bank cards carry."""
    total = 0
    for position, digit in enumerate(reversed(text)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _card(number: str, place: Place) -> Iterator[Hit]:
    if not is_card_number(number) or (len(number) == 18 and is_identity_number(number)):
        return
    shown = f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"
    yield Hit(f"“{shown}”是银行卡号（此处已隐去中间各位），不得随报告公开。", (place,), shown)


def _qq(number: str, place: Place) -> Hit:
    shown = f"QQ{number[:2]}****"
    return Hit(
        f"“{shown}”是QQ号码，多属个人信息，请确认可以公开。",
        (place,),
        shown + number[-2:],
        severity=Severity.WARNING,
        title="含有QQ号码",
        advice="改为办公电话或者单位邮箱。",
    )


RULE = Rule(
    id="privacy.account",
    title="含有银行卡号",
    severity=Severity.ERROR,
    requirement="没有银行卡号、个人社交账号",
    basis="《中华人民共和国个人信息保护法》第二十八条；《中华人民共和国政府信息公开条例》第十五条",
    explanation="金融账户属于敏感个人信息。只报发卡行标识和校验位都正确的卡号；单位社会信用代码、单据编号不报，QQ号码只报存疑。",
    advice="删去该号码。",
    check=check,
    any_text=True,
)
