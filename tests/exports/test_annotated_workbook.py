"""The annotated workbook: notes and fills on the cells, charts, rules, formulas and other notes untouched."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from gxdesk import check
from gxdesk.exports.annotate import annotated_copy

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SPOILT = next(SAMPLES.glob("*2024*有错*.xlsx"))
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def notes(data: bytes) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def values(data: bytes) -> list[object]:
    return [
        (sheet.title, cell.coordinate, cell.value, cell.number_format, cell.font.b)
        for sheet in load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


@pytest.fixture
def rich(tmp_path) -> Path:
    """A draft with a wrong sum and much that a library would lose on the way."""
    book = Workbook()
    sheet = book.active
    sheet.title = "年报"
    names = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    rows = [
        ("某市水利局2024年政府信息公开工作年度报告",),
        (),
        ("四、政府信息公开行政复议、行政诉讼情况",),
        (),
        ("行政复议", *[None] * 4, "未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4),
        names * 3,
        (1, 2, 3, 4, 11, *[0] * 10),
        (),
        ("联系人身份证号110101199003070038。",),
        ("存档备查",),
    ]
    for row in rows:
        sheet.append(row)
    sheet["E7"].font, sheet["E7"].number_format = Font(bold=True), "0_ "
    sheet["E7"].comment = Comment("科长：请核对", "科长")
    sheet["A7"].comment = Comment("登记簿第3页", "科长")
    sheet.conditional_formatting.add(
        "A7:E7", CellIsRule("lessThan", ["0"], fill=PatternFill("solid", "FF0000"))
    )
    choice = DataValidation("whole", operator="greaterThanOrEqual", formula1="0")
    choice.add("A7:E7")
    sheet.add_data_validation(choice)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, max_col=5, min_row=7))
    sheet.add_chart(chart, "G12")
    book.create_sheet("空表")
    path = tmp_path / "年报.xlsx"
    book.save(path)
    return path


def test_only_sheets_styles_and_notes_change():
    data = SPOILT.read_bytes()
    copy, suffix = annotated_copy(check(SPOILT), data)

    before, after = parts(data), parts(copy)
    changed = {name for name in before if before[name] != after[name]}
    assert suffix == ".xlsx"
    assert all(re.match(r"xl/worksheets/|xl/styles\.xml|\[Content_Types\]", name) for name in changed)
    assert all(
        re.match(r"xl/(comments|drawings/vml|worksheets/_rels)", name) for name in set(after) - set(before)
    )
    assert values(copy) == values(data)


def test_every_finding_has_a_note_on_its_cell():
    result = check(SPOILT)
    copy, _ = annotated_copy(result, SPOILT.read_bytes())
    found = notes(copy)

    for finding in result.checklist.findings:
        if finding.cause is None:
            assert any(finding.title in text and finding.message[:20] in text for text in found.values())
    suspects = [one.place for f in result.checklist.findings for one in f.suspects if f.cause is None]
    book = load_workbook(io.BytesIO(copy))
    for place in suspects:
        spot = place.to_json()
        assert f"{spot['sheet']}!{spot['cell']}" in found
        assert book[spot["sheet"]][spot["cell"]].fill.fgColor.rgb == "FFFFC7CE"


def test_charts_rules_formulas_and_notes_of_the_draft_stay(rich):
    data = rich.read_bytes()
    copy, _ = annotated_copy(check(rich), data)

    before, after = parts(data), parts(copy)
    same = [name for name in before if "chart" in name or "drawing1.xml" in name or "sheet2" in name]
    assert len(same) >= 3
    assert [name for name in same if before[name] != after[name]] == []
    for kept in (b"<conditionalFormatting", b"<dataValidations", b"<drawing "):
        assert kept in after["xl/worksheets/sheet1.xml"]
    found = notes(copy)
    assert found["年报!A7"].startswith("登记簿第3页")
    assert found["年报!E7"].startswith("科长：请核对")
    assert "表四勾稽不平" in found["年报!E7"]
    assert "身份证" in found["年报!A9"]
    assert "19900307" not in found["年报!A9"]  # what must not be published is not repeated
    assert values(copy) == values(data)
    sheet = load_workbook(io.BytesIO(copy))["年报"]
    assert sheet["E7"].fill.fill_type == "solid"
    assert (sheet["E7"].font.b, sheet["E7"].number_format) == (True, "0_ ")


def test_the_copy_is_read_as_the_same_draft(rich):
    copy, _ = annotated_copy(check(rich), rich.read_bytes())
    other = rich.with_name("批注稿.xlsx")
    other.write_bytes(copy)

    assert check(other).report.document.blocks == check(rich).report.document.blocks


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_note(rich, tmp_path):
    copy, _ = annotated_copy(check(rich), rich.read_bytes())
    target = tmp_path / "批注稿.xlsx"
    target.write_bytes(copy)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    with zipfile.ZipFile(tmp_path / "批注稿.ods") as package:
        content = package.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(notes(copy))
    assert "表四勾稽不平" in re.sub("<[^>]*>", "", content)
