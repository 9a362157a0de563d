"""An Office file as a package of XML parts: opened with limits, parsed without entities, nothing trusted."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from gxdesk.errors import ReadError

Element = ElementTree.Element

MAX_ENTRIES = 20_000
MAX_PART = 40 * 1024 * 1024
MAX_TOTAL = 100 * 1024 * 1024
MAX_TAGS = 600_000  # of one part; every element costs a hundred bytes of memory and more
MAX_RATIO = 300  # text of real drafts is packed 5 to 60 times; a bomb 1000 times
RATIO_FREE = 4 * 1024 * 1024  # parts up to this size may be packed as tightly as they like

RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

DAMAGED = "文件已损坏，里面的内容读不出来。请用 Word、Excel 或 WPS 打开后另存一份新文件，再检查新文件。"
TRUNCATED = "文件不完整，可能没有下载完或复制完。请重新下载或复制后再检查。"
BOMB = (
    "文件解压后大得不正常，不像报告草稿，为安全起见没有读取。请用 Word、Excel 或 WPS 另存一份新文件后再检查。"
)
UNSAFE = (
    "文件里含有正常 Office 文件不会有的内容（实体声明），为安全起见没有读取。"
    "请用 Word、Excel 或 WPS 另存一份新文件后再检查。"
)
ENCRYPTED = "文件已加密，没有密码读不出内容。请在 Word、Excel 或 WPS 里取消打开密码、保存后再检查。"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", b"drawingml/2006/picture"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_SAFE_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})


def parse_xml(data: bytes) -> Element:
    """Parse an XML part with the standard library's parser.

    Raises :class:`ReadError` for XML that is broken or declares a document type or entities: Office never
    writes those, and they are how an XML bomb is built. Strict OOXML names become the ordinary ones.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        data = _from_utf16(data)
    declared = _DECLARED.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ReadError(UNSAFE)
    if declared and declared[1].lower() not in _SAFE_ENCODINGS:
        raise ReadError(DAMAGED)
    if b"http://purl.oclc.org/ooxml/" in data[:8192]:
        for strict, ordinary in _STRICT:
            data = data.replace(strict, b"http://schemas.openxmlformats.org/" + ordinary)
    if data.count(b"<") > MAX_TAGS:
        raise ReadError(BOMB)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:  # LookupError: an unknown encoding
        raise ReadError(DAMAGED) from error


def _from_utf16(data: bytes) -> bytes:
    encoding = "utf-16"
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(DAMAGED) from error
    return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1).encode()


_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


_HEADER = struct.Struct("<4s22xHH")  # of a part: its mark, the lengths of its name and its extra field
_USUAL_FLAGS = 0x80E  # how hard it was packed, sizes behind the part, name in UTF-8


def inflated(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """Return a part that is packed as Office does, in one call to zlib, else ``None``; raises ``zlib.error``.

    ``zipfile`` reads it all the same, with the work of an open file for each of a dozen small parts.
    """
    name, begin = entry.orig_filename.encode(), entry.header_offset
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.flag_bits & ~_USUAL_FLAGS or not entry.file_size:
        return None
    if begin < 0 or not data.startswith(name, begin + _HEADER.size):
        return None
    mark, named, extra = _HEADER.unpack_from(data, begin)
    if mark != b"PK\x03\x04" or named != len(name):
        return None
    start = begin + _HEADER.size + named + extra
    packed = data[start : start + entry.compress_size]
    found = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size)
    return found if len(found) == entry.file_size and zlib.crc32(found) == entry.CRC else None


class Package:
    """The parts of an Office file. Names are found whatever their case and direction of slashes."""

    def __init__(self, data: bytes) -> None:
        """Open the package in ``data``; raises :class:`ReadError` when it is no whole zip file."""
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(TRUNCATED) from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise ReadError(BOMB)
        self._entries = {part_key(entry.filename): entry for entry in entries}
        self._read = 0

    def __contains__(self, name: str) -> bool:
        """Tell whether the part exists."""
        return part_key(name) in self._entries

    def names(self) -> tuple[str, ...]:
        """Return the part names, lower case, with forward slashes."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, ``None`` if there is no such part.

        Raises :class:`ReadError` when it is damaged, encrypted or unreasonably large.
        """
        entry = self._entries.get(part_key(name))
        if entry is None:
            return None
        self._admit(entry)
        try:
            plain = inflated(self._data, entry)
            return self._zip.read(entry) if plain is None else plain
        except _DAMAGE as error:
            raise ReadError(DAMAGED) from error

    def chunks(self, name: str, size: int = 32 * 1024) -> Iterator[bytes]:
        """Yield the bytes of a part bit by bit, for whoever needs only its beginning; raises as read does."""
        entry = self._entries.get(part_key(name))
        if entry is None:
            return
        self._admit(entry)
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(size):
                    yield chunk
        except _DAMAGE as error:
            raise ReadError(DAMAGED) from error

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        """Raise :class:`ReadError` for a part that is encrypted or unreasonably large."""
        if entry.flag_bits & 1:
            raise ReadError(ENCRYPTED)
        size = entry.file_size
        self._read += size
        tight = size > RATIO_FREE and size > MAX_RATIO * max(entry.compress_size, 1)
        if size > MAX_PART or self._read > MAX_TOTAL or tight:
            raise ReadError(BOMB)

    def xml(self, name: str) -> Element | None:
        """Return the parsed part, ``None`` if there is no such part; raises like :meth:`read`."""
        data = self.read(name)
        return None if data is None else parse_xml(data)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part (``""``: of the package): id -> (kind, part name or address).

        ``kind`` is the last word of the relation type, such as ``styles`` or ``worksheet``.
        """
        folder, slash, base = name.rpartition("/")
        root = self.xml(f"{folder}{slash}_rels/{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        if root is None:
            return found
        for relation in root.iter(_PACKAGE_RELATIONSHIP):
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            target = relation.get("Target", "").replace("\\", "/")
            if relation.get("TargetMode") != "External":
                target = _inside(folder, target)
            found[relation.get("Id", "")] = (kind, target)
        return found

    def main_part(self, default: str) -> str:
        """Return the name of the part the package is about (``default`` when it does not say)."""
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self:
                return target
        return default


def _inside(folder: str, target: str) -> str:
    """Return the name of the part that a relation of a part in ``folder`` leads to."""
    if not target or target[0] == "." or target[-1] == "/" or "/." in target or "//" in target:
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return target[1:] if target[0] == "/" else f"{folder}/{target}".lstrip("/")


def part_key(name: str) -> str:
    """Return the name of a part as programs compare it: lower case, forward slashes."""
    return name.replace("\\", "/").lstrip("/").lower()
