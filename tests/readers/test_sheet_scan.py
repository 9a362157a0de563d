"""The short way to the cells of a sheet tells just what the XML parser tells, or leaves it to the parser."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest

from gxdesk.errors import ReadError
from gxdesk.readers.package import parse_xml
from gxdesk.readers.sheet.cells import Worksheet, read_worksheet
from gxdesk.readers.sheet.scan import scan_worksheet

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
X14 = 'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
EXCEL = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f"<worksheet {MAIN} {X14}>"
    '<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>'
    '<row r="1" spans="1:3" ht="20" customHeight="1" x14ac:dyDescent="0.25">'
    '<c r="A1" s="3" t="s"><v>0</v></c>'
    '<c r="B1" s="3"/><c r="C1" t="str"><f>A1&amp;"x"</f><v>年&lt;报&#10;告</v></c></row>'
    '<row r="2" hidden="1" x14ac:dyDescent="0.25"/>'
    '<row r="4"><c r="A4" s="1"/><c r="B4"><v>12</v></c><c r="C4"><f>SUM(A1:B4)</f><v/></c>'
    '<c r="D4"><v></v></c>'
    '<c r="E4" t="inlineStr"><is><t xml:space="preserve"> 一&#13;&#10;二_x000D_</t></is></c></row>'
    '<row r="5" ht="0"><c r="XFD5" t="b"><v>1</v></c></row><row r="9" hidden="true"/></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
).encode()
PIECES = (
    *(
        b'<c r="B7"><v>5</v></c>',
        b"<c><v>1</v></c>",
        b'<c r="F3" s="2"/>',
        b'<row r="7">',
        b"</row>",
        b"<row>",
    ),
    *(
        b'<row r="3" ht="0"/>',
        b"<v>",
        b"</v>",
        b"<f>A1</f>",
        b'<f t="shared" si="0"/>',
        b"<is><t>",
        b"</t></is>",
    ),
    *(
        b"<!-- -->",
        b"<![CDATA[x]]>",
        b"]]>",
        b"<?pi x?>",
        b"&amp;",
        b"&lt;",
        b"&#25253;",
        b"&#13;",
        b"&#57344;",
    ),
    *(
        b"&nbsp;",
        b"&",
        b"<",
        b">",
        b'"',
        b"'",
        b"\x01",
        b"\r\n",
        b"\t",
        b"\n",
        b" ",
        b"\xff",
        b"\xef\xbf\xbe",
    ),
    *(
        b"_x000D_",
        b'r="A1048577"',
        b'r="XFE1"',
        b'r="A0"',
        b' hidden="1"',
        b' hidden="0"',
        b' t="e"',
        b"</c>",
    ),
    *(
        b"<sheetData>",
        b"</sheetData>",
        b"<sheetData/>",
        b' xmlns="urn:x"',
        b"x:",
        b' x14ac:dyDescent="1"',
        b"1",
        b"A",
        b"4",
    ),
    *(
        "年".encode(),
        "\ue000".encode(),
        "\u3000".encode(),
        b"<r><t>x</t></r>",
        b"<rPh><t>y</t></rPh>",
        b"/",
        b"0",
    ),
)


def sheets() -> list[bytes]:
    """Return the XML of the sheets of the bundled workbooks, and of one as Excel writes it."""
    found = [EXCEL]
    for path in sorted(SAMPLES.glob("*.xlsx")):
        with zipfile.ZipFile(path) as package:
            found += [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    return found


def thoroughly(data: bytes) -> Worksheet | str:
    try:
        return read_worksheet(parse_xml(data))
    except ReadError as error:
        return str(error)


def shortly(data: bytes) -> Worksheet | str | None:
    try:
        return scan_worksheet(data)
    except ReadError as error:
        return str(error)


def same(data: bytes) -> bool:
    """Tell whether the short way was gone; fails when it led elsewhere than the long one."""
    found = shortly(data)
    if found is None:
        return False
    expected = thoroughly(data)
    assert found == expected
    if isinstance(found, Worksheet) and isinstance(expected, Worksheet):
        assert list(found.cells) == list(expected.cells)
    return isinstance(found, Worksheet)


@pytest.mark.parametrize("data", sheets())
def test_plain_sheets_are_read_the_short_way(data: bytes) -> None:
    assert same(data)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with a piece put in, taken out, doubled or moved, mostly between its parts."""
    borders = [match.start() for match in re.finditer(rb'[<>"&; ]', data)]
    for _ in range(chance.choice((1, 1, 2, 3))):
        at, to = sorted(
            chance.choice(borders) + chance.randint(0, 1)
            if chance.random() < 0.8
            else chance.randrange(len(data))
            for _ in range(2)
        )
        to = min(to, at + 80)
        piece = chance.choice((chance.choice(PIECES), b"", data[at:to], data[to : to + 40]))
        keep = chance.random() < 0.6
        data = data[:at] + piece + data[at if keep else to :]
    return data


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_the_two_ways_agree(seed: int) -> None:
    chance = random.Random(seed)
    short = sum(same(mutated(EXCEL, chance)) for _ in range(1500))
    assert 50 < short < 1450  # enough changes leave the form plain, enough do not


def test_changed_drafts_agree_too() -> None:
    chance = random.Random(7)
    for data in sheets()[2:5]:
        for _ in range(60):
            same(mutated(data, chance))


@pytest.mark.parametrize(
    "odd",
    [
        EXCEL.replace(b"<sheetData>", b"<sheetData><!-- -->"),
        EXCEL.replace(b"<v>12</v>", b"<v><![CDATA[12]]></v>"),
        EXCEL.replace(b"<row r=", b"<x:row r=").replace(b"</row>", b"</x:row>"),
        EXCEL.replace(b"UTF-8", b"GB18030"),
        EXCEL.replace(b'<c r="B4">', b"<c>"),
        EXCEL.replace(b"<v>12</v>", b"<v>&nbsp;</v>"),
        EXCEL.replace(b"<v>12</v>", b"<v>\x01</v>"),
        EXCEL.replace(X14.encode(), b""),
    ],
    ids=[
        "comment",
        "CDATA",
        "prefix",
        "encoding",
        "no address",
        "entity",
        "control",
        "undeclared",
    ],
)
def test_unusual_sheets_are_left_to_the_parser(odd: bytes) -> None:
    assert scan_worksheet(odd) is None
