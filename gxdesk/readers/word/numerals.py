"""How Word writes list numbers: the number formats (ST_NumberFormat) that Chinese drafts use."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _counting(number: int, digits: str, units: tuple[str, str, str], bare_ten: bool) -> str:
    """Write 1..9999 with units; ``bare_ten``: 10 is 十, not 一十."""
    text = ""
    gap = False
    for unit, size in zip((*units, ""), (1000, 100, 10, 1), strict=True):
        digit = number // size % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[digit] + unit
        gap = False
    if bare_ten and 10 <= number < 20:
        return text[1:]
    return text


def _chinese(number: int) -> str:
    return _counting(number, _DIGITS, ("千", "百", "十"), True) if 0 < number < 10000 else str(number)


def _chinese_counting(number: int) -> str:
    return _chinese(number) if number < 100 else _digital(number)


def _legal(number: int, digits: str = _LEGAL_DIGITS) -> str:
    return _counting(number, digits, ("仟", "佰", "拾"), False) if 0 < number < 10000 else str(number)


def _japanese(number: int) -> str:
    text = _chinese(number).replace("零", "")
    return text[1:] if number >= 100 and text[:2] in ("一百", "一千") else text


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _roman(number: int) -> str:
    text = ""
    for size, letters in (*_ROMAN, *_ROMAN_SMALL):
        text += letters * (number // size)
        number %= size
    return text


def _from(first: str, last: int, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    """Number by consecutive characters from ``first``, up to ``last``."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else otherwise(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _circled(number: int) -> str:
    if 20 < number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalHalfWidth": str,
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "koreanCounting": str,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": lambda number: _legal(number, _LEGAL_TRADITIONAL),
    "japaneseLegal": _legal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10, _chinese),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "none": lambda number: "",
}


def list_number(number: int, number_format: str) -> str:
    """Write ``number`` in a Word number format (``chineseCounting``...); an unknown format as digits."""
    if not 0 <= number < 100_000:
        return str(number)
    return _FORMATS.get(number_format, str)(number)
