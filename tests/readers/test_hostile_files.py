"""Files made to exhaust a reader: each refused in a clear sentence within 2 seconds and 300 MB."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from html import escape

import pytest
from office_files import cell, ole, paragraph, run, sheet_parts, table, word, word_parts, zipped

if not hasattr(os, "fork"):
    pytest.skip("the limits are set in forked processes", allow_module_level=True)

from forked import try_all

SECONDS, MEGABYTES = 2, 300
DEEP = 1000


def bomb(parts: dict[str, str | bytes], name: str, megabytes: int = 300) -> bytes:
    """A package whose part ``name`` unpacks to nothing but spaces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, content in parts.items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w") as stream:
            for _ in range(megabytes):
                stream.write(b" " * (1 << 20))
    return out.getvalue()


def lying_bomb() -> bytes:
    """A bomb whose directory says that the part is small."""
    data = bytearray(bomb(word_parts(""), "word/document.xml", 64))
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def nested(before: str, after: str, depth: int = DEEP) -> bytes:
    return word(before * depth + paragraph("深") + after * depth)


def entities(declared: str) -> bytes:
    document = f'<?xml version="1.0"?><!DOCTYPE w [{declared}]><w>&a9;</w>'
    return zipped(word_parts("") | {"word/document.xml": document})


def sheet(rows: str, after: str = "") -> bytes:
    return zipped(sheet_parts({"表": f"<sheetData>{rows}</sheetData>{after}"}))


def row(number: int, columns: int) -> str:
    return f'<row r="{number}">' + "<c><v>1</v></c>" * columns + "</row>"


BILLION = '<!ENTITY a0 "哈哈哈哈">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
TABLE = "<w:tbl><w:tr><w:tc>"
PARTS = "".join(f"--a{n}\r\nContent-Type: multipart/mixed; boundary=a{n + 1}\r\n\r\n" for n in range(DEEP))


