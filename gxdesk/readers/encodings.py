"""Finds out how a text file is encoded. Evidence decides; statistics are one voice, never the judge."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from gxdesk.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8-sig": "utf-8"}
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "ansi": "gb18030", "big5": "cp950", "unicode": "utf-16"}
# Characters every official text is full of; one of them is a stronger sign than any statistic.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要年他时来用们政府信息公开工作情况报告局市县区条例部门"
)
_COMMON_TRADITIONAL = frozenset(
    "的一是在不了有和人這中大為上個國我以要年時來政府資訊公開工作情況報告局市縣區條例部門"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
SAMPLE = 64 * 1024
UTF16_SAMPLE = 8 * 1024
BIG5_LEAD = 2.0
FEWEST_COMMON = 0.1  # of the characters of a text in UTF-16 without a single digit or line end


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was found in, and how many characters could not be decoded."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes, encoding: str = "auto") -> Decoded:
    """Decode a text file. ``encoding`` other than ``auto`` is obeyed.

    Raises :class:`ReadError` for an encoding name nobody knows and for one the text cannot be read in.
    Automatic order: byte order mark; UTF-8 without error; UTF-16 by its zero bytes; then Chinese encodings.
    Bytes no encoding explains are replaced and counted in ``broken``.
    """
    if encoding.strip().lower() not in ("", "auto"):
        return _ordered(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data, name)
    wide = utf16_without_mark(data)
    if wide is not None:
        return _lenient(data, wide)
    data = data.replace(b"\x00", b"")
    text = _strict(data, "utf-8")
    if text is not None and not _only_looks_utf8(text):
        return Decoded(text, "utf-8")
    return _chinese(data)


def _only_looks_utf8(text: str) -> bool:
    """Tell whether text that passed as UTF-8 is a few GBK characters: foreign letters, nothing Chinese."""
    foreign = [character for character in text if character > "\x7f"]
    return bool(foreign) and all("\x80" <= character < "\u0800" for character in foreign)


def _ordered(data: bytes, encoding: str) -> Decoded:
    name = encoding.strip().lower().replace("_", "-")
    name = _ALIASES.get(name, name)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise ReadError(
            f"不认识编码“{encoding}”。请改用 utf-8、gb18030、big5 或 utf-16，或者不指定编码，由程序判断。"
        ) from error
    if not codec._is_text_encoding:
        raise ReadError(f"“{encoding}”不是文字编码。请改用 utf-8、gb18030、big5 或 utf-16。")
    text = _strict(data, "utf-8-sig" if codec.name == "utf-8" else codec.name)
    if text is None:
        raise ReadError(
            f"按编码“{encoding}”读不通这个文件，它多半是别的编码。请不指定编码，由程序判断，或换一种编码再试。"
        )
    return Decoded(text.removeprefix("\ufeff"), codec.name)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = _strict(data, encoding)
    name = _NAMES.get(encoding, encoding)
    if text is not None:
        return Decoded(text.removeprefix("\ufeff"), name)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return Decoded(text, name, text.count("\ufffd"))


def utf16_without_mark(data: bytes) -> str | None:
    """Return ``utf-16-le``/``-be`` for UTF-16 text without a byte order mark, ``None`` for anything else.

    Read the right way round, nearly all characters are ordinary ones. Line ends and digits have zero bytes,
    which no other text has; without any, the characters must be those official texts are full of.
    """
    sample = data[: min(len(data), UTF16_SAMPLE) & ~1]
    if len(sample) < 4 or (b"\x00" not in sample and _strict(data, "utf-8") is not None):
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, "replace")
        if sum(map(_is_ordinary, text)) >= 0.9 * len(text) and (
            b"\x00" in sample or _share(text, _COMMON | _COMMON_TRADITIONAL) >= FEWEST_COMMON
        ):
            return name
    return None


def _is_ordinary(character: str) -> bool:
    code = ord(character)
    return (
        0x20 <= code < 0x7F
        or character in "\t\r\n"
        or 0x4E00 <= code < 0xA000
        or 0x2010 <= code < 0x2040
        or 0x3000 <= code < 0x3020
        or 0xFF00 <= code < 0xFFF0
    )


def _chinese(data: bytes) -> Decoded:
    """Choose between UTF-8 with damage, GB18030 and Big5."""
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    han = len(_HAN.findall(damaged))
    if han > 2 * broken:  # GBK text read as UTF-8 yields hardly any Han character
        return Decoded(damaged, "utf-8", broken)
    simplified = _lenient(data, "gb18030")
    traditional = _lenient(data, "cp950")
    if _is_big5(data, simplified, traditional):
        return Decoded(traditional.text, "big5", traditional.broken)
    return simplified


def _is_big5(data: bytes, simplified: Decoded, traditional: Decoded) -> bool:
    if traditional.broken > simplified.broken:
        return False
    gained = _share(traditional.text, _COMMON_TRADITIONAL)
    lost = _share(simplified.text, _COMMON)
    if gained <= 0.02:
        return False
    if gained > BIG5_LEAD * lost:
        return True
    return gained > lost and _statistics(data) == "big5"


def _share(text: str, common: frozenset[str]) -> float:
    """Return the share of very common characters among the Han characters of ``text``."""
    found = _HAN.findall(text[:SAMPLE])
    return sum(character in common for character in found) / len(found) if found else 0.0


def _statistics(data: bytes) -> str:
    """Ask chardet; it takes short GBK texts for anything, so it only breaks ties."""
    import chardet

    return str(chardet.detect(data[:SAMPLE]).get("encoding") or "").lower()
