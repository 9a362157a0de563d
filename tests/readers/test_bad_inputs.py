"""What is no draft is refused with a sentence that says what is wrong and what to do."""

import gzip
import os
import zipfile
from pathlib import Path

import pytest
from office_files import NAMESPACES, ole, paragraph, sheet_parts, word, word_parts, zipped

from gxdesk.errors import ReadError
from gxdesk.readers import package, read, read_bytes

XML_SHEET = (
    b'<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    f"<w:document {NAMESPACES}><w:body>{paragraph('&b;')}</w:body></w:document>"
)


def with_document(content: str | bytes) -> bytes:
    return zipped(word_parts("") | {"word/document.xml": content})


def refusal(data: bytes, name: str = "报告.docx", encoding: str = "auto") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, encoding)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "空的"),
        (bytes(5000), "空字节"),
        (b"  \r\n \xe3\x80\x80", "只有空白"),
        (zipped({"照片.jpg": b"x"}), "压缩包"),
        (zipped({"ppt/presentation.xml": "<p/>", "[Content_Types].xml": "<T/>"}), "演示文稿"),
        (zipped({"xl/workbook.bin": b"x", "[Content_Types].xml": "<T/>"}), ".xlsx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (zipped({"OFD.xml": "<o/>"}), "OFD"),
        (ole("EncryptionInfo", "EncryptedPackage"), "已加密"),
        (ole("WordDocument", "1Table"), "已损坏"),
        (ole("Workbook"), "已损坏"),
        (ole("别的"), "旧版"),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(500), "程序"),
        (b"\x7fELF\x02\x01\x01" + bytes(500), "程序"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "图片"),
        (b"{\\rtf1\\ansi", "不完整"),
        (b"\xef\xbb\xbf<html><body>", "网页"),
        (b"<?xml version='1.0'?><Workbook/>", "XML"),
        (XML_SHEET + b"<a/>", "已损坏"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + XML_SHEET.partition(b"?>")[2], "实体声明"),
        (bytes(range(256)) * 20, "不是文字"),
        (word(paragraph("正文") * 50)[:-30], "不完整"),
        (with_document("<w:document"), "已损坏"),
        (with_document("<a/>"), "已损坏"),
        (with_document(ENTITIES), "实体声明"),
        (with_document(ENTITIES.encode("utf-16")), "实体声明"),
        (with_document(b"<?xml version='1.0' encoding='cp037'?><a/>"), "已损坏"),
        (
            zipped({name: data for name, data in word_parts("").items() if "document" not in name}),
            "已损坏",
        ),
    ],
)
def test_refused_with_advice(data: bytes, told: str):
    message = refusal(data)
    assert told in message
    assert message.endswith("。") and ("请" in message or "能检查的是" in message)


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch):
    bomb = with_document(b" " * (8 * 1024 * 1024))
    unpack = zipfile.ZipFile.read

    def watched(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        assert entry.filename != "word/document.xml", "the part was unpacked"
        return unpack(archive, entry)

    monkeypatch.setattr(zipfile.ZipFile, "read", watched)
    assert "大得不正常" in refusal(bomb)


def test_a_long_honest_draft_is_no_bomb():
    body = "".join(paragraph(f"第{number}段，受理{number * 7}件。") for number in range(60_000))
    assert len(read_bytes(word(body), "a.docx").blocks) == 60_000


def test_many_large_parts_are_refused_together(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(package, "MAX_TOTAL", 1000)
    assert "大得不正常" in refusal(word(paragraph("长" * 900)))


def test_absurdly_nested_markup_is_refused_not_crashed_on():
    deep = "<w:smartTag>" * 50_000 + "</w:smartTag>" * 50_000
    assert "已损坏" in refusal(word(f"<w:p>{deep}</w:p>"))


def test_an_encrypted_zip_member_is_named_as_such():
    data = bytearray(word(paragraph("正文")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert "已加密" in refusal(bytes(data))


def test_a_flipped_bit_is_damage():
    data = bytearray(zipped(word_parts(paragraph("正文" * 400))))
    at = data.find(b"word/document.xml") + 60
    data[at] ^= 0xFF
    assert "已损坏" in refusal(bytes(data))


def test_a_workbook_without_its_sheet_is_damage():
    parts = sheet_parts({"甲": "<sheetData/>"})
    del parts["xl/worksheets/sheet1.xml"]
    assert "已损坏" in refusal(zipped(parts), "a.xlsx")


def test_an_empty_workbook_file(tmp_path: Path):
    path = tmp_path / "报告.xlsx"
    path.touch()
    with pytest.raises(ReadError, match="0 字节"):
        read(path)


def test_a_folder_and_a_missing_file(tmp_path: Path):
    with pytest.raises(ReadError, match="是文件夹"):
        read(tmp_path)
    with pytest.raises(ReadError, match=r"找不到文件“没有\.docx”"):
        read(tmp_path / "没有.docx")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "报告.docx"
    path.write_bytes(word(paragraph("正文")))
    if os.name == "posix" and os.geteuid() != 0:
        path.chmod(0)
    else:  # the system's administrator may read anything, so the refusal is played

        def denied(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(ReadError, match="没有权限"):
        read(path)


def test_a_broken_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "报告.docx"
    path.write_bytes(b"x")

    def gone(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", gone)
    with pytest.raises(ReadError, match="网络盘"):
        read(path)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (word(paragraph("正文")), "报告.txt", "Word 文件"),
        (word(paragraph("正文")), "报告.doc", "Word 文件"),
        ("正文".encode(), "报告.docx", "文本文件"),
        (zipped(sheet_parts({"甲": "<sheetData/>"})), "报告.docx", "Excel 文件"),
    ],
)
def test_a_wrong_extension_is_noticed_and_the_content_read(data: bytes, name: str, told: str):
    [notice] = [notice for notice in read_bytes(data, name).notices if notice.kind == "format"]
    assert told in notice.text and name[-4:] in notice.text


@pytest.mark.parametrize("name", ["报告.docx", "报告.DOCX", "报告.docm", "报告", "报告.bak"])
def test_a_fitting_or_unknown_extension_is_no_mismatch(name: str):
    assert read_bytes(word(paragraph("正文")), name).notices == ()


CONTENTS = {
    "docx": lambda: word(paragraph("正文")),
    "xlsx": lambda: zipped(sheet_parts({"表": '<sheetData><row r="1"><c><v>1</v></c></row></sheetData>'})),
    "xls": lambda: (Path(__file__).parent / "fixtures" / "oddities.xls").read_bytes(),
    "doc": lambda: gzip.decompress((Path(__file__).parent / "fixtures" / "marks.doc.gz").read_bytes()),
    "rtf": lambda: b"{\\rtf1\\ansi 1\\par}",
    "html": lambda: b"<html><p>1</p></html>",
    "txt": lambda: "正文".encode(),
}


@pytest.mark.parametrize("named", CONTENTS)
@pytest.mark.parametrize("format", CONTENTS)
def test_the_content_decides_and_a_wrong_extension_is_mentioned(format: str, named: str):
    document = read_bytes(CONTENTS[format](), f"报告.{named}")
    assert document.format == format
    told = [notice.text for notice in document.notices if notice.kind == "format"]
    assert [f"“.{named}”" in text for text in told] == ([True] if named != format else [])
