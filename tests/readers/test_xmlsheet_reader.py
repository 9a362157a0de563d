"""Workbooks as one XML text: cells as they are shown, merged, hidden, commented."""

from __future__ import annotations

import pytest

from gxdesk.document.model import Document, Table
from gxdesk.readers import read_bytes

HEAD = (
    '<?xml version="1.0" encoding="{}"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Standard"/></Style>'
    '<Style ss:ID="s2"><Alignment ss:Horizontal="Center"/><Font ss:Color="#FFFFFF"/></Style></Styles>'
)
OPTIONS = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"


def cell(text: object, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def book(rows: str, encoding: str = "utf-8", options: str = "") -> Document:
    sheet = f'<Worksheet ss:Name="表三"><Table>{rows}</Table>{options}</Worksheet>'
    return read_bytes(f"{HEAD.format(encoding)}{sheet}</Workbook>".encode(encoding), "报告.xls")


ROWS = "".join(
    (
        "<Row>",
        cell("某局2024年报告", more="ss:MergeAcross='2' ss:StyleID='s2'"),
        "</Row><Row ss:Index='3'>",
        cell("项目", more="ss:MergeDown='1'"),
        cell("数", more="ss:MergeAcross='1'"),
        "</Row><Row>",
        cell("甲", more="ss:Index='2'"),
        cell("乙"),
        "</Row><Row ss:Hidden='1'>",
        cell("藏"),
        cell(1, "Number"),
        "</Row><Row>",
        cell("规章"),
        cell("1234.5", "Number", "ss:StyleID='s1'"),
        "<Cell><Data ss:Type='Number'>7</Data><Comment><Data>请核对</Data></Comment></Cell></Row>",
    )
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "utf-16"])
def test_cells_and_places(encoding: str):
    found = book(ROWS, encoding)
    title, table = found.blocks
    assert (title.text, title.centered, title.origin.cell) == ("某局2024年报告", True, "A1")
    assert isinstance(table, Table)
    assert [[c.text if c else "" for c in row] for row in table.grid()] == [
        ["项目", "数", "数"],
        ["项目", "甲", "乙"],
        ["规章", "1,234.50", "7"],
    ]
    assert table.cells[-1].origin.cell == "C6"


def test_what_is_hidden_white_or_commented_is_noticed():
    told = [(notice.kind, notice.place.label.removeprefix("工作表“表三”")) for notice in book(ROWS).notices]
    assert told == [("format", "全文"), ("hidden", "A5"), ("hidden", "A1"), ("comments", "C6")]


def test_a_hidden_sheet_is_left_out_and_noticed():
    found = book(ROWS, options=OPTIONS)
    assert found.blocks == ()
    assert [notice.kind for notice in found.notices] == ["format", "hidden"]
