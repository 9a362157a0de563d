"""Saved web pages (.html, .mht) and what web systems export as .doc or .xls: nothing is ever fetched."""

from __future__ import annotations

from gxdesk.document.model import Document
from gxdesk.errors import ReadError
from gxdesk.readers.broken import note_broken
from gxdesk.readers.notes import Notes
from gxdesk.readers.web.page import PageReader
from gxdesk.readers.web.source import FRAMES_ONLY, TOO_DEEP, page_source, parse_page

FORMAT = "html"
EMPTY = "网页里没有文字，也许正文要联网才会显示。请在浏览器中打开，把正文复制到 Word 中再检查。"


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a saved page. Raises :class:`ReadError` when it holds no text or is damaged.

    Navigation, share bars and footers become paragraphs with the role of furniture; hidden elements are
    left out and noticed.
    """
    source = page_source(data, encoding)
    root = parse_page(source)
    notes = Notes()
    try:
        blocks = PageReader(notes, source.whole).read(root)
    except RecursionError as error:
        raise ReadError(TOO_DEEP) from error
    if not blocks:
        raise ReadError(FRAMES_ONLY if root.find(".//frame") is not None else EMPTY)
    if source.broken:
        note_broken(blocks, source.broken, source.encoding, notes)
    return Document(blocks, FORMAT, source.encoding, notes.done())
