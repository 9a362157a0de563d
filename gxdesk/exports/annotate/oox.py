"""An Office package changed part by part: what is not named stays byte for byte what it was."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from gxdesk.errors import ReadError
from gxdesk.readers.package import DAMAGED, Package

Tree = Any  # an element of lxml

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Unusual(Exception):
    """The file is written in a way (strict OOXML...) that cannot be changed in place."""


class Parts:
    """The parts of a package, some of them replaced or added."""

    def __init__(self, data: bytes) -> None:
        """Open the package; raises :class:`~gxdesk.errors.ReadError` when it is damaged."""
        self.package = Package(data)
        self._data = data
        self._changed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether the part exists."""
        return name in self._changed or name in self.package

    def tree(self, name: str) -> Tree:
        """Return a part parsed by lxml, for changing. Raises :class:`ReadError` when missing or damaged."""
        data = self._changed.get(name)
        data = self.package.read(name) if data is None else data
        if data is None:
            raise ReadError(DAMAGED)
        return parse(data)

    def put(self, name: str, root: Tree) -> None:
        """Replace or add a part."""
        self._changed[name] = dump(root)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from ``part`` to the part ``target`` and return its id."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", base + ".rels")
        root = self.tree(name) if name in self else parse(b'<Relationships xmlns="%s"/>' % RELATIONS.encode())
        taken = {relation.get("Id") for relation in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdGx{n}" not in taken)
        found: str = f"rIdGx{number}"
        address = posixpath.relpath(target, folder or ".")
        root.append(
            root.makeelement(
                f"{{{RELATIONS}}}Relationship", {"Id": found, "Type": f"{OFFICE}/{kind}", "Target": address}
            )
        )
        self.put(name, root)
        return found

    def declare(self, part: str, kind: str) -> None:
        """Declare the content type of an added part."""
        self._type("Override", {"PartName": f"/{part}", "ContentType": kind})

    def declare_extension(self, extension: str, kind: str) -> None:
        """Declare the content type of all parts with an extension, unless it is declared already."""
        root = self.tree("[Content_Types].xml")
        known = {str(one.get("Extension", "")).lower() for one in root}
        if extension not in known:
            self._type("Default", {"Extension": extension, "ContentType": kind}, first=True)

    def _type(self, what: str, fields: dict[str, str], first: bool = False) -> None:
        root = self.tree("[Content_Types].xml")
        root.insert(0 if first else len(root), root.makeelement(f"{{{TYPES}}}{what}", fields))
        self.put("[Content_Types].xml", root)

    def free(self, pattern: str) -> str:
        """Return the first part name of a pattern such as ``xl/comments{}.xml`` that is not taken."""
        return next(name for n in range(1, 100_000) if (name := pattern.format(n)) not in self)

    def saved(self) -> bytes:
        """Return the package: parts in their order, names and dates kept, added ones at the end."""
        changed = {name.lower(): (name, data) for name, data in self._changed.items()}
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w") as new:
            last = {entry.filename: entry for entry in old.infolist()}
            for entry in last.values():
                key = entry.filename.replace("\\", "/").lstrip("/").lower()
                _, data = changed.pop(key, ("", b""))
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type = zipfile.ZIP_STORED if not entry.compress_type else zipfile.ZIP_DEFLATED
                info.external_attr, info.create_system = entry.external_attr, entry.create_system
                new.writestr(info, data or old.read(entry))
            for name, data in changed.values():
                new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def parse(data: bytes) -> Tree:
    """Parse XML for changing: no entities, no network. Raises :class:`ReadError` when it is broken."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(DAMAGED) from error
    tree: Tree = root.getroottree()
    if tree.docinfo.doctype:
        raise ReadError(DAMAGED)
    return root


def dump(root: Tree) -> bytes:
    """Return the bytes of a part as Office writes them."""
    from lxml import etree

    return _DECLARATION + etree.tostring(root, encoding="utf-8")


def writable(text: str) -> str:
    """Return ``text`` without the characters XML cannot hold."""
    return _NOT_XML.sub("", text)
