"""Many drafts added up, and a government's summary report held against the sum."""

import io
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from gxdesk import check
from gxdesk.checklist.aggregate import aggregates
from gxdesk.checklist.result import Unreadable
from gxdesk.exports.xlsx import overview_workbook
from gxdesk.standards.load import load

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def draft(tmp_path):
    """``draft("云州市水利局", {"new.natural": "5"})``: a checked text draft whose other figures are 0."""

    def make(body, cells=None, without=(), year=2024):
        lines = [f"{body}{year}年政府信息公开工作年度报告", ""]
        for section in load("2021").sections:
            lines += [section.title, ""]
            for form in load("2021").tables:
                if form.section == section.id and form.id not in without and form.layout == "rows":
                    for part in form.parts:
                        lines.append("\t".join(["信息内容", *(column.label for column in part.columns)]))
                        for row in part.rows:
                            ids = [f"{row.id}.{column.id}" for column in part.columns]
                            lines.append(
                                "\t".join([row.label, *((cells or {}).get(one, "0") for one in ids)])
                            )
                    lines.append("")
        path = tmp_path / f"{body}{year}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return check(path)

    return make


def rows(sheet) -> list[tuple]:
    return [tuple(cell.value for cell in line) for line in sheet.iter_rows(min_row=5)]


def test_figures_are_added_up_cell_by_cell(draft):
    (found,) = aggregates([
        draft("云州市水利局", {"new.natural": "5", "fees.amount": "1.5"}),
        draft("云州市教育局", {"new.natural": "7", "fees.amount": "0.25"}),
    ])  # fmt: skip

    assert (found.year, found.standard.id, found.summary) == (2024, "2021", None)
    assert found.sums["applications"]["new.natural"] == 12
    assert str(found.sums["disclosure"]["fees.amount"]) == "1.75"


def test_a_governments_summary_is_held_against_the_sum_of_the_others(draft):
    (found,) = aggregates([
        draft("云州市水利局", {"new.natural": "5"}),
        draft("云州市人民政府", {"new.natural": "13"}),
        draft("云州市教育局", {"new.natural": "7"}, without=("disclosure",)),
    ])  # fmt: skip

    assert found.summary.report.identity.authority == "云州市人民政府"
    assert found.sums["applications"]["new.natural"] == 12
    (gap,) = [gap for gap in found.gaps if gap.table == "applications"]
    assert (gap.cell, gap.own, gap.total) == ("new.natural", 13, 12)
    assert found.absent["disclosure"]["fees.amount"] == ("云州市教育局",)
    assert any("云州市教育局" in note and "表二" in note for note in found.notes)


def test_towns_are_no_summary_and_equal_governments_are_not_chosen_from(draft):
    county = aggregates([draft("望川县人民政府"), draft("望川县城关镇人民政府"), draft("望川县教育局")])
    equals = aggregates([draft("望川县人民政府"), draft("禾阳县人民政府"), draft("云州市教育局")])

    assert county[0].summary.report.identity.authority == "望川县人民政府"
    assert equals[0].summary is None


def test_years_are_not_mixed_and_doubles_are_named(draft):
    found = aggregates([draft("云州市水利局"), draft("云州市教育局"), draft("云州市水利局", year=2023)])
    same = draft("云州市水利局")

    assert [(one.year, len(one.parts)) for one in found] == [(2024, 2)]
    assert "有2份草稿" in aggregates([same, same])[0].notes[0]
    assert aggregates([same]) == []


def test_the_workbook_holds_sums_differences_and_names(draft, tmp_path):
    results = [
        draft("云州市水利局", {"new.natural": "5"}),
        draft("云州市教育局", {"new.natural": "/"}),
        draft("云州市人民政府", {"new.natural": "12"}),
    ]
    gone = Unreadable(tmp_path / "云州市卫健委.docx", "文件已加密")
    book = load_workbook(io.BytesIO(overview_workbook(results, [gone])))

    assert book.sheetnames == ["汇总", "全部问题", "汇总核对", "数据汇总", "表二合计", "表三合计", "表四合计"]
    check_sheet = book["汇总核对"]
    (line,) = [line for line in rows(check_sheet) if line[1] and "本年新收" in line[1]]
    assert line[2:] == (12, 5, "+7", "云州市教育局")
    assert "云州市卫健委.docx" in check_sheet["A3"].value
    matrix = book["数据汇总"]
    new = next(n for n, line in enumerate(rows(matrix), 5) if line[1] and "本年新收" in line[1])
    assert matrix.cell(new, 4).value == f"=SUM(G{new}:H{new})"
    assert [matrix.cell(new, column).value for column in (5, 7, 8)] == [12, 5, "缺"]
    assert book["表三合计"]["D6"].value == 5
    shown = load_workbook(io.BytesIO(overview_workbook(results)), data_only=True)["数据汇总"]
    assert (shown.cell(new, 4).value, shown.cell(new, 6).value) == (5, 7)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_recalculates_to_the_same(draft, tmp_path):
    results = [draft("云州市水利局", {"new.natural": "5"}), draft("云州市教育局", {"new.natural": "7"})]
    path = tmp_path / "汇总.xlsx"
    path.write_bytes(overview_workbook(results))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)

    def sums(file):
        sheet = load_workbook(file, data_only=True)["数据汇总"]
        return [sheet.cell(row, 4).value for row in range(5, sheet.max_row + 1)]

    assert sums(tmp_path / "out" / "汇总.xlsx") == sums(path)
    assert 12 in sums(path)
