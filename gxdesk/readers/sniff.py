"""Which format a file really is: its content decides, not its name."""

from __future__ import annotations

import re

from gxdesk.errors import ReadError
from gxdesk.readers.encodings import utf16_without_mark
from gxdesk.readers.legacy.fib import OLD_WORD
from gxdesk.readers.legacy.ole import OLE, Container
from gxdesk.readers.package import DAMAGED, ENCRYPTED, Package
from gxdesk.readers.web.source import is_archive

_SAVE_AS_WORD = "请用 Word 或 WPS 打开后另存为 .docx 文件，再检查新文件。"
_SAVE_AS_EXCEL = "请用 Excel 或 WPS 打开后另存为 .xlsx 文件，再检查新文件。"
_SUPPORTED = (
    "能检查的是 Word 和 WPS 文字（.docx、.doc、.wps、.rtf）、Excel 和 WPS 表格（.xlsx、.xls、.et）、"
    "网页（.html、.mht）和文本（.txt）文件。"
)

EMPTY = "文件是空的（0 字节），里面没有任何内容。请确认选对了文件，或重新保存、重新复制一份。"

ZEROS = "文件里只有空字节，多半是复制或下载中断造成的。请重新复制或下载一份。"

REFUSED = {
    "ole": f"这是旧版 Office 格式的文件，但看不出是文档还是表格。{_SAVE_AS_WORD}",
    "encrypted": ENCRYPTED,
    "old word": OLD_WORD,
    "xlsb": f"这是二进制的 Excel 工作簿（.xlsb），不能直接读取。{_SAVE_AS_EXCEL}",
    "ppt": f"这是演示文稿，不是报告草稿。请确认选对了文件。{_SUPPORTED}",
    "odf": f"这是 OpenDocument 文档（.odt），不能直接读取。{_SAVE_AS_WORD}",
    "ods": f"这是 OpenDocument 表格（.ods），不能直接读取。{_SAVE_AS_EXCEL}",
    "uof": "这是标文通（UOF）文件，不能直接读取。请用 WPS 打开，另存为 .docx（表格为 .xlsx）后再检查。",
    "ofd": "这是版式文件（OFD），里面的表格不能检查。请用排版前的 Word 或 WPS 原稿。",
    "zip": f"这是压缩包，或者不是 Office 文件。请先解压，再选择里面的报告草稿。{_SUPPORTED}",
    "archive": f"这是压缩包。请先解压，再选择里面的报告草稿。{_SUPPORTED}",
    "pdf": "这是 PDF 文件，里面的表格不能可靠地检查。请用生成它的 Word 或 WPS 原稿。",
    "image": "这是图片，里面的文字和数字读不出来。请用报告的 Word 或 WPS 原稿。",
    "program": f"这是程序文件，不是报告草稿，没有读取。来路不明的请勿运行。请确认选对了文件。{_SUPPORTED}",
    "other xml": f"这是 XML 文件，不能直接读取。{_SAVE_AS_WORD}",
    "binary": f"文件内容不是文字，看不出是什么格式。请确认选对了文件。{_SUPPORTED}",
}

# How pages begin, whole ones and the fragments web systems export as .doc and .xls.
_PAGE = re.compile(
    rb"(?:<!--.{0,3000}?-->\s*)*<(?:!doctype html|html|head|body|meta|title|style|table|div|center"
    rb"|p|span|font|h[1-6]|ul|ol|br)[\s>/]",
    re.DOTALL,
)

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x7fELF", "program"),
    (b"\x9b\xa5", "old word"),  # Word 1 to 6 for Windows, before files were containers
    (b"\xdb\xa5", "old word"),
    (b"\xdc\xa5", "old word"),
    (b"\x09\x08\x10\x00\x00\x06", "xls"),  # workbook streams without a container, as some programs write
    (b"\x09\x08\x08\x00\x00\x05", "xls"),
    (b"\x09\x08\x08\x00\x00\x00", "xls"),
    (b"\x09\x00\x04\x00", "xls"),  # Excel 2 to 4
    (b"\x09\x02\x06\x00", "xls"),
    (b"\x09\x04\x06\x00", "xls"),
)
# What an XML text is, by its first element or a namespace of it.
_XML = tuple(
    (re.compile(sign), found)
    for sign, found in (
        (rb"schemas\.microsoft\.com/office/word/2003/wordml", "wordxml"),
        (rb"<pkg:package[\s\S]*word/document\.xml", "wordxml"),
        (rb"<office:document[\s\S]*opendocument\.spreadsheet", "ods"),
        (rb"<office:document", "odf"),
        (rb"<uof:uof|schemas\.uof\.org", "uof"),
        (rb"<html", "html"),
    )
)
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)