def blank_rows() -> bytes:
    """A workbook stream of rows of blank cells, two bytes each."""
    begin = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
    return begin + b"".join(
        struct.pack("<HHHH", 0xBE, 518, n, 0) + bytes(512) + struct.pack("<H", 255) for n in range(60_000)
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb docx": (lambda: bomb(word_parts(""), "word/document.xml"), "大得不正常"),
    "zip bomb xlsx": (lambda: bomb(sheet_parts({"a": ""}), "xl/sharedStrings.xml"), "大得不正常"),
    "zip bomb that lies": (lying_bomb, "损坏"),
    "20,000 parts": (lambda: zipped(word_parts("") | {f"x{n}": b"" for n in range(20_001)}), "大得不正常"),
    "XML bomb": (lambda: entities(BILLION), "实体声明"),
    "external entity": (lambda: entities('<!ENTITY a9 SYSTEM "file:///etc/passwd">'), "实体声明"),
    "external document type": (
        lambda: zipped(word_parts("") | {"word/document.xml": '<!DOCTYPE w SYSTEM "http://a/b.dtd"><w/>'}),
        "实体声明",
    ),
    "deep tables": (lambda: nested(TABLE, "</w:tc></w:tr></w:tbl>"), "嵌套"),
    "deep tables with more": (
        lambda: nested(TABLE + "<w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "嵌套",
    ),
    "deep controls": (lambda: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), "嵌套"),
    "deep boxes": (
        lambda: nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        "嵌套",
    ),
    "deep runs": (lambda: word(f"<w:p>{'<w:ins>' * DEEP}{run('深')}{'</w:ins>' * DEEP}</w:p>"), "损坏"),
    "very deep": (lambda: word("<w:ins>" * 200_000 + "</w:ins>" * 200_000), "嵌套"),
    "10,000 columns docx": (lambda: word(table(cell("1") * 10_000)), "大得不正常"),
    "wide span docx": (lambda: word(table(cell("1", '<w:gridSpan w:val="99999999"/>') * 2)), "大得不正常"),
    "a million cells docx": (
        lambda: word(f"<w:tbl>{'<w:tr>' + '<w:tc/>' * 50 + '</w:tr>'}</w:tbl>" * 20_000),
        "",
    ),
    "10,000 columns xlsx": (lambda: sheet("".join(row(n, 10_000) for n in range(1, 4))), "大得不正常"),
    "a million cells xlsx": (lambda: sheet("".join(row(n, 1000) for n in range(1, 1001))), "大得不正常"),
    "deep page": (lambda: b"<html>" + b"<div>" * DEEP + b"x", "嵌套"),
    "deep tables page": (lambda: b"<table><tr><td>" * DEEP + b"x", "嵌套"),
    "wide page": (lambda: b"<table><tr>" + b"<td>1" * 10_000 + b"<tr><td>2<td>3</table>", "大得不正常"),
    "spans page": (
        lambda: b"<table>" + b"<tr><td rowspan=60000 colspan=1000>1<td>2" * 3000 + b"</table>",
        "大得不正常",
    ),
    "a million tags": (lambda: b"<p>1" * 1_000_000, "大得不正常"),
    "open tags": (lambda: b"<html>" + b"<a " * 300_000, "没有文字"),
    "open comments": (lambda: b"<html>" + b"<!--" * 300_000, "没有文字"),
    "deep archive": (
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a0\r\n\r\n" + PARTS.encode(),
        "请",
    ),
    "long text": (lambda: b"1" * (17 << 20), "16 MB"),
    "many lines": (lambda: b"\n" * 400_000, "30 万行"),
    "10,000 columns text": (lambda: (b"1\t" * 10_000 + b"\n") * 50, "大得不正常"),
    "a million cells text": (lambda: (b"1\t" * 100 + b"\n") * 10_000, "大得不正常"),
    "spaces": (lambda: b" " * (15 << 20), "只有空白"),
    "password docx": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "已加密"),
    "blank cells xls": (blank_rows, "太多"),
    "hollow workbook": (lambda: ole("Workbook"), "损坏"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_in_time(name: str):
    from gxdesk.readers import read_bytes

    make, told = HOSTILE[name]
    data = make()
    (outcome,) = try_all(range(1), lambda _: read_bytes(data, "草稿.docx").format, SECONDS, MEGABYTES)
    assert outcome.kind == "refused", outcome
    assert told in outcome.text
    assert outcome.seconds < SECONDS


HARMLESS: dict[str, Callable[[], bytes]] = {
    "far apart": lambda: sheet(row(1, 2) + '<row r="1048575"><c r="XFD1048575"><v>1</v></c></row>'),
    "merged far": lambda: sheet(
        row(1, 2), "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300 + "</mergeCells>"
    ),
    "sums of sums": lambda: sheet(
        "".join(
            f'<row r="{n}"><c r="A{n}"><f>SUM(A1:A{n - 1})+SUM(A1:A{n - 1})</f></c></row>'
            for n in range(2, 3000)
        )
    ),
    "large declared size": lambda: sheet(row(1, 2)).replace(
        b"<sheetData>", b'<dimension ref="A1:XFD1048576"/>'
    ),
    "declared entity page": lambda: b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;1</p>',
    "one style page": lambda: f"<p style='{'text-align' * 100_000}'>{escape('甲')}</p>".encode(),
    "classes page": lambda: b"<div class='nav'>" * 200 + "<p>甲</p>".encode() * 50_000,
}


@pytest.mark.parametrize("name", HARMLESS)
def test_odd_but_harmless_files_are_read_in_time(name: str):
    from gxdesk.readers import read_bytes

    data = HARMLESS[name]()
    (outcome,) = try_all(range(1), lambda _: read_bytes(data, "草稿.docx").format, SECONDS, MEGABYTES)
    assert outcome.kind == "read", outcome
    assert outcome.seconds < SECONDS
