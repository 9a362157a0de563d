"""structure.contact: where a report may be signed."""

import pytest

from gxdesk.checks.structure.contact import RULE
from gxdesk.document.model import Document, Paragraph
from gxdesk.document.place import LineOrigin, SheetOrigin
from gxdesk.report.recognise import recognise

BODY = [
    "云州市水利局2024年政府信息公开工作年度报告",
    "一、总体情况",
    "2024年公开信息20条。电话：0431-12345678。",
]
NOTES = [f"填表说明第{n}条：按规定填报。" for n in range(12)]


def messages(lines: list[str], sheet: bool) -> list[str]:
    origins = [SheetOrigin("正文", f"A{n}") if sheet else LineOrigin(n) for n in range(1, len(lines) + 1)]
    blocks = tuple(Paragraph(line, origin) for line, origin in zip(lines, origins, strict=True))
    return [hit.message for hit in RULE.check(recognise(Document(blocks, "xlsx" if sheet else "txt")))]


@pytest.mark.parametrize("date", ["2025年1月20日", "2025-01-20", "二〇二五年一月二十日"])
def test_a_workbook_is_signed_before_the_notes_of_its_tables(date):
    signature = ["云州市水利局", date]
    assert messages([*BODY, *signature, *NOTES], sheet=True) == []
    assert messages([*BODY, *NOTES, *signature], sheet=False) == []


def test_an_unsigned_workbook_and_a_date_far_from_the_end_of_a_text():
    assert "落款" in messages([*BODY, *NOTES], sheet=True)[0]
    assert "落款" in messages([*BODY, "2025年1月20日", *NOTES], sheet=False)[0]


@pytest.mark.parametrize("code", ["13000", "slj@yunzhou.gov.cn", "1300012"])
def test_a_post_code_has_six_digits(code):
    lines = [*BODY, f"（地址：云州市鼓楼街5号，邮编：{code}）。", "云州市水利局", "2025年1月20日"]
    assert len(messages(lines, sheet=False)) == 1 and code in messages(lines, sheet=False)[0]


@pytest.mark.parametrize("words", ["邮编：130000，电话", "邮政编码130000。", "邮编：XXXXXX", "邮编：；地址"])
def test_right_and_blank_post_codes(words):
    assert messages([*BODY, words, "云州市水利局", "2025年1月20日"], sheet=False) == []
