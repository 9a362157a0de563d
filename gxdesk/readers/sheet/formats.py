"""Numbers as a workbook shows them: thousands separators, decimals, percentages, dates, words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
_DATE = "yyyy/m/d"
_CHINESE_MONTH = 'yyyy"年"m"月"'
_CHINESE_DATE = 'yyyy"年"m"月"d"日"'
_CHINESE_DAY = 'm"月"d"日"'
_TIME = "h:mm:ss"
# Built-in formats (ECMA-376 18.8.30) with their meaning in Chinese editions of Office.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: _DATE, 15: _DATE, 16: _CHINESE_DAY, 17: _CHINESE_MONTH, 18: "h:mm", 19: _TIME, 20: "h:mm", 21: _TIME,
    22: "yyyy/m/d h:mm", 27: _CHINESE_MONTH, 28: _CHINESE_DAY, 29: _CHINESE_DAY, 30: "m/d/yy",
    31: _CHINESE_DATE, 32: "h:mm", 33: _TIME, 34: "h:mm", 35: _TIME, 36: _CHINESE_MONTH,
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: _TIME, 47: "mm:ss", 49: "@", 50: _CHINESE_MONTH, 51: _CHINESE_DAY,
    52: _CHINESE_MONTH, 53: _CHINESE_DAY, 54: _CHINESE_DAY, 55: _CHINESE_MONTH, 56: _CHINESE_DAY,
    57: _CHINESE_MONTH, 58: _CHINESE_DAY,
}  # fmt: skip

_TOKEN = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]|[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+|%|[Ee][+-]|.')
_DATE_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|上午/下午|y+|m+|d+|h+|s+|a{3,4}|.', re.IGNORECASE)
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_SHOWN = Context(prec=11, rounding=ROUND_HALF_UP)
_WHOLE = {GENERAL: "", "@": "", "": "", "0": "", "#,##0": ","}  # how whole numbers are grouped
_WEEKDAYS = "一二三四五六日"


class Shown(NamedTuple):
    """A number as shown; ``rounded`` when digits that are stored are not shown."""

    text: str
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class _Picture:
    """A number format section taken apart."""

    before: str
    after: str
    places: int
    least: int
    whole: int
    grouped: bool
    percent: bool
    scale: int
    plain: bool  # nothing but literals: no digits at all


def whole(value: str, code: str) -> str | None:
    """Show a plain whole number by one of the commonest codes; ``None``: ask :func:`show`."""
    mark = _WHOLE.get(code)
    if mark is None or len(value) > 11 or not value.isdigit() or not value.isascii():
        return None
    if value[0] == "0" and value != "0":
        return None
    return f"{int(value):,}" if mark else value


def show(value: str, code: str, epoch_1904: bool = False) -> Shown:
    """Show a stored number by a format code; an unknown or exotic code shows it plainly."""
    if code == GENERAL and value.isdigit() and value[0] != "0" and len(value) < 12:
        return Shown(value)
    try:
        number = _DIGITS.create_decimal(value)
    except InvalidOperation:
        return Shown(value)
    if not number.is_finite():
        return Shown(value)
    if code == GENERAL or code == "@" or not code:
        return Shown(_general(number))
    if is_date(code):
        return Shown(_date(number, code, epoch_1904))
    sections = _sections(code)
    section, signed = _choose(sections, number)
    picture = _picture(section)
    if picture is None:
        return Shown(_general(number))
    return _fill(picture, number, signed)


@lru_cache(maxsize=256)
def is_date(code: str) -> bool:
    """Tell whether a format code shows a date or a time."""
    bare = re.sub(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]', "", code.split(";")[0])
    return bool(re.search(r"[ymdhs]", bare, re.IGNORECASE)) and not re.search(r"[0#?]", bare)


def _general(number: Decimal) -> str:
    if number == number.to_integral_value():
        return f"{number:.0f}" if number else "0"
    text = f"{_SHOWN.create_decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    sections = [""]
    for token in _TOKEN.findall(code):
        if token == ";":
            sections.append("")
        else:
            sections[-1] += token
    return tuple(sections)


def _choose(sections: tuple[str, ...], number: Decimal) -> tuple[str, bool]:
    """Return the section for a number, and whether a minus sign must be written before it."""
    if any(re.match(r"\[[<>=]", section) for section in sections):
        return sections[-1], number < 0
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], number < 0


@lru_cache(maxsize=256)
def _picture(section: str) -> _Picture | None:
    before = after = digits = ""
    percent = False
    for token in _TOKEN.findall(section):
        if token[0] in "#0?.":
            if digits:
                return None
            digits = token
        elif token[0] in "_*[":
            continue
        elif token[0] in "Ee/":
            return None
        else:
            percent = percent or token == "%"
            literal = token[1:-1] if token[0] == '"' else token[1:] if token[0] in "\\!" else token
            before, after = (before, after + literal) if digits else (before + literal, after)
    if section == GENERAL or "General" in section:
        return None
    body = digits.rstrip(",")
    whole, _, fraction = body.partition(".")
    return _Picture(
        before,
        after,
        len(fraction),
        fraction.count("0"),
        whole.count("0"),
        "," in whole,
        percent,
        len(digits) - len(body),
        not digits,
    )


def _fill(picture: _Picture, number: Decimal, signed: bool) -> Shown:
    if picture.plain:
        return Shown(picture.before + picture.after, bool(number))
    value = abs(number) * (100 if picture.percent else 1) / Decimal(1000) ** picture.scale
    quantum = Decimal(1).scaleb(-picture.places)
    shown = value.quantize(quantum, ROUND_HALF_UP) if value < Decimal("1e20") else value
    text = f"{shown:,f}" if picture.grouped else f"{shown:f}"
    if picture.places > picture.least:
        whole, _, fraction = text.partition(".")
        kept = fraction[: picture.least] + fraction[picture.least :].rstrip("0")
        text = f"{whole}.{kept}" if kept else whole
    whole, dot, fraction = text.partition(".")
    text = whole.zfill(picture.whole) + dot + fraction
    sign = "-" if signed and shown else ""
    return Shown(sign + picture.before + text + picture.after, shown != value)


def _date(number: Decimal, code: str, epoch_1904: bool) -> str:
    if not 0 <= number < 2_958_466:
        return _general(number)
    base = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    moment = base + timedelta(seconds=round(float(number) * 86400))
    pieces: list[str] = []
    previous = ""
    tokens: list[str] = _DATE_TOKEN.findall(code.split(";")[0])
    for index, token in enumerate(tokens):
        kind = token[0].lower()
        following = next(
            (later[0].lower() for later in tokens[index + 1 :] if later[0].lower() in "ymdhs"), ""
        )
        minute = kind == "m" and (previous == "h" or following == "s")
        pieces.append(_date_piece(token, moment, minute))
        previous = kind if kind in "ymdhs" else previous
    return "".join(pieces).strip()


def _date_piece(token: str, moment: datetime, minute: bool) -> str:
    kind, width = token[0].lower(), min(len(token), 2)
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    if token[0] == "[":
        return ""
    if kind == "y":
        return f"{moment.year}" if len(token) > 2 else f"{moment.year % 100:02d}"
    if token.lower() in ("am/pm", "上午/下午"):
        return "上午" if moment.hour < 12 else "下午"
    if kind == "a" and len(token) >= 3:
        return ("星期" if len(token) > 3 else "") + _WEEKDAYS[moment.weekday()]
    part = {
        "m": moment.minute if minute else moment.month,
        "d": moment.day,
        "h": moment.hour,
        "s": moment.second,
    }
    return f"{part[kind]:0{width}d}" if kind in part else token
