import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gxdesk.checklist.result import Unreadable
from gxdesk.checks.api import Severity
from gxdesk.exports.xlsx import checklist_workbook, overview_workbook

OURS = re.compile(  # a check of a balance, a sum, a difference: addresses and our own words only
    r'=IF\(COUNT\([A-Z0-9:,]+\)<\d+,"无法核对",IF\(ROUND\([A-Z0-9:,()-]+,6\)=0,"√","差"&ROUND\([A-Z0-9:,()-]+,6\)\)\)'
    r"|=SUM\([A-Z0-9:,]+\)|=[A-Z]+\d+-[A-Z]+\d+"
)
HOSTILE = ("=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2+3", '=HYPERLINK("http://x.cn")', "\t=1", "_x0041_")


def texts(sheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def find(sheet, text: str):
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_every_item_and_finding_is_listed_with_the_verdict_on_top(make_result, make_finding, reopen):
    hint = make_finding("b", severity=Severity.INFO, message="小问题")
    book = reopen(checklist_workbook(make_result([hint, make_finding("a")])))

    assert book.sheetnames == ["检查清单", "问题明细", "表格数据", "审签单", "说明"]
    for sheet in book:
        assert sheet["A1"].value == f"{sheet.title}　年报.txt"
        assert sheet["A2"].value == "暂不能发布：2处要改。"
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
    items = book["检查清单"]
    assert [items.cell(row, 6).value for row in range(5, 9)] == ["通过", "要改", "无法核对", "待人工"]
    assert items.cell(6, 8).value == "〔1〕问题a\n〔2〕小问题"
    assert items.cell(7, 8).value == "缺少结转行"
    assert (items.freeze_panes, items.auto_filter.ref) == ("A5", "A4:K8")
    assert items.print_title_rows == "$4:$4"
    details = book["问题明细"]
    assert [details.cell(row, 2).value for row in (5, 6)] == ["要改", "提示"]  # the gravest first
    assert "缺少结转行" in "".join(texts(book["说明"]))
    assert {"撰稿", "校对", "一审", "二审", "三审", "保密审查"} <= set(texts(book["审签单"]))


def test_a_person_confirms_from_a_list(make_result, reopen):
    sheet = reopen(checklist_workbook(make_result()))["检查清单"]
    (choice,) = sheet.data_validations.dataValidation

    assert choice.formula1 == '"已确认,需修改,不适用"'
    assert str(choice.sqref) == "J5:J8"
    assert {rule.formula[0] for found in sheet.conditional_formatting for rule in found.rules} >= {
        'F5="要改"',
        'J5="需修改"',
    }


def test_nothing_in_a_draft_becomes_a_formula_or_a_link(make_result, make_finding, reopen):
    cells = dict(zip(("new.natural", "granted.natural", "partial.natural"), HOSTILE, strict=False))
    findings = [
        make_finding(str(n), message=text, title=text, expected=text, actual=text, suggestion=text)
        for n, text in enumerate(HOSTILE)
    ]
    result = make_result(findings, cells, name="=1+1.txt")
    for data in (checklist_workbook(result), overview_workbook([result], [Unreadable(result.path, "=2")])):
        book = reopen(data)
        cells_of_all = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        formulas = [cell.value for cell in cells_of_all if cell.data_type == "f"]
        assert [text for text in formulas if not OURS.fullmatch(text)] == []
        links = [cell.hyperlink for cell in cells_of_all if cell.hyperlink]
        assert all(link.target is None and link.location.startswith("'") for link in links)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert not any("vba" in name.lower() or "external" in name for name in archive.namelist())
            relations = [archive.read(name) for name in archive.namelist() if "worksheets/_rels" in name]
            assert not any(b"External" in one for one in relations)
    shown = reopen(checklist_workbook(result))["问题明细"]
    assert shown["F5"].value == HOSTILE[0]
    assert all(shown.cell(row, 6).quotePrefix for row in range(5, 10))


def test_characters_excel_cannot_hold_are_dropped(make_result, make_finding, reopen):
    odd = "甲\x00\x0b乙\ud800丙\ufffe\r\n丁"
    sheet = reopen(checklist_workbook(make_result([make_finding("a", suggestion=odd)])))["问题明细"]
    long = reopen(checklist_workbook(make_result([make_finding("a", suggestion="长" * 40000)])))["问题明细"]

    assert sheet["J5"].value == "甲乙丙\n丁"
    assert len(long["J5"].value) < 32767
    assert "此处截断" in long["J5"].value


def test_tables_are_laid_out_as_official_with_wrong_and_missing_cells_marked(
    make_result, balance_finding, reopen
):
    cells = {"new.natural": "5", "granted.natural": "3", "partial.natural": "/", "new.legal": "3,001"}
    sheet = reopen(checklist_workbook(make_result([balance_finding()], cells)))["表格数据"]

    granted, new = find(sheet, "（一）予以公开").row, find(sheet, "一、本年新收政府信息公开申请数量").row
    natural = find(sheet, "自然人").column
    suspect = sheet.cell(granted, natural)
    assert (suspect.value, suspect.fill.start_color.rgb) == (3, "FFFFC7CE")
    assert sheet.cell(granted, sheet.max_column).value == "自然人：可能应为 4"
    assert sheet.cell(granted + 1, natural).value == "/"
    assert sheet.cell(new, natural).fill.fill_type is None  # a term of the equation, but one cell is to blame
    assert sheet.cell(new, find(sheet, "法律服务机构").column).value == 3001
    carried_out = find(sheet, "四、结转下年度继续办理").row
    assert sheet.cell(carried_out, natural).value == "缺"
    assert any(text.startswith("表四") and "没有找到本表" in text for text in texts(sheet))
    assert f"A{granted}:A{carried_out - 1}" in str(sheet.merged_cells)  # 三、本年度办理结果


def test_terms_are_marked_when_no_cell_is_to_blame(make_result, balance_finding, make_finding, reopen):
    finding = balance_finding(suspects=False)
    sheet = reopen(checklist_workbook(make_result([finding])))["表格数据"]

    new = find(sheet, "一、本年新收政府信息公开申请数量").row
    assert sheet.cell(new, sheet.max_column).value == "自然人：勾稽不平"


def test_causes_are_named(make_result, balance_finding, reopen):
    findings = [balance_finding("root"), balance_finding("leaf", suspects=False, cause="root")]
    sheet = reopen(checklist_workbook(make_result(findings)))["问题明细"]

    assert sheet["H5"].value == "表三「（一）予以公开」行「自然人」列：3 可能应为 4"
    assert sheet["H6"].value == "由第1条引起，改好那一条后再查。"


def test_the_overview_has_a_row_a_draft_and_all_findings(make_result, make_finding, reopen):
    results = [make_result([make_finding("a"), make_finding("b")]), make_result(name="另一份.txt")]
    book = reopen(overview_workbook(results, [Unreadable(results[0].path, "文件已加密，请解密。")]))
    drafts, findings = book["汇总"], book["全部问题"]

    assert drafts["A2"].value == "共3份草稿：1份没有必须修改的问题，1份要改，1份无法读取。"
    assert [drafts.cell(row, 6).value for row in (5, 6, 7)] == ["暂不能发布", "没有发现问题", "无法读取"]
    assert [drafts.cell(5, column).value for column in (3, 4, 7)] == ["云州市水利局", 2024, 2]
    assert drafts["L7"].value == "文件已加密，请解密。"
    assert [findings.cell(row, 2).value for row in (5, 6)] == ["年报.txt", "年报.txt"]


def test_drafts_of_one_name_are_told_apart_by_their_folders(make_result, reopen):
    results = [replace(make_result(), path=Path(body, "年报.docx")) for body in ("甲局", "乙局")]
    sheet = reopen(overview_workbook(results))["汇总"]

    assert [Path(sheet.cell(row, 2).value).parts for row in (5, 6)] == [
        ("甲局", "年报.docx"),
        ("乙局", "年报.docx"),
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook(make_result, balance_finding, tmp_path):
    (tmp_path / "book.xlsx").write_bytes(checklist_workbook(make_result([balance_finding()])))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
         'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1', "book.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    (converted,) = tmp_path.glob("*.csv")

    shown = converted.read_text(encoding="utf-8")
    assert "检查清单　年报.txt" in shown
    assert "负责人已审签" in shown
    assert "#NAME?" not in shown


def test_live_formulas_recompute_every_balance(make_result, reopen):
    cells = {"new.natural": "5", "granted.natural": "3", "total.natural": "3", "new.total": "5"}
    data = checklist_workbook(make_result([], cells))
    sheet, shown = reopen(data)["表格数据"], load_workbook(BytesIO(data), data_only=True)["表格数据"]

    new, natural = find(sheet, "一、本年新收政府信息公开申请数量").row, find(sheet, "自然人").column
    beside = next(cell for cell in sheet[new] if str(cell.value).startswith("=IF(COUNT("))
    assert shown.cell(new, beside.column).value == "√"
    total = find(sheet, "（七）总计").row
    assert shown.cell(total, beside.column).value == "差-3"
    first = find(sheet, "核对：本年新收＋上年结转＝本年度办理结果总计＋结转下年度继续办理").row
    assert str(sheet.cell(first, natural).value).startswith("=IF(COUNT(")
    assert shown.cell(first, natural).value == "无法核对"  # the draft lacks 结转下年度
    assert shown.cell(first + 1, natural).value == "√"


def test_items_lead_to_their_findings_and_back(make_result, make_finding, reopen):
    book = reopen(checklist_workbook(make_result([make_finding("a")])))

    assert book["检查清单"]["H6"].hyperlink.location == "'问题明细'!A5"
    assert book["问题明细"]["A5"].hyperlink.location == "'检查清单'!A6"
    assert book["检查清单"]["H6"].value == "〔1〕问题a"
    assert book["检查清单"]["H5"].hyperlink is None


@pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)
def test_a_corrected_figure_turns_the_check_right(make_result, tmp_path):
    """As the office does: correct the figure, recalculate, see the sign."""
    cells = {"new.natural": "5", "granted.natural": "3", "total.natural": "5", "new.total": "5"}
    cells |= {"granted.total": "5", "total.total": "5"}
    book = load_workbook(BytesIO(checklist_workbook(make_result([], cells))))
    sheet = book["表格数据"]
    row = find(
        sheet,
        "核对：办理结果总计＝予以公开＋部分公开＋不予公开各项＋无法提供各项＋不予处理各项＋其他处理各项",
    ).row
    natural = find(sheet, "自然人").column
    path = tmp_path / "清单.xlsx"

    def recalculated() -> object:
        book.save(path)
        office = shutil.which("soffice") or shutil.which("libreoffice")
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
        shown = load_workbook(tmp_path / "out" / path.name, data_only=True)["表格数据"]
        return shown.cell(row, natural).value

    assert recalculated() == "差2"
    sheet.cell(find(sheet, "（一）予以公开").row, natural).value = 5
    assert recalculated() == "√"


def test_last_year_stands_beside_this_year_when_it_was_given(make_result, make_finding, reopen):
    result = make_result([], {"new.natural": "50", "granted.natural": "5"})
    last = make_result([], {"new.natural": "8", "granted.natural": "5"}).report
    cell = result.report.table("applications").cells["carried_in.natural"]
    said = make_finding("y", rule="year.carried", message="与上年不衔接", places=(cell.place,))
    checklist = replace(result.checklist, findings=(said,))
    data = checklist_workbook(
        replace(result, checklist=checklist, report=replace(result.report, previous=last))
    )
    sheet, shown = reopen(data)["上年比对"], load_workbook(BytesIO(data), data_only=True)["上年比对"]

    def line(book_sheet, row_name, column_name):
        lines = ([cell.value for cell in row] for row in book_sheet.iter_rows(min_row=5))
        return next(found for found in lines if row_name in str(found[1]) and found[2] == column_name)

    assert "2024年度" in sheet["A3"].value
    assert line(shown, "本年新收", "自然人")[3:] == [8, 50, 42, "变化较大，请核实。"]
    assert line(shown, "予以公开", "自然人")[3:6] == [5, 5, 0]
    assert line(sheet, "上年结转", "自然人")[6] == "与上年不衔接"
    assert line(sheet, "结转下年度", "自然人")[3:5] == ["没有这个数", "没有这个数"]
    assert "上年比对" not in reopen(checklist_workbook(make_result())).sheetnames


def test_the_sign_off_sheet_takes_dates_and_offers_opinions(make_result, reopen):
    day, opinion = reopen(checklist_workbook(make_result()))["审签单"].data_validations.dataValidation

    assert (day.type, str(day.sqref), opinion.formula1) == ("date", "C5:C10", '"同意,修改后再审,不同意"')
    assert not opinion.showErrorMessage
