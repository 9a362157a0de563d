"""The empty drafts: complete, only waiting to be filled in, and a workbook that adds up and warns."""

import io
import shutil
import subprocess

import pytest
from docx import Document
from openpyxl import load_workbook

from gxdesk import check
from gxdesk.errors import UsageError
from gxdesk.exports.template import template
from gxdesk.standards.load import load

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TO_BE_FILLED_IN = {"leftover.placeholder", "number.blank"}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("standard", ["2008", "2019", "2021"])
def test_an_empty_draft_lacks_nothing_but_its_contents(tmp_path, standard, kind):
    draft = tmp_path / f"模板.{kind}"
    draft.write_bytes(template(standard, kind))
    result = check(draft)

    assert {finding.rule for finding in result.checklist.findings} <= TO_BE_FILLED_IN
    assert result.report.standard.id == standard
    assert all(section.present for section in result.report.sections)
    for table in result.report.tables:
        assert set(table.cells) == set(table.form.cell_ids())


def test_the_word_file_is_laid_out_like_an_official_document():
    document = Document(io.BytesIO(template("2021", "docx", 2024)))
    title, body = document.paragraphs[0], document.paragraphs[1]
    east_asia = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia"

    assert title.text == "XX市XX局\n2024年政府信息公开工作年度报告"
    assert title.runs[0].font.size.pt == 22  # 2号
    assert title.runs[0]._r.rPr.rFonts.get(east_asia) == "方正小标宋简体"
    normal = document.styles["Normal"]
    assert normal.font.size.pt == 16  # 3号
    assert normal.element.rPr.rFonts.get(east_asia) == "仿宋_GB2312"
    assert "2024年1月1日起至2024年12月31日" in body.text
    assert [(len(table.rows), len(table.columns)) for table in document.tables] == [
        (14, 4),
        (28, 10),
        (4, 15),
    ]


def test_every_total_is_a_formula_and_entries_are_limited_to_numbers():
    book = load_workbook(io.BytesIO(template("2021", "xlsx")))

    assert book.sheetnames == ["报告正文", "表二 主动公开", "表三 依申请公开", "表四 复议诉讼"]
    sheet = book["表三 依申请公开"]
    assert sheet["D29"].value == "=SUM(D8:D28)"
    assert sheet["J6"].value == "=SUM(D6:I6)"
    assert sheet["D8"].value is None
    (whole,) = sheet.data_validations.dataValidation
    assert (whole.type, whole.operator, whole.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert {"D6", "D8", "I30"} <= {str(one) for one in whole.sqref.ranges}
    assert book["表四 复议诉讼"]["E6"].value == "=SUM(A6:D6)"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_filled_workbook_adds_up_and_warns(tmp_path):
    book = load_workbook(io.BytesIO(template("2021", "xlsx")))
    sheet = book["表三 依申请公开"]
    for row in (*range(6, 29), 30):
        for column in "DEFGHI":
            sheet[f"{column}{row}"] = 0
    sheet["D6"], sheet["D8"], sheet["E6"], sheet["E8"] = 5, 5, 3, 2  # the second column lacks one
    path = tmp_path / "填好.xlsx"
    book.save(path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)

    shown = load_workbook(tmp_path / "out" / "填好.xlsx", data_only=True)["表三 依申请公开"]
    assert [shown[f"{column}29"].value for column in "DEJ"] == [5, 2, 7]
    assert [shown[f"{column}32"].value for column in "DEF"] == ["√", "差1", "√"]
    assert [shown[f"{column}33"].value for column in "DEF"] == ["√", "√", "√"]
    assert shown["D34"].value == "√"  # every row adds up
    assert "本年新收＋上年结转" in shown["A32"].value


def test_other_kinds_are_refused_in_words():
    with pytest.raises(UsageError, match=r"模板只有"):
        template(load("2021"), "pdf")
