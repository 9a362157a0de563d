"""Files no reader takes: each named on stderr with a Chinese sentence, and exit status 3."""

from __future__ import annotations

import pytest
from office_files import NAMESPACES, ole, paragraph, word, word_parts, zipped

ENTITIES = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "a">]><w:document {NAMESPACES}>&a;</w:document>'
BAD = {
    "截断.docx": (word(paragraph("正文") * 50)[:-40], "文件不完整"),
    "炸弹.docx": (zipped(word_parts("") | {"word/document.xml": b" " * 50_000_000}), "大得不正常"),
    "实体.docx": (zipped(word_parts("") | {"word/document.xml": ENTITIES}), "实体声明"),
    "加密.xlsx": (ole("EncryptedPackage"), "文件已加密"),
    "嵌套.html": (b"<div>" * 1000 + b"x", "嵌套得不正常"),
    "很宽.txt": ((b"1\t" * 10_000 + b"\n") * 3, "大得不正常"),
    "图片.doc": (b"\x89PNG\r\n\x1a\n" + bytes(50), "这是图片"),
    "坏的.xls": (ole("Workbook"), "文件已损坏"),
}


@pytest.fixture
def answer(gxdesk, tmp_path):
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    return gxdesk("check", *(tmp_path / name for name in BAD))


def test_bad_files_answer_3_and_each_is_named_with_its_reason(answer):
    assert answer.status == 3
    for name, (_, told) in BAD.items():
        (line,) = [line for line in answer.err.splitlines() if name in line]
        assert told in line and line.endswith("。")
    assert "Traceback" not in answer.err
