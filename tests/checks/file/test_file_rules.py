"""file.*: what the reader noticed about the file."""

from dataclasses import replace

import pytest
from office_files import paragraph, run, sheet_parts, word, word_parts, zipped

from gxdesk.checks.api import Severity
from gxdesk.checks.catalogue import RULE_IDS, rule
from gxdesk.document.model import Notice
from gxdesk.readers import read_bytes
from gxdesk.report.recognise import recognise

KINDS = [rule_id.split(".")[1] for rule_id in RULE_IDS if rule_id.startswith("file.")]


def noticed(report, *kinds: str):
    notices = tuple(
        Notice(kind, f"第{n}处的情况。", report.document.place(n)) for n, kind in enumerate(kinds)
    )
    return replace(report, document=replace(report.document, notices=notices))


@pytest.mark.parametrize("kind", KINDS)
def test_one_finding_for_each_kind_with_all_places(report_of, try_rule, draft, kind):
    report = noticed(report_of(draft()), kind, "other", kind)
    (hit,) = try_rule(f"file.{kind}", report).hits
    assert hit.message == "第0处的情况。同类情况共2处。"
    assert [place.block for place in hit.places] == [0, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_noticed_nothing_found(report_of, try_rule, draft, kind):
    other = next(k for k in KINDS if k != kind)
    assert not try_rule(f"file.{kind}", report_of(draft())).hits
    assert not try_rule(f"file.{kind}", noticed(report_of(draft()), other)).hits


def picture(width: int) -> bytes:
    drawing = f'<w:drawing><wp:inline><wp:extent cx="{width}" cy="9"/><a:blip/></wp:inline></w:drawing>'
    return word(paragraph("表三见图", f"<w:r>{drawing}</w:r>"))


def remark(said: str) -> bytes:
    reference = '<w:r><w:commentReference w:id="3"/></w:r>'
    body = f'<w:comment w:id="3">{paragraph(said)}</w:comment>' if said else ""
    return word(paragraph("公开信息120条", reference if said else ""), comments=body)


def sheet(cell: str, styles: str = "") -> bytes:
    return zipped(sheet_parts({"表三": f'<sheetData><row r="1">{cell}</row></sheetData>'}, styles=styles))


def shown_as(code: int) -> str:
    return f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{code}"/></cellXfs>'


def macro(name: str) -> bytes:
    return zipped(word_parts(paragraph("正文")) | {f"word/{name}.bin": b"x"})


INSERTED = '<w:ins w:id="1" w:author="甲">{}</w:ins>'
FORMATTED = '<w:rPrChange w:id="1" w:author="甲"><w:rPr/></w:rPrChange>'
NUMBERED = word_parts(paragraph("正文", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering="")
REPORT = "云州市水利局2024年政府信息公开工作年度报告\n公开信息120条。\n"
FILES = {  # a file with what the rule is about, and one that looks like it
    "hidden": (
        ("a.docx", word(paragraph("公开", run("内部数字", "<w:vanish/>")))),
        ("a.docx", word(paragraph("公开", run("对外数字", '<w:vanish w:val="0"/>')))),
    ),
    "revisions": (
        ("a.docx", word(paragraph("公开", INSERTED.format(run("120条"))))),
        ("a.docx", word(paragraph("公开", run("120条", FORMATTED)))),
    ),
    "comments": (("a.docx", remark("请核对件数")), ("a.docx", remark(""))),
    "image": (("a.docx", picture(5_000_000)), ("a.docx", picture(300_000))),
    "formula": (
        ("a.xlsx", sheet('<c r="A1"><f>SUM(别表!A1:A9)</f></c>')),
        ("a.xlsx", sheet('<c r="A1"><f>SUM(别表!A1:A9)</f><v>12</v></c>')),
    ),
    "rounded": (
        ("a.xlsx", sheet('<c r="A1" s="1"><v>12.6</v></c>', shown_as(1))),
        ("a.xlsx", sheet('<c r="A1" s="1"><v>12.6</v></c>', shown_as(2))),
    ),
    "macro": (("a.docm", macro("vbaProject")), ("a.docm", macro("printerSettings"))),
    "format": (("a.doc", word(paragraph("正文"))), ("a.docm", word(paragraph("正文")))),
    "encoding": (
        ("a.txt", REPORT.encode() + b"\xe5\xb1\n" + REPORT.encode()),
        ("a.txt", REPORT.encode("gb18030")),
    ),
    "damaged": (
        ("a.docx", zipped(NUMBERED | {"word/numbering.xml": "<w:numbering><w:num>"})),
        ("a.docx", zipped(NUMBERED)),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_it_is_told_from_one_that_looks_like_it(try_rule, kind):
    wrong, right = (recognise(read_bytes(data, name)) for name, data in FILES[kind])
    (hit,) = try_rule(f"file.{kind}", wrong).hits
    assert hit.message and hit.places
    assert not try_rule(f"file.{kind}", right).hits


def test_a_picture_matters_when_a_table_is_missing(report_of, try_rule, draft):
    (hit,) = try_rule("file.image", noticed(report_of(draft()), "image")).hits
    assert hit.severity is Severity.INFO
    incomplete = report_of(draft(drop_tables=("applications",)))
    (hit,) = try_rule("file.image", noticed(incomplete, "image")).hits
    assert (hit.severity, hit.title) == (Severity.WARNING, "表格是图片，无法核对")
    assert "表三" in hit.message


def test_file_rules_also_look_at_other_texts(report_of):
    report = report_of("工作简报\n我局召开会议。")
    assert all(rule(f"file.{kind}").applies_to(report) for kind in KINDS)


def test_the_tests_name_every_rule():
    assert {f"file.{kind}" for kind in KINDS} >= {
        "file.hidden",
        "file.revisions",
        "file.comments",
        "file.image",
        "file.formula",
        "file.rounded",
        "file.macro",
        "file.format",
        "file.encoding",
        "file.damaged",
    }
