"""The few facts of ``styles.xml`` the reader needs, taken out without parsing the (often huge) part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.sax.saxutils import escape, unescape

from gxdesk.errors import ReadError
from gxdesk.readers.package import parse_xml
from gxdesk.readers.word.names import W, is_on

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
MAX_CHAIN = 20
_W_PREFIX = f'xmlns:w="{W[1:-1]}"'.encode()


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; ``None`` where it is silent. ``level`` 1..9 is the outline level, 0 body text."""

    level: int | None = None
    centered: bool | None = None
    hidden: bool | None = None
    num_id: str | None = None
    num_level: int | None = None

    def over(self, base: Style) -> Style:
        """Return this style on top of the style it is based on."""
        silent = {
            name: getattr(base, name)
            for name in ("level", "centered", "hidden", "num_id", "num_level")
            if getattr(self, name) is None
        }
        return replace(self, **silent)


NO_STYLE = Style()


class Styles:
    """Styles by id. The part is fetched by ``load`` when the first style is asked for.

    It is often longer than the text itself, and the styles in use stand near its beginning: no more of it
    is unpacked than is needed to find them.
    """

    def __init__(self, load: Callable[[], bytes | Iterator[bytes] | None]) -> None:
        """Remember how to fetch ``styles.xml``, whole or bit by bit; ``None`` when the file has none."""
        self._load = load
        self._data: bytes | None = None
        self._rest: Iterator[bytes] = iter(())
        self._cache: dict[str, Style] = {}

    def get(self, style_id: str | None) -> Style:
        """Return what a style and the styles it is based on say; an unknown style says nothing."""
        if not style_id:
            return NO_STYLE
        found = self._cache.get(style_id)
        if found is None:
            found = self._cache[style_id] = self._resolve(style_id)
        return found

    def is_plain(self, style_id: str | None) -> bool:
        """Tell whether a style neither numbers nor hides its paragraphs."""
        style = self.get(style_id)
        return style.num_id is None and not style.hidden

    def numbering(self, style_id: str) -> str | None:
        """Return the numId a numbering style points to."""
        return self.get(style_id).num_id

    def _resolve(self, style_id: str) -> Style:
        chain: list[str] = []
        resolved = NO_STYLE
        current: str | None = style_id
        while current and current not in chain and len(chain) < MAX_CHAIN:
            chain.append(current)
            source = self._source(current)
            if source is None:
                break
            resolved = resolved.over(_read(source))
            current = _value(source, "basedOn")
        return resolved

    def _source(self, style_id: str) -> str | None:
        """Return the XML text of one style."""
        if self._data is None:
            self._data = self._begin()
        wanted = escape(style_id, {'"': "&quot;"})
        marks = [f'w:styleId="{wanted}"'.encode(), f"w:styleId='{wanted}'".encode()]
        while True:
            at = max(map(self._data.find, marks))
            end = self._data.find(b"</w:style>", at) if at >= 0 else -1
            if end >= 0:
                return self._data[at:end].decode("utf-8", "replace")
            chunk = next(self._rest, b"")
            if not chunk:
                return None
            self._data += chunk

    def _begin(self) -> bytes:
        """Return the beginning of the part, or all of it where it has to be written anew."""
        found = self._load()
        if found is None or isinstance(found, bytes):
            return _usual(found or b"")
        first = next(found, b"")
        if _W_PREFIX not in first[:8192]:
            return _usual(first + b"".join(found))
        self._rest = found
        return first


def _usual(data: bytes) -> bytes:
    """Return ``styles.xml`` with ``w:`` as the prefix of its names, which other programs call otherwise."""
    if not data or _W_PREFIX in data[:8192]:
        return data
    try:
        root = parse_xml(data)
    except ReadError:
        return b""
    ElementTree.register_namespace("w", W[1:-1])
    return bytes(ElementTree.tostring(root, encoding="utf-8"))


def _value(source: str, name: str) -> str | None:
    """Return ``w:val`` of the first ``<w:name .../>``, ``""`` if it has none; ``None`` without element."""
    match = re.search(rf"<w:{name}(?:\s[^>]*)?/?>", source)
    if match is None:
        return None
    value = re.search(r"""\sw:val\s*=\s*(?:"([^"]*)"|'([^']*)')""", match[0])
    return unescape(value[1] or value[2] or "", {"&quot;": '"'}) if value else ""


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and value.isdecimal() else None


def _read(source: str) -> Style:
    outline = _number(_value(source, "outlineLvl"))
    level: int | None = None
    if outline is not None:
        level = outline + 1 if outline < 9 else 0
    else:
        heading = _HEADING.match(_value(source, "name") or "")
        level = int(heading[1]) if heading else None
    alignment = _value(source, "jc")
    vanish = _value(source, "vanish")
    return Style(
        level=level,
        centered=None if alignment is None else alignment == "center",
        hidden=None if vanish is None else is_on(vanish),
        num_id=_value(source, "numId"),
        num_level=_number(_value(source, "ilvl")),
    )
