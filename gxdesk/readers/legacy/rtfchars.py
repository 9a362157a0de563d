"""Code pages of RTF text: of the file, of its fonts, and decoding of collected bytes."""

from __future__ import annotations

from gxdesk.readers.word.runs import symbol

SYMBOL = "symbol"
DEFAULT = "cp1252"
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437", 2: SYMBOL,
}  # fmt: skip
_PAGES = {936: "gb18030", 54936: "gb18030", 10008: "gb18030", 65001: "utf-8", 10000: "mac-roman", 42: SYMBOL}
_KNOWN = frozenset(
    (437, 850, 852, 866, 874, 932, 949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361)
)
_WIDE = {"gb18030": "gbk", "cp950": "cp950", "cp932": "cp932", "cp949": "cp949"}


def of_page(page: int) -> str | None:
    """Return the encoding of a Windows code page, ``None`` for one nobody knows."""
    if page == 1361:
        return "johab"
    return _PAGES.get(page) or (f"cp{page}" if page in _KNOWN else None)


def of_charset(charset: int) -> str | None:
    """Return the encoding of a font's character set, ``None``: as the file."""
    return _CHARSETS.get(charset)


def decode(data: bytes, encoding: str, file_encoding: str) -> str:
    """Decode bytes written in a font of ``encoding`` in a file of ``file_encoding``.

    Some programs write Chinese bytes in a Western font of a Chinese file: bytes that read as Chinese
    without a fault are Chinese.
    """
    if data.isascii() and encoding != SYMBOL:
        return data.decode("ascii")
    if encoding == SYMBOL:
        return "".join(symbol(0xF000 | byte) if byte > 0x20 else " " for byte in data)
    if encoding == DEFAULT and file_encoding in _WIDE:
        try:
            text = data.decode(_WIDE[file_encoding])
        except UnicodeDecodeError:
            text = ""
        if any("\u4e00" <= sign <= "\u9fff" or "\u3000" <= sign < "\u3020" for sign in text):
            return text
    return data.decode(encoding, "replace")
