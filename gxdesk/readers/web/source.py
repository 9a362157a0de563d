"""From the bytes of a saved page (.html, .mht) to its markup: the right part, the right encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from gxdesk.errors import ReadError
from gxdesk.readers.encodings import Decoded, decode
from gxdesk.readers.package import DAMAGED, TRUNCATED

HEAD = 4096
MAX_BYTES = 30 * 1024 * 1024
MAX_TAGS = 400_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9._-]{2,20})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]{2,20})""")
_MAIL = re.compile(rb"^(?:mime-version:|content-type:\s*multipart/)", re.IGNORECASE | re.MULTILINE)
_END = re.compile(rb"<\0?/\0?h\0?t\0?m\0?l", re.IGNORECASE)
_SCRIPT = re.compile(rb"<(script|style)[\s\S]*?</\1", re.IGNORECASE)
_ABOVE_ASCII = re.compile(rb"[\x80-\xff]")
_FRAMES = re.compile(rb"<frameset", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?")
# A page that says "Latin" and holds Chinese says it by mistake; these names decode anything.
_CLAIMS_NOTHING = re.compile(r"iso-?8859|windows-?125|latin|us-?ascii|x-user", re.IGNORECASE)

TOO_LONG = "网页大得不正常，不像报告草稿，没有读取。请把正文复制到 Word 中另存，再检查新文件。"
FRAMES_ONLY = (
    "这个网页只是一个框架，正文在别的文件里，没有可检查的内容。"
    "请在浏览器中打开正文所在的页面另存，或用 Word、Excel 另存为 .docx、.xlsx 后再检查。"
)
NO_PAGE = "这个网页存档里没有网页正文。请在浏览器中重新保存，或把正文复制到 Word 中再检查。"


@dataclass(frozen=True, slots=True)
class Source:
    """Markup, its encoding, characters that could not be decoded; ``whole``: its lines are the file's."""

    text: str
    encoding: str
    broken: int
    whole: bool


def page_source(data: bytes, encoding: str = "auto") -> Source:
    """Return the markup of a saved page. Raises :class:`ReadError` when there is none or it is damaged."""
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise ReadError(TOO_LONG)
    archive = is_archive(data)
    page, charset = _page_of(data) if archive else (data, None)
    decoded = _decoded(page, charset, encoding)
    if archive and (len(page) > MAX_BYTES or page.count(b"<") > MAX_TAGS):
        raise ReadError(TOO_LONG)
    text = _LINE_END.sub("\n", decoded.text.replace("\x00", ""))
    return Source(text, decoded.encoding, decoded.broken, not archive)


def is_archive(data: bytes) -> bool:
    """Tell whether the data is a web archive (.mht): a mail-like head before the page."""
    head = data[:HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    return not head.startswith(b"<") and b":" in head[:200] and _MAIL.search(head) is not None


def _page_of(data: bytes) -> tuple[bytes, str | None]:
    """Return the page inside a web archive and the charset its part names."""
    import email
    from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect

    try:
        message = email.message_from_bytes(data.removeprefix(codecs.BOM_UTF8))
        parts = [part for part in message.walk() if part.get_content_type() in _PAGE_TYPES]
        pages = [(part.get_payload(decode=True), part.get_content_charset()) for part in parts]
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ReadError(DAMAGED) from error
    found = [(page, charset) for page, charset in pages if isinstance(page, bytes) and page.strip()]
    if not found:
        raise ReadError(NO_PAGE)
    defects = tuple(type(defect) for part in message.walk() for defect in part.defects)
    unended = CloseBoundaryNotFoundDefect in defects and not _END.search(found[-1][0])
    if unended or InvalidBase64LengthDefect in defects:
        raise ReadError(TRUNCATED)
    if len(found) > 1 and _FRAMES.search(found[0][0]):  # a workbook: one page a sheet
        sheets = [page for page, _ in found[1:] if b"<table" in page.lower()]
        return b"\n".join(sheets) or found[1][0], found[1][1]
    return max(found, key=lambda part: _chinese(part[0]) + (part is found[0]))


def _chinese(page: bytes) -> int:
    """Return how much a page says in Chinese, roughly: an archive holds frames of advertisements too."""
    return len(_ABOVE_ASCII.findall(_SCRIPT.sub(b"", page)))


_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def _decoded(data: bytes, charset: str | None, encoding: str) -> Decoded:
    """Decode a page: the user's word, else byte order mark and UTF-8, else what the page says of itself."""
    if encoding.strip().lower() not in ("", "auto"):
        return decode(data, encoding)
    found = decode(data)
    if found.encoding.startswith("utf") and not found.broken:
        return found
    declared = charset or _declared(data)
    if declared and not _CLAIMS_NOTHING.match(declared):
        try:
            return decode(data, declared)
        except ReadError:
            return found
    return found


def _declared(data: bytes) -> str | None:
    head = data[:HEAD]
    match = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return match[1].decode("ascii") if match else None


def parse_page(source: Source):  # type: ignore[no-untyped-def]  # noqa: ANN201 - an lxml element
    """Parse markup as browsers do, fetching nothing. Raises :class:`ReadError` for an absurdly deep page.

    lxml's HTML parser: it comes with python-docx, mends tag soup (``<td>`` and ``<p>`` left open, as most
    web editors write) and tells source lines; the standard library's parser only yields tags as they come.
    """
    from lxml import etree

    if not source.text.strip():
        raise ReadError(NO_PAGE)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(DAMAGED) from error
    if root is None:
        raise ReadError(NO_PAGE)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError(TOO_DEEP)
    return root


TOO_DEEP = "网页的结构嵌套得不正常，不像报告草稿，没有读取。请把正文复制到 Word 中另存，再检查新文件。"
