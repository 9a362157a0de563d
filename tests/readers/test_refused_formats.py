"""Files of office programs that are not read: one sentence says what they are and how to save them."""

from __future__ import annotations

import pytest
from office_files import zipped

from gxdesk.errors import ReadError
from gxdesk.readers import read_bytes

ODF = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
KIND = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "named", "save_as"),
    [
        (zipped({"mimetype": KIND + "text", "content.xml": "<a/>"}), "OpenDocument 文档", ".docx"),
        (zipped({"mimetype": KIND + "spreadsheet", "content.xml": "<a/>"}), "OpenDocument 表格", ".xlsx"),
        (f'{ODF}office:mimetype="{KIND}text"><a/></office:document>'.encode(), "OpenDocument 文档", ".docx"),
        (f'{ODF}office:mimetype="{KIND}spreadsheet"/>'.encode("utf-16"), "OpenDocument 表格", ".xlsx"),
        (
            b'<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>',
            "标文通（UOF）",
            ".docx",
        ),
        ('<?xml version="1.0"?><文 xmlns="http://schemas.uof.org/cn/2009/uof"/>'.encode(), "标文通", ".docx"),
        (zipped({"uof.xml": "<a/>", "content.xml": "<a/>", "styles.xml": "<a/>"}), "标文通", ".docx"),
    ],
)
def test_other_office_formats_are_named_whatever_they_are_called(data: bytes, named: str, save_as: str):
    for name in ("报告.odt", "报告.uof", "报告.docx", "报告.wps"):
        with pytest.raises(ReadError, match=named) as caught:
            read_bytes(data, name)
        assert "另存为" in str(caught.value) and save_as in str(caught.value)


def test_text_that_speaks_of_them_is_read():
    text = "本局办公软件支持标文通（UOF）和 office:document 格式，网址 http://schemas.uof.org。"
    assert read_bytes(text.encode(), "a.txt").blocks[0].text == text
