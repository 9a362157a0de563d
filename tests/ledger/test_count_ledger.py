"""The register of applications counted into tables three and four."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from gxdesk.errors import ReadError, UsageError
from gxdesk.exports.ledger import ledger_template, ledger_workbook, tables_docx
from gxdesk.jobs.ledger import count_ledger
from gxdesk.ledger import words
from gxdesk.ledger.workdays import working_days
from gxdesk.standards.load import load

FORM = load("2021").table("applications")
HEADER = (
    "序号",
    "收到申请时间",
    "申请人类型",
    "申请内容",
    "答复结果",
    "不予公开理由",
    "答复日期",
    "是否延期",
    "备注",
)


def row(
    received="2024-03-04",
    kind="自然人",
    result="予以公开",
    reason="",
    closed="2024-03-20",
    extended="",
    number="1",
):
    return (number, received, kind, "某信息", result, reason, closed, extended, "")


@pytest.fixture
def count(tmp_path):
    """``count(row, ...)``: the rows of a register counted for 2024."""

    def make(*rows, header=HEADER, year=2024, **options):
        book = Workbook()
        book.active.append(("某局政府信息公开申请登记台账",))
        book.active.append(header)
        for one in rows:
            book.active.append(one)
        path = tmp_path / "台账.xlsx"
        book.save(path)
        return count_ledger(path, year=year, **options)

    return make


def figures(ledger, table="applications"):
    return {cell: n for cell, n in ledger.tally.tables[table].items() if n and "total" not in cell}


def test_one_closed_application_is_new_and_granted(count):
    ledger = count(row())

    assert figures(ledger) == {"new.natural": 1, "granted.natural": 1}
    totals = ledger.tally.tables["applications"]
    assert (totals["new.total"], totals["total.natural"], totals["total.total"]) == (1, 1, 1)
    assert ledger.tally.doubtful == ()


def test_years_decide_what_is_new_carried_in_and_carried_out(count):
    ledger = count(
        row("2023-12-20", closed="2024-01-10"),  # from last year
        row("2024-12-20", closed="2025-01-10"),  # into next year
        row("2024-12-25", result="", closed=""),  # still open
        row("2023-05-01", closed="2023-05-10"),  # last year's business
        row("2025-01-05", closed="2025-01-10"),  # next year's business
    )

    assert figures(ledger) == {
        "new.natural": 2, "carried_in.natural": 1, "granted.natural": 1, "carried_out.natural": 2,
    }  # fmt: skip
    assert [bool(one.note) for one in ledger.tally.rows] == [False, False, False, True, True]
    assert ledger.tally.doubtful == ()


@pytest.mark.parametrize(
    "form_row", [one for one in FORM.rows() if one.groups and one.id != "total"], ids=lambda r: r.id
)
def test_every_official_label_is_known(form_row):
    group = form_row.groups[1] if len(form_row.groups) > 1 else ""

    assert words.results(form_row.label, "", FORM) == [form_row.id] or form_row.label == "3.其他"
    assert words.results(group, form_row.label, FORM) == [form_row.id]


@pytest.mark.parametrize(
    ("result", "reason", "expected"),
    [
        ("同意公开", "", "granted"),
        ("部分公开", "涉及个人隐私", "partial"),
        ("不予公开", "商业秘密", "denied_third_party"),
        ("不予公开", "过程性信息", "denied_process"),
        ("信息不存在", "", "unable_not_held"),
        ("告知不属于本机关公开", "", "unable_not_held"),
        ("无法提供", "需要加工分析", "unable_to_create"),
        ("不予处理", "以申请形式投诉举报", "refused_petition"),
        ("重复申请不予处理", "", "refused_repeat"),
        ("其他处理", "逾期不补正", "other_uncorrected"),
        ("申请人撤回", "", "other_other"),
    ],
)
def test_usual_wordings_are_known(result, reason, expected):
    assert words.results(result, reason, FORM) == [expected]


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        ("不予公开", ""),
        ("已答复", ""),
        ("不予公开", "其他"),
        ("不予公开", "国家秘密、商业秘密"),
        ("无法提供", "国家秘密"),
    ],
)
def test_what_is_unclear_is_left_to_a_person(count, result, reason):
    ledger = count(row(result=result, reason=reason))

    assert figures(ledger) == {"new.natural": 1}
    (doubtful,) = ledger.tally.doubtful
    assert result in doubtful.problems[0]
    assert "没有计入" in doubtful.problems[0]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("公民", "natural"), ("企业", "business"), ("律师事务所", "legal"), ("科研院所", "research"),
     ("其他", "other"), ("社会公益组织", "nonprofit"), ("法人", None), ("", None), ("某某中心", None)],
)  # fmt: skip
def test_kinds_of_applicants(count, kind, expected):
    ledger = count(row(kind=kind), row())

    assert (
        ("new." + expected in figures(ledger))
        if expected
        else "申请人类别" in ledger.tally.rows[0].problems[0]
    )


def test_working_days_are_monday_to_friday():
    friday = date(2024, 3, 1)

    assert working_days(friday, date(2024, 3, 4)) == 1
    assert working_days(friday, date(2024, 3, 3)) == 0
    assert working_days(friday, date(2024, 3, 29)) == 20
    assert working_days(friday, friday) == 0
    assert working_days(date(2024, 1, 1), date(2024, 12, 31)) == 261


def test_late_answers_are_named_but_counted(count):
    ledger = count(
        row("2024-03-01", closed="2024-03-29"),  # exactly twenty
        row("2024-03-01", closed="2024-04-01"),
        row("2024-03-01", closed="2024-04-01", extended="是"),
        row("2024-03-01", closed="2024-04-29", extended="已延期"),
    )

    assert [one.late for one in ledger.tally.rows] == [False, True, False, True]
    assert "21个工作日" in ledger.tally.rows[1].problems[0]
    assert "40个工作日" in ledger.tally.rows[3].problems[0]
    assert figures(ledger)["granted.natural"] == 4
    assert any("法定节假日" in note for note in ledger.tally.notes)


@pytest.mark.parametrize(
    "written", ["2024-03-04", "2024/3/4", "2024年3月4日", "2024.03.04", "20240304", "45355"]
)
def test_dates_as_they_are_written(written):
    assert words.day(written) == date(2024, 3, 4)


def test_real_dates_of_a_spreadsheet_are_read(count):
    ledger = count(row(date(2024, 3, 4), closed=date(2024, 3, 20)))

    assert (ledger.tally.rows[0].received, ledger.tally.rows[0].closed) == (
        date(2024, 3, 4),
        date(2024, 3, 20),
    )


def test_reviews_and_suits_make_table_four(count):
    header = (*HEADER, "复议结果", "诉讼类型", "诉讼结果")
    ledger = count(
        (*row(), "维持", "", ""),
        (*row(), "确认违法", "复议后起诉", "驳回诉讼请求"),
        (*row(), "", "未经复议直接起诉", "审理中"),
        (*row(), "无", "", "撤诉"),
        header=header,
    )

    assert figures(ledger, "review_litigation") == {
        "review.upheld": 1, "review.corrected": 1, "suit_after_review.upheld": 1, "suit.pending": 1,
        "suit.other": 1,
    }  # fmt: skip
    assert "review_litigation" not in count(row()).tally.tables


def test_blank_rows_and_sums_are_no_applications(count):
    ledger = count(row(), (), row(), ("合计", "", "", "", 2))

    assert len(ledger.tally.rows) == 2


def test_a_draft_is_held_against_the_register(count, tmp_path):
    draft = tmp_path / "某局2024年政府信息公开工作年度报告.txt"
    ledger = count(row(), row(kind="企业"))
    texts = ledger.tally.texts()["applications"]

    def write(cells):
        lines = [
            "三、收到和处理政府信息公开申请情况\n",
            "信息内容\t" + "\t".join(c.label for c in FORM.parts[0].columns),
        ]
        for one in FORM.rows():
            lines.append("\t".join([one.label, *(cells[f"{one.id}.{c.id}"] for c in FORM.parts[0].columns)]))
        draft.write_text("某局2024年政府信息公开工作年度报告\n\n" + "\n".join(lines), encoding="utf-8")

    write(texts)
    assert count(row(), row(kind="企业"), against=draft).differences == ()
    write(texts | {"granted.business": "2"})
    (difference,) = count(row(), row(kind="企业"), against=draft).differences
    assert (difference.cell, difference.ledger, difference.draft) == ("applications/granted.business", 1, "2")
    assert difference.entries == ("第4行",)


def test_what_is_no_register_is_refused_in_words(count):
    with pytest.raises(ReadError, match="没有认出依申请公开台账"):
        count(("a", "b"), header=("姓名", "电话"))
    with pytest.raises(UsageError, match="哪一年"):
        count(row(received="", closed=""), year=None)


def test_the_empty_register_is_read_when_filled_in(tmp_path):
    book = load_workbook(io.BytesIO(ledger_template()))
    sheet, options = book["台账"], book["选项"]
    results = [options.cell(n, 2).value for n in range(2, 23)]
    for number, result in enumerate(results, 2):
        sheet.cell(number, 2, date(2024, 3, 4))
        sheet.cell(number, 4, options.cell(2 + number % 6, 1).value)
        sheet.cell(number, 6, result)
        sheet.cell(number, 9, date(2024, 3, 8))
    path = tmp_path / "台账.xlsx"
    book.save(path)
    tally = count_ledger(path).tally

    assert tally.year == 2024
    assert tally.doubtful == ()
    assert [tally.tables["applications"][f"{one.id}.total"] for one in FORM.rows() if one.groups] == [
        1
    ] * 21 + [21]


def test_exports_hold_the_figures_and_no_formula_of_the_register(count):
    hostile = row(number="=1+1", kind="@SUM(A1)", result="+cmd|'/c calc'!A1")
    ledger = count(row(), hostile)
    book = load_workbook(io.BytesIO(ledger_workbook(ledger.tally, ledger.differences)))

    assert book.sheetnames == ["表三 依申请公开", "逐行核对"]
    assert book["表三 依申请公开"]["D6"].value == 1
    rows = book["逐行核对"]
    assert [rows.cell(n, 10).value for n in (5, 6)] == ["已计入", "未计入"]
    assert all(cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line)
    from docx import Document

    (table,) = Document(io.BytesIO(tables_docx(ledger.tally))).tables
    assert table.cell(3, 3).text == "1"
