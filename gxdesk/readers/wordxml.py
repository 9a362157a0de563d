"""Word files as one XML text: "Word XML" (flat OPC) and "Word 2003 XML", read as the .docx they stand for."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

from gxdesk.document.model import Document
from gxdesk.errors import ReadError
from gxdesk.readers import docx
from gxdesk.readers.package import DAMAGED, Element, Package
from gxdesk.readers.word.ml2003 import DOCUMENT, parts_of
from gxdesk.readers.word.names import W
from gxdesk.readers.xmlsheet import root_of

FORMAT = "wordxml"
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def read(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a Word XML file. Raises :class:`ReadError` when it is damaged or absurdly large."""
    root = root_of(data, encoding)
    try:
        if root.tag == DOCUMENT:
            parts = {name: _written(part) for name, part in parts_of(root).items()}
        elif root.tag == _PKG + "package":
            parts = dict(_flat_parts(root))
        else:
            raise ReadError(DAMAGED)
    except RecursionError as error:
        raise ReadError(DAMAGED) from error
    return replace(docx.read(Package(_packed(parts))), format=FORMAT)


def _flat_parts(root: Element) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for part in root.iterfind(_PKG + "part"):
        name = part.get(_PKG + "name", "").lstrip("/")
        held, packed = part.find(_PKG + "xmlData"), part.findtext(_PKG + "binaryData")
        if held is not None and len(held):
            found.append((name, _written(held[0])))
        elif packed:
            try:
                found.append((name, base64.b64decode(packed)))
            except (binascii.Error, ValueError) as error:
                raise ReadError(DAMAGED) from error
    return found


def _written(root: Element) -> bytes:
    ElementTree.register_namespace("w", W[1:-1])
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()