_FAMILIES = {
    "docx": ("Word 文件", {".docx", ".docm", ".dotx", ".dotm"}),
    "doc": ("旧版 Word 或 WPS 文字文件", {".doc", ".dot", ".wps", ".wpt"}),
    "rtf": ("RTF 文件", {".rtf"}),
    "xlsx": ("Excel 文件", {".xlsx", ".xlsm", ".xltx", ".xltm"}),
    "xls": ("旧版 Excel 或 WPS 表格文件", {".xls", ".xlt", ".et", ".ett"}),
    "html": ("网页文件", {".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"}),
    "xml": ("XML 表格文件", {".xml"}),
    "wordxml": ("Word XML 文件", {".xml"}),
    "txt": ("文本文件", {".txt", ".md", ".markdown", ".text", ".csv", ".tsv", ".log"}),
}
_OTHER_SUFFIXES = {".pdf", ".odt", ".ods"}


def sniff(data: bytes) -> tuple[str, bytes | Package]:
    """Return the format of ``data``, and what its reader reads: a zip file is opened once, by this.

    The format is ``docx``, ``doc``, ``xlsx``... or a key of :data:`REFUSED`.
    Raises :class:`ReadError` for an empty file and for a zip file or OLE container that is cut short.
    """
    if not data:
        raise ReadError(EMPTY)
    if not data[:65536].strip(b"\x00"):
        raise ReadError(ZEROS)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        package = Package(data)
        return _of_package(package), package
    return _of_bytes(data), data


def _of_bytes(data: bytes) -> str:
    if data.startswith(OLE):
        return _ole(data)
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if data.startswith(b"BM") and len(data) > 14 and data[6:10] == b"\x00\x00\x00\x00":
        return "image"
    if data.startswith(b"MZ") and b"\x00" in data[:512]:
        return "program"
    return _text(data)


def _of_package(package: Package) -> str:
    names = set(package.names())
    kind = (package.read("mimetype") or b"")[:80]
    if b"opendocument" in kind:
        return "ods" if b"spreadsheet" in kind else "odf"
    if "uof.xml" in names:
        return "uof"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "ofd.xml" in names:
        return "ofd"
    for folder, found in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "ppt")):
        if any(name.startswith(folder) for name in names) and "[content_types].xml" in names:
            return found
    if "[content_types].xml" in names:
        raise ReadError(DAMAGED)
    return "zip"


def _ole(data: bytes) -> str:
    container = Container(data)
    return next((found for stream, found in _STREAMS if container.has(stream)), "ole")


def _text(data: bytes) -> str:
    head = data[:4096]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    folded = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").lstrip().lower()
    if folded.startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in folded and b"<workbook" in folded:
            return "xml"
        return next((found for sign, found in _XML if sign.search(folded)), "other xml")
    if _PAGE.match(folded) or (b"content-type:" in folded and is_archive(data)):
        return "html"
    controls = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if not wide and controls > len(head) // 20 and utf16_without_mark(data) is None:
        return "binary"
    return "txt"


def mismatch(name: str, found: str) -> str | None:
    """Return a sentence when the name's extension promises another format than ``found``, else ``None``."""
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot >= 0 else ""
    if found not in _FAMILIES:
        return None
    title, suffixes = _FAMILIES[found]
    known = _OTHER_SUFFIXES.union(*(family for _, family in _FAMILIES.values()))
    if suffix in suffixes or suffix not in known:
        return None
    return f"文件名以“{suffix}”结尾，内容却是{title}，已按{title}读取。请改正扩展名，免得别人打不开。"
