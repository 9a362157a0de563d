"""Word 2003 XML (WordprocessingML 2003) as the parts of a .docx: nearly the same names, in one file.

Other are: the namespace, a dozen names, lists, tracked changes and comments (``aml:annotation``), notes,
headers and footers (they stand where they are used), and wrappers that .docx has no longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from gxdesk.readers.legacy.lists import number_format
from gxdesk.readers.package import RELATIONSHIPS, Element
from gxdesk.readers.word.names import VAL, W, integer

_W3 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OPC = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DOCUMENT = _W3 + "wordDocument"

_NAMES = {
    "wordDocument": "document", "listPr": "numPr", "listDef": "abstractNum", "list": "num",
    "ilst": "abstractNumId", "nfc": "numFmt", "listStyleLink": "numStyleLink", "vmerge": "vMerge",
    "hmerge": "hMerge", "hlink": "hyperlink", "listDefId": "abstractNumId", "ilfo": "numId",
}  # fmt: skip
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_EDGES = {"hdr": "header", "ftr": "footer"}


def parts_of(root: Element) -> dict[str, Element]:
    """Return the parts of the .docx a ``w:wordDocument`` stands for, by name. The tree is used up."""
    converter = _Converter()
    for child in ("styles", "lists", "body"):
        found = root.find(_W3 + child)
        if found is not None:
            converter.take(child, found)
    return converter.package()


class _Converter:
    def __init__(self) -> None:
        self._parts = {"document": ElementTree.Element(W + "document")}

    def take(self, name: str, element: Element) -> None:
        """Convert a child of the document."""
        (converted,) = self._converted(element)
        if name == "body":
            self._parts["document"].append(converted)
        else:
            converted.tag = W + {"lists": "numbering"}.get(name, name)
            self._parts[{"lists": "numbering"}.get(name, name)] = converted

    def package(self) -> dict[str, Element]:
        """Return the parts with the relations that tie them together."""
        relations = ElementTree.Element(_OPC + "Relationships")
        for number, name in enumerate(self._parts):
            kind = RELATIONSHIPS[1:-1] + "/" + name.rstrip("0123456789")
            attributes = {"Id": f"r{number}", "Type": kind, "Target": f"{name}.xml"}
            ElementTree.SubElement(relations, _OPC + "Relationship", attributes)
        found = {f"word/{name}.xml": part for name, part in self._parts.items()}
        return {**found, "word/_rels/document.xml.rels": relations}

    def _converted(self, element: Element) -> Iterator[Element]:
        """Yield what becomes of an element: it under its new name, its content, or nothing."""
        tag = element.tag
        if tag == _AML + "annotation":
            yield from self._annotation(element)
            return
        name = tag.removeprefix(_W3)
        children = [new for child in element for new in self._converted(child)]
        if name == tag and not tag.startswith(_VML):  # a wrapper: a section, a smart tag, data of an office
            yield from children
            return
        if name in _NOTES:
            yield from self._aside(_NOTES[name], name, children)
        elif name in _EDGES:
            kind = _EDGES[name]
            part = ElementTree.Element(W + name)
            part.extend(children)
            self._parts[f"{kind}{len(self._parts)}"] = part
        else:
            yield _renamed(element, name, children)

    def _annotation(self, element: Element) -> Iterator[Element]:
        kind = element.get(_W3 + "type", "")
        content = element.find(_AML + "content")
        children = [] if content is None else [new for child in content for new in self._converted(child)]
        if kind in _CHANGES:
            changed = ElementTree.Element(W + _CHANGES[kind])
            changed.extend(children)
            yield changed
        elif kind == "Word.Comment":
            yield from self._aside("comments", "comment", children)

    def _aside(self, part: str, name: str, children: list[Element]) -> Iterator[Element]:
        """Put a note or comment into a part of its own; yield the reference to it."""
        root = self._parts.setdefault(part, ElementTree.Element(W + part))
        number = {W + "id": str(len(root) + 1)}
        ElementTree.SubElement(root, W + name, number).extend(children)
        yield ElementTree.Element(f"{W}{name}Reference", number)


def _renamed(element: Element, name: str, children: list[Element]) -> Element:
    if not element.tag.startswith(_W3):
        new = ElementTree.Element(element.tag, element.attrib)
    else:
        new = ElementTree.Element(W + _NAMES.get(name, name))
        for key, value in element.attrib.items():
            old = key.removeprefix(_W3)
            new.set(
                key if old == key else W + _NAMES.get(old, old),
                value.replace("text-wrapping", "textWrapping"),
            )
        if name == "nfc":
            new.set(VAL, number_format(integer(new.get(VAL))))
    new.text = element.text
    new.extend(children)
    return new
