"""``check --annotate/--html``, ``template`` and ``ledger`` as an office's scripts run them."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from gxdesk.exports.ledger import ledger_template


@pytest.fixture
def register(tmp_path):
    """A filled register of 2024 with one row nobody can classify."""
    book = load_workbook(io.BytesIO(ledger_template()))
    for number, result in enumerate(("予以公开", "部分公开", "不予公开"), 2):
        for column, value in ((2, date(2024, 3, 4)), (4, "自然人"), (6, result), (9, date(2024, 3, 8))):
            book["台账"].cell(number, column).value = value
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path


def test_a_draft_is_annotated_and_reported(gxdesk, drafts, tmp_path):
    before = drafts["bad"].read_bytes()
    answer = gxdesk(
        "check", drafts["bad"], "--quiet", "--annotate", "批注.docx", "--summary", "--html", "报告.html"
    )

    assert (answer.status, answer.err) == (1, "")
    copy = Document(str(tmp_path / "批注.docx"))
    assert {comment.author for comment in copy.comments} == {"GxDesk"}
    assert "检查摘要" in copy.tables[0].cell(0, 0).text
    assert "暂不能发布" in (tmp_path / "报告.html").read_text(encoding="utf-8")
    assert drafts["bad"].read_bytes() == before


def test_many_drafts_are_annotated_into_a_folder(gxdesk, drafts, tmp_path):
    (tmp_path / "批注").mkdir()
    answer = gxdesk("check", drafts["folder"], "--quiet", "--annotate", "批注", "--html", "批注")

    assert answer.status == 1
    names = sorted(path.name for path in (tmp_path / "批注").iterdir())
    assert [name.split("）（")[-1] for name in names] == ["批注稿）.docx", "检查报告）.html"] * 2
    assert all(zipfile.is_zipfile(path) for path in (tmp_path / "批注").glob("*.docx"))


def test_copies_beside_the_drafts_are_not_checked_by_the_next_run(gxdesk, drafts):
    options = ("check", drafts["folder"], "--annotate", drafts["folder"], "--html", drafts["folder"])
    first, second = gxdesk(*options), gxdesk(*options)

    assert len(list(drafts["folder"].iterdir())) == 6
    assert first.out == second.out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--annotate", "一份.docx"), "已有的文件夹"),
        (("--html", "一份.html"), "已有的文件夹"),
        (("--annotate", "没有/一份.docx"), "所在的文件夹不存在"),
        (("--html", "-"), "不能输出到屏幕"),
    ],
)
def test_targets_that_cannot_be_are_refused_before_checking(gxdesk, drafts, options, words):
    answer = gxdesk("check", drafts["folder"], *options)

    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err


def test_a_draft_is_never_annotated_onto_itself(gxdesk, drafts):
    before = drafts["bad"].read_bytes()
    answer = gxdesk("check", drafts["bad"], "--annotate", drafts["bad"])

    assert answer.status == 2
    assert "不能把结果写进去" in answer.err
    assert drafts["bad"].read_bytes() == before


def test_the_suffix_of_a_copy_is_that_of_the_draft(gxdesk, drafts, tmp_path):
    answer = gxdesk("check", drafts["bad"], "--quiet", "--annotate", "批注.xlsx")

    assert answer.status == 2
    assert ".docx" in answer.err
    assert not (tmp_path / "批注.xlsx").exists()


@pytest.mark.parametrize("name", ["空白.docx", "空白.xlsx"])
def test_an_empty_draft_is_made_once(gxdesk, tmp_path, name):
    answer = gxdesk("template", "--standard", "2021", "--year", "2025", name)
    again = gxdesk("template", name)

    assert (answer.status, answer.out) == (0, f"已生成：{name}\n")
    assert "2025" in gxdesk("check", name).out
    assert again.status == 2
    assert "已经存在" in again.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("template", "空白.pdf"), ".docx 和 .xlsx"),
        (("template", "空白.docx", "--standard", "1999"), "1999"),
        (("template", "空白.docx", "--year", "今年"), "四位数字"),
        (("template", "--ledger", "台账.docx"), ".xlsx"),
        (("ledger", "没有.xlsx"), "没有.xlsx"),
    ],
)
def test_mistakes_are_told_in_chinese(gxdesk, arguments, words):
    answer = gxdesk(*arguments)

    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err


def test_a_register_is_counted_shown_and_written(gxdesk, register, tmp_path):
    answer = gxdesk("ledger", register, "--out", "统计.xlsx")

    assert answer.status == 1
    assert "2024年，共3行，1行需要人工核对" in answer.out
    assert "第4行：办理结果“不予公开”无法归类" in answer.out
    book = load_workbook(tmp_path / "统计.xlsx")
    assert book["表三 依申请公开"]["D6"].value == 3
    assert gxdesk("ledger", register, "--out", "统计.docx", "--year", "2024").status == 1
    assert len(Document(str(tmp_path / "统计.docx")).tables) == 2


def test_a_register_is_held_against_a_draft(gxdesk, register, drafts, tmp_path):
    answer = gxdesk("ledger", register, "--against", drafts["good"], "--out", "比对.xlsx")

    assert answer.status == 1
    assert "格不一致" in answer.out
    assert "表三「一、本年新收政府信息公开申请数量」行「自然人」列：台账3，草稿" in answer.out
    assert "与草稿比对" in load_workbook(tmp_path / "比对.xlsx").sheetnames


def test_an_empty_register_is_made(gxdesk, tmp_path):
    assert gxdesk("template", "--ledger", "台账.xlsx").status == 0
    assert load_workbook(tmp_path / "台账.xlsx").sheetnames == ["台账", "选项", "填写说明"]
