"""Bytes of a file to a Document: content decides the format, then one module a format.

A format is one module with ``read(data, encoding) -> Document``, named in :data:`FORMATS`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from gxdesk.document.model import Document, Notice
from gxdesk.document.place import WHOLE_DRAFT
from gxdesk.errors import ReadError

FORMATS = {
    "docx": "gxdesk.readers.docx",
    "doc": "gxdesk.readers.doc",
    "rtf": "gxdesk.readers.rtf",
    "xlsx": "gxdesk.readers.xlsx",
    "html": "gxdesk.readers.html",
    "xls": "gxdesk.readers.xls",
    "xml": "gxdesk.readers.xmlsheet",
    "wordxml": "gxdesk.readers.wordxml",
    "txt": "gxdesk.readers.txt",
}
WPS_WRITER = (".wps", ".wpt")
EXTENSIONS = (
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", *WPS_WRITER, ".rtf"),
    *(".xlsx", ".xlsm", ".xls", ".et", ".html", ".htm", ".mht", ".mhtml", ".txt", ".md"),
)
MARKDOWN = (".md", ".markdown")
MAX_BYTES = 200 * 1024 * 1024


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from searching a growing tree, where nothing is garbage, over and over."""
    busy = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if busy:
            gc.enable()


def read(path: str | Path, encoding: str = "auto") -> Document:
    """Read a draft. ``encoding`` names the encoding of a text draft (``auto`` finds it out).

    Raises :class:`ReadError` with a sentence that says what is wrong and what to do.
    """
    path = Path(path)
    return read_bytes(load(path), path.name, encoding)


def load(path: str | Path) -> bytes:
    """Return the bytes of a draft, once; raises :class:`ReadError` when they cannot be had."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError(f"“{path.name or path}”是文件夹，不是文件。请选择文件夹里的报告草稿。")
        if path.stat().st_size > MAX_BYTES:
            raise ReadError("文件超过 200 MB，不像报告草稿，没有读取。请确认选对了文件，或压缩文件里的图片。")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"找不到文件“{path.name}”。它可能已被移动、改名或删除，请重新选择。") from error
    except PermissionError as error:
        raise ReadError(
            f"没有权限读取“{path.name}”，或者它正被别的程序独占。请关闭打开它的程序，或把它复制到自己的文件夹。"
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            f"读取“{path.name}”时出错，可能是磁盘、U 盘或网络盘断开了。请复制到本机后再检查。"
        ) from error


def read_bytes(data: bytes, name: str, encoding: str = "auto") -> Document:
    """Read a draft from its bytes. Raises like :func:`read`.

    ``name`` is compared with the content, and tells ``doc`` from ``wps``, which are the same inside, and
    text with Markdown's marks as its layout from text with such marks left over.
    """
    from gxdesk.readers.sniff import REFUSED, mismatch, sniff

    found, source = sniff(data)
    module = FORMATS.get(found)
    if module is None:
        raise ReadError(REFUSED.get(found, REFUSED["binary"]))
    read_format = import_module(module).read
    with _collector_at_rest():
        document: Document = read_format(source, encoding)
    if found == "doc" and name.lower().endswith(WPS_WRITER):
        document = replace(document, format="wps")
    if found == "txt" and name.lower().endswith(MARKDOWN):
        from gxdesk.readers.markdown import unmarked

        document = unmarked(document)
    note = mismatch(name, found)
    if note is None:
        return document
    return replace(document, notices=(Notice("format", note, WHOLE_DRAFT), *document.notices))
